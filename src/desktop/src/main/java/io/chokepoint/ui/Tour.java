package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Five things to know, each said beside what it is about. Begins by itself the first time a window shows the chain at rest, and from the
 * menu; can be left at any step.
 */
final class Tour {
    private static final String SEEN = "tour.seen";
    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final double WIDTH = 320;
    /** What is larger than this part of the window is pointed at in its middle. */
    private static final double LARGE = 0.5;

    /** How far above something at the foot of the window a callout begins. */
    private static final double ABOVE = 150;

    /** What is spoken of, in order. */
    enum Step {
        MAP("#chain", false),
        RESTRICT("#command-ADD_RESTRICTION", false),
        ANSWER(".answer-bar", true),
        TIMELINE(".timeline", true),
        WHY(".side-place", true);

        private final String where;
        /** Whether there must be an answer to speak of. */
        private final boolean ofAnswer;

        Step(String where, boolean ofAnswer) {
            this.where = where;
            this.ofAnswer = ofAnswer;
        }
    }

    private final UiContext context;
    private final Region window;
    private @Nullable VBox callout;
    private @Nullable Node told;

    /** @param window in which the things are found */
    Tour(UiContext context, Region window) {
        this.context = context;
        this.window = window;
        context.commands()
                .register(
                        Command.TOUR,
                        () -> show(Step.MAP),
                        context.state().dataProperty().map(data -> "").orElse(Texts.get("status.none")));
        // What a step is about belongs to its view: who goes elsewhere meanwhile has left the tour.
        context.state().looking().viewProperty().addListener(ignored -> close());
    }

    /** Begins, unless it has been shown before, or somebody has already begun something else. */
    void showOnce() {
        if (!context.settings().isOn(SEEN, false) && context.overlays().isEmpty()) {
            context.settings().put(SEEN, true);
            show(Step.MAP);
        }
    }

    private void show(Step step) {
        close();
        StudyState state = context.state();
        if (step.ofAnswer) {
            example();
        } else {
            state.looking().viewProperty().set(ViewKind.CHAIN);
        }
        afterRun(step);
    }

    /** What is said of an answer is said when it is there; what a change of view brings is laid out first. */
    private void afterRun(Step step) {
        StudyState state = context.state();
        if (!step.ofAnswer || !state.staleProperty().get()) {
            Platform.runLater(() -> place(step));
            return;
        }
        InvalidationListener[] once = new InvalidationListener[1];
        once[0] = ignored -> {
            if (!state.staleProperty().get()) {
                state.staleProperty().removeListener(once[0]);
                Platform.runLater(() -> place(step));
            }
        };
        state.staleProperty().addListener(once[0]);
    }

    /** An answer to speak of: the user's own where something is restricted, else the dataset's default scenario. */
    private void example() {
        StudyState state = context.state();
        if (state.scenario()
                        .map(Scenario::restrictions)
                        .filter(all -> !all.isEmpty())
                        .isEmpty()
                && !state.unsavedProperty().get()) {
            state.data()
                    .flatMap(data ->
                            data.defaultScenario().flatMap(data::findScenario).or(() -> first(data)))
                    .ifPresent(state::openScenario);
        }
        state.looking().viewProperty().set(ViewKind.GRAPH);
    }

    private static Optional<Scenario> first(DataPackage data) {
        return data.scenarios().stream().findFirst();
    }

    private void place(Step step) {
        window.applyCss();
        window.layout();
        VBox panel = panel(step);
        callout = panel;
        Node about = window.lookup(step.where);
        told = about;
        Bounds anchor = null;
        if (about != null) {
            about.pseudoClassStateChanged(TOLD, true);
            anchor = onScreen(about);
        }
        context.overlays().showBeside(panel, anchor, OptionalDouble.empty(), this::untell);
        panel.lookup("#tour-next").requestFocus();
    }

    private @Nullable Bounds onScreen(Node about) {
        Bounds all = about.localToScreen(about.getLayoutBounds());
        if (all == null || all.getWidth() < window.getWidth() * LARGE) {
            return all;
        }
        Bounds whole = window.localToScreen(window.getLayoutBounds());
        double y = all.getMinY() > whole.getCenterY() ? all.getMinY() - ABOVE : all.getCenterY();
        return new BoundingBox(all.getCenterX() - WIDTH / 2, y, 1, 1);
    }

    private VBox panel(Step step) {
        int number = step.ordinal() + 1;
        int count = Step.values().length;
        Label title = new Label(Texts.get("tour." + step));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label text = new Label(Texts.get("tour." + step + ".text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label place = new Label(Texts.get("tour.place", number, count));
        place.getStyleClass().add("label-small");
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        Button skip = button("skip", this::close);
        skip.setVisible(number < count);
        Button back = button("back", () -> show(Step.values()[number - 2]));
        back.setDisable(number == 1);
        Button next = button(number < count ? "next" : "done", () -> {
            if (number < count) {
                show(Step.values()[number]);
            } else {
                close();
            }
        });
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        HBox foot = new HBox(8, place, skip, back, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox panel = new VBox(10, title, text, foot);
        panel.setId("tour");
        panel.getStyleClass().addAll("panel", "tour");
        panel.setPrefWidth(WIDTH);
        panel.setMaxWidth(WIDTH);
        panel.setAccessibleText(title.getText() + ". " + text.getText());
        panel.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.ENTER && next.isFocused()) {
                next.fire();
                event.consume();
            } else if (event.getCode() == KeyCode.LEFT && !back.isDisabled()) {
                back.fire();
                event.consume();
            }
        });
        return panel;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Texts.get("tour." + key));
        button.setId("tour-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void close() {
        VBox shown = callout;
        if (shown != null) {
            context.overlays().close(shown);
        }
    }

    private void untell() {
        Node about = told;
        if (about != null) {
            about.pseudoClassStateChanged(TOLD, false);
        }
        told = null;
        callout = null;
    }
}
