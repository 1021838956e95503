package io.chokepoint.study;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.NodeSweep.Settings;
import io.chokepoint.model.Activity;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The run behind a row of a ranking, as a scenario that can be looked at, changed and saved. */
public final class NodeScenario {
    private NodeScenario() {}

    /**
     * A scenario that does to these nodes what a sweep does, so that it loses what the ranking says.
     *
     * @param nodes restricted together, at least one
     * @param title a few words
     * @param note why; goes with the restriction
     */
    public static Scenario of(List<Node> nodes, Settings settings, String title, String note) {
        List<Selector> select = new ArrayList<>();
        for (Node node : nodes) {
            select.addAll(settings.instrument() == Instrument.OUTAGE ? List.of(makers(node)) : exports(node));
        }
        return new Scenario(
                "ranking-"
                        + String.join("-", nodes.stream().map(NodeScenario::id).toList()),
                title,
                "",
                "",
                Optional.empty(),
                settings.weeks(),
                Optional.empty(),
                List.of(settings.restriction(select, note)),
                List.of(),
                List.of(),
                List.of());
    }

    private static String id(Node node) {
        return node.label().replace('@', '-');
    }

    private static Selector makers(Node node) {
        return switch (node.kind()) {
            case GOOD -> selector(term(Field.GOOD, node.id()));
            case ACTIVITY -> selector(term(Field.GOOD, node.id()), term(Field.PROVIDER, node.provider()));
            case COUNTRY -> selector(term(Field.COUNTRY, node.id()));
        };
    }

    /** Sales abroad are other countries' for each country of the node's makers; makers without a country have only those. */
    private static List<Selector> exports(Node node) {
        List<Selector> select = new ArrayList<>();
        TreeSet<String> countries = new TreeSet<>();
        for (Activity maker : node.activities()) {
            String country = maker.provider().country();
            if (country.isEmpty()) {
                select.add(selector(
                        term(Field.GOOD, maker.good().id()),
                        term(Field.PROVIDER, maker.provider().id())));
            } else {
                countries.add(country);
            }
        }
        for (String country : countries) {
            List<Term> terms = new ArrayList<>(makers(node).terms());
            if (node.kind() == Kind.GOOD) {
                terms.add(term(Field.COUNTRY, country));
            }
            terms.add(new Term(Side.CUSTOMER, Field.COUNTRY, true, List.of(country)));
            select.add(new Selector(terms));
        }
        return select;
    }

    private static Selector selector(Term... terms) {
        return new Selector(List.of(terms));
    }

    private static Term term(Field field, String value) {
        return new Term(Side.MAKER, field, false, List.of(value));
    }
}
