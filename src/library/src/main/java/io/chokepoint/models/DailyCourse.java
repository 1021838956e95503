package io.chokepoint.models;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Reasons;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.SimulationSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model of days as a run of weeks: a week's output of a maker is the mean of its seven days, as a part of what it made before.
 *
 * @param days runs the model
 */
record DailyCourse(CompiledScenario compiled, FirmsOfDataset firms, ModelStamp stamp, Days days)
        implements PreparedRun {

    /** What runs the model day by day. */
    @FunctionalInterface
    interface Days {
        /** @param evening to be called once for each day, from day 0 */
        void run(int days, Evening evening, RunMonitor monitor);
    }

    /** What a day leaves behind. */
    @FunctionalInterface
    interface Evening {
        /**
         * @param made by firm, as a part of what it made before
         * @param servedPart by firm, the part of its final demand that it served
         */
        void end(int day, double[] made, double[] servedPart);
    }

    /** By activity and by market, then week. */
    private record Weeks(double[][] output, double[][] served) {}

    private Weeks weeks(int weeks, RunMonitor monitor) {
        NetworkStructure structure = compiled.network().structure();
        double[][] output = new double[structure.activityCount()][weeks];
        double[][] served = new double[structure.marketCount()][weeks];
        double[] today = new double[served.length];
        days.run(
                weeks * FirmsOfDataset.DAYS_A_WEEK,
                (day, made, servedPart) -> {
                    int week = day / FirmsOfDataset.DAYS_A_WEEK;
                    for (int i = 0; i < output.length; i++) {
                        output[i][week] += made[i] / FirmsOfDataset.DAYS_A_WEEK;
                    }
                    firms.serve(servedPart, today);
                    for (int m = 0; m < today.length; m++) {
                        served[m][week] += today[m] / FirmsOfDataset.DAYS_A_WEEK;
                    }
                },
                monitor);
        for (double[] market : served) {
            // Seven sevenths may be a little more than one.
            Arrays.setAll(market, week -> Math.min(1, market[week]));
        }
        return new Weeks(output, served);
    }

    @Override
    public SimulationResult run(SimulationSettings settings, RunMonitor monitor) {
        CompiledNetwork network = compiled.network();
        NetworkStructure structure = network.structure();
        Weeks found = weeks(settings.weeks(), monitor);
        return new SimulationResult(
                structure.dataset(),
                compiled.scenario(),
                settings.provenance(stamp, structure.dataset(), compiled.scenario()),
                settings.weeks(),
                network.baselines(),
                found.output,
                new @Nullable Good[structure.activityCount()][settings.weeks()],
                found.served,
                Reasons.NONE,
                List.of(),
                Optional.empty());
    }

    @Override
    public OutputSeries outputs(int weeks, List<Activity> watched, boolean withPrices, RunMonitor monitor) {
        CompiledNetwork network = compiled.network();
        NetworkStructure structure = network.structure();
        Weeks found = weeks(weeks, monitor);
        double[][] goods = new double[structure.goodCount()][weeks];
        for (int g = 0; g < goods.length; g++) {
            double whole = 0;
            for (int k = 0; k < structure.makerCount(g); k++) {
                int maker = structure.maker(g, k);
                double baseline = network.baseline(maker);
                whole += baseline;
                for (int week = 0; week < weeks; week++) {
                    goods[g][week] += found.output[maker][week] * baseline;
                }
            }
            for (int week = 0; week < weeks; week++) {
                // A good that nobody makes cannot fall short.
                goods[g][week] = whole == 0 ? 1 : goods[g][week] / whole;
            }
        }
        double[][] own = watched.stream()
                .map(activity -> found.output[structure.index(activity)].clone())
                .toArray(double[][]::new);
        return new OutputSeries(goods, found.served, own, Optional.empty());
    }
}
