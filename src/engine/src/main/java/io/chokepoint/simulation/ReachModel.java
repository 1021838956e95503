package io.chokepoint.simulation;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.ModelTable.Column;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which goods lie downstream of what is restricted, and how many dependencies away: the outer edge of what any model can say to be hit.
 *
 * <p>A good whose makers are put out, or of which some flow in use today is restricted, is at step 0. Where makers are put out, all that
 * needs the good follows; where flows are restricted, their buyers do, and what needs these. The least number of steps counts.
 */
public final class ReachModel implements PropagationModel {
    private static final List<ModelVersion> VERSIONS = List.of(new ModelVersion("1", "the first one"));

    private static final List<Column> COLUMNS = List.of(
            new Column("good", "good", false),
            new Column("name", "name", false),
            new Column("stage", "stage", false),
            new Column("steps", "steps", true),
            new Column("from", "from", false));

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public String summary() {
        return "which goods are downstream of what is restricted, in how many steps; no weeks, no volumes";
    }

    @Override
    public List<ModelVersion> versions() {
        return VERSIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }

    @Override
    public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        Reached reached = new Reached(network.structure());
        for (int r = 0; r < selection.scenario().restrictions().size(); r++) {
            for (int activity : selection.activities(r)) {
                reached.stopped(activity);
            }
            for (int link : selection.links(r)) {
                // Flows to alternatives and from suppliers that are not used today carry nothing yet.
                if (network.flow(link) > 0) {
                    reached.cut(link);
                }
            }
        }
        return new Run(network.structure(), selection.scenario(), List.copyOf(reached.steps.values()), stamp());
    }

    /** A good, how far it is from what is restricted, and what that is. */
    private record Step(Good good, int steps, Good from) {}

    /** What has been reached so far, with the fewest steps. */
    private static final class Reached {
        private final NetworkStructure structure;
        private final DirectedView<Good, Dependency> graph;
        /** From where all that follows has been reached, by the fewest steps already gone. */
        private final Map<Good, Integer> spreadAt = new HashMap<>();

        private final Map<Good, Step> steps = new LinkedHashMap<>();

        Reached(NetworkStructure structure) {
            this.structure = structure;
            this.graph = structure.dataset().graph().dependencies();
        }

        void stopped(int activity) {
            Good good = structure.activity(activity).good();
            spread(good, 0, good);
        }

        void cut(int link) {
            Good good = structure.activity(structure.linkSupplier(link)).good();
            add(new Step(good, 0, good));
            int slot = structure.linkSlot(link);
            // What markets get goes into nothing else.
            if (slot >= 0) {
                spread(structure.activity(structure.slotActivity(slot)).good(), 1, good);
            }
        }

        private void spread(Good start, int already, Good from) {
            if (spreadAt.getOrDefault(start, Integer.MAX_VALUE) <= already) {
                return;
            }
            spreadAt.put(start, already);
            graph.downstream(start).forEach((good, more) -> add(new Step(good, already + more, from)));
        }

        private void add(Step step) {
            steps.merge(step.good, step, (old, found) -> found.steps < old.steps ? found : old);
        }
    }

    private record Run(NetworkStructure structure, Scenario scenario, List<Step> reached, ModelStamp stamp)
            implements PreparedRun {

        @Override
        public ModelTable run(SimulationSettings settings, RunMonitor monitor) {
            LongWork.begins("looking for what is downstream");
            monitor.checkCancelled();
            List<Good> order = List.copyOf(structure.dataset().goods());
            List<Step> sorted = new ArrayList<>(reached);
            sorted.sort(Comparator.comparingInt(Step::steps).thenComparingInt(step -> order.indexOf(step.good)));
            long restricted = sorted.stream().filter(step -> step.steps == 0).count();
            int farthest = sorted.isEmpty() ? 0 : sorted.getLast().steps;
            return new ModelTable(
                    structure.dataset(),
                    scenario,
                    settings.provenance(stamp, structure.dataset(), scenario),
                    "Of " + Amounts.counted(order.size(), "good", "goods") + " " + restricted
                            + Amounts.word(restricted, " is", " are") + " restricted and "
                            + (sorted.size() - restricted) + " downstream, up to "
                            + Amounts.counted(farthest, "step", "steps") + " away.",
                    "Steps are all that this model knows: no weeks, no volumes, no causes. A good that is reached need"
                            + " not fall short.",
                    COLUMNS,
                    sorted.stream()
                            .map(step -> List.<Object>of(
                                    step.good.id(),
                                    step.good.name(),
                                    step.good.stage().id(),
                                    step.steps,
                                    step.from.id()))
                            .toList());
        }
    }
}
