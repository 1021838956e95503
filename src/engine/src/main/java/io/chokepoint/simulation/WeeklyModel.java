package io.chokepoint.simulation;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Reasons;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.ModelStamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The weekly model of the model page (src/docs/MODEL.md). */
public final class WeeklyModel implements PropagationModel {
    private static final List<ModelVersion> VERSIONS =
            List.of(new ModelVersion("1", "the model page as it was first numbered"));

    @Override
    public String name() {
        return "weekly";
    }

    @Override
    public String summary() {
        return "makers, stocks, lead times, spare capacity, substitutes, rationing and markets, week by week";
    }

    @Override
    public List<ModelVersion> versions() {
        return VERSIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        return new Run(CompiledScenario.of(network, selection, values), stamp());
    }

    /** What is compiled already. */
    public PreparedRun prepared(CompiledScenario scenario) {
        return new Run(scenario, stamp());
    }

    private record Run(CompiledScenario compiled, ModelStamp stamp) implements PreparedRun {

        @Override
        public SimulationResult run(SimulationSettings settings, RunMonitor monitor) {
            LongWork.begins("running a scenario");
            CompiledNetwork network = compiled.network();
            NetworkStructure structure = network.structure();
            int weeks = settings.weeks();
            double[] baselines = network.baselines();
            RunRecord record = new RunRecord(structure, baselines, weeks, settings.recordCauses());
            WeeklyKernel kernel = new WeeklyKernel(network, compiled, true);
            Optional<PriceRecord> prices = priceRecord(kernel, weeks);
            for (int week = 0; week < weeks; week++) {
                monitor.checkCancelled();
                kernel.step(week);
                record.keep(week, kernel.state());
                if (prices.isPresent()) {
                    prices.get().keep(week);
                }
                if (settings.checkInvariants()) {
                    Invariants.check(week, compiled, kernel.state());
                }
            }
            Reasons why = settings.recordCauses() ? CauseFinder.find(network, compiled, record, weeks) : Reasons.NONE;
            return new SimulationResult(
                    structure.dataset(),
                    compiled.scenario(),
                    settings.provenance(stamp, structure.dataset(), compiled.scenario()),
                    weeks,
                    baselines,
                    record.output,
                    bindingInputs(structure, record, weeks),
                    record.served,
                    why,
                    vendorShares(network, record, weeks),
                    prices.map(kept -> kept.result(baselines, record.output)));
        }

        @Override
        public OutputSeries outputs(int weeks, List<Activity> watched, boolean withPrices, RunMonitor monitor) {
            CompiledNetwork network = compiled.network();
            NetworkStructure structure = network.structure();
            int goods = structure.goodCount();
            double[][] output = new double[goods][weeks];
            double[][] served = new double[structure.marketCount()][weeks];
            int[] watchedIndex = watched.stream().mapToInt(structure::index).toArray();
            double[][] own = new double[watchedIndex.length][weeks];
            WeeklyKernel kernel = new WeeklyKernel(network, compiled, withPrices);
            WeekState state = kernel.state();
            GoodOutputs sums = new GoodOutputs(network, state);
            Optional<PriceRecord> prices = withPrices ? priceRecord(kernel, weeks) : Optional.empty();
            double[][] all = new double[prices.isPresent() ? structure.activityCount() : 0][weeks];
            for (int week = 0; week < weeks; week++) {
                monitor.checkCancelled();
                kernel.step(week);
                sums.add();
                for (int g = 0; g < goods; g++) {
                    output[g][week] = sums.of(g);
                }
                for (int m = 0; m < served.length; m++) {
                    served[m][week] = state.served[m];
                }
                for (int a = 0; a < own.length; a++) {
                    own[a][week] = state.output[watchedIndex[a]] / network.baseline(watchedIndex[a]);
                }
                for (int i = 0; i < all.length; i++) {
                    all[i][week] = state.output[i] / network.baseline(i);
                }
                if (prices.isPresent()) {
                    prices.get().keep(week);
                }
            }
            return new OutputSeries(output, served, own, prices.map(kept -> kept.result(network.baselines(), all)));
        }

        private Optional<PriceRecord> priceRecord(WeeklyKernel kernel, int weeks) {
            CompiledNetwork network = compiled.network();
            return network.prices()
                    .map(known -> new PriceRecord(network, known, kernel, compiled.rationsByPrice(), weeks));
        }

        @Override
        public OutputLosses losses(int weeks, RunMonitor monitor) {
            CompiledNetwork network = compiled.network();
            WeeklyKernel kernel = new WeeklyKernel(network, compiled, false);
            WeekState state = kernel.state();
            GoodOutputs outputs = new GoodOutputs(network, state);
            OutputLosses losses = OutputLosses.none(network.structure().goodCount(), state.served.length);
            for (int week = 0; week < weeks; week++) {
                monitor.checkCancelled();
                kernel.step(week);
                outputs.add();
                outputs.addLosses(losses, week);
                for (int m = 0; m < state.served.length; m++) {
                    losses.addMarket(m, state.served[m]);
                }
            }
            return losses;
        }

        @Override
        public double[][] flows(int weeks, List<BiPredicate<Activity, Customer>> chosen, RunMonitor monitor) {
            NetworkStructure structure = compiled.network().structure();
            int[][] links = chosen.stream()
                    .map(choice -> IntStream.range(0, structure.linkCount())
                            .filter(link -> choice.test(
                                    structure.activity(structure.linkSupplier(link)), structure.customer(link)))
                            .toArray())
                    .toArray(int[][]::new);
            WeeklyKernel kernel = new WeeklyKernel(compiled.network(), compiled, false);
            FlowSums sums = kernel.countFlows(links, weeks);
            for (int week = 0; week < weeks; week++) {
                monitor.checkCancelled();
                kernel.step(week);
            }
            return sums.partsOfBaseline();
        }
    }

    private static @Nullable Good[][] bindingInputs(NetworkStructure structure, RunRecord record, int weeks) {
        @Nullable Good[][] inputs = new Good[structure.activityCount()][weeks];
        for (int i = 0; i < inputs.length; i++) {
            for (int week = 0; week < weeks; week++) {
                int slot = record.binding(i, week);
                if (slot >= 0) {
                    inputs[i][week] = structure.dependency(slot).input();
                }
            }
        }
        return inputs;
    }

    private static List<VendorShares> vendorShares(CompiledNetwork network, RunRecord record, int weeks) {
        NetworkStructure structure = network.structure();
        int first = structure.linkStart(structure.slotCount());
        List<VendorShares> all = new ArrayList<>();
        for (int m = 0; m < structure.marketCount(); m++) {
            int from = structure.marketLinkStart(m);
            int to = structure.marketLinkStart(m + 1);
            List<Activity> vendors = new ArrayList<>();
            List<Double> usual = new ArrayList<>();
            List<double[]> shares = new ArrayList<>();
            for (int l = from; l < to; l++) {
                usual.add(network.flow(l) * network.functionPerUnit(l) / network.marketDemand(m));
                vendors.add(structure.activity(structure.linkSupplier(l)));
                shares.add(record.received[l - first]);
            }
            for (int week = 0; week < weeks; week++) {
                double sum = 0;
                for (double[] vendor : shares) {
                    sum += vendor[week];
                }
                for (double[] vendor : shares) {
                    vendor[week] = sum > 0 ? vendor[week] / sum : 0;
                }
            }
            all.add(new VendorShares(structure.market(m), vendors, usual, shares));
        }
        return all;
    }
}
