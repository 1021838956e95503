package io.chokepoint.testkit;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RationingRule.PriorityClass;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Scenarios at random for a dataset, the same for the same seed: all kinds of restrictions with ramps and end uses, overlapping
 * and following each other, all rationing rules, stock-building, expansions.
 */
public final class RandomScenarios {
    private final Dataset dataset;
    private final SplittableRandom random;
    /** For what was not drawn from the start: it changes nothing else that a seed gives. */
    private final SplittableRandom later;

    private final List<Flow> flows = new ArrayList<>();
    private final List<Flow> toMakers = new ArrayList<>();
    private final List<Flow> toMarkets = new ArrayList<>();

    private RandomScenarios(Dataset dataset, long seed) {
        this.dataset = dataset;
        for (Node node : new ReferenceNetwork(dataset, FigureValues.CENTRAL).nodes) {
            for (Flow flow : node.serves) {
                if (flow.baseline > 0) {
                    flows.add(flow);
                    (flow.need == null ? toMarkets : toMakers).add(flow);
                }
            }
        }
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        this.later = new SplittableRandom(seed ^ 0x2545F4914F6CDD1DL);
    }

    public static Scenario of(Dataset dataset, long seed) {
        return new RandomScenarios(dataset, seed).build();
    }

    private Scenario build() {
        int horizon = 20 + random.nextInt(101);
        ScenarioSketch sketch = ScenarioSketch.over(horizon);
        int restrictions = 1 + random.nextInt(5);
        for (int r = 0; r < restrictions; r++) {
            int start = random.nextInt(chance(0.8) ? 20 : 60);
            int end = chance(0.2) ? Period.OPEN : start + 1 + random.nextInt(40);
            sketch.during(start, end, chance(0.6) ? 0 : chance(0.3) ? 1 : uniform(0.5, 10));
            if (chance(0.3)) {
                sketch.endUse(pick(RandomNetworks.TAGS));
            } else {
                sketch.everyUse();
            }
            addRestriction(sketch);
        }
        if (!toMakers.isEmpty() && chance(0.3)) {
            sketch.stockBuild(flows(toMakers), chance(0.5) ? 1 + random.nextInt(8) : uniform(0, 8));
        }
        addExpansions(sketch);
        double rule = random.nextDouble();
        if (rule < 0.3) {
            sketch.rationing(RationingRule.DOMESTIC_FIRST);
        } else if (rule < 0.6) {
            sketch.rationing(priority());
        }
        addOnOneFlow(sketch);
        return sketch.scenario();
    }

    /** Several quotas on one flow, and several delays of parts of weeks. */
    private void addOnOneFlow(ScenarioSketch sketch) {
        if (flows.isEmpty()) {
            return;
        }
        String select = flows(flows);
        int quotas = chance(0.4) ? 1 + random.nextInt(3) : 0;
        for (int q = 0; q < quotas; q++) {
            perhapsNarrowed(sketch).quota(chance(0.6) ? select : flows(flows), part());
        }
        int delays = chance(0.4) ? 2 + random.nextInt(3) : 0;
        for (int d = 0; d < delays; d++) {
            double weeks = chance(0.5) ? random.nextInt(13) / 4.0 : uniform(0, 2);
            if (chance(0.5)) {
                perhapsNarrowed(sketch).licence(select, weeks, part());
            } else {
                perhapsNarrowed(sketch).compliance(select, 0.1, weeks);
            }
        }
    }

    private ScenarioSketch perhapsNarrowed(ScenarioSketch sketch) {
        int start = random.nextInt(30);
        sketch.during(start, start + 1 + random.nextInt(40), chance(0.7) ? 0 : uniform(0.5, 10));
        return chance(0.4) ? sketch.endUse(pick(RandomNetworks.TAGS)) : sketch.everyUse();
    }

    private void addRestriction(ScenarioSketch sketch) {
        int kind = flows.isEmpty() ? 0 : random.nextInt(8);
        if (kind == 4 && toMarkets.isEmpty()) {
            kind = 7;
        }
        switch (kind) {
            case 0 -> addOutage(sketch);
            case 1 -> sketch.licence(flows(flows), chance(0.5) ? random.nextInt(9) : uniform(0, 9), part());
            case 2 -> sketch.quota(flows(flows), part());
            case 3 -> sketch.tariff(flows(flows), uniform(0, 0.8), part());
            case 4 -> sketch.marketBan(flows(toMarkets));
            case 5 -> sketch.compliance(flows(flows), uniform(0, 0.3), chance(0.5) ? random.nextInt(5) : uniform(0, 5));
            default -> sketch.exportBan(flows(flows), part());
        }
    }

