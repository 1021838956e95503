package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.RestrictionKind;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The scenario in full: its question, its restrictions as cards, each edited in place. */
public final class ScenarioDrawer extends VBox {
    private final UiContext context;
    private final VBox cards = new VBox(12);
    private int open = -1;
    private @Nullable RestrictionEditorViewModel model;
    private List<String> shown = List.of();

    public ScenarioDrawer(UiContext context) {
        this.context = context;
        getStyleClass().add("drawer");
        setId("drawer");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        cards.getStyleClass().add("drawer-cards");
        getChildren().setAll(scroll);
        visibleProperty().subscribe(visible -> {
            if (visible) {
                fill();
            } else {
                fold();
                cards.getChildren().clear();
            }
        });
        context.state().scenarioProperty().subscribe(this::changed);
    }

    /** While a card is edited only its numbers change, and the editor shows those itself. */
    private void changed(@Nullable Scenario scenario) {
        if (isVisible() && (scenario == null || !structure(scenario).equals(shown))) {
            fill();
        }
    }

    private static List<String> structure(Scenario scenario) {
        List<String> all = new ArrayList<>(List.of(scenario.id(), scenario.title()));
        scenario.restrictions().forEach(r -> all.add(r.kind()));
        return all;
    }

    private void fold() {
        if (model != null) {
            model.dispose();
            model = null;
        }
    }

    private void fill() {
        fold();
        cards.getChildren().clear();
        Optional<Scenario> scenario = context.state().scenario();
        Optional<Dataset> dataset = context.state().data().map(DataPackage::dataset);
        if (scenario.isEmpty() || dataset.isEmpty()) {
            return;
        }
        shown = structure(scenario.get());
        open = Math.min(open, scenario.get().restrictions().size() - 1);
        cards.getChildren().add(head(scenario.get()));
        for (int i = 0; i < scenario.get().restrictions().size(); i++) {
            cards.getChildren().add(card(i, scenario.get(), dataset.get()));
        }
        Button add = CommandControls.button(context.commands(), Command.ADD_RESTRICTION);
        cards.getChildren().add(add);
    }

    private static VBox head(Scenario scenario) {
        Label title = text(scenario.title(), "answer");
        VBox box = new VBox(4, title);
        if (!scenario.question().isEmpty()) {
            box.getChildren().add(text(scenario.question(), "muted"));
        }
        if (!scenario.remarks().status().isEmpty()) {
            box.getChildren()
                    .add(text(Texts.get("drawer.status", scenario.remarks().status()), "label-small"));
        }
        return box;
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private VBox card(int index, Scenario scenario, Dataset dataset) {
        Restriction restriction = scenario.restrictions().get(index);
        RestrictionKind kind = RestrictionKind.of(restriction);
        Label mark = new Label(kind.mark(), CommandControls.icon(kind.icon()));
        mark.getStyleClass().add("kind-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        int last = scenario.restrictions().size() - 1;
        HBox head = new HBox(
                2,
                mark,
                spring,
                icon("mdal-arrow_upward", "drawer.up", index > 0, () -> move(index, index - 1)),
                icon("mdal-arrow_downward", "drawer.down", index < last, () -> move(index, index + 1)),
                icon("mdal-content_copy", "drawer.duplicate", true, () -> duplicate(index)),
                icon("mdal-close", "pills.remove", true, () -> remove(index, kind)));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, head);
        card.getStyleClass().add("drawer-card");
        if (index == open) {
            RestrictionEditorViewModel editing = RestrictionEditorViewModel.of(context.state(), dataset, index);
            model = editing;
            card.getChildren().add(new RestrictionEditor(editing, true));
        } else {
            card.getChildren().add(text(RestrictionSentence.of(restriction, dataset, scenario.startDate()), "body"));
        }
        Button toggle = new Button(Texts.get(index == open ? "drawer.fold" : "pills.edit"));
        toggle.getStyleClass().add("small");
        toggle.setOnAction(event -> {
            open = index == open ? -1 : index;
            fill();
        });
        card.getChildren().add(toggle);
        return card;
    }

    private static Node icon(String literal, String key, boolean enabled, Runnable action) {
        Button button = new Button("", CommandControls.icon(literal));
        button.getStyleClass().addAll("flat", "icon-button", "small-icon");
        button.setAccessibleText(Texts.get(key));
        button.setTooltip(CommandControls.tooltip(Texts.get(key)));
        button.setDisable(!enabled);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void move(int from, int to) {
        change(Texts.get("drawer.step.move"), all -> Collections.swap(all, from, to));
    }

    private void duplicate(int index) {
        change(Texts.get("drawer.step.duplicate"), all -> all.add(index + 1, all.get(index)));
    }

    private void remove(int index, RestrictionKind kind) {
        open = -1;
        change(Texts.get("restrict.step.remove", kind.lowerText()), all -> all.remove(index));
    }

    private void change(String step, Consumer<List<Restriction>> change) {
        fold();
        context.state().edit(step, scenario -> {
            List<Restriction> all = new ArrayList<>(scenario.restrictions());
            change.accept(all);
            return scenario.withRestrictions(all);
        });
        fill();
    }
}
