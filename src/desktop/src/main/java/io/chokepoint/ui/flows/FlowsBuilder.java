package io.chokepoint.ui.flows;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Supply;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.FlowBook;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Block;
import io.chokepoint.ui.flows.FlowsContent.Node;
import io.chokepoint.ui.flows.FlowsContent.Width;
import io.chokepoint.ui.support.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the flows around a good. */
final class FlowsBuilder {
    /** Uses smaller than this part are not followed. */
    private static final double LEAST = 1e-4;

    private final Answer answer;
    private final SimulationResult result;
    private final FlowBook book;
    private final Good good;
    private final Width width;
    private final int most;
    private final Optional<Double> worth;
    private final Set<Activity> restricted;
    private final List<Band> bands = new ArrayList<>();

    /**
     * @param wanted what widths are to say; the part of use where the dataset does not say what goods are worth
     * @param most blocks in a column, 2 or more; those beyond become one
     */
    FlowsBuilder(Answer answer, FlowBook book, Good good, Width wanted, int most) {
        this.most = most;
        this.answer = answer;
        this.result = answer.result();
        this.book = book;
        this.good = good;
        this.worth = worth(answer.result(), good);
        this.width = worth.isPresent() ? wanted : Width.USE;
        this.restricted = result.restrictedMakers();
    }

    FlowsContent build() {
        Node whole = new Node.Whole(good);
        Map<Node, Double> makers = new LinkedHashMap<>();
        for (Supply supply : result.dataset().suppliesOf(good)) {
            makers.put(new Node.OfMaker(supply.activity()), result.baseline(supply.activity()));
        }
        makers.forEach((node, share) -> bands.add(new Band(
                node, whole, share, Texts.get("flows.band.maker", percent(share)) + money(share), isRestricted(node))));

        Map<Node, Double> uses = usesOf(good, 1, whole, 3);
        Map<Node, Double> farUses = new LinkedHashMap<>();
        uses.forEach((node, part) -> {
            if (node instanceof Node.OfGood use) {
                usesOf(use.good(), part, node, 4).forEach((far, size) -> farUses.merge(far, size, Double::sum));
            }
        });
        Map<Node, Double> inputs = inputsOf(good, 1, whole, 1);
        Map<Node, Double> farInputs = new LinkedHashMap<>();
        inputs.forEach((node, size) -> {
            if (node instanceof Node.OfGood input) {
                inputsOf(input.good(), size, node, 0).forEach((far, own) -> farInputs.merge(far, own, Double::sum));
            }
        });
        List<Band> each = merged();
        List<List<Block>> columns = new ArrayList<>();
        columns.add(column(0, farInputs));
        columns.add(column(1, inputs));
        columns.add(column(2, makers));
        columns.add(column(3, uses));
        columns.add(column(4, farUses));
        return new FlowsContent(good, width, worth, columns, merged(), each);
    }

    /** US$ million a year; empty where the dataset does not say. */
    private static Optional<Double> worth(SimulationResult result, Good good) {
        return result.dataset().findValue(good).map(value -> value.value().central());
    }

    /** What a part of the good's output is worth, in words; empty where nobody says. */
    private String money(double part) {
        return worth.map(all -> Texts.get("flows.band.worth", Dollars.brief(part * all)))
                .orElse("");
    }

    /** Where a good goes, and bands to there; what the dataset does not follow is one node. */
    private Map<Node, Double> usesOf(Good from, double size, Node source, int column) {
        Map<Node, Double> parts = new LinkedHashMap<>();
        Map<Node, Boolean> held = new LinkedHashMap<>();
        for (FlowBook.Flow flow : book.of(from)) {
            Node to = switch (flow.customer()) {
                case Customer.Maker maker -> new Node.OfGood(maker.activity().good(), column);
                case Customer.Buyers buyers -> new Node.OfMarket(buyers.market(), column);
            };
            parts.merge(to, flow.part(), Double::sum);
            held.merge(to, FlowBook.isRestricted(flow, result), Boolean::logicalOr);
        }
        double other =
                1 - parts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (other > 0.005) {
            parts.put(new Node.OtherUses(column), other);
        }
        Map<Node, Double> sizes = new LinkedHashMap<>();
        parts.forEach((to, part) -> {
            if (part * size >= LEAST) {
                sizes.put(to, part * size);
                bands.add(new Band(
                        source,
                        to,
                        part * size,
                        Texts.get("flows.band.use", percent(part), from.shortName())
                                + worth.map(all -> Texts.get(
                                                "flows.band.contained",
                                                good.shortName(),
                                                Dollars.brief(part * size * all)))
                                        .orElse(""),
                        held.getOrDefault(to, false)));
            }
        });
        return sizes;
    }

