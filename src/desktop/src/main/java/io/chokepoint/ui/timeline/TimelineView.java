package io.chokepoint.ui.timeline;

import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.GoodDrag;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The timeline: buttons for playing at the left, the track at the right. */
public final class TimelineView extends BorderPane {
    private final TimelineViewModel model;
    private final StudyState state;
    private final AnimationTimer timer;

    public TimelineView(UiContext context) {
        state = context.state();
        model = new TimelineViewModel(state);
        setId("timeline");
        getStyleClass().add("timeline");
        setMinHeight(88);
        setPrefHeight(116);
        register(context.commands());
        GoodDrag.accept(this, state::findGood, good -> {
            if (!state.looking().pinned().contains(good)) {
                state.looking().togglePinned(good);
            }
        });
        TimelineTrack track = new TimelineTrack(model, state, context.theme().paletteProperty());
        setLeft(transport(context));
        setCenter(track);
        timer = new Ticker(model);
        model.playingProperty().subscribe(playing -> {
            if (playing) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    private static final class Ticker extends AnimationTimer {
        private final TimelineViewModel model;
        private long last;

        Ticker(TimelineViewModel model) {
            this.model = model;
        }

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                model.tick(now - last);
            }
            last = now;
        }
    }

    private void register(Commands commands) {
        var noRun = Bindings.createStringBinding(
                () -> state.result().isPresent() ? "" : Texts.get("timeline.noRun"), state.resultProperty());
        commands.register(Command.PLAY, model::togglePlay, noRun);
        commands.register(Command.WEEK_BACK, () -> model.step(-1), noRun);
        commands.register(Command.WEEK_ON, () -> model.step(1), noRun);
        commands.register(Command.FOUR_WEEKS_BACK, () -> model.step(-4), noRun);
        commands.register(Command.FOUR_WEEKS_ON, () -> model.step(4), noRun);
        commands.register(Command.PREVIOUS_EVENT, model::previousEvent, noRun);
        commands.register(Command.NEXT_EVENT, model::nextEvent, noRun);
        commands.register(Command.FIRST_WEEK, () -> model.goTo(0), noRun);
        commands.register(Command.LAST_WEEK, model::lastWeek, noRun);
    }

    private VBox transport(UiContext context) {
        Commands commands = context.commands();
        Button play = CommandControls.iconButton(commands, Command.PLAY);
        play.getStyleClass().add("play");
        FontIcon icon = new FontIcon("mdmz-play_arrow");
        play.setGraphic(icon);
        model.playingProperty().subscribe(playing -> icon.setIconLiteral(playing ? "mdmz-pause" : "mdmz-play_arrow"));
        HBox buttons = new HBox(
                2,
                CommandControls.iconButton(commands, Command.PREVIOUS_EVENT),
                play,
                CommandControls.iconButton(commands, Command.NEXT_EVENT),
                speed());
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, buttons, clock());
        box.getStyleClass().add("transport");
        // As wide as its buttons at any size of text: the track begins behind them.
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private MenuButton speed() {
        MenuButton menu = new MenuButton();
        menu.setId("timeline-speed");
        menu.getStyleClass().add("small");
        menu.textProperty().bind(model.speedProperty().map(speed -> Texts.count("timeline.speed", speed.longValue())));
        menu.setTooltip(CommandControls.tooltip(Texts.get("timeline.speedHint")));
        menu.setAccessibleText(Texts.get("timeline.speedHint"));
        ToggleGroup group = new ToggleGroup();
        for (int speed : TimelineViewModel.SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(Texts.count("timeline.speed", speed));
            item.setToggleGroup(group);
            item.setSelected(model.speedProperty().get() == speed);
            item.setOnAction(event -> model.speedProperty().set(speed));
            menu.getItems().add(item);
        }
        CheckMenuItem pause = new CheckMenuItem(Texts.get("timeline.pauseAtEvents"));
        pause.selectedProperty().bindBidirectional(model.pauseAtEventsProperty());
        menu.getItems().addAll(List.of(new SeparatorMenuItem(), pause));
        return menu;
    }

    private HBox clock() {
        Label week = new Label();
        week.setId("timeline-week");
        week.getStyleClass().add("answer");
        week.textProperty().bind(state.looking().weekProperty().map(value -> Texts.get("timeline.weekLarge", value)));
        Label date = new Label();
        date.getStyleClass().add("muted");
        date.textProperty()
                .bind(Bindings.createStringBinding(
                        // Of the run that is shown, which may be of an older scenario than the one being edited.
                        () -> state.result()
                                .flatMap(result -> Wording.date(
                                        result.scenario().startDate(),
                                        state.looking().weekProperty().get()))
                                .orElse(""),
                        state.looking().weekProperty(),
                        state.resultProperty()));
        HBox box = new HBox(6, week, date);
        box.setAlignment(Pos.BASELINE_LEFT);
        return box;
    }
}
