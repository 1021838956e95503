package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RuleWeights.Rule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.StudyState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who is served first when a maker cannot serve all: a choice among the rules that the dataset allows; each choice is one step. */
final class RationingChoice extends VBox {

    RationingChoice(StudyState state, DataPackage data, Scenario scenario) {
        super(4);
        RationingRule now = scenario.rationing().orElse(data.defaultRationing());
        Rule chosen = Rule.of(now);
        Label head = new Label(Texts.get("drawer.rule"));
        head.getStyleClass().add("section");
        MenuButton choice = new MenuButton(name(chosen, data));
        choice.setId("rationing");
        choice.setAccessibleText(Texts.get("drawer.rule") + ": " + name(chosen, data));
        ToggleGroup group = new ToggleGroup();
        rules(scenario, data).forEach((rule, terms) -> {
            RadioMenuItem item = new RadioMenuItem(name(rule, data));
            item.setId("rationing-" + rule.id());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(rule == chosen);
            item.setOnAction(event -> {
                if (rule != chosen || scenario.rules().isPresent()) {
                    state.edit(Texts.get("drawer.step.rule", name(rule)), edited -> edited.withRationing(terms));
                }
            });
            choice.getItems().add(item);
        });
        getChildren().setAll(head, choice, small(Texts.get("drawer.rule." + chosen + ".hint")));
        if (scenario.rules().isPresent()) {
            getChildren().add(small(Texts.get("drawer.rule.drawn")));
        }
    }

    /**
     * The rules there are to choose from: priority where scenario or dataset state classes, price where the dataset says what goods are
     * worth, and in any case what the scenario states.
     */
    static Map<Rule, RationingRule> rules(Scenario scenario, DataPackage data) {
        Map<Rule, RationingRule> rules = new EnumMap<>(Rule.class);
        rules.put(Rule.PROPORTIONAL, RationingRule.PROPORTIONAL);
        rules.put(Rule.DOMESTIC_FIRST, RationingRule.DOMESTIC_FIRST);
        if (!data.dataset().values().isEmpty()) {
            rules.put(Rule.PRICE, RationingRule.PRICE);
        }
        rules.put(Rule.of(data.defaultRationing()), data.defaultRationing());
        Optional<RationingRule> stated = scenario.rationing();
        stated.ifPresent(rule -> rules.put(Rule.of(rule), rule));
        return rules;
    }

    private static String name(Rule rule) {
        return Texts.get("drawer.rule." + rule);
    }

    private static String name(Rule rule, DataPackage data) {
        return Rule.of(data.defaultRationing()) == rule ? Texts.get("drawer.rule.dataset", name(rule)) : name(rule);
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("label-small");
        return label;
    }
}
