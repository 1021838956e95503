package io.chokepoint.firms.esri;

/**
 * Takes both sides of a cascade to the limit of their steps, also where plain steps crawl: firms that sell all but nothing to others
 * than each other multiply what is left to lose by nearly 1 a step. A number of plain steps is followed by an exact one, {@link
 * LossSystem}, then by plain ones again, since other constraints bind now and others can be replaced, until neither changes anything.
 *
 * <p>Steps never raise a firm's production where less production of one firm never lets another make more. The limit of plain steps
 * is then the greatest state that a step leaves as it is. Exact steps begin and end above it, and from there plain steps lead to it
 * (Knaster and Tarski), so that exact steps change how soon it is reached and not what is reached. The exception is the published way
 * where the output of a stopped market counts as 1 and a firm of it sells less than that: {@link #reach} then says no.
 */
final class EsriLimit {
    /** Plain steps before the first exact one, and between two of them if they help; more where many are made, as along a chain. */
    private static final int FIRST = 50;

    private static final int THEN = 10;
    private static final int PART_OF_STEPS = 5;

    private final CascadeSide down;
    private final CascadeSide up;
    private final StopRule rule;

    private int steps;
    private boolean settled = true;
    private double residual;

    EsriLimit(CascadeSide down, CascadeSide up, StopRule rule) {
        this.down = down;
        this.up = up;
        this.rule = rule;
    }

    /** How many steps were made, exact ones too, on the side that needed more. */
    int steps() {
        return steps;
    }

    /** Whether both sides are at their limits. */
    boolean isSettled() {
        return settled;
    }

    /** What a further plain step would change of any firm's production. */
    double residual() {
        return residual;
    }

    /** Goes to the limit; false if only plain steps from the beginning say where they end. */
    boolean reach() {
        reach(down);
        reach(up);
        return !down.isUneven() && !up.isUneven();
    }

    private void reach(CascadeSide side) {
        int made = 0;
        int wait = FIRST;
        int next = FIRST;
        boolean there = false;
        double[] before = {};
        while (!there && made < rule.mostSteps() && !side.isUneven()) {
            double fall = side.step();
            made++;
            if ((fall <= rule.eps() || made >= next) && made < rule.mostSteps()) {
                LossSystem losses = side.losses();
                // An exact step that plain ones took back is rounding: parts far above 1 magnify the last digit of a
                // loss.
                boolean takenBack = before.length > 0 && side.largestChange(before) <= rule.eps();
                before = side.left.clone();
                double exact = takenBack ? 0 : losses.solve();
                made++;
                there = fall <= rule.eps() && exact <= rule.eps() && losses.isSolved();
                wait = exact > rule.eps() ? Math.max(THEN, made / PART_OF_STEPS) : 2 * wait;
                next = made + wait;
            }
        }
        steps = Math.max(steps, made);
        settled &= there;
        residual = Math.max(residual, side.change());
    }
}
