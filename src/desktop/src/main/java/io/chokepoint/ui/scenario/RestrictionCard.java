package io.chokepoint.ui.scenario;

import io.chokepoint.model.Dataset;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.RestrictionStack.Card;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.KindForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One restriction in the drawer: a head with what can be done to it, and its sentence or its editor. */
final class RestrictionCard extends VBox {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass DROP_ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");
    private static final double DRAG_STARTS = 6;

    /** What can be done to cards, by their places. */
    interface Acts {
        void move(int from, int to);

        void duplicate(int card);

        void remove(int card);

        void turn(int card, boolean on);

        /** All cards in their order. */
        List<? extends Region> cards();
    }

    private final int index;
    private final Card card;
    private final Acts acts;
    private double pressedAt;
    private boolean dragging;

    /** @param count of all cards */
    RestrictionCard(int index, int count, Card card, Acts acts) {
        super(8);
        this.index = index;
        this.card = card;
        this.acts = acts;
        getStyleClass().add("drawer-card");
        setId("restriction-card-" + index);
        pseudoClassStateChanged(OFF, !card.isOn());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().add(head(count));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** @param fault why it cannot be run; empty where it can */
    void showSentence(Dataset dataset, Optional<LocalDate> start, Optional<String> fault) {
        String words = RestrictionSentence.of(card.restriction(), dataset, start);
        Label sentence = new Label(words);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("body");
        getChildren().add(sentence);
        fault.ifPresent(why -> {
            Label said = new Label(why);
            said.setWrapText(true);
            said.setMinHeight(USE_PREF_SIZE);
            said.getStyleClass().add("fault-text");
            getChildren().add(said);
        });
        String all = words + fault.map(why -> " " + why).orElse("");
        setAccessibleText(card.isOn() ? all : Texts.get("drawer.off") + ". " + all);
    }

    void showEditor(RestrictionEditor editor) {
        getChildren().add(editor);
        setAccessibleText(KindForm.of(card.restriction()).text());
    }

    private HBox head(int count) {
        KindForm kind = KindForm.of(card.restriction());
        CheckBox on = new CheckBox();
        on.setSelected(card.isOn());
        on.setId("card-on-" + index);
        on.setAccessibleText(Texts.get("drawer.on"));
        on.setTooltip(CommandControls.tooltip(Texts.get(card.isOn() ? "drawer.on" : "drawer.off")));
        on.setOnAction(event -> acts.turn(index, on.isSelected()));
        Label mark = new Label(kind.mark(), CommandControls.icon(kind.icon()));
        mark.getStyleClass().add("kind-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(mark, new Insets(0, 0, 0, 6));
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox head = new HBox(
                2,
                on,
                mark,
                spring,
                icon("mdal-arrow_upward", "drawer.up", "  (Alt+↑)", index > 0, () -> acts.move(index, index - 1)),
                icon(
                        "mdal-arrow_downward",
                        "drawer.down",
                        "  (Alt+↓)",
                        index < count - 1,
                        () -> acts.move(index, index + 1)),
                icon("mdal-content_copy", "drawer.duplicate", "", true, () -> acts.duplicate(index)),
                icon("mdal-close", "pills.remove", "  (Delete)", true, () -> acts.remove(index)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        head.setId("card-head-" + index);
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressedAt = event.getSceneY();
            requestFocus();
        });
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event.getSceneY()));
        head.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop(event.getSceneY()));
        return head;
    }

    private static Node icon(String literal, String key, String keys, boolean enabled, Runnable action) {
        Button button = new Button("", CommandControls.icon(literal));
        button.getStyleClass().addAll("flat", "icon-button", "small-icon");
        button.setAccessibleText(Texts.get(key));
        button.setTooltip(CommandControls.tooltip(Texts.get(key) + keys));
        button.setDisable(!enabled);
        button.setOnAction(event -> action.run());
        button.getStyleClass().add(key.substring(key.indexOf('.') + 1));
        return button;
    }

    private void key(KeyEvent event) {
        boolean onCard = event.getTarget() == this;
        KeyCode code = event.getCode();
        if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            acts.move(index, code == KeyCode.UP ? index - 1 : index + 1);
            event.consume();
        } else if (onCard && code == KeyCode.DELETE) {
            acts.remove(index);
            event.consume();
        } else if (onCard && code == KeyCode.SPACE) {
            acts.turn(index, !card.isOn());
            event.consume();
        }
    }

    // ---- reordering -----------------------------------------------------------------------------------------------

    private void drag(double sceneY) {
        dragging |= Math.abs(sceneY - pressedAt) > DRAG_STARTS;
        if (dragging) {
            pseudoClassStateChanged(DRAGGED, true);
            setTranslateY((sceneY - pressedAt) / getLocalToSceneTransform().getMyy());
            setViewOrder(-1);
            mark(target(sceneY));
        }
    }

    private void drop(double sceneY) {
        if (!dragging) {
            return;
        }
        dragging = false;
        int to = target(sceneY);
        pseudoClassStateChanged(DRAGGED, false);
        setTranslateY(0);
        setViewOrder(0);
        mark(index);
        acts.move(index, to);
    }

    /** The place that the card would take. */
    private int target(double sceneY) {
        List<? extends Region> all = acts.cards();
        int to = 0;
        for (int i = 0; i < all.size(); i++) {
            Region other = all.get(i);
            if (i != index) {
                double middle = other.localToScene(0, other.getHeight() / 2).getY();
                to += middle < sceneY ? 1 : 0;
            }
        }
        return to;
    }

    private void mark(int to) {
        List<? extends Region> all = acts.cards();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).pseudoClassStateChanged(DROP_ABOVE, to < index && i == to);
            all.get(i).pseudoClassStateChanged(DROP_BELOW, to > index && i == to);
        }
    }
}
