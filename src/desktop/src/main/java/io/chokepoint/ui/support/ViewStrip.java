package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A row of controls above a view: a question put as a sentence, or choices with the table's buttons at the right end. */
public final class ViewStrip extends HBox {
    private static final double BETWEEN = 8;
    private static final double BETWEEN_WORDS = 6;

    private ViewStrip(double gap, Node... parts) {
        super(gap, parts);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("view-strip");
    }

    /** Words and controls that read as a sentence. */
    public static ViewStrip sentence(Node... words) {
        return new ViewStrip(BETWEEN_WORDS, words);
    }

    /** A word of a sentence. */
    public static Label word(String key) {
        Label label = new Label(Texts.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /**
     * Choices, and at the right end the ways in which the table leaves the window.
     *
     * @param table asked for when a button is pressed
     */
    public static ViewStrip ofTable(Supplier<Optional<TableCopy>> table, Dialogs dialogs, Node... choices) {
        ViewStrip strip = new ViewStrip(BETWEEN, choices);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        strip.getChildren().add(gap);
        strip.getChildren().addAll(TableButtons.of(table, dialogs));
        return strip;
    }
}
