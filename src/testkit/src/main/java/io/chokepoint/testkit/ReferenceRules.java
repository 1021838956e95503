package io.chokepoint.testkit;

import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Purchaser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Section 4 of the model page: what the restrictions of a scenario mean for each flow and maker in each week. What stands in
 * guillemets is the page's wording.
 */
public final class ReferenceRules {
    private final ReferenceNetwork network;
    private final FigureValues values;
    private final List<Restriction> restrictions;
    private final List<Measure> measures;

    /**
     * A restriction on a flow.
     *
     * @param number its place in the scenario; two restrictions may be equal and still count twice
     * @param part E, the part of the flow that it is narrowed to
     */
    record Applied(int number, Restriction restriction, double part) {}

    /** A part of a shipment and how much later than usual it arrives. */
    record DelayedPart(double part, int weeks) {}

    ReferenceRules(ReferenceNetwork network, Scenario scenario, FigureValues values) {
        this.network = network;
        this.values = values;
        this.restrictions = scenario.restrictions();
        this.measures = scenario.measures();
        Map<String, Map<Purchaser, Double>> endUse = new HashMap<>();
        for (Restriction restriction : restrictions) {
            restriction.terms().endUse().ifPresent(tag -> endUse.computeIfAbsent(tag, this::endUseOf));
        }
        for (Node node : network.nodes) {
            for (Flow flow : node.serves) {
                List<Applied> on = new ArrayList<>();
                for (int number = 0; number < restrictions.size(); number++) {
                    Restriction restriction = restrictions.get(number);
                    if (selects(restriction, flow)) {
                        // » without endUse, E = 1. «
                        double part = restriction
                                .terms()
                                .endUse()
                                .map(tag -> endUse.getOrDefault(tag, Map.of()).getOrDefault(flow.customer, 0.0))
                                .orElse(1.0);
                        on.add(new Applied(number, restriction, part));
                    }
                }
                flow.restrictions = List.copyOf(on);
            }
        }
    }

    private static boolean selects(Restriction restriction, Flow flow) {
        // An outage selects makers, not flows.
        // » A market ban acts on flows into markets only. «
        if (is(restriction, "outage") || (is(restriction, "market-ban") && flow.need != null)) {
            return false;
        }
        return restriction.terms().select().stream()
                .anyMatch(selector -> selector.matchesFlow(flow.maker.activity, flow.customer.customer()));
    }

