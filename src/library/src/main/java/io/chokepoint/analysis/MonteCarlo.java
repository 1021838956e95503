package io.chokepoint.analysis;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PropagationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Many runs of one scenario, each with its own draw of every uncertain figure (model page, section 7). Run r is the same on any machine
 * and number of threads, and so is the number of runs after which the study stops.
 *
 * <p>A draw may overdraw a maker, since shares, use shares and stated mixes are drawn or kept one by one; its baseline is then raised to
 * what its customers take ({@link Overdraft#RAISE}), so that every run starts from its own steady state.
 */
public final class MonteCarlo {
    private final PropagationModel model;
    private final NetworkStructure structure;
    private final Scenario scenario;
    private final ScenarioSelection selection;
    private final FigureDraws draws;
    private final List<Activity> watched;

    /**
     * How many runs.
     *
     * @param mostRuns ≥ 1
     * @param seed any number; the same seed gives the same runs
     * @param threads ≥ 1; does not change the result
     * @param goodEnough stop when P10, P50 and P90 of the least output of every good are each known to within this part of
     *     baseline, in 19 of 20 cases; 0: always all runs
     */
    public record Settings(int mostRuns, long seed, int threads, double goodEnough) {
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

        /** All runs, whatever they show. */
        public static Settings all(int runs, long seed, int threads) {
            return new Settings(runs, seed, threads, 0);
        }
    }

    /**
     * @param model that knows time and volume
     * @param defaultRule used where the scenario states no rationing rule
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
        this.selection = ScenarioSelection.of(structure, scenario, defaultRule);
        List<Problem> problems = selection.problems();
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        this.draws = new FigureDraws(structure.dataset(), scenario, own);
    }

    /** @throws CancellationException if the monitor says so; no partial result */
    public MonteCarloResult run(Settings settings, RunMonitor monitor) {
        LongWork.begins("running a scenario many times");
        MonteCarloRecord record = new MonteCarloRecord(structure, draws, scenario, watched, settings);
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

    private void runBatch(MonteCarloRecord record, Settings settings, int first, int count, RunMonitor monitor) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int run = first; run < first + count; run++) {
            int number = run;
            tasks.add(() -> {
                monitor.checkCancelled();
                runOne(record, settings.seed(), number, monitor);
                monitor.progress(record.countDone(), settings.mostRuns(), "runs with drawn figures");
                return null;
            });
        }
        Workers.all(tasks, settings.threads());
    }

    private void runOne(MonteCarloRecord record, long seed, int run, RunMonitor monitor) {
        double[] drawn = draws.draw(seed, run);
        FigureValues values = draws.values(drawn);
        CompiledNetwork network = NetworkCompiler.compile(structure, values, Overdraft.RAISE);
        OutputSeries outputs =
                model.compile(network, selection, values).outputs(scenario.horizonWeeks(), watched, monitor);
        record.keep(run, drawn, outputs);
    }
}
