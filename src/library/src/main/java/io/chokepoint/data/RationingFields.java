package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RationingRule.PriorityClass;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rationing}: a rule and, for {@code priority}, its classes. */
final class RationingFields {
    private static final List<String> RULES = List.of("proportional", "priority", "domestic-first", "price");
    private static final String OTHER_USES = "otherUses";

    private RationingFields() {}

    /**
     * Reads the field if it is there.
     *
     * @param selectors takes each selector of the classes and its place
     */
    static Optional<RationingRule> read(Fields parent, List<Placed<Selector>> selectors) {
        Optional<Fields> object = parent.object("rationing");
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = object.get();
        String rule = fields.requiredText("rule");
        if (!rule.isEmpty() && !RULES.contains(rule)) {
            fields.error(
                    "rule",
                    "'" + rule + "' is not a rule; expected " + Hints.list(RULES) + "." + Hints.nearest(rule, RULES));
        }
        List<PriorityClass> classes = classes(fields, selectors);
        if (rule.equals("priority") && classes.isEmpty() && !fields.has("classes")) {
            fields.error("classes", "is missing; expected a list of classes, each a list of customer selectors.");
        }
        if (RULES.contains(rule) && !rule.equals("priority") && fields.has("classes")) {
            fields.error("classes", "is given for rule '" + rule + "'; expected it for 'priority' only.");
        }
        fields.refuseOthers();
        return Optional.of(
                switch (rule) {
                    case "priority" -> new RationingRule.Priority(classes);
                    case "price" -> RationingRule.PRICE;
                    case "domestic-first" -> RationingRule.DOMESTIC_FIRST;
                    default -> RationingRule.PROPORTIONAL;
                });
    }

    /** Reads {@code rules} if it is there: how often each rule is drawn. */
    static Optional<RuleWeights> weights(Fields parent) {
        Optional<Fields> object = parent.object("rules");
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = object.get();
        Map<RuleWeights.Rule, Double> weights = new EnumMap<>(RuleWeights.Rule.class);
        double sum = 0;
        for (RuleWeights.Rule rule : RuleWeights.Rule.values()) {
            Optional<Double> weight = fields.optionalNumber(rule.id(), Range.EXTRA);
            if (weight.isPresent()) {
                weights.put(rule, weight.get());
                sum += weight.get();
            }
        }
        fields.refuseOthers();
        if (sum > 0) {
            return Optional.of(new RuleWeights(weights));
        }
        parent.error("rules", "has no weight above 0; expected one at least, for " + Hints.list(RULES) + ".");
        return Optional.empty();
    }

    private static List<PriorityClass> classes(Fields fields, List<Placed<Selector>> selectors) {
        List<PriorityClass> classes = new ArrayList<>();
        boolean otherUsesNamed = false;
        List<Json> lists = fields.list("classes");
        if (lists.isEmpty() && fields.find("classes") instanceof Json.Arr) {
            fields.error("classes", "is empty; expected at least one class.");
        }
        for (int i = 0; i < lists.size(); i++) {
            String name = "classes[" + i + "]";
            if (!(lists.get(i) instanceof Json.Arr list) || list.items().isEmpty()) {
                fields.errorAt(
                        name,
                        lists.get(i).line(),
                        "is " + lists.get(i).what() + "; expected a list of customer selectors, or \"otherUses\".");
                continue;
            }
            List<Selector> customers = new ArrayList<>();
            boolean otherUses = false;
            for (int j = 0; j < list.items().size(); j++) {
                Json item = list.items().get(j);
                String itemName = name + "[" + j + "]";
                if (!(item instanceof Json.Text text)) {
                    fields.errorAt(itemName, item.line(), "is " + item.what() + "; expected a selector in quotes.");
                } else if (text.value().equals(OTHER_USES)) {
                    if (otherUsesNamed) {
                        fields.errorAt(itemName, item.line(), "otherUses is already in a class; expected it once.");
                    }
                    otherUses = true;
                    otherUsesNamed = true;
                } else {
                    customer(fields, itemName, text, customers, selectors);
                }
            }
            classes.add(new PriorityClass(customers, otherUses));
        }
        return classes;
    }

    private static void customer(
            Fields fields, String name, Json.Text text, List<Selector> customers, List<Placed<Selector>> selectors) {
        try {
            Selector selector = SelectorParser.parse(text.value());
            for (Selector.Term term : selector.terms()) {
                if (term.side() == Selector.Side.CUSTOMER && term.field() != Selector.Field.MARKET) {
                    fields.errorAt(
                            name,
                            text.line(),
                            "'" + term.text() + "' is about a customer's customer; expected the maker's words for the"
                                    + " customer itself, e.g. '" + term.field().id() + ":'.");
                    return;
                }
            }
            customers.add(selector);
            selectors.add(Placed.at(fields.path(name), selector));
        } catch (SelectorParser.SyntaxException e) {
            fields.errorAt(name, text.line(), SelectorList.syntax(text.value(), e));
        }
    }
}
