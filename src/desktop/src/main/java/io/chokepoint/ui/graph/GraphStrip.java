package io.chokepoint.ui.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The strip above the graph: what is shown, filters as chips, zoom. */
final class GraphStrip extends HBox {
    private final StudyState state;
    private final Commands commands;
    private final GraphViewModel model;
    private final PathPicker paths;
    private final ToggleButton hit = choice(Command.SHOW_HIT, "graph.strip.hit", "left-pill");
    private final ToggleButton everything = choice(Command.SHOW_EVERYTHING, "graph.strip.everything", "center-pill");
    private final ToggleButton path = choice(Command.PATH_BETWEEN, "graph.strip.path", "right-pill");
    private final HBox chips = new HBox();
    private final Label zoom = new Label();

    GraphStrip(UiContext context, GraphViewModel model, PathPicker paths, GraphCanvas canvas) {
        this.state = context.state();
        this.commands = context.commands();
        this.model = model;
        this.paths = paths;
        setId("graph-strip");
        getStyleClass().add("graph-strip");
        setPickOnBounds(false);
        chips.getStyleClass().add("graph-chips");
        chips.setPickOnBounds(false);
        HBox choices = new HBox(hit, everything, path);
        choices.getStyleClass().add("graph-choices");
        wire(hit, Command.SHOW_HIT);
        wire(everything, Command.SHOW_EVERYTHING);
        wire(path, Command.PATH_BETWEEN);
        zoom.getStyleClass().add("graph-zoom");
        zoom.setId("graph-zoom");
        HBox zooms = new HBox(button(Command.ZOOM_OUT), zoom, button(Command.ZOOM_IN));
        zooms.getStyleClass().add("graph-zooms");
        Button fit = CommandControls.button(commands, Command.FIT);
        fit.getStyleClass().add("graph-button");
        fit.textProperty().unbind();
        fit.setText(Texts.get("graph.strip.fit"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setPickOnBounds(false);
        FilterButton filter = new FilterButton(state, model);
        // Beside a wide panel the chips give way: what they say is in the picture too.
        for (Region kept : List.of(choices, filter, zooms, fit)) {
            kept.setMinWidth(USE_PREF_SIZE);
        }
        for (ToggleButton choice : List.of(hit, everything, path)) {
            choice.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(choices, filter, chips, gap, zooms, fit);
        canvas.zoomProperty()
                .subscribe(value -> zoom.setText(
                        Amounts.count(Math.round(value.doubleValue() * 100)) + Typography.THIN_SPACE + "%"));
        state.looking().focusProperty().subscribe(this::refresh);
        state.looking().whyProperty().subscribe(this::refresh);
        paths.promptProperty().subscribe(this::refresh);
        model.sceneProperty().subscribe(this::refresh);
        refresh();
    }

    private static ToggleButton choice(Command command, String key, String style) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setId("graph-" + command.name());
        button.getStyleClass().addAll(style, "graph-choice");
        button.setFocusTraversable(true);
        return button;
    }

    private void wire(ToggleButton button, Command command) {
        button.setOnAction(event -> {
            commands.run(command);
            refresh();
        });
        button.setTooltip(CommandControls.tooltip(CommandControls.hint(commands, command)));
    }

    private Button button(Command command) {
        Button button = CommandControls.iconButton(commands, command);
        button.getStyleClass().add("graph-icon-button");
        return button;
    }

    private void refresh() {
        Focus focus = state.looking().focusProperty().get();
        boolean why = state.looking().whyProperty().get();
        boolean picking = paths.isPicking();
        hit.setSelected(!why && !picking && focus.show() == Focus.Show.HIT);
        everything.setSelected(!why && !picking && focus.show() == Focus.Show.EVERYTHING);
        path.setSelected(why || picking || focus.show() == Focus.Show.PATH);
        boolean difference =
                model.scene().filter(scene -> scene.facts().isDifference()).isPresent();
        hit.setText(Texts.get(difference ? "graph.strip.differs" : "graph.strip.hit"));
        List<Node> shown = new ArrayList<>();
        if (!paths.promptProperty().get().isEmpty()) {
            shown.add(chip(paths.promptProperty().get(), paths::cancel));
        }
        if (state.looking().isPath() && !picking) {
            shown.add(chip(pathText(focus, why), state.looking()::leavePath));
        }
        filterChips(focus, shown);
        model.only()
                .ifPresent(node -> shown.add(
                        chip(Texts.get("graph.strip.only", node.label()), () -> model.showOnly(Optional.empty()))));
        int hidden = model.hiddenStages();
        if (hidden > 0 && model.only().isEmpty() && !focus.isFiltered()) {
            shown.add(chip(Texts.count("graph.strip.hidden", hidden), () -> commands.run(Command.SHOW_HIT)));
        }
        chips.getChildren().setAll(shown);
    }

    private String pathText(Focus focus, boolean why) {
        if (why) {
            return model.scene()
                    .flatMap(scene -> scene.chain().isEmpty()
                            ? model.selectedNode().map(node -> Texts.get("graph.strip.noPath", node.label()))
                            : Optional.of(Texts.get(
                                    "graph.strip.pathTo",
                                    scene.chain().getLast().label())))
                    .orElse(Texts.get("graph.strip.path"));
        }
        return PathPicker.title(focus).orElse(Texts.get("graph.strip.path"));
    }

    private void filterChips(Focus focus, List<Node> shown) {
        if (focus.shortOnly()) {
            shown.add(chip(
                    Texts.get("graph.filter.short"),
                    () -> state.looking()
                            .focusProperty()
                            .set(state.looking().focusProperty().get().withShortOnly(false))));
        }
        model.scene().ifPresent(scene -> {
            FilterChoices choices = new FilterChoices(scene.facts().result().dataset());
            for (FilterChoices.Kind kind : FilterChoices.Kind.values()) {
                for (String value : kind.of(focus)) {
                    shown.add(chip(choices.name(kind, value), () -> {
                        Focus now = state.looking().focusProperty().get();
                        Set<String> left = new LinkedHashSet<>(kind.of(now));
                        left.remove(value);
                        state.looking().focusProperty().set(kind.with(now, left));
                    }));
                }
            }
        });
    }

    private static Node chip(String words, Runnable remove) {
        Label label = new Label(words);
        Button close = new Button();
        close.setGraphic(CommandControls.icon("mdal-close"));
        close.getStyleClass().addAll("flat", "chip-close");
        close.setAccessibleText(Texts.get("graph.strip.remove", words));
        close.setOnAction(event -> remove.run());
        HBox chip = new HBox(label, close);
        chip.getStyleClass().add("graph-chip");
        return chip;
    }
}
