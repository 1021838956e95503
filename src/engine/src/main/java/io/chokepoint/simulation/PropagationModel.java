package io.chokepoint.simulation;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way in which the loss of one node spreads through the network. Studies, commands and the window know this interface only; which
 * models there are says one registry ({@code io.chokepoint.study.ModelRegistry}).
 *
 * <p>What an implementation must hold:
 *
 * <ul>
 *   <li>It has no state of its own: what it compiles is kept in the {@link PreparedRun} that it hands out.
 *   <li>Models and prepared runs may be used by many threads at once.
 *   <li>The same input gives the same bits, on any machine and number of threads: sums run in an order that the input decides, and
 *       nothing is read from clocks, random sources or the iteration order of hash tables.
 *   <li>It changes neither the network nor the selection.
 *   <li>{@link PreparedRun#run} and {@link PreparedRun#outputs} give the same numbers.
 *   <li>A change after which some input gives other numbers gets a version of its own, and a line that says what changed.
 * </ul>
 */
public interface PropagationModel {

    /** The word for it on the command line and in files, e.g. "weekly": lower case, never changed. */
    String name();

    /** What it works out, in one line for people who choose a model. */
    String summary();

    /** Its versions, the oldest first and the present one last; at least one. */
    List<ModelVersion> versions();

    /** What it knows. */
    Set<Capability> capabilities();

    /**
     * Brings a scenario on a network into the form that this model runs. Studies of many runs call it once a run, so what depends on
     * the structure alone belongs into {@link CompiledNetwork#structure()}.
     *
     * @param network at the figures to use
     * @param selection of the same structure as the network's
     * @param values numbers for the restrictions' parameters
     */
    PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values);

    /**
     * What of a dataset and a scenario it leaves out or takes in a way of its own, which whoever reads a result must know.
     *
     * @return sentences; empty where it takes all as it is written
     */
    default List<String> leftOut(Dataset dataset, Scenario scenario) {
        return List.of();
    }

    /** The model as it is now, for what is written into files. */
    default ModelStamp stamp() {
        return new ModelStamp(name(), versions().getLast().version());
    }

    /**
     * What has changed after one of its versions, the oldest first; empty for the present one.
     *
     * @throws IllegalArgumentException if it never had that version
     */
    default List<ModelVersion> changesSince(String version) {
        List<ModelVersion> all = versions();
        for (int v = 0; v < all.size(); v++) {
            if (all.get(v).version().equals(version)) {
                return List.copyOf(all.subList(v + 1, all.size()));
            }
        }
        throw new IllegalArgumentException("model '" + name() + "' has no version '" + version + "'");
    }

    /** What a question needs and the model does not know; in the order of {@link Capability}. */
    default List<Capability> missing(Capability... needed) {
        List<Capability> missing = new ArrayList<>(List.of(needed));
        missing.removeAll(capabilities());
        missing.sort(null);
        return missing;
    }

    /**
     * Refuses a question that the model cannot answer.
     *
     * @throws ChokepointException if it lacks one of these; the message names the model and what it lacks
     */
    default void require(Capability... needed) {
        List<Capability> missing = missing(needed);
        if (!missing.isEmpty()) {
            throw new ChokepointException("Model '" + name() + "' does not know " + Capability.list(missing) + ".");
        }
    }
}
