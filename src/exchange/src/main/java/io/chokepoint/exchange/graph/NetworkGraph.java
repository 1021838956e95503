package io.chokepoint.exchange.graph;

import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset, or a run on it, as nodes and edges with attributes. Attributes are named as the columns of the dataset's tables; a node is a good, a provider
 * or a market by its attribute {@code type}, an edge a supply, a dependency or a demand.
 */
record NetworkGraph(List<Node> nodes, List<Edge> edges) {

    /**
     * One node. Equal by id.
     *
     * @param attributes texts and numbers by name
     * @param course week by week, as a part of baseline; null where there is none
     */
    record Node(String id, String label, Map<String, Object> attributes, double @Nullable [] course) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && node.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** One edge, from what is needed to what needs it. Equal by id. */
    record Edge(String id, String source, String target, Map<String, Object> attributes, double @Nullable [] course) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Edge edge && edge.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    static NetworkGraph of(ExportSource source) {
        return new Builder(source.data().dataset(), source.run()).build();
    }

    private static final class Builder {
        private final Dataset data;
        private final Optional<SimulationResult> run;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        private Builder(Dataset data, Optional<SimulationResult> run) {
            this.data = data;
            this.run = run;
        }

        private NetworkGraph build() {
            data.goods().forEach(this::good);
            data.providers().forEach(this::provider);
            data.markets().forEach(this::market);
            data.supplies().forEach(this::supply);
            data.dependencies().forEach(this::dependency);
            data.markets().forEach(market -> market.offers().forEach(offer -> demand(market, offer)));
            return new NetworkGraph(List.copyOf(nodes), List.copyOf(edges));
        }

        private void good(Good good) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "good");
            of.put("kind", good.kind().id());
            of.put("stage", good.stage().name());
            of.put("tags", String.join(";", good.tags()));
            of.put("aliases", String.join(";", good.aliases()));
            of.put("description", good.description());
            run.ifPresent(result -> outcome(result.outcome(good), of));
            node(
                    good.id(),
                    good.name(),
                    of,
                    run.map(result -> result.output(good)).orElse(null));
        }

        private void provider(Provider provider) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "provider");
            of.put("provider_type", provider.type().id());
            of.put("country", provider.country());
            node(id(provider), provider.name(), of, null);
        }

        private void market(Market market) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "market");
            of.put("function", market.function());
            of.put("country", market.country());
            of.put("tags", String.join(";", market.tags()));
            of.put("description", market.description());
            of.put("switch_weeks", market.switchWeeks());
            figure(of, "price_sensitivity", market.priceSensitivity());
            run.ifPresent(result -> outcome(result.outcome(market), of));
            node(
                    id(market),
                    market.name(),
                    of,
                    run.map(result -> result.served(market)).orElse(null));
        }

        private void node(String id, String label, Map<String, Object> attributes, double @Nullable [] course) {
            attributes.values().removeIf(value -> value.equals(""));
            nodes.add(new Node(id, label, attributes, course));
        }

        private void supply(Supply supply) {
            Activity activity = supply.activity();
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "supply");
            figure(of, "share", supply.share());
            figure(of, "spare", supply.spare());
            if (supply.rampWeeks() > 0) {
                of.put("ramp_weeks", supply.rampWeeks());
            }
            of.put("year", supply.year());
            evidence(of, supply.evidence());
            edge(
                    id(activity.provider()),
                    activity.good().id(),
                    of,
                    run.map(result -> result.output(activity)).orElse(null));
        }

        private void dependency(Dependency dependency) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "dependency");
            of.put("mode", dependency.mode().id());
            figure(of, "criticality", dependency.criticality());
            figure(of, "use_share", dependency.useShare());
            switch (dependency.mode()) {
                case CONSUMED -> figure(of, "stock_weeks", dependency.stockWeeks());
                case CAPITAL -> of.put("lifetime_years", dependency.lifetimeYears());
                case ACCESS -> {}
            }
            if (dependency.leadWeeks() > 0) {
                of.put("lead_weeks", dependency.leadWeeks());
            }
            figure(of, "qualification_weeks", dependency.qualificationWeeks());
            figure(of, "cost_share", dependency.costShare());
            of.put("role", dependency.role());
            evidence(of, dependency.evidence());
            edge(dependency.input().id(), dependency.consumer().id(), of, null);
        }

        private void demand(Market market, Offer offer) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("type", "demand");
            of.put("provider", offer.provider() == null ? "" : offer.provider().id());
            figure(of, "use_share", offer.useShare());
            of.put("function_per_unit", offer.functionPerUnit());
            of.put("year", offer.year());
            evidence(of, offer.evidence());
            edge(offer.product().id(), id(market), of, null);
        }

        private void edge(String from, String to, Map<String, Object> attributes, double @Nullable [] course) {
            attributes.values().removeIf(value -> value.equals(""));
            edges.add(new Edge("e" + edges.size(), from, to, attributes, course));
        }

        private static void outcome(Outcome outcome, Map<String, Object> of) {
            of.put("trough", outcome.trough());
            of.put("trough_week", outcome.troughWeek());
            of.put("lost_output_weeks", outcome.lostOutputWeeks());
            outcome.firstLossWeek().ifPresent(week -> of.put("first_loss_week", week));
            outcome.recoveryWeek().ifPresent(week -> of.put("recovery_week", week));
        }

        private static void figure(Map<String, Object> of, String name, Figure figure) {
            if (figure.low() != figure.central() || figure.high() != figure.central()) {
                of.put(name + "_low", figure.low());
                of.put(name + "_high", figure.high());
            }
            of.put(name, figure.central());
        }

        private static void evidence(Map<String, Object> of, Evidence evidence) {
            of.put("basis", evidence.basis().id());
            of.put("sources", String.join(";", evidence.sources()));
            of.put("note", evidence.note());
        }

        private static String id(Provider provider) {
            return "provider:" + provider.id();
        }

        private static String id(Market market) {
            return "market:" + market.id();
        }
    }
}
