package io.chokepoint.firms.esri;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs shocks through one network, one after the other: the room a run needs is kept for the next. Not for several threads at once;
 * each takes a cascade of its own.
 *
 * <p>With hd, hu the remaining parts of each firm's production, psi the shock, q the market and sigma the part of a supplier's loss
 * that nobody of its market makes good, a step computes for all firms at once
 *
 * <pre>
 * sigma_i   = min(1, out_i / sum of out_m * hd_m over m with q_m = q_i)       (1 without replaceability)
 * loss_jk   = sum over suppliers i of j with p_i = k of sigma_i * Ld_ij * (1 - hd_i)
 * hd_j      = max(0, min(1 - psi_j, 1 - max of loss_jk over essential k, 1 - sum of loss_jk over non-essential k))
 * hu_i      = max(0, min(1 - psi_i, 1 - sum over buyers j of Lu_ij * (1 - hu_j)))
 * </pre>
 *
 * <p>Only firms that have lost something are asked what they pass on, until so many have that it is faster to ask all ({@link
 * CascadeSide}); most of a large network never has. That is exact: all other terms are 0. The sums of each step are made anew, in
 * ascending order of the firms, so nothing drifts, and are the same, to the last bit, whichever way they are made. A market's output is what its firms sell less what they have lost, unless more than half is lost: then it is
 * summed again, since the difference of two large numbers would be noise where the market has all but stopped.
 */
public final class EsriCascade {
    private final EsriNetwork net;
    private final CascadeSide down;
    private final CascadeSide up;

    public EsriCascade(EsriNetwork net) {
        this.net = net;
        down = new DownstreamCascade(net);
        up = new UpstreamCascade(net);
    }

    /** What reads the state that a run ends with. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes a firm that has lost something.
         *
         * @param down remaining part of its production downstream, 0 … 1
         * @param up the same upstream
         */
        void firm(int firm, double down, double up);
    }

    /** Runs one shock. */
    public EsriResult run(EsriShock shock, StopRule rule) {
        EsriResult result = cascade(shock, rule);
        clear(shock);
        return result;
    }

    /**
     * Runs one shock and shows what it leaves of each firm that it reaches, in ascending order.
     */
    public EsriResult run(EsriShock shock, StopRule rule, Reader reader) {
        EsriResult result = cascade(shock, rule);
        boolean all = down.isDense() || up.isDense();
        for (int firm = next(0, all); firm >= 0; firm = next(firm + 1, all)) {
            if (down.left[firm] < 1 || up.left[firm] < 1) {
                reader.firm(firm, down.left[firm], up.left[firm]);
            }
        }
        clear(shock);
        return result;
    }

    private EsriResult cascade(EsriShock shock, StopRule rule) {
        hit(shock);
        if (rule.type() == StopRule.LIMIT) {
            return limit(shock, rule);
        }
        return plain(rule);
    }

    private EsriResult limit(EsriShock shock, StopRule rule) {
        EsriLimit limit = new EsriLimit(down, up, rule);
        if (limit.reach()) {
            return new EsriResult(indices(), limit.steps(), limit.isSettled(), limit.residual());
        }
        clear(shock);
        hit(shock);
        return plain(new StopRule(1, rule.eps(), rule.mostSteps()));
    }

    private EsriResult plain(StopRule rule) {
        double[] first = net.weights.getFirst();
        double fall = 0;
        double before = rule.type() == 2 ? lost(first).esri() : 0;
        int steps = 0;
        boolean settled = false;
        while (!settled && steps < rule.mostSteps()) {
            fall = Math.max(down.step(), up.step());
            steps++;
            if (rule.type() == 1) {
                settled = fall <= rule.eps();
            } else {
                double now = lost(first).esri();
                settled = before == 0 ? now == 0 : now / before <= 1 + rule.eps();
                before = now;
            }
        }
        return new EsriResult(indices(), steps, settled, fall);
    }

    private void hit(EsriShock shock) {
        for (int i = 0; i < shock.firms().length; i++) {
            down.hit(shock.firms()[i], shock.down()[i]);
            up.hit(shock.firms()[i], shock.up()[i]);
        }
    }

    private List<EsriResult.Index> indices() {
        List<EsriResult.Index> indices = new ArrayList<>(net.weights.size());
        for (double[] weights : net.weights) {
            indices.add(lost(weights));
        }
        return indices;
    }

    private void clear(EsriShock shock) {
        down.clear(shock);
        up.clear(shock);
    }

    /** The next firm that may have lost something, {@code from} included; -1 if there is none. */
    private int next(int from, boolean all) {
        if (all) {
            return from < down.left.length ? from : -1;
        }
        return FirmSet.nextOfEither(down.losing, up.losing, from);
    }

    private EsriResult.Index lost(double[] weights) {
        double byEither = 0;
        double byDown = 0;
        double byUp = 0;
        boolean all = down.isDense() || up.isDense();
        for (int firm = next(0, all); firm >= 0; firm = next(firm + 1, all)) {
            double weight = weights[firm];
            double lostDown = 1 - down.left[firm];
            double lostUp = 1 - up.left[firm];
            byEither += weight * Math.max(lostDown, lostUp);
            byDown += weight * lostDown;
            byUp += weight * lostUp;
        }
        return new EsriResult.Index(byEither, byDown, byUp);
    }
}
