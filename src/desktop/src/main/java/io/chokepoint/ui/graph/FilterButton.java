package io.chokepoint.ui.graph;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Opens a list of stages, tags, countries and makers to filter by; what is ticked becomes a chip of the strip. */
final class FilterButton extends Button {
    private static final int MOST_SHOWN = 200;

    private final StudyState state;
    private final GraphViewModel model;
    private final Popup popup = new Popup();
    private final VBox list = new VBox();
    private final TextField find = new TextField();
    private final CheckBox shortOnly = new CheckBox(Texts.get("graph.filter.short"));
    private FilterChoices.Kind kind = FilterChoices.Kind.STAGE;

    FilterButton(StudyState state, GraphViewModel model) {
        this.state = state;
        this.model = model;
        setId("graph-filter");
        setText(Texts.get("graph.strip.filter"));
        setGraphic(CommandControls.icon("mdal-filter_list"));
        getStyleClass().add("graph-button");
        setOnAction(event -> toggle());
        popup.setAutoHide(true);
        popup.getContent().add(content());
    }

    private VBox content() {
        ToggleGroup group = new ToggleGroup();
        HBox kinds = new HBox();
        kinds.getStyleClass().add("graph-choices");
        FilterChoices.Kind[] all = FilterChoices.Kind.values();
        for (int i = 0; i < all.length; i++) {
            FilterChoices.Kind each = all[i];
            ToggleButton button = new ToggleButton(each.title());
            button.getStyleClass()
                    .addAll(i == 0 ? "left-pill" : i == all.length - 1 ? "right-pill" : "center-pill", "graph-choice");
            button.setToggleGroup(group);
            button.setSelected(each == kind);
            button.setOnAction(event -> {
                button.setSelected(true);
                kind = each;
                find.clear();
                fill();
            });
            kinds.getChildren().add(button);
        }
        find.setPromptText(Texts.get("graph.filter.find"));
        find.textProperty().subscribe(this::fill);
        list.getStyleClass().add("graph-filter-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(280);
        shortOnly.setId("graph-filter-short");
        shortOnly.setTooltip(CommandControls.tooltip(Texts.get("graph.filter.short.hint")));
        shortOnly.setOnAction(event -> state.looking()
                .focusProperty()
                .set(state.looking().focusProperty().get().withShortOnly(shortOnly.isSelected())));
        VBox box = new VBox(shortOnly, kinds, find, scroll);
        box.getStyleClass().add("graph-filter");
        return box;
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        fill();
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + 4);
    }

    private void fill() {
        shortOnly.setSelected(state.looking().focusProperty().get().shortOnly());
        list.getChildren().clear();
        model.scene().ifPresent(scene -> {
            FilterChoices choices = new FilterChoices(scene.facts().result().dataset());
            String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
            List<CheckBox> boxes = new ArrayList<>();
            Set<String> chosen = kind.of(state.looking().focusProperty().get());
            for (String value : choices.values(kind)) {
                String name = choices.name(kind, value);
                if (name.toLowerCase(Locale.ROOT).contains(wanted) && boxes.size() < MOST_SHOWN) {
                    boxes.add(box(value, name, chosen.contains(value)));
                }
            }
            list.getChildren().setAll(boxes);
            if (boxes.isEmpty()) {
                list.getChildren().add(new Label(Texts.get("graph.filter.nothing")));
            }
        });
    }

    private CheckBox box(String value, String name, boolean ticked) {
        CheckBox box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(ticked);
        FilterChoices.Kind of = kind;
        box.setOnAction(event -> {
            Focus focus = state.looking().focusProperty().get();
            Set<String> values = new LinkedHashSet<>(of.of(focus));
            if (!values.remove(value)) {
                values.add(value);
            }
            state.looking().focusProperty().set(of.with(focus, values));
        });
        return box;
    }
}