    private void addOutage(ScenarioSketch sketch) {
        String makers = makers();
        double lost = part();
        if (later.nextDouble() < 0.5) {
            sketch.outage(makers, lost);
        } else {
            sketch.outage(makers, lost, later.nextBoolean() ? later.nextInt(8) : later.nextDouble(12));
        }
    }

    private void addExpansions(ScenarioSketch sketch) {
        while (later.nextDouble() < 0.3) {
            Supply supply =
                    dataset.supplies().get(later.nextInt(dataset.supplies().size()));
            String maker = "good:" + supply.good() + (later.nextBoolean() ? "" : " provider:" + supply.provider());
            double added = later.nextInt(5) == 0 ? 0 : later.nextDouble(1.5);
            sketch.expansion(maker, added, later.nextInt(40), later.nextBoolean() ? 0 : 1 + later.nextDouble(9));
        }
    }

    private double part() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(2);
            default -> uniform(0, 1);
        };
    }

    private String makers() {
        return chance(0.3) ? maker() + " | " + maker() : maker();
    }

    /** A selector that selects at least one maker. */
    private String maker() {
        Supply supply = pick(dataset.supplies());
        String text = switch (random.nextInt(6)) {
            case 0 -> "good:" + supply.good();
            case 1 -> "provider:" + supply.provider();
            case 2 -> "country:" + supply.provider().country();
            case 3 ->
                "tag:" + pick(RandomNetworks.TAGS) + " kind:!"
                        + pick(List.of(GoodKind.values())).id();
            default -> "good:" + supply.good() + " provider:" + supply.provider();
        };
        return selectsMaker(text) ? text : "good:" + supply.good() + " provider:" + supply.provider();
    }

    private boolean selectsMaker(String text) {
        if (text.endsWith(":")) {
            return false;
        }
        Selector selector = ScenarioSketch.selectors(text).getFirst();
        return dataset.supplies().stream().anyMatch(supply -> selector.matchesMaker(supply.activity()));
    }

    private String flows(List<Flow> among) {
        return chance(0.2) ? flow(among) + " | " + flow(among) : flow(among);
    }

    /** A selector that selects at least one of the flows. */
    private String flow(List<Flow> among) {
        Flow flow = pick(among);
        Activity maker = flow.maker.activity;
        String exact = "good:" + maker.good() + " provider:" + maker.provider()
                + (flow.need == null ? " market:" + flow.customer : " to.good:" + flow.need.maker.activity.good());
        String text = switch (random.nextInt(7)) {
            case 0 ->
                "country:" + maker.provider().country() + " to:!"
                        + maker.provider().country();
            case 1 -> "provider:" + maker.provider() + " to.provider:!" + maker.provider();
            case 2 -> exact.replaceAll("provider:\\S+ ", "");
            case 3 -> maker() + " to.good:!" + maker.good();
            case 4 -> exact;
            default -> maker();
        };
        return selectsFlow(text, among) ? text : exact;
    }

    private static boolean selectsFlow(String text, List<Flow> among) {
        if (text.endsWith(":") || text.contains(": ") || text.endsWith("!")) {
            return false;
        }
        Selector selector = ScenarioSketch.selectors(text).getFirst();
        return among.stream().anyMatch(f -> selector.matchesFlow(f.maker.activity, f.customer.customer()));
    }

    private RationingRule priority() {
        List<PriorityClass> classes = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int c = 0; c < count; c++) {
            List<Selector> customers = switch (random.nextInt(4)) {
                case 0 -> ScenarioSketch.selectors("market:m0,m1");
                case 1 -> ScenarioSketch.selectors("tag:" + pick(RandomNetworks.TAGS));
                case 2 -> List.of();
                default -> ScenarioSketch.selectors(makers());
            };
            classes.add(new PriorityClass(customers, customers.isEmpty() || chance(0.15)));
        }
        return new RationingRule.Priority(classes);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
