package io.chokepoint.firms.esri;

import java.util.Arrays;

/**
 * One of the two cascades: who has lost how much, and whom it may reach. At first only firms with a loss are gone through; once so
 * many links carry one that it is faster, all firms and links, as they lie in memory, which gives the same sums, since what the others
 * add is 0. Losses only grow, so that it stays so until the run ends.
 */
abstract class CascadeSide {
    /**
     * Where one in so many links carries a loss, all are gone through. Following a link costs several times as much as passing by one
     * that lies next in memory.
     */
    private static final int DENSE = 8;

    final EsriNetwork net;

    /** By firm, the remaining part of its production, and what the shock leaves of it. */
    final double[] left;

    private final double[] most;

    /** Firms that have lost something, those of them whose partners are known to be reached, and these partners; not kept up once dense. */
    final FirmSet losing;

    final FirmSet spread;
    final FirmSet reached;

    /** Room for what passes over a row of links at a time. */
    final double[] room = SortedRows.room();

    /** By firm, what it passes on; all are gone through at once only. */
    final double[] passed;

    /** Room for the numbers of those who have lost something. */
    final int[] losers;

    private long losingLinks;
    private boolean dense;
    private boolean settled;

    CascadeSide(EsriNetwork net) {
        this.net = net;
        int firms = net.network.firms();
        left = new double[firms];
        Arrays.fill(left, 1);
        most = left.clone();
        losing = new FirmSet(firms);
        spread = new FirmSet(firms);
        reached = new FirmSet(firms);
        passed = new double[firms];
        losers = new int[firms];
    }

    final void hit(int firm, double part) {
        most[firm] = 1 - part;
        left[firm] = most[firm];
        if (left[firm] < 1) {
            losing.add(firm);
        }
    }

    /** Whether all firms are gone through, so that {@link #losing} does not say who has lost something. */
    final boolean isDense() {
        return dense;
    }

    /** One step; the largest fall of any firm's production. */
    final double step() {
        if (settled) {
            return 0;
        }
        if (!dense) {
            findReached();
        }
        return dense ? stepAll() : stepLosing();
    }

    /** Notes whom firms that began to lose reach from now on, unless so many do that it no longer matters. */
    private void findReached() {
        long[] words = losing.words();
        long[] known = spread.words();
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word] & ~known[word]; bits != 0; bits &= bits - 1) {
                losingLinks += reach((word << 6) + Long.numberOfTrailingZeros(bits));
            }
            known[word] = words[word];
            if (losingLinks > links() / DENSE) {
                dense = true;
                return;
            }
        }
    }

    /** How many links the cascade may go along. */
    abstract int links();

    /** Notes whom a firm may reach from now on; by how many links. */
    abstract int reach(int firm);

    /** A step that asks the losing firms what they pass on, and the reached ones what they make. */
    abstract double stepLosing();

    /** A step that asks all firms. */
    abstract double stepAll();

    /** Hands over the links by which firms lose now: of the constraints of each firm those of one that binds it. */
    abstract void binding(SortedRows.Taker taker);

    /** Whether a smaller production of some firm may have let another one make more: then there is no limit but where steps lead. */
    boolean isUneven() {
        return false;
    }

    /** The system of the firms' losses from here. */
    final LossSystem losses() {
        settled = false;
        return new LossSystem(left, most, this::binding);
    }

    /** The largest change of any firm's production, up or down, in one step more, which is made. */
    final double change() {
        double[] before = left.clone();
        step();
        return largestChange(before);
    }

    /** The largest difference, up or down, of any firm's production from what it was. */
    final double largestChange(double[] before) {
        double largest = 0;
        for (int firm = 0; firm < before.length; firm++) {
            largest = Math.max(largest, Math.abs(before[firm] - left[firm]));
        }
        return largest;
    }

    /** Forgets a run. */
    void clear(EsriShock shock) {
        for (int firm : shock.firms()) {
            most[firm] = 1;
        }
        if (dense) {
            Arrays.fill(left, 1);
        } else {
            for (int firm = losing.next(0); firm >= 0; firm = losing.next(firm + 1)) {
                left[firm] = 1;
            }
        }
        losing.clear();
        spread.clear();
        reached.clear();
        losingLinks = 0;
        dense = false;
        settled = false;
    }

    /** What a firm makes after a loss; comparisons, since Math.min also thinks of numbers that are none. */
    private double after(int firm, double loss) {
        double now = 1 - loss;
        now = now > most[firm] ? most[firm] : now;
        return now < 0 ? 0 : now;
    }

    /**
     * Lets the reached firms make what the larger of two losses leaves.
     *
     * @param one by firm, the loss; set to 0 for the next step
     * @param other the same
     * @return the largest fall
     */
    final double settleReached(double[] one, double[] other) {
        double largest = 0;
        boolean changed = false;
        long[] words = reached.words();
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                int firm = (word << 6) + Long.numberOfTrailingZeros(bits);
                double loss = one[firm] > other[firm] ? one[firm] : other[firm];
                one[firm] = 0;
                other[firm] = 0;
                double now = after(firm, loss);
                double before = left[firm];
                if (now != before) {
                    largest = before - now > largest ? before - now : largest;
                    left[firm] = now;
                    changed = true;
                    losing.add(firm);
                }
            }
        }
        settled = !changed;
        return largest;
    }

    /** The same for all firms, with the losses left as they are. */
    final double settleAll(double[] one, double[] other) {
        // Two plain loops: the first is one of vector instructions. What was passed on is made anew in the next step.
        double[] now = passed;
        for (int firm = 0; firm < now.length; firm++) {
            now[firm] = Math.max(0, Math.min(most[firm], 1 - Math.max(one[firm], other[firm])));
        }
        double largest = 0;
        double smallest = 0;
        for (int firm = 0; firm < now.length; firm++) {
            double fall = left[firm] - now[firm];
            largest = fall > largest ? fall : largest;
            smallest = fall < smallest ? fall : smallest;
        }
        System.arraycopy(now, 0, left, 0, now.length);
        settled = largest == 0 && smallest == 0;
        return largest;
    }
}
