package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.Simulator;
import io.chokepoint.simulation.WeeklySimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the use cases on one dataset folder that the window and the command line share. Thread-safe; the network is compiled once
 * and kept.
 */
public final class StudyRunner {
    private final DataPackage data;
    private final Simulator simulator = new WeeklySimulator();
    private final NetworkStructure structure;
    private final CompiledNetwork central;

    /** @throws ChokepointException if a maker is overdrawn or a share or use share is 0 */
    public StudyRunner(DataPackage data) {
        LongWork.begins("compiling the network");
        this.data = data;
        this.structure = new NetworkStructure(data.dataset());
        this.central = NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.REFUSE);
    }

    public DataPackage data() {
        return data;
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
        return values == FigureValues.CENTRAL ? central : NetworkCompiler.compile(structure, values, Overdraft.RAISE);
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
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public SimulationResult run(Scenario scenario, RunMonitor monitor) {
        return run(scenario, FigureValues.CENTRAL, "central", monitor);
    }

    /**
     * As {@link #run(Scenario, RunMonitor)}, with other values of the figures.
     *
     * @param figures what the result's provenance says of them
     */
    public SimulationResult run(Scenario scenario, FigureValues values, String figures, RunMonitor monitor) {
        return run(scenario, network(values), values, figures, monitor);
    }

    private SimulationResult run(
            Scenario scenario, CompiledNetwork network, FigureValues values, String figures, RunMonitor monitor) {
        ScenarioSelection selection = select(scenario);
        List<Problem> problems = selection.problems();
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        CompiledScenario compiled = CompiledScenario.of(network, selection, values);
        SimulationSettings settings = new SimulationSettings(scenario.horizonWeeks(), true, false, figures);
        return simulator.run(network, compiled, settings, monitor);
    }

    /**
     * Runs a scenario many times, each time with every uncertain figure drawn from its range.
     *
     * @throws ChokepointException with all faults if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public MonteCarloResult sample(Scenario scenario, MonteCarlo.Settings settings, RunMonitor monitor) {
        return sample(scenario, List.of(), settings, monitor);
    }

    /** @param own by id, figures to use in place of the dataset's */
    public MonteCarloResult sample(
            Scenario scenario, Map<String, Figure> own, MonteCarlo.Settings settings, RunMonitor monitor) {
        return new MonteCarlo(structure, scenario, data.defaultRationing(), List.of(), own).run(settings, monitor);
    }

    /** @param watched makers whose own output is kept too */
    MonteCarloResult sample(
            Scenario scenario, List<Activity> watched, MonteCarlo.Settings settings, RunMonitor monitor) {
        return new MonteCarlo(structure, scenario, data.defaultRationing(), watched).run(settings, monitor);
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
