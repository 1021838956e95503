package io.chokepoint.study;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the weekly model and the classic ones say of one scenario on one dataset, good by good and market by market, as
 * {@code simulate --model} gives it. Immutable.
 *
 * @param scenario what they were asked
 * @param rows what at least one of them hurts: stage by stage, markets last, within a group what they differ most about first
 */
public record ModelAnswers(Scenario scenario, List<Row> rows) {
    /** The models, the weekly one first; the others in the order in which they were published. */
    public static final List<String> MODELS = List.of("weekly", "ario", "inoue-todo", "esri");

    /** Those that are asked beside the weekly model. */
    public static final List<String> CLASSIC = MODELS.subList(1, MODELS.size());

    /**
     * A good or a market.
     *
     * @param lowest by model, the lowest output of any week as a part of the usual, or the part of demand served; empty where the model
     *     does not say
     * @param lost by model, weeks of usual output lost over the horizon; empty where the model knows no weeks
     */
    public record Row(
            @Nullable Good good, @Nullable Market market, List<OptionalDouble> lowest, List<OptionalDouble> lost) {
        public Row {
            lowest = List.copyOf(lowest);
            lost = List.copyOf(lost);
        }

        public String id() {
            return good != null ? good.id() : market == null ? "" : market.id();
        }

        public String name() {
            return good != null ? good.name() : market == null ? "" : market.name();
        }

        /** Between the lowest and the highest of the models' lowest outputs. */
        public double difference() {
            double[] all = lowest.stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .sorted()
                    .toArray();
            return all.length == 0 ? 0 : all[all.length - 1] - all[0];
        }

        /** Whether output falls below the level of a loss. */
        public boolean isHurt(int model) {
            OptionalDouble value = lowest.get(model);
            return value.isPresent() && value.getAsDouble() < Outcome.LOSS_LEVEL;
        }

        boolean isHurtByAny() {
            return IntStream.range(0, lowest.size()).anyMatch(this::isHurt);
        }
    }

    public ModelAnswers {
        rows = List.copyOf(rows);
    }

    /** Whether the classic models can answer on a dataset: they count in money. */
    public static boolean canAsk(Dataset dataset) {
        return dataset.hasValues();
    }

    /**
     * Asks each model.
     *
     * @param runner of the weekly model
     * @throws ChokepointException if the scenario does not fit the dataset, or if the dataset does not say what its goods are worth
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static ModelAnswers find(StudyRunner runner, Scenario scenario, RunMonitor monitor) {
        List<ModelResult> results = new ArrayList<>();
        for (String name : MODELS) {
            monitor.progress(results.size(), MODELS.size(), name);
            StudyRunner asked = runner.model().name().equals(name)
                    ? runner
                    : runner.with(ModelRegistry.PROGRAM.find(name).orElseThrow());
            results.add(asked.answer(scenario, new Unreported(monitor)));
        }
        monitor.progress(MODELS.size(), MODELS.size(), "");
        return new ModelAnswers(scenario, rows(runner.data().dataset(), results));
    }

    /** A run of one model among several does not report. */
    record Unreported(RunMonitor monitor) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }

    private static List<Row> rows(Dataset dataset, List<ModelResult> results) {
        List<Row> rows = new ArrayList<>();
        int place = 0;
        for (Good good : dataset.goods()) {
            int at = place++;
            rows.add(new Row(
                    good,
                    null,
                    results.stream().map(one -> lowest(one, good, at)).toList(),
                    results.stream().map(one -> lost(one, good)).toList()));
        }
        rows.sort(Comparator.comparingInt((Row row) -> order(row))
                .thenComparing(Comparator.comparingDouble(Row::difference).reversed()));
        List<Row> markets = new ArrayList<>();
        for (Market market : dataset.markets()) {
            markets.add(new Row(
                    null,
                    market,
                    results.stream().map(one -> lowest(one, market)).toList(),
                    results.stream().map(one -> lost(one, market)).toList()));
        }
        markets.sort(Comparator.comparingDouble(Row::difference).reversed());
        rows.addAll(markets);
        return rows.stream().filter(Row::isHurtByAny).toList();
    }

    private static int order(Row row) {
        return row.good() == null ? Integer.MAX_VALUE : row.good().stage().order();
    }

    private static OptionalDouble lowest(ModelResult result, Good good, int place) {
        return switch (result) {
            case SimulationResult run -> OptionalDouble.of(run.outcome(good).trough());
            case ModelTable table ->
                table.rows().get(place).get(troughColumn(table)) instanceof Number left
                        ? OptionalDouble.of(left.doubleValue())
                        : OptionalDouble.empty();
        };
    }

    private static int troughColumn(ModelTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(k -> table.columns().get(k).id().equals("trough"))
                .findFirst()
                .orElseThrow();
    }

    private static OptionalDouble lost(ModelResult result, Good good) {
        return result instanceof SimulationResult run
                ? OptionalDouble.of(run.outcome(good).lostOutputWeeks())
                : OptionalDouble.empty();
    }

    private static OptionalDouble lowest(ModelResult result, Market market) {
        return result instanceof SimulationResult run
                ? OptionalDouble.of(run.outcome(market).trough())
                : OptionalDouble.empty();
    }

    private static OptionalDouble lost(ModelResult result, Market market) {
        return result instanceof SimulationResult run
                ? OptionalDouble.of(run.outcome(market).lostOutputWeeks())
                : OptionalDouble.empty();
    }

    /** The row of a good, if any model hurts it. */
    public Optional<Row> row(Good good) {
        return rows.stream().filter(row -> good.equals(row.good())).findFirst();
    }

    /** The row of a market, if any model hurts it. */
    public Optional<Row> row(Market market) {
        return rows.stream().filter(row -> market.equals(row.market())).findFirst();
    }

    /** Goods alone, without markets, of which not all models speak. */
    public List<Row> goods() {
        return rows.stream().filter(row -> row.good() != null).toList();
    }
}
