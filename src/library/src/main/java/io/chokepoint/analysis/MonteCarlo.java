package io.chokepoint.analysis;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Together;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitSweep;
import io.chokepoint.sweep.Workers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;

/**
 * Many runs of one scenario, each with its own draw of every uncertain figure (model page, section 7). Run r is the same on any machine
 * and number of threads, and so is the number of runs after which the study stops.
 *
 * <p>A draw may overdraw a maker, since shares, use shares and stated mixes are drawn or kept one by one; its baseline is then raised to
 * what its customers take ({@link Overdraft#RAISE}), so that every run starts from its own steady state.
 */
public final class MonteCarlo {
    private static final double[] NONE = {};

    private final PropagationModel model;
    private final NetworkStructure structure;
    private final Scenario scenario;
    private final Map<RuleWeights.Rule, ScenarioSelection> selections = new EnumMap<>(RuleWeights.Rule.class);
    private final RuleWeights rules;
    private final RationingRule defaultRule;
    private final Map<String, Figure> own;
    private final List<Activity> watched;

    /**
     * How many runs.
     *
     * @param mostRuns ≥ 1
     * @param seed any number; the same seed gives the same runs
     * @param threads ≥ 1; does not change the result
     * @param goodEnough stop when P10, P50 and P90 of the least output of every good are each known to within this part of
     *     baseline, in 19 of 20 cases; 0: always all runs
     * @param independent whether each figure is drawn by itself, also where the dataset draws some together
     * @param prices what is kept of prices and money
     */
    public record Settings(
            int mostRuns, long seed, int threads, double goodEnough, boolean independent, Prices prices) {

        /** What is kept of prices and money, where the dataset says what its goods are worth. */
        public enum Prices {
            NONE,
            /** Highest prices and money of each run. */
            SUMMARY,
            /** Prices week by week, too. */
            WEEKLY,
            /**
             * Prices week by week, and of goods with two sides of a restriction those of each side in place of foreseen ones; see
             * {@link PriceSides}. Of one batch of runs at most, since they take room.
             */
            SIDES
        }

        /** Runs between two looks at whether it is good enough. */
        public static final int BATCH = 200;

        /** What is good enough unless somebody asks for another precision: a part of baseline. */
        public static final double GOOD_ENOUGH = 0.01;

        public Settings {
            if (mostRuns < 1 || threads < 1 || !(goodEnough >= 0)) {
                throw new IllegalArgumentException("runs (" + mostRuns + ") and threads (" + threads
                        + ") must be 1 or more, goodEnough (" + goodEnough + ") 0 or more");
            }
        }

        /** As the dataset draws figures, without prices. */
        public Settings(int mostRuns, long seed, int threads, double goodEnough) {
            this(mostRuns, seed, threads, goodEnough, false, Prices.NONE);
        }

        public Settings withPrices(Prices wanted) {
            return new Settings(mostRuns, seed, threads, goodEnough, independent, wanted);
        }

        Settings oneRun() {
            return new Settings(1, seed, threads, goodEnough, independent, prices);
        }

        /** Each figure drawn by itself. */
        public Settings independently() {
            return new Settings(mostRuns, seed, threads, goodEnough, true, prices);
        }

        /** All runs, whatever they show. */
        public static Settings all(int runs, long seed, int threads) {
            return new Settings(runs, seed, threads, 0);
        }
    }

    /**
     * @param model that knows time and volume
     * @param defaultRule used where the scenario states no rationing rule; its classes are used too where the scenario draws rules and
     *     states no classes of its own
     * @param watched makers whose own output is kept too, beside that of all goods and markets
     * @throws ChokepointException with every restriction that selects nothing, or if the model knows too little
     */
    public MonteCarlo(
            PropagationModel model,
            NetworkStructure structure,
            Scenario scenario,
            RationingRule defaultRule,
            List<Activity> watched) {
        this(model, structure, scenario, defaultRule, watched, Map.of());
    }

