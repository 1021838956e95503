package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.WebAddress;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableSchema.Column;
import io.chokepoint.data.TableSchema.Holds;
import io.chokepoint.data.TableSchema.Presence;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Beside the grid: what the cell with the focus should hold and what is wrong with it, then the row's sources and note. */
final class RowPanel extends ScrollPane {
    private final VBox box = new VBox(4);
    private final Consumer<String> openLink;

    RowPanel(Consumer<String> openLink) {
        this.openLink = openLink;
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box.getStyleClass().add("row-panel");
        getStyleClass().add("row-panel-scroll");
        setId("grid-row");
    }

    /** @param place of the column; −1 for the row number */
    void show(TableGrid grid, int row, int place, EditedTables tables) {
        box.getChildren().clear();
        if (row < 0) {
            text(Texts.get("grid.row.none"), "muted");
            return;
        }
        TableText table = grid.text();
        text(Texts.get("grid.row.title", Amounts.count(row + 1), Amounts.count(table.line(row))), "label-small");
        Optional<Column> column = grid.columnOf(place);
        String name = grid.nameOf(place);
        if (!name.isEmpty()) {
            text(name, "strong");
            text(column.map(Column::expected).orElseGet(() -> Texts.get("grid.column.unknown", name)), "muted");
            column.ifPresent(c -> text(
                    Texts.get(c.presence() == Presence.REQUIRED ? "grid.column.needed" : "grid.column.optional"),
                    "label-small"));
            String value = table.value(row, place);
            if (!value.isEmpty()) {
                text(value, "row-value");
            }
            column.flatMap(c -> meant(c, value, grid.host().choices())).ifPresent(meant -> text(meant, "muted"));
        }
        fault(grid, row, name);
        fault(grid, row, "");
        if (!table.isWhole(row)) {
            raw(grid, table, row);
        }
        evidence(table, row, tables);
    }

    /** Its cells cannot be told apart, so the row is mended as it stands in the file. */
    private void raw(TableGrid grid, TableText table, int row) {
        text(Texts.get("grid.row.raw"), "row-head");
        TextField field = new TextField(table.raw(row));
        field.setId("grid-raw");
        field.setDisable(grid.host().isReadOnly());
        field.setOnAction(event -> grid.host().rewritten(row, field.getText()));
        box.getChildren().add(field);
    }

    /** The names of the ids in a cell. */
    private static Optional<String> meant(Column column, String value, Choices choices) {
        if (!(column.holds() instanceof Holds.Ids ids) || ids.several() || value.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(choices.name(ids.table(), value.strip()));
    }

    private void fault(TableGrid grid, int row, String column) {
        if (column.isEmpty() && box.lookup(".row-fault") != null) {
            return;
        }
        grid.host()
                .fault(row, column)
                .ifPresent(what -> text(what.message(), what.error() ? "row-fault" : "row-doubt"));
    }

    private void evidence(TableText table, int row, EditedTables tables) {
        if (table.column("source") >= 0) {
            text(Texts.get("grid.row.sources"), "row-head");
            String basis = table.value(row, "basis");
            if (!basis.isBlank()) {
                text(basis, "label-small");
            }
            TableText sources = tables.text(Tables.SOURCES);
            String all = table.value(row, "source");
            if (all.isBlank()) {
                text(Texts.get("grid.row.noSource"), "muted");
            }
            for (String id : all.split(";")) {
                if (!id.isBlank()) {
                    source(sources, id.strip());
                }
            }
        }
        String note = table.value(row, "note");
        if (!note.isBlank()) {
            text(Texts.get("grid.row.note"), "row-head");
            text(note, "row-value");
        }
    }

    private void source(TableText sources, String id) {
        int key = sources.column("id");
        for (int row = 0; row < sources.size(); row++) {
            if (sources.value(row, key).strip().equals(id)) {
                String publisher = sources.value(row, "publisher");
                String year = sources.value(row, "year");
                text(sources.value(row, "title"), "row-value");
                text(
                        id + (publisher.isBlank() ? "" : " · " + publisher) + (year.isBlank() ? "" : ", " + year),
                        "muted");
                String url = sources.value(row, "url");
                if (WebAddress.isWeb(url)) {
                    Hyperlink link = new Hyperlink(Texts.get("grid.row.open"));
                    link.getStyleClass().add("source-link");
                    link.setOnAction(event -> openLink.accept(url));
                    box.getChildren().add(link);
                }
                return;
            }
        }
        text(Texts.get("grid.row.unknownSource", id), "row-fault");
    }

    private void text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        box.getChildren().add(label);
    }

    /** The key of a row, as it is named in steps of undo. */
    static String nameOf(TableSchema table, TableText text, int row) {
        String key = text.value(row, table.key().getFirst()).strip();
        return key.isEmpty() ? Texts.get("grid.rowNumber", Amounts.count(row + 1)) : key;
    }
}
