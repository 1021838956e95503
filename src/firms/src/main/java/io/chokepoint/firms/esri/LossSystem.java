package io.chokepoint.firms.esri;

import io.chokepoint.firms.Components;
import io.chokepoint.firms.Links;
import java.util.Arrays;

/**
 * Takes one cascade from where it stands as far towards its limit as a linear system leads. With d the lost parts of production, one
 * side of a cascade is d = min(1, max(psi, A<sub>1</sub> d, A<sub>2</sub> d …)), the matrices being those of the firm's constraints,
 * and its limit the least solution. Here each firm keeps the constraint that binds it now, and replaceability stays as it is now; both
 * only make losses smaller than they may become. What is left, d = min(1, A d + b), is solved for each strongly connected part of the
 * links that bind, after the parts it depends on.
 *
 * <p>Never too far: if d ≤ T(d) for the true step T, then also for the step with the constraints of now, which nowhere exceeds T, so
 * its least solution above d is no more than that of T. Within a strongly connected part with b ≠ 0 there is one solution only, since
 * min(1, A d + b) is concave (Krasnosel'skii); it is found by choosing for each firm whether it has stopped and solving for the others,
 * from above, which ends because no firm that stopped working is stopped again (Howard). With b = 0 a loss feeds itself alone, and
 * grows just if one firm's loss comes back to it larger; shares of sales or purchases alone never do that, accounts may. Where it does
 * not grow, the others come to what the loss of the one that lost most leads to.
 */
final class LossSystem {
    /** A loss that comes back larger by no more than this part is the same but for rounding. */
    private static final double GROWTH = 1e-10;

    /** What a step more may change where a part counts as solved: a few units in the last place of 1. */
    private static final double ROUNDING = 0x1p-51;

    private static final int MOST_CHOICES = 200;

    /** Goes through the links of a side that bind. */
    @FunctionalInterface
    interface Binding {
        /** Hands over all, in the same order at each call. */
        void each(SortedRows.Taker taker);
    }

    private final double[] left;

    /** The firms of which a loss is sought, by number and back; -1 for those whose loss is known. */
    private final int[] unknown;

    private final int[] firm;
    private final double[] known;
    private final int[] start;
    private final int[] column;
    private final double[] factor;

    /** By unknown, its loss so far, and its place within the part at hand. */
    private final double[] lost;

    private final int[] local;

    private boolean solved = true;