    /**
     * As above, with other figures in place of some.
     *
     * @param own by id, what to use in place of a figure of the dataset or the scenario
     */
    public MonteCarlo(
            PropagationModel model,
            NetworkStructure structure,
            Scenario scenario,
            RationingRule defaultRule,
            List<Activity> watched,
            Map<String, Figure> own) {
        model.require(Capability.TIME, Capability.VOLUME);
        this.model = model;
        this.structure = structure;
        this.watched = List.copyOf(watched);
        this.scenario = scenario;
        this.defaultRule = defaultRule;
        this.own = Map.copyOf(own);
        RationingRule stated = scenario.rationing().orElse(defaultRule);
        this.rules = scenario.rules().orElse(new RuleWeights(Map.of(RuleWeights.Rule.of(stated), 1.0)));
        for (RuleWeights.Rule rule : RuleWeights.Rule.values()) {
            if (rules.part(rule) > 0) {
                selections.put(rule, ScenarioSelection.of(structure, scenario.withRationing(rule(rule)), defaultRule));
            }
        }
        List<Problem> problems = selections.values().iterator().next().problems();
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
    }

    private RationingRule rule(RuleWeights.Rule wanted) {
        return switch (wanted) {
            case PROPORTIONAL -> RationingRule.PROPORTIONAL;
            case DOMESTIC_FIRST -> RationingRule.DOMESTIC_FIRST;
            case PRICE -> RationingRule.PRICE;
            case PRIORITY ->
                scenario.rationing()
                        .filter(RationingRule.Priority.class::isInstance)
                        .or(() -> Optional.of(defaultRule).filter(RationingRule.Priority.class::isInstance))
                        .orElseThrow(() -> new ChokepointException("Scenario '" + scenario.id()
                                + "' draws rule 'priority', which needs classes of customers, and neither the scenario nor"
                                + " the dataset states any. Maybe add \"rationing\" to the scenario file."));
        };
    }

    /** @throws CancellationException if the monitor says so; no partial result */
    public MonteCarloResult run(Settings settings, RunMonitor monitor) {
        LongWork.begins("running a scenario many times");
        FigureDraws draws = draws(settings);
        MonteCarloRecord record = new MonteCarloRecord(
                structure, draws, scenario, watched, PriceSides.of(structure.dataset(), restricted()), settings);
        int done = 0;
        while (done < settings.mostRuns()) {
            int batch = Math.min(Settings.BATCH, settings.mostRuns() - done);
            runBatch(record, settings, done, batch, monitor);
            done += batch;
            if (settings.goodEnough() > 0 && record.isGoodEnough(done, settings.goodEnough())) {
                break;
            }
        }
        return record.result(done);
    }

    private FigureDraws draws(Settings settings) {
        return new FigureDraws(
                structure.dataset(),
                scenario,
                own,
                settings.independent() ? Together.NONE : structure.dataset().together());
    }

    /** The makers that restrictions speak of. */
    private Set<Activity> restricted() {
        ScenarioSelection selection = selections.values().iterator().next();
        Set<Activity> makers = new LinkedHashSet<>();
        for (int r = 0; r < scenario.restrictions().size(); r++) {
            for (int activity : selection.activities(r)) {
                makers.add(structure.activity(activity));
            }
            for (int link : selection.links(r)) {
                makers.add(structure.activity(structure.linkSupplier(link)));
            }
        }
        return makers;
    }

    /**
     * Makes all runs and reads each of them, for what a {@link MonteCarloResult} does not keep: prices, for instance.
     *
     * @param reader what of a run is wanted; called by many threads at once
     * @return by run
     * @throws CancellationException if the monitor says so; no partial result
     */
    public <T> List<T> each(Settings settings, Function<PreparedRun, T> reader, RunMonitor monitor) {
        LongWork.begins("running a scenario many times");
        IntFunction<PreparedRun> runs = prepared(settings);
        AtomicInteger done = new AtomicInteger();
        List<Callable<T>> tasks = new ArrayList<>();
        for (int run = 0; run < settings.mostRuns(); run++) {
            int number = run;
            tasks.add(() -> {
                monitor.checkCancelled();
                T read = reader.apply(runs.apply(number));
                monitor.progress(done.incrementAndGet(), settings.mostRuns(), "runs with drawn figures");
                return read;
            });
        }
        return Workers.all(tasks, settings.threads());
    }

    /** Any run by its number, ready to be run; to be asked by many threads at once. */
    public IntFunction<PreparedRun> prepared(Settings settings) {
        FigureDraws draws = draws(settings);
        return run -> prepare(draws, draws.draw(settings.seed(), run), rule(settings.seed(), run));
    }

