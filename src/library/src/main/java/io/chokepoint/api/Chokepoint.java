package io.chokepoint.api;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.base.Stable;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset that questions can be put to: the first thing that another program opens. Immutable and safe to share between threads;
 * opening reads and checks the whole folder and takes about a second, a run milliseconds.
 *
 * <pre>{@code
 * Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));
 * RunResult run = chokepoint.run(chokepoint.scenario("ree-full-stop"));
 * run.hitGoods().forEach(good -> System.out.println(good.name()));
 * }</pre>
 *
 * <p>What is asked in words that the dataset does not know ends in a {@link ChokepointException} whose problems say what is wrong
 * and where; any other exception that is not documented is a bug.
 */
@Stable
public final class Chokepoint {
    private final DataPackage data;
    private final StudyRunner runner;
    private final Lookup lookup;
    private final List<Problem> warnings;

    private Chokepoint(DataPackage data, List<Problem> warnings) {
        this.data = data;
        this.runner = new StudyRunner(data);
        this.lookup = new Lookup(data.dataset());
        this.warnings = warnings;
    }

    /**
     * Reads and checks a dataset folder.
     *
     * @throws ChokepointException with all faults of all files at once
     */
    public static Chokepoint open(Path folder) {
        return open(folder, RunMonitor.NONE);
    }

    /**
     * As {@link #open(Path)}, watched.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Chokepoint open(Path folder, RunMonitor monitor) {
        Loaded<DataPackage> loaded = DatasetReader.read(folder, monitor);
        return new Chokepoint(loaded.orThrow(), loaded.problems());
    }

    /** What is odd about the dataset without standing in the way of a run. */
    public List<Problem> warnings() {
        return warnings;
    }

    public String title() {
        return data.dataset().title();
    }

    /** All goods, in dataset order. */
    public List<Good> goods() {
        return List.copyOf(data.dataset().goods());
    }

    public Optional<Good> findGood(String goodId) {
        return data.dataset().findGood(goodId);
    }

    /**
     * Who makes a good, in dataset order.
     *
     * @throws ChokepointException if there is no such good
     */
    public List<Maker> makers(String goodId) {
        return lookup.makers(lookup.good(goodId));
    }

    /** All markets, in dataset order. */
    public List<EndMarket> markets() {
        return data.dataset().markets().stream().map(Lookup::endMarket).toList();
    }

    /** The ids of the dataset's scenarios, by file name. */
    public List<String> scenarioIds() {
        return data.scenarios().stream().map(Scenario::id).toList();
    }

    /**
     * A scenario of the dataset, or one of its past episodes.
     *
     * @throws ChokepointException if there is none of this id
     */
    public ScenarioSpec scenario(String id) {
        return Stream.concat(data.scenarios().stream(), data.episodes().stream().map(Episode::scenario))
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .map(ScenarioSpec::new)
                .orElseThrow(() -> Lookup.unknown("scenario", id, scenarioIds()));
    }

    /**
     * Reads a scenario file and holds it against the dataset.
     *
     * @throws ChokepointException with all its faults, each with its line
     */
    public ScenarioSpec readScenario(Path file) {
        return new ScenarioSpec(ScenarioReader.read(file, data.dataset()).orThrow());
    }

    /** All faults of a scenario against the dataset, e.g. ids that it does not know; {@link #run} throws those that are errors. */
    public List<Problem> check(ScenarioSpec scenario) {
        return ScenarioChecker.check(scenario.scenario(), data.dataset(), scenario.id());
    }

    /**
     * Runs a scenario once, with the central value of every figure. The same scenario always gives the same result, on any machine.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     */
    public RunResult run(ScenarioSpec scenario) {
        return run(scenario, RunMonitor.NONE);
    }

    /**
     * As {@link #run(ScenarioSpec)}, watched.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public RunResult run(ScenarioSpec scenario, RunMonitor monitor) {
        refuseFaults(scenario);
        return new RunResult(scenario, runner.run(scenario.scenario(), monitor), lookup);
    }

    /**
     * Runs a scenario many times, each time with every uncertain figure of dataset and scenario drawn from its range, on all
     * processors. Run r of a seed is the same on any machine.
     *
     * @param runs ≥ 1; a thousand are enough to know a range to about a point
     * @param seed any number
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     * @throws IllegalArgumentException if there are no runs
     */
    public RunsResult runMany(ScenarioSpec scenario, int runs, long seed) {
        return runMany(scenario, runs, seed, RunMonitor.NONE);
    }

    /**
     * As {@link #runMany(ScenarioSpec, int, long)}, watched.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so; no partial result
     */
    public RunsResult runMany(ScenarioSpec scenario, int runs, long seed, RunMonitor monitor) {
        refuseFaults(scenario);
        MonteCarlo.Settings settings =
                MonteCarlo.Settings.all(runs, seed, Runtime.getRuntime().availableProcessors());
        return new RunsResult(scenario, runner.sample(scenario.scenario(), settings, monitor), lookup);
    }

    private void refuseFaults(ScenarioSpec scenario) {
        List<Problem> errors = check(scenario).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ChokepointException(errors);
        }
    }
}
