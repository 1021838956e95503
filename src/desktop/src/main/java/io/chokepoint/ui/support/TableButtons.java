package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The two ways in which a table leaves a view: the clipboard and a CSV file. */
public final class TableButtons {
    private TableButtons() {}

    /** For the strip above a view. */
    public static List<Button> of(Supplier<Optional<TableCopy>> table, Dialogs dialogs) {
        return List.of(
                button(
                        "mdal-content_copy",
                        "runTable.copy",
                        Texts.get("runTable.copy.hint"),
                        () -> table.get().ifPresent(now -> now.copy(dialogs))),
                button(
                        "mdmz-save_alt",
                        "runTable.csvButton",
                        Texts.get("runTable.csvButton.hint"),
                        () -> table.get().ifPresent(now -> now.save(dialogs))));
    }

    /**
     * For a panel beside a view.
     *
     * @param hint what the table holds
     */
    public static HBox small(TableCopy table, String hint, Dialogs dialogs) {
        HBox box = new HBox(
                8,
                button("mdal-content_copy", "runTable.copy", hint, () -> table.copy(dialogs)),
                button("mdmz-save_alt", "runTable.csvButton", hint, () -> table.save(dialogs)));
        box.getChildren().forEach(button -> button.getStyleClass().add("small"));
        return box;
    }

    private static Button button(String icon, String text, String hint, Runnable action) {
        Button button = new Button(Texts.get(text), CommandControls.icon(icon));
        button.setTooltip(CommandControls.tooltip(hint));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
