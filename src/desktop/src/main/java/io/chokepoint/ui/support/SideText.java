package io.chokepoint.ui.support;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Wrapped texts for the panel beside a view. */
public final class SideText {
    private SideText() {}

    /** The panel's answer. */
    public static Label title(String text) {
        return label(text, "title");
    }

    /** The head of a part. */
    public static Label section(String text) {
        return label(text, "strong");
    }

    public static Label body(String text) {
        return label(text, "body");
    }

    public static Label small(String text) {
        return label(text, "label-small");
    }

    private static Label label(String text, String style) {
        Label label = new Label(Typography.thin(text));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
