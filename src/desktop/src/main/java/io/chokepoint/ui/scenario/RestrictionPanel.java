package io.chokepoint.ui.scenario;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The editor of one restriction with head and foot: as a popover, or narrow and as high as its place where it is docked. */
final class RestrictionPanel extends VBox {
    private static final double WIDTH = 480;

    private final HBox head;
    private final RestrictionEditor editor;
    private Runnable done = () -> {};
    private Runnable pin = () -> {};

    RestrictionPanel(RestrictionEditorViewModel model, boolean docked, Consumer<String> openLink) {
        head = head(model, docked);
        editor = new RestrictionEditor(model, docked, openLink);
        editor.getStyleClass().add("popover-body");
        ScrollPane scroll = new ScrollPane(editor) {
            /** As high as its content is at its own width: asked without a width, content that wraps says more than it takes. */
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }
        };
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().setAll(head, scroll, foot(model, docked));
        getStyleClass().add("popover");
        setId("restrict-popover");
        if (docked) {
            getStyleClass().add("docked");
            VBox.setVgrow(scroll, Priority.ALWAYS);
        } else {
            getStyleClass().add("panel");
            setPrefWidth(WIDTH);
        }
    }

    void onDone(Runnable action) {
        done = action;
    }

    void onPin(Runnable action) {
        pin = action;
    }

    /** By which the panel can be moved. */
    Node head() {
        return head;
    }

    /** The chosen kind, or the first, takes the keyboard. */
    void focusKind() {
        // The scroll pane takes its content into the scene only with its skin.
        applyCss();
        layout();
        Node chosen = editor.lookupAll(".kind-tile").stream()
                .filter(node -> node instanceof ToggleButton tile && tile.isSelected())
                .findFirst()
                .orElseGet(() -> editor.lookup(".kind-tile"));
        if (chosen != null) {
            chosen.requestFocus();
        }
    }

    private HBox head(RestrictionEditorViewModel model, boolean docked) {
        Label title = new Label();
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("restrict.title", model.subject()), model.restrictionProperty()));
        title.getStyleClass().add("popover-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button pinned = icon("mdmz-push_pin", Texts.get(docked ? "restrict.unpin" : "restrict.pin"), "");
        pinned.setId("restrict-pin");
        pinned.setOnAction(event -> pin.run());
        Button close = icon("mdal-close", Texts.get("close"), "  (Esc)");
        close.setOnAction(event -> done.run());
        HBox row = new HBox(2, title, pinned, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("popover-head");
        return row;
    }

    private static Button icon(String literal, String text, String key) {
        Button button = new Button("", CommandControls.icon(literal));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(text);
        button.setTooltip(CommandControls.tooltip(text + key));
        return button;
    }

    private Pane foot(RestrictionEditorViewModel model, boolean docked) {
        Label outcome = new Label();
        outcome.setId("restriction-outcome");
        outcome.getStyleClass().add("strong");
        outcome.setWrapText(true);
        outcome.textProperty().bind(model.outcomeProperty());
        Label follows = new Label();
        follows.setId("restriction-reason");
        follows.textProperty()
                .bind(Bindings.when(model.reasonProperty().isEmpty())
                        .then(Texts.get("restrict.follows"))
                        .otherwise(model.reasonProperty()));
        follows.getStyleClass().add("label-small");
        follows.setWrapText(true);
        VBox words = new VBox(outcome, follows);
        words.getChildren().forEach(label -> ((Label) label).setMinHeight(USE_PREF_SIZE));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button(Texts.get("restrict.remove"));
        remove.setId("restrict-remove");
        remove.disableProperty().bind(model.restrictionProperty().isNull());
        remove.setOnAction(event -> {
            model.remove();
            done.run();
        });
        Button ok = new Button(Texts.get("restrict.done"));
        ok.getStyleClass().add("accent");
        ok.setId("restrict-done");
        ok.setDefaultButton(true);
        ok.setOnAction(event -> done.run());
        remove.setMinWidth(Region.USE_PREF_SIZE);
        ok.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = docked ? new HBox(8, remove, ok) : new HBox(8, words, remove, ok);
        row.setAlignment(Pos.CENTER_LEFT);
        Pane foot = docked ? new VBox(8, words, row) : row;
        foot.getStyleClass().add("popover-foot");
        return foot;
    }
}