    /**
     * All runs as units to be run anywhere. Precision is not looked at: all runs are made.
     *
     * @throws ChokepointException if the outcomes of so many runs take too much memory
     */
    public Runs runs(Settings settings) {
        return new Runs(settings);
    }

    /** Each run is a unit that gives what a {@link MonteCarloResult} keeps of it; week by week only where weekly prices are asked for. */
    public final class Runs implements UnitSweep {
        private final Settings settings;
        private final FigureDraws draws;
        private final PriceSides sides;

        private Runs(Settings settings) {
            this.settings = settings;
            this.draws = draws(settings);
            this.sides = PriceSides.of(structure.dataset(), restricted());
            MonteCarloRecord.requireRoom(structure, watched, settings.mostRuns());
        }

        @Override
        public long units() {
            return settings.mostRuns();
        }

        @Override
        public String what() {
            return "runs with drawn figures";
        }

        @Override
        public Worker worker() {
            LongWork.begins("running a scenario many times");
            MonteCarloRecord scratch = record(settings.oneRun());
            RunNumbers numbers = new RunNumbers(scratch, settings);
            return (unit, monitor) -> {
                int run = (int) unit;
                double[] drawn = draws.draw(settings.seed(), run);
                RuleWeights.Rule rule = rule(settings.seed(), run);
                scratch.keep(0, rule, drawn, outputs(draws, drawn, rule, settings, monitor));
                return numbers.of(run);
            };
        }

        /** A checksum of what is drawn from where, by which it can be known whether somebody else's runs are of the same figures. */
        public String ranges() {
            CRC32C sum = new CRC32C();
            for (Figure figure : draws.figures()) {
                String text = figure.id() + "=" + figure.low() + "/" + figure.central() + "/" + figure.high() + "\n";
                sum.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return Long.toHexString(sum.getValue());
        }

        private MonteCarloRecord record(Settings of) {
            return new MonteCarloRecord(structure, draws, scenario, watched, sides, of);
        }

        /** @param results of these runs */
        public MonteCarloResult result(UnitResults results) {
            MonteCarloRecord record = record(settings);
            RunNumbers numbers = new RunNumbers(record, settings);
            results.each((unit, values) -> {
                int run = (int) unit;
                // Cheaper drawn again than kept.
                numbers.restore(
                        run,
                        rule(settings.seed(), run),
                        run < record.kept ? draws.draw(settings.seed(), run) : NONE,
                        values);
            });
            return record.result(settings.mostRuns());
        }
    }

    private void runBatch(MonteCarloRecord record, Settings settings, int first, int count, RunMonitor monitor) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int run = first; run < first + count; run++) {
            int number = run;
            tasks.add(() -> {
                monitor.checkCancelled();
                runOne(record, settings, number, monitor);
                monitor.progress(record.countDone(), settings.mostRuns(), "runs with drawn figures");
                return null;
            });
        }
        Workers.all(tasks, settings.threads());
    }

    private void runOne(MonteCarloRecord record, Settings settings, int run, RunMonitor monitor) {
        double[] drawn = record.draws.draw(settings.seed(), run);
        RuleWeights.Rule rule = rule(settings.seed(), run);
        record.keep(run, rule, drawn, outputs(record.draws, drawn, rule, settings, monitor));
    }

    private OutputSeries outputs(
            FigureDraws draws, double[] drawn, RuleWeights.Rule rule, Settings settings, RunMonitor monitor) {
        return prepare(draws, drawn, rule)
                .outputs(scenario.horizonWeeks(), watched, settings.prices() != Settings.Prices.NONE, monitor);
    }

    /** The scenario's rule, or the one that is drawn. */
    private RuleWeights.Rule rule(long seed, int run) {
        return selections.size() == 1 ? selections.keySet().iterator().next() : drawnRule(seed, run);
    }

    /** As a figure is drawn: it depends on the seed and the run's number alone. */
    private RuleWeights.Rule drawnRule(long seed, int run) {
        return rules.at(FigureDraws.uniform("rationing/rule", seed, run));
    }

    private PreparedRun prepare(FigureDraws draws, double[] drawn, RuleWeights.Rule rule) {
        FigureValues values = draws.values(drawn);
        CompiledNetwork network = NetworkCompiler.compile(structure, values, Overdraft.RAISE);
        return model.compile(network, Objects.requireNonNull(selections.get(rule)), values);
    }
}
