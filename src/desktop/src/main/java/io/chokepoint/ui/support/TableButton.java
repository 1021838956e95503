package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** The button by which a table leaves the window: onto the clipboard, or as a CSV file. */
public final class TableButton extends MenuButton {
    /** @param table the table of the moment the button is used, in the order shown */
    public TableButton(Supplier<TableCopy> table, Dialogs dialogs) {
        super("CSV", CommandControls.icon("mdmz-save_alt"));
        getStyleClass().addAll("small", "table-button");
        setTooltip(CommandControls.tooltip(Texts.get("table.button")));
        setAccessibleText(Texts.get("table.button"));
        MenuItem copy = new MenuItem(Texts.get("table.copy"), CommandControls.icon("mdal-content_copy"));
        copy.setOnAction(event -> table.get().copy(dialogs));
        MenuItem save = new MenuItem(Texts.get("table.save"), CommandControls.icon("mdmz-save_alt"));
        save.setOnAction(event -> table.get().save(dialogs));
        getItems().setAll(copy, save);
        setMinWidth(USE_PREF_SIZE);
    }
}