    static boolean selects(List<Selector> select, Need need) {
        // » for every consumed input of a maker of which it selects a flow (from any possible maker, one with m = 0
        // too) «
        Customer holder = need.maker.customer();
        for (Flow flow : need.flows) {
            for (Selector selector : select) {
                if (selector.matchesFlow(flow.maker.activity, holder)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** κ. */
    double workingPart(Node node, int week) {
        // » on one activity multiply κ. «
        double product = 1;
        for (Restriction restriction : restrictions) {
            if (is(restriction, "outage")
                    && restriction.terms().select().stream().anyMatch(s -> s.matchesMaker(node.activity))) {
                product *= working(restriction, week);
            }
        }
        return product;
    }

    private double working(Restriction outage, int week) {
        double lost = value(outage, "lost");
        int end = outage.period().end();
        if (week < end) {
            // » κ_i = 1 − lost; «
            return 1 - strength(outage, week) * lost;
        }
        // » from `end` on 1 − g·lost·max(0, 1 − (t − end + 1)/(R + 1)), g as in the last week in force «
        double recovery = stated(outage, "recoveryWeeks").map(values::of).orElse(0.0);
        double stillLost = Math.max(0, 1 - (week - end + 1) / (recovery + 1));
        return 1 - strength(outage, end - 1) * lost * stillLost;
    }

    /** A_i. */
    double added(Node node, int week) {
        // » A_i = Σ α·x̄_i·g, g as for restrictions, never ending. «
        double sum = 0;
        for (Measure measure : measures) {
            if (measure instanceof Measure.Expansion expansion
                    && week >= expansion.start()
                    && expansion.select().stream().anyMatch(s -> s.matchesMaker(node.activity))) {
                double ramp = expansion.rampWeeks();
                double strength = ramp > 0 ? Math.min(1, (week - expansion.start() + 1) / ramp) : 1;
                sum += values.of(expansion.added()) * node.baseline * strength;
            }
        }
        return sum;
    }

    private static boolean is(Restriction restriction, String kind) {
        return restriction.kind().id().equals(kind);
    }

    /** A parameter by its name in files: this reading goes by the page and knows nothing of descriptors. */
    private double value(Restriction restriction, String parameter) {
        return values.of(stated(restriction, parameter).orElseThrow());
    }

    private static Optional<Figure> stated(Restriction restriction, String parameter) {
        return restriction.parameters().stream()
                .filter(stated -> stated.name().equals(parameter))
                .map(Restriction.Parameter::value)
                .findFirst();
    }

    /** φ(j,i,t) as steps 4, 6, 7 and 10 see it. */
    double phi(Flow flow, int week) {
        // » everywhere else (steps 4, 6, 7, 10) φ₀ = cap, and several multiply like other restrictions; «
        return phi(flow, week, true);
    }

    /** φ(j,i,t) as step 3 sees it, where quotas come after. */
    double phiBeforeQuotas(Flow flow, int week) {
        return phi(flow, week, false);
    }

    private double phi(Flow flow, int week, boolean quotas) {
        double product = 1;
        for (Applied applied : flow.restrictions) {
            if (quotas || !is(applied.restriction(), "quota")) {
                // » Several restrictions on one flow multiply φ «
                // » φ = 1 − E(c)·(1 − φ₀); «
                product *= 1 - applied.part() * (1 - permitted(applied.restriction(), flow, week));
            }
        }
        return product;
    }

    /** φ₀ of one restriction on one of its flows. */
    private double permitted(Restriction restriction, Flow flow, int week) {
        double full = switch (restriction.kind().id()) {
            // » φ₀ = λ on the selected maker → customer flows, so at most λ of the baseline flow «
            case "export-ban" -> value(restriction, "leak");
            // » φ₀ = α and delay T on the selected flows (so nothing new arrives for T weeks, then α; the maker ships
            // α all along) «
            case "licence" -> value(restriction, "approval");
            case "quota" -> value(restriction, "cap");
            // » φ₀ = 0 on the product → market flow «
            case "market-ban" -> 0;
            // » cost only: section 5 «
            case "tariff" -> 1;
            // » e.g. a mandated on-chip location feature: cost as in section 5, delay T on the selected flows «
            case "compliance" -> 1;
            default -> throw new IllegalArgumentException("not on the page: " + restriction.kind());
        };
        // » An access flow has no shipments: a delay T there, each rounded by itself, means φ₀ = 0 for the first T
        // weeks. «
        // » T is never ramped. «
        if (flow.access
                && restriction.period().isInForce(week)
                && week < restriction.period().start() + wholeWeeks(delay(restriction))) {
            return 0;
        }
        // » φ₀ becomes 1 − g·(1 − φ₀); «
        return 1 - strength(restriction, week) * (1 - full);
    }

    /** T; 0 for kinds without a delay. */
    private double delay(Restriction restriction) {
        return switch (restriction.kind().id()) {
            case "licence" -> value(restriction, "processingWeeks");
            case "compliance" -> value(restriction, "delayWeeks");
            default -> 0;
        };
    }

    private static int wholeWeeks(double weeks) {
        // » rounded to whole weeks, halves up, once; within 1e-9 of a half is a half «
        int whole = (int) weeks;
        return weeks - whole >= 0.5 - 1e-9 ? whole + 1 : whole;
    }

    /** The parts of this week's shipment by their extra delay; they sum to 1. */
    List<DelayedPart> delays(Flow flow, int week) {
        List<Applied> delaying = new ArrayList<>();
        for (Applied applied : flow.restrictions) {
            Restriction restriction = applied.restriction();
            if (!flow.access && restriction.period().isInForce(week) && delay(restriction) > 0) {
                delaying.add(applied);
            }
        }
        // Each choice of those delays that hold a part up.
        List<DelayedPart> parts = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << delaying.size(); chosen++) {
            // » Several delays hold up parts that are independent of each other: parts multiply, T add as real
            // numbers, each part's sum is rounded by itself, «
            double size = 1;
            double sum = 0;
            for (int d = 0; d < delaying.size(); d++) {
                double held = heldUp(delaying.get(d), flow, week);
                boolean waits = (chosen >> d & 1) == 1;
                size *= waits ? held : 1 - held;
                sum += waits ? delay(delaying.get(d).restriction()) : 0;
            }
            if (size > 0) {
                // » add T (real numbers; their sum is rounded to whole weeks, halves up, once; «
                parts.add(new DelayedPart(size, wholeWeeks(sum)));
            }
        }
        return parts;
    }

    private double heldUp(Applied applied, Flow flow, int week) {
        double part = applied.part();
        if (part == 1) {
            return 1;
        }
        // » A delay holds up only the narrowed part, E·φ₀ / (1 − E·(1 − φ₀)) of each shipment (1 where that is 0/0);
        // the rest travels without it, «
        double permitted = permitted(applied.restriction(), flow, week);
        return part * permitted / (1 - part * (1 - permitted));
    }

    double meanDelay(Flow flow, int week) {
        // » and step 8 uses the mean T. «
        // » and the mean T is the mean of the rounded sums. «
        if (flow.restrictions.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (DelayedPart part : delays(flow, week)) {
            sum += part.part() * part.weeks();
        }
        return sum;
    }

    /** The last part of step 3. */
    void applyQuotas(int week) {
        // » in step 3 a flow takes the smallest of its narrowed factors 1 − E·(1 − factor) «
        Map<Flow, Double> smallest = new LinkedHashMap<>();
        for (int number = 0; number < restrictions.size(); number++) {
            Restriction restriction = restrictions.get(number);
            if (!is(restriction, "quota") || !restriction.period().isInForce(week)) {
                continue;
            }
            double factor = quotaFactor(number, restriction, week);
            for (Node node : network.nodes) {
                for (Flow flow : node.serves) {
                    // » scales the flow by 1 − E·(1 − its factor). «
                    smallest.merge(flow, 1 - partOf(number, flow) * (1 - factor), Math::min);
                }
            }
        }
        smallest.forEach((flow, factor) -> flow.permitted *= factor);
    }

    private double quotaFactor(int number, Restriction quota, int week) {
        double cap = 1 - strength(quota, week) * (1 - value(quota, "cap"));
        // » A quota weighs each Z and O' by E «
        double baseline = 0;
        double ordered = 0;
        for (Node node : network.nodes) {
            for (Flow flow : node.serves) {
                double part = partOf(number, flow);
                baseline += part * flow.baseline;
                ordered += part * flow.permitted;
            }
        }
        // » step 3: factor min(1, cap·ΣZ / ΣO') on the O' of the selected flows, 1 if ΣO' = 0 (orders of alternatives
        // count in ΣO' with Z = 0); «
        return ordered > 0 ? Math.min(1, cap * baseline / ordered) : 1;
    }

    double costRate(Flow flow, int week) {
        // » rate(j,c) = Σ τ·passThrough + Σ compliance cost of the restrictions on flow j → c. «
        // » E ≤ 1 narrows cost too (E times the cost); it means nothing for an outage. «
        double sum = 0;
        for (Applied applied : flow.restrictions) {
            Restriction restriction = applied.restriction();
            double full = switch (restriction.kind().id()) {
                case "tariff" -> value(restriction, "rate") * value(restriction, "passThrough");
                case "compliance" -> value(restriction, "cost");
                default -> 0;
            };
            sum += applied.part() * strength(restriction, week) * full;
        }
        return sum;
    }

    private static double strength(Restriction restriction, int week) {
        // » g = min(1, (t − start + 1) / rampWeeks) while in force (1 without a ramp), 0 otherwise; «
        int start = restriction.period().start();
        if (week < start || week >= restriction.period().end()) {
            return 0;
        }
        double ramp = restriction.period().rampWeeks();
        return ramp > 0 ? Math.min(1, (week - start + 1) / ramp) : 1;
    }

    /** E of one restriction on a flow; 0 where it does not select it. */
    private double partOf(int number, Flow flow) {
        for (Applied applied : flow.restrictions) {
            if (applied.number() == number) {
                return applied.part();
            }
        }
        return 0;
    }

    /**
     * » E(c) = the part of customer c's output that finally reaches TAG along baseline flows (1 for a tagged good, else Σ over
     * c's customers of Z/x̄·E, markets as tagged and other uses counting 0; all modes of dependency count; the least solution
     * where there are cycles), «
     *
     * <p>Solved directly: only makers from which some flow leads to a tag have E > 0, and for those alone the linear system has
     * exactly one solution, the least one.
     */
    Map<Purchaser, Double> endUseOf(String tag) {
        Map<Purchaser, Double> result = new HashMap<>();
        for (Buyer buyer : network.markets) {
            result.put(buyer, buyer.market.tags().contains(tag) ? 1.0 : 0.0);
        }
        for (Node node : network.nodes) {
            result.put(node, node.activity.good().hasTag(tag) ? 1.0 : 0.0);
        }
        List<Node> unknown = new ArrayList<>();
        Set<Purchaser> reaching = new HashSet<>();
        result.forEach((purchaser, part) -> {
            if (part > 0) {
                reaching.add(purchaser);
            }
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Node node : network.nodes) {
                if (!reaching.contains(node)
                        && node.serves.stream().anyMatch(f -> f.baseline > 0 && reaching.contains(f.customer))) {
                    reaching.add(node);
                    unknown.add(node);
                    grown = true;
                }
            }
        }
        int size = unknown.size();
        double[][] rows = new double[size][size + 1];
        for (int r = 0; r < size; r++) {
            Node node = unknown.get(r);
            rows[r][r] = 1;
            for (Flow flow : node.serves) {
                int column = unknown.indexOf(flow.customer);
                if (column >= 0) {
                    rows[r][column] -= flow.baseline / node.baseline;
                } else {
                    rows[r][size] += flow.baseline / node.baseline * result.getOrDefault(flow.customer, 0.0);
                }
            }
        }
        double[] solution = solve(rows);
        for (int r = 0; r < size; r++) {
            result.put(unknown.get(r), Math.min(1, solution[r]));
        }
        return result;
    }

    /** Gauss-Jordan elimination with row exchanges; the last column is the right-hand side. */
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int r = column + 1; r < size; r++) {
                if (Math.abs(rows[r][column]) > Math.abs(rows[pivot][column])) {
                    pivot = r;
                }
            }
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            for (int r = 0; r < size; r++) {
                double factor = r == column ? 0 : rows[r][column] / rows[column][column];
                for (int c = column; factor != 0 && c <= size; c++) {
                    rows[r][c] -= factor * rows[column][c];
                }
            }
        }
        double[] solution = new double[size];
        for (int r = 0; r < size; r++) {
            solution[r] = rows[r][size] / rows[r][r];
        }
        return solution;
    }
}
