package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;

/**
 * The benchmark "everything in proportion at once": what is restricted is missing in the same week everywhere downstream, in
 * proportion, without stock, spare capacity, other suppliers or substitutes. In each week y is the greatest solution of
 *
 * <pre>y_i = min(working_i, min_k Σ_j m(j,i)·min(φ(j,i), y_j))</pre>
 *
 * over the consumed and access inputs k. The price of makers together is 1 / their output, at most 100: buyers spend what they always did.
 */
final class ProportionBenchmark implements Course {
    private static final double SETTLED = 1e-9;
    private static final int MOST_ROUNDS = 10_000;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    /** By week, then activity; weeks in which nothing changes share theirs. */
    private final double[][] output;
    /** φ by week, then link; shared as well. */
    private final double[][] permitted;

    ProportionBenchmark(CompiledScenario scenario, int weeks) {
        this.network = scenario.network();
        this.structure = network.structure();
        this.output = new double[weeks][];
        this.permitted = new double[weeks][];
        WeekEffects effects = new WeekEffects(scenario);
        for (int week = 0; week < weeks; week++) {
            if (effects.advanceTo(week) || week == 0) {
                permitted[week] = new double[structure.linkCount()];
                Arrays.setAll(permitted[week], effects::permitted);
                output[week] = new double[structure.activityCount()];
                Arrays.setAll(output[week], effects::working);
                settle(output[week], permitted[week]);
            } else {
                permitted[week] = permitted[week - 1];
                output[week] = output[week - 1];
            }
        }
    }

    /** From working_i down, makers before their customers as far as cycles allow. */
    private void settle(double[] parts, double[] phi) {
        int[] order = structure.upstreamFirst();
        double most = 1;
        for (int round = 0; most > SETTLED && round < MOST_ROUNDS; round++) {
            most = 0;
            for (int i : order) {
                double possible = possible(i, parts, phi);
                if (possible < parts[i]) {
                    most = Math.max(most, parts[i] - possible);
                    parts[i] = possible;
                }
            }
        }
    }

    private double possible(int activity, double[] parts, double[] phi) {
        double least = 1;
        for (int slot = structure.slotStart(activity); slot < structure.slotStart(activity + 1); slot++) {
            boolean capital = slot >= structure.capitalStart(activity) && slot < structure.accessStart(activity);
            if (!capital && structure.linkStart(slot) < structure.linkUsual(slot)) {
                // Of what is lost, so that rounding in the mix takes nothing.
                double lost = 0;
                for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
                    lost += network.mix(l) * (1 - Math.min(phi[l], parts[structure.linkSupplier(l)]));
                }
                least = Math.min(least, 1 - lost);
            }
        }
        return Math.max(0, least);
    }

    @Override
    public double[] output(ObservedSubject subject) {
        return subject.market().map(this::served).orElseGet(() -> made(subject));
    }

    private double[] made(ObservedSubject subject) {
        double[] series = new double[output.length];
        for (int week = 0; week < series.length; week++) {
            double usual = 0;
            double lost = 0;
            for (int i = 0; i < structure.activityCount(); i++) {
                if (subject.has(structure.activity(i))) {
                    usual += network.baseline(i);
                    lost += network.baseline(i) * (1 - output[week][i]);
                }
            }
            series[week] = 1 - lost / usual;
        }
        return series;
    }

    private double[] served(Market market) {
        int m = structure.dataset().markets().stream().toList().indexOf(market);
        double[] series = new double[output.length];
        for (int week = 0; week < series.length; week++) {
            double lost = 0;
            for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
                lost += network.mix(l) * (1 - flowing(l, week));
            }
            series[week] = Math.max(0, 1 - lost);
        }
        return series;
    }

    /** min(φ, y) of a link. */
    private double flowing(int link, int week) {
        return Math.min(permitted[week][link], output[week][structure.linkSupplier(link)]);
    }

    @Override
    public double[] price(ObservedSubject subject) {
        double[] price = made(subject);
        Arrays.setAll(price, week -> Math.min(ObservationReader.HIGHEST_PRICE, 1 / price[week]));
        return price;
    }

    /** The same: everything is lost at once. */
    @Override
    public double[] foreseen(ObservedSubject subject) {
        return price(subject);
    }

    @Override
    public double[] exports(ObservedSubject subject) {
        double[] series = new double[output.length];
        double usual = 0;
        for (int l = 0; l < structure.linkCount(); l++) {
            Activity maker = structure.activity(structure.linkSupplier(l));
            if (network.flow(l) > 0 && subject.isExport(maker, structure.customer(l))) {
                usual += network.flow(l);
                for (int week = 0; week < series.length; week++) {
                    series[week] += network.flow(l) * flowing(l, week);
                }
            }
        }
        for (int week = 0; week < series.length; week++) {
            series[week] /= usual;
        }
        return series;
    }
}