    /**
     * What makers of a good need. By value, sizes are what they pay for it; else the parts of the inputs' output that go there, brought to
     * the sum given.
     *
     * @param size by use, of the good whose makers they are
     */
    private Map<Node, Double> inputsOf(Good to, double size, Node target, int column) {
        Map<Node, Double> parts = new LinkedHashMap<>();
        Map<Node, Boolean> held = new LinkedHashMap<>();
        for (Dependency dependency : result.dataset().inputsOf(to)) {
            Node from = new Node.OfGood(dependency.input(), column);
            for (FlowBook.Flow flow : book.of(dependency.input())) {
                if (flow.customer() instanceof Customer.Maker maker
                        && maker.activity().good().equals(to)) {
                    parts.merge(from, flow.part(), Double::sum);
                    held.merge(from, FlowBook.isRestricted(flow, result), Boolean::logicalOr);
                }
            }
        }
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Node, Double> sizes = new LinkedHashMap<>();
        parts.forEach((from, part) -> {
            Optional<Double> paid = paid(from, part, to);
            double own = width == Width.VALUE ? paid.orElse(0.0) : part / sum * size;
            sizes.put(from, own);
            bands.add(new Band(
                    from,
                    target,
                    own,
                    Texts.get("flows.band.use", percent(part), name(from))
                            + paid.map(this::bought).orElse(""),
                    held.getOrDefault(from, false)));
        });
        return sizes;
    }

    /**
     * What is paid for an input of what goes into the chosen good, as a part of the good's worth: of the input of an input, as much as the
     * part of the latter's output is that goes there.
     */
    private Optional<Double> paid(Node from, double part, Good to) {
        if (!(from instanceof Node.OfGood input) || worth.isEmpty()) {
            return Optional.empty();
        }
        double through = to.equals(good) ? 1 : goesOn(to);
        return worth(result, input.good()).map(all -> part * all * through / worth.orElseThrow());
    }

    /** The part of an input's output that the good's makers buy. */
    private double goesOn(Good input) {
        return book.of(input).stream()
                .filter(flow -> flow.customer() instanceof Customer.Maker maker
                        && maker.activity().good().equals(good))
                .mapToDouble(FlowBook.Flow::part)
                .sum();
    }

    private String bought(double part) {
        return worth.map(all -> Texts.get("flows.band.paid", Dollars.brief(part * all)))
                .orElse("");
    }

    /** Largest first; more than there is room for become one block. */
    private List<Block> column(int index, Map<Node, Double> sizes) {
        List<Map.Entry<Node, Double>> sorted = new ArrayList<>(sizes.entrySet());
        // What the dataset does not follow, and makers without a name, stay at the foot.
        sorted.sort(Comparator.comparing((Map.Entry<Node, Double> entry) -> isRest(entry.getKey()))
                .thenComparing(entry -> -entry.getValue()));
        List<Block> blocks = new ArrayList<>();
        List<Node> rest = new ArrayList<>();
        double restSize = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Node node = sorted.get(i).getKey();
            double size = sorted.get(i).getValue();
            if (i < most - 1 || sorted.size() == most) {
                blocks.add(new Block(node, name(node), size, isRestricted(node)));
            } else {
                rest.add(node);
                restSize += size;
            }
        }
        if (!rest.isEmpty()) {
            Node others = new Node.Others(index, rest);
            blocks.add(new Block(others, Texts.count("flows.others", rest.size()), restSize, false));
            replace(rest, others);
        }
        return blocks;
    }

    private void replace(List<Node> rest, Node others) {
        bands.replaceAll(band -> new Band(
                rest.contains(band.from()) ? others : band.from(),
                rest.contains(band.to()) ? others : band.to(),
                band.size(),
                band.meaning(),
                band.restricted()));
    }

    /** Several bands between the same two blocks become one. */
    private List<Band> merged() {
        Map<List<Node>, Band> all = new LinkedHashMap<>();
        for (Band band : bands) {
            all.merge(
                    List.of(band.from(), band.to()),
                    band,
                    (a, b) -> new Band(
                            a.from(), a.to(), a.size() + b.size(), a.meaning(), a.restricted() || b.restricted()));
        }
        return List.copyOf(all.values());
    }

    private static boolean isRest(Node node) {
        return node instanceof Node.OtherUses
                || node instanceof Node.OfMaker maker
                        && maker.maker().provider().type() == ProviderType.REST;
    }

    private boolean isRestricted(Node node) {
        return switch (node) {
            case Node.OfGood of -> answer.restricted().contains(of.good());
            case Node.OfMaker of -> restricted.contains(of.maker());
            case Node.OfMarket unused -> false;
            case Node.Whole of -> answer.restricted().contains(of.good());
            case Node.Others unused -> false;
            case Node.OtherUses unused -> false;
        };
    }

    static String name(Node node) {
        return switch (node) {
            case Node.OfGood of -> of.good().shortName();
            case Node.OfMaker of -> maker(of.maker());
            case Node.OfMarket of -> of.market().shortName();
            case Node.Whole of -> of.good().shortName();
            case Node.Others of -> Texts.count("flows.others", of.members().size());
            case Node.OtherUses unused -> Texts.get("flows.otherUses");
        };
    }

    /** Its own name even where it stands for many: lean car lines in Japan are not the rest of the world. */
    private static String maker(Activity activity) {
        return Optional.of(activity.provider().name())
                .filter(name -> !name.isEmpty())
                .orElse(Countries.name(activity.provider().country()));
    }

    private static String percent(double part) {
        return Amounts.percent(part);
    }
}
