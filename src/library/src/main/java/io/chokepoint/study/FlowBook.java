package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who delivers how much to whom while nothing is restricted, at central figures. Immutable. */
public final class FlowBook {
    private final Map<Good, List<Flow>> flows = new LinkedHashMap<>();

    /**
     * One maker's deliveries to one customer.
     *
     * @param part of the world's baseline output of the maker's good, in (0, 1]
     */
    public record Flow(Activity maker, Customer customer, double part) {
        /** ISO 3166-1 alpha-3 of the customer; empty for the rest of the world. */
        public String customerCountry() {
            return customer.country();
        }
    }

    public FlowBook(StudyRunner runner) {
        NetworkStructure structure = runner.structure();
        CompiledNetwork central = runner.central();
        for (int link = 0; link < structure.linkCount(); link++) {
            // Links to alternatives and to suppliers that are not used today carry nothing.
            if (central.flow(link) > 0) {
                Activity maker = structure.activity(structure.linkSupplier(link));
                flows.computeIfAbsent(maker.good(), unused -> new ArrayList<>())
                        .add(new Flow(maker, structure.customer(link), central.flow(link)));
            }
        }
        flows.replaceAll((good, list) -> List.copyOf(list));
    }

    /** All flows of a good, in dataset order of their customers. */
    public List<Flow> of(Good good) {
        return flows.getOrDefault(good, List.of());
    }

    /** Whether the run's restrictions held the flow back in some week: cut or delayed it, or took its maker's capacity. */
    public static boolean isRestricted(Flow flow, SimulationResult result) {
        return result.heldFlows().has(flow.maker(), flow.customer());
    }
}
