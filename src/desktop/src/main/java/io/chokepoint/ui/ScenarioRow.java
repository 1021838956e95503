package io.chokepoint.ui;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.RestrictionPanels;
import io.chokepoint.ui.scenario.RestrictionPills;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.GoodDrag;
import io.chokepoint.ui.support.ScenarioMarks;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Scenario chooser, restriction pills, undo and redo, compare, export, theme. */
final class ScenarioRow extends HBox {
    private static final double CHOOSER_MIN_WIDTH = 220;
    private static final double CHOOSER_MAX_WIDTH = 360;
    private static final double NARROW = 1200;

    private final UiContext context;
    private final RestrictionPanels panels;
    private final MenuButton chooser = new MenuButton();
    private final HBox marks = new HBox(4);

    ScenarioRow(UiContext context) {
        this.context = context;
        panels = new RestrictionPanels(context);
        getStyleClass().addAll("bar", "scenario-row");
        setAlignment(Pos.CENTER_LEFT);
        chooser.setId("scenario-chooser");
        chooser.getStyleClass().add("chooser");
        chooser.setMnemonicParsing(false);
        chooser.setMinWidth(CHOOSER_MIN_WIDTH);
        chooser.setOnShowing(event -> fill());
        chooser.setAccessibleText(Texts.get("scenario.choose"));
        marks.setAlignment(Pos.CENTER_LEFT);
        marks.setId("scenario-marks");
        marks.setMinWidth(USE_PREF_SIZE);
        context.state().workProperty().subscribe(this::name);
        // In a narrow window the marks take their room from the title, which is said in whole by its tooltip, not from
        // the pills.
        chooser.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() >= NARROW || !marks.isManaged()
                                ? CHOOSER_MAX_WIDTH
                                : Math.max(CHOOSER_MIN_WIDTH, CHOOSER_MAX_WIDTH - marks.getWidth() - getSpacing()),
                        widthProperty(),
                        marks.widthProperty(),
                        marks.managedProperty()));
        context.state().dataProperty().subscribe(data -> fill());
        RestrictionPills pills = new RestrictionPills(context, panels);
        HBox.setHgrow(pills, Priority.ALWAYS);
        Commands commands = context.commands();
        GoodDrag.accept(this, context.state()::findGood, good -> {
            context.state().looking().select(good);
            commands.run(Command.RESTRICT);
        });
        getChildren()
                .setAll(
                        chooser,
                        marks,
                        separator(),
                        pills,
                        CommandControls.iconButton(commands, Command.UNDO),
                        CommandControls.iconButton(commands, Command.REDO),
                        separator(),
                        CommandControls.iconButton(commands, Command.COMPARE),
                        CommandControls.iconButton(commands, Command.EXPORT),
                        CommandControls.iconButton(commands, Command.STORY),
                        CommandControls.iconButton(commands, Command.THEME));
    }

    /** Opens the editors of restrictions. */
    RestrictionPanels panels() {
        return panels;
    }

    private void name(@Nullable Work work) {
        if (work == null) {
            chooser.setText(Texts.get("scenario.none"));
            marks.getChildren().clear();
        } else {
            ScenarioMarks named = ScenarioMarks.of(work, context.state().data());
            chooser.setText(named.title());
            marks.getChildren()
                    .setAll(named.marks().stream().map(ScenarioRow::mark).toList());
        }
        marks.setVisible(!marks.getChildren().isEmpty());
        marks.setManaged(marks.isVisible());
        chooser.setTooltip(CommandControls.tooltip(work == null ? "" : tooltip(work.scenario())));
    }

    /** Never cut: who reads the title must read this too. */
    private static Label mark(String words) {
        Label mark = new Label(words);
        mark.getStyleClass().addAll("status-chip", "scenario-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        return mark;
    }

    private static String tooltip(Scenario scenario) {
        return scenario.question().isEmpty() ? scenario.title() : scenario.title() + "\n" + scenario.question();
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }

    private void fill() {
        List<Scenario> scenarios =
                context.state().data().map(data -> data.scenarios()).orElse(List.of());
        chooser.getItems().clear();
        // A group stands together, however the files are called.
        Map<String, List<Scenario>> groups = scenarios.stream()
                .collect(Collectors.groupingBy(
                        scenario -> scenario.remarks().group(), LinkedHashMap::new, Collectors.toList()));
        groups.values().forEach(group -> {
            if (!chooser.getItems().isEmpty()) {
                chooser.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(scenario -> chooser.getItems().add(item(scenario)));
        });
        chooser.getItems().add(new SeparatorMenuItem());
        chooser.getItems().add(CommandControls.menuItem(context.commands(), Command.NEW_SCENARIO));
        chooser.getItems().add(CommandControls.menuItem(context.commands(), Command.GALLERY));
    }

    private MenuItem item(Scenario scenario) {
        MenuItem item = new MenuItem(scenario.title());
        item.setMnemonicParsing(false);
        item.setId("scenario-" + scenario.id());
        item.setOnAction(event -> context.state().openScenario(scenario));
        return item;
    }
}