    /**
     * @param left by firm, the remaining part of its production, which {@link #solve} lowers
     * @param most by firm, what the shock leaves of it
     * @param binding the links by which firms lose now: row, column, and the part of the column's loss that the row loses
     */
    LossSystem(double[] left, double[] most, Binding binding) {
        this.left = left;
        int firms = left.length;
        double[] loss = new double[firms];
        binding.each((row, from, part) -> loss[row] += part * (1 - left[from]));
        unknown = new int[firms];
        int[] found = new int[firms];
        int count = 0;
        for (int i = 0; i < firms; i++) {
            boolean open = left[i] < 1 && left[i] > 0 && loss[i] > 1 - most[i];
            unknown[i] = open ? count : -1;
            found[count] = i;
            count += open ? 1 : 0;
        }
        firm = Arrays.copyOf(found, count);
        known = new double[count];
        start = new int[count + 1];
        binding.each((row, from, part) -> {
            if (unknown[row] >= 0 && unknown[from] >= 0) {
                start[unknown[row] + 1]++;
            } else if (unknown[row] >= 0) {
                known[unknown[row]] += part * (1 - left[from]);
            }
        });
        for (int i = 0; i < count; i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        column = new int[start[count]];
        factor = new double[column.length];
        binding.each((row, from, part) -> {
            if (unknown[row] >= 0 && unknown[from] >= 0) {
                int place = next[unknown[row]]++;
                column[place] = unknown[from];
                factor[place] = part;
            }
        });
        lost = new double[count];
        Arrays.setAll(lost, i -> 1 - left[firm[i]]);
        local = new int[count];
    }

    /** Whether {@link #solve} could solve all parts. */
    boolean isSolved() {
        return solved;
    }

    /** Lowers what is left of the firms to what the system says; the largest fall. */
    double solve() {
        Components parts = new Components(new Links(start, column, factor));
        int[] begin = new int[parts.size().length + 1];
        for (int part = 0; part < parts.size().length; part++) {
            begin[part + 1] = begin[part] + parts.size()[part];
        }
        int[] next = begin.clone();
        int[] members = new int[firm.length];
        for (int i = 0; i < firm.length; i++) {
            local[i] = next[parts.of()[i]]++ - begin[parts.of()[i]];
            members[begin[parts.of()[i]] + local[i]] = i;
        }
        for (int part = 0; part < parts.size().length; part++) {
            if (parts.size()[part] == 1) {
                alone(members[begin[part]]);
            } else {
                together(Arrays.copyOfRange(members, begin[part], begin[part + 1]), parts.of());
            }
        }
        double largest = 0;
        for (int i = 0; i < firm.length; i++) {
            double now = Math.max(0, 1 - lost[i]);
            largest = Math.max(largest, left[firm[i]] - now);
            left[firm[i]] = Math.min(left[firm[i]], now);
        }
        return largest;
    }

    private void alone(int i) {
        double own = 0;
        double input = known[i];
        for (int place = start[i]; place < start[i + 1]; place++) {
            if (column[place] == i) {
                own += factor[place];
            } else {
                input += factor[place] * lost[column[place]];
            }
        }
        boolean grows = input > 0 ? own >= 1 : own > 1 + GROWTH;
        if (grows) {
            lost[i] = 1;
        } else if (input > 0) {
            lost[i] = Math.clamp(input / (1 - own), lost[i], 1);
        }
    }

    private void together(int[] members, int[] part) {
        LossPart system = new LossPart(members.length);
        double[] now = new double[members.length];
        double inputs = 0;
        double change = 0;
        for (int row = 0; row < members.length; row++) {
            int i = members[row];
            double input = known[i];
            double inner = 0;
            for (int place = start[i]; place < start[i + 1]; place++) {
                int from = column[place];
                if (part[from] == part[i]) {
                    system.add(local[from], factor[place]);
                    inner += factor[place] * lost[from];
                } else {
                    input += factor[place] * lost[from];
                }
            }
            system.endRow(input);
            now[row] = lost[i];
            inputs += input;
            change = Math.max(change, Math.min(1, input + inner) - lost[i]);
        }
        if (change <= ROUNDING) {
            return;
        }
        if (inputs == 0) {
            LossPart.Kept kept = system.kept(now);
            solved &= !Double.isNaN(kept.growth());
            if (!(kept.growth() > GROWTH)) {
                raise(members, kept.loss());
                return;
            }
        }
        double[] limit = inputs == 0 ? new double[0] : system.solve(new boolean[members.length], now);
        limit = limit.length == 0 ? limit(system, now, system.stopped()) : limit(system, limit, above(limit));
        solved &= limit.length > 0;
        raise(members, limit);
    }

    private void raise(int[] members, double[] loss) {
        for (int row = 0; row < loss.length; row++) {
            lost[members[row]] = Math.clamp(loss[row], lost[members[row]], 1);
        }
    }

    private static boolean[] above(double[] loss) {
        boolean[] stopped = new boolean[loss.length];
        for (int row = 0; row < stopped.length; row++) {
            stopped[row] = loss[row] > 1;
        }
        return stopped;
    }

    /** The solution, from a choice of who has stopped that holds all who have; empty if it is not found. */
    private static double[] limit(LossPart system, double[] near, boolean[] stopped) {
        for (int choice = 0; choice < MOST_CHOICES; choice++) {
            double[] loss = system.solve(stopped, near);
            if (loss.length == 0 || !system.release(loss, stopped)) {
                return loss;
            }
        }
        return new double[0];
    }
}
