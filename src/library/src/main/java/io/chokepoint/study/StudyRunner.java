package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Fingerprint;
import io.chokepoint.model.Books;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.BookKeeper;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Fingerprints;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.simulation.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the use cases on one dataset folder that the window and the command line share. Thread-safe; the network is compiled once
 * and kept.
 */
public final class StudyRunner {
    private final DataPackage data;
    private final PropagationModel model;
    private final NetworkStructure structure;
    private final CompiledNetwork central;
    /** Figures in place of the dataset's, by id. */
    private final Map<String, Figure> own;

    private final FigureValues usual;

    /**
     * With the standard model.
     *
     * @throws ChokepointException if a maker is overdrawn or a share or use share is 0
     */
    public StudyRunner(DataPackage data) {
        this(data, ModelRegistry.PROGRAM.standard());
    }

    /**
     * With any model.
     *
     * @throws ChokepointException if a maker is overdrawn or a share or use share is 0
     */
    public StudyRunner(DataPackage data, PropagationModel model) {
        LongWork.begins("compiling the network");
        this.data = data;
        this.model = model;
        this.structure = new NetworkStructure(data.dataset());
        this.central = NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.REFUSE);
        this.own = Map.of();
        this.usual = FigureValues.CENTRAL;
    }

    private StudyRunner(StudyRunner of, Map<String, Figure> own) {
        LongWork.begins("compiling the network");
        this.data = of.data;
        this.model = of.model;
        this.structure = of.structure;
        this.own = Map.copyOf(own);
        this.usual = figure -> own.getOrDefault(figure.id(), figure).central();
        this.central = NetworkCompiler.compile(structure, usual, Overdraft.RAISE);
    }

    /**
     * The same with figures of the user's own in place of those of dataset and scenario, by id: whatever it runs at central figures is run
     * at theirs, and draws are from their ranges. Where answers come from says so.
     */
    public StudyRunner with(Map<String, Figure> figures) {
        return figures.isEmpty() ? this : new StudyRunner(this, figures);
    }

    /** The same dataset and figures, run with another model. */
    StudyRunner with(PropagationModel other) {
        return new StudyRunner(this, other);
    }

    private StudyRunner(StudyRunner of, PropagationModel model) {
        this.data = of.data;
        this.model = model;
        this.structure = of.structure;
        this.own = of.own;
        this.usual = of.usual;
        this.central = of.central;
    }

    /** What a run at central figures takes for each figure. */
    FigureValues usualValues() {
        return usual;
    }

    /** The same without figures of the user's own. */
    StudyRunner asPublished() {
        return own.isEmpty() ? this : new StudyRunner(data, model);
    }

    /** What the values of a run are, for its provenance. */
    private String usualName() {
        return own.isEmpty() ? "central" : "central with " + Amounts.counted(own.size(), "own figure", "own figures");
    }

    /** Who asks for central values means those of this runner. */
    private FigureValues used(FigureValues values) {
        return values == FigureValues.CENTRAL ? usual : values;
    }

    public DataPackage data() {
        return data;
    }

    /** What runs the scenarios. */
    public PropagationModel model() {
        return model;
    }

    /** The compiled structure, shared by all runs on this dataset. */
    public NetworkStructure structure() {
        return structure;
    }

    /** The network at its central figures. */
    public CompiledNetwork central() {
        return central;
    }

    /** The network at any values of the figures; the kept one at the central ones. */
    public CompiledNetwork network(FigureValues values) {
        return used(values) == usual ? central : NetworkCompiler.compile(structure, values, Overdraft.RAISE);
    }

    /** Faults of a scenario against the dataset: restrictions and measures that select nothing. */
    public List<Problem> check(Scenario scenario) {
        return select(scenario).problems();
    }

    /** Who and what the scenario's selectors speak of; the dataset's rationing rule where it states none. */
    public ScenarioSelection select(Scenario scenario) {
        return ScenarioSelection.of(structure, scenario, data.defaultRationing());
    }

    /**
     * Runs a scenario with its central figures.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset, or if the model knows no weeks
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public SimulationResult run(Scenario scenario, RunMonitor monitor) {
        return run(scenario, usual, usualName(), monitor);
    }

    /**
     * All that the model says of a scenario at central figures, whatever the model knows.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public ModelResult answer(Scenario scenario, RunMonitor monitor) {
        return prepare(scenario, usual).run(settings(scenario, usual, usualName()), monitor);
    }

    /**
     * As {@link #run(Scenario, RunMonitor)}, with other values of the figures.
     *
     * @param figures what the result's provenance says of them
     */
    public SimulationResult run(Scenario scenario, FigureValues values, String figures, RunMonitor monitor) {
        model.require(Capability.TIME);
        return prepare(scenario, values).simulate(settings(scenario, values, figures), monitor);
    }

    private SimulationSettings settings(Scenario scenario, FigureValues values, String figures) {
        return SimulationSettings.of(scenario.horizonWeeks()).withProvenance(figures, fingerprints(scenario, values));
    }

    /**
     * A scenario as the model runs it.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     */
    public PreparedRun prepare(Scenario scenario, FigureValues values) {
        ScenarioSelection selection = select(scenario);
        List<Problem> problems = selection.problems();
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        return model.compile(network(values), selection, used(values));
    }

    private Fingerprints fingerprints(Scenario scenario, FigureValues values) {
        return new Fingerprints(data.fingerprint(), Fingerprint.of(scenario, data.dataset(), values));
    }

    /** Where an answer comes from that was worked out from many runs of a scenario at central figures. */
    public Provenance provenance(Scenario scenario) {
        return settings(scenario, usual, usualName()).provenance(model.stamp(), data.dataset(), scenario);
    }

    /** Where an answer comes from that was worked out from runs of several scenarios, or of scenarios of the question's own. */
    public Provenance provenance(List<Scenario> scenarios) {
        String ids = scenarios.stream().map(Scenario::id).collect(Collectors.joining(" "));
        String scenario = scenarios.isEmpty() ? "" : Fingerprint.of(scenarios);
        return new Provenance(
                Provenance.programVersion(),
                Optional.of(model.stamp()),
                data.dataset().id(),
                ids,
                new Fingerprints(data.fingerprint(), scenario),
                usualName());
    }

    /** Where an answer comes from that was read off the network, without a run. */
    public Provenance provenanceWithoutModel() {
        return new Provenance(
                Provenance.programVersion(),
                Optional.empty(),
                data.dataset().id(),
                "",
                new Fingerprints(data.fingerprint(), ""),
                usualName());
    }

    /**
     * Runs a scenario many times, each time with every uncertain figure drawn from its range.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public MonteCarloResult sample(Scenario scenario, MonteCarlo.Settings settings, RunMonitor monitor) {
        return sample(scenario, own, settings, monitor);
    }

    /** The same as units to be run anywhere, see {@link MonteCarlo#runs}. */
    public MonteCarlo.Runs runs(Scenario scenario, MonteCarlo.Settings settings) {
        return monteCarlo(scenario, own).runs(settings);
    }

    /** @param own by id, figures to use in place of the dataset's */
    MonteCarlo monteCarlo(Scenario scenario, Map<String, Figure> own) {
        return new MonteCarlo(model, structure, scenario, data.defaultRationing(), List.of(), own);
    }

    /** @param own by id, figures to use in place of the dataset's */
    public MonteCarloResult sample(
            Scenario scenario, Map<String, Figure> own, MonteCarlo.Settings settings, RunMonitor monitor) {
        return monteCarlo(scenario, own).run(settings, monitor);
    }

    /**
     * As {@link #sample(Scenario, Map, MonteCarlo.Settings, RunMonitor)}, but reads each run for what such a result does not keep.
     *
     * @param reader what of a run is wanted; called by many threads at once
     * @return by run
     */
    <T> List<T> each(
            Scenario scenario,
            Map<String, Figure> own,
            MonteCarlo.Settings settings,
            Function<PreparedRun, T> reader,
            RunMonitor monitor) {
        return monteCarlo(scenario, own).each(settings, reader, monitor);
    }

    /** What every good costs and sells for; empty where the dataset does not say what goods are worth. */
    public Optional<Books> books() {
        return BookKeeper.of(central);
    }

    /** What a restriction selects, for the count beside its editor. */
    public Touch touches(Restriction restriction) {
        LongWork.begins("looking up what a restriction touches");
        ScenarioSelection selection = select(Scenario.adHoc(1, List.of(restriction)));
        Set<Integer> makers = new TreeSet<>();
        for (int activity : selection.activities(0)) {
            makers.add(activity);
        }
        int flows = 0;
        for (int link : selection.links(0)) {
            // Flows to alternatives and to suppliers that are not used today carry nothing yet.
            if (central.flow(link) > 0) {
                flows++;
                makers.add(structure.linkSupplier(link));
            }
        }
        List<Good> goods = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i : makers) {
            Good good = structure.activity(i).good();
            int place = goods.indexOf(good);
            if (place < 0) {
                goods.add(good);
                shares.add(central.baseline(i));
            } else {
                shares.set(place, shares.get(place) + central.baseline(i));
            }
        }
        return new Touch(flows, makers.size(), goods, shares);
    }
}
