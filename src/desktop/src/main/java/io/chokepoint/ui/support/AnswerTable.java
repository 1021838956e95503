package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.ui.control.FxTextMeasure;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A table with a note below, or what stands in its place; as a picture and a copy it can leave the window. */
public final class AnswerTable<R> extends BorderPane implements Pictured {
    private final UiContext context;
    private final String id;
    private final Consumer<Optional<R>> onSelected;
    private final StackPane middle = new StackPane();
    private final Label note = new Label();
    private @Nullable TableBuilder<R> table;

    /**
     * @param id of the table's node
     * @param onSelected told which row is selected
     */
    public AnswerTable(UiContext context, String id, Consumer<Optional<R>> onSelected) {
        this.context = context;
        this.id = id;
        this.onSelected = onSelected;
        note.getStyleClass().add("table-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        setCenter(middle);
        setBottom(note);
    }

    /** Shows something else while there is no table. */
    public void showInstead(Node node) {
        table = null;
        note.setText("");
        middle.getChildren().setAll(node);
    }

    /** Shows the table; a sentence in its place where it has no rows. */
    public Optional<TableView<R>> show(TableContent<R> content, String noRows) {
        if (content.rows().isEmpty()) {
            showInstead(new Label(noRows));
            note.setText(Typography.thin(content.note()));
            return Optional.empty();
        }
        TableBuilder<R> made = new TableBuilder<>(content, context.theme().palette(), context.state());
        TableView<R> view = made.view();
        view.setId(id);
        table = made;
        note.setText(Typography.thin(content.note()));
        middle.getChildren().setAll(view);
        view.getSelectionModel().selectedItemProperty().subscribe(row -> onSelected.accept(Optional.ofNullable(row)));
        return Optional.of(view);
    }

    /** Selects the row that selects this. */
    public void select(Selection selection) {
        if (table != null) {
            table.select(selection);
        }
    }

    private Optional<TableContent<R>> content() {
        return Optional.ofNullable(table).map(TableBuilder::sorted);
    }

    @Override
    public Optional<Picture> picture() {
        return content().map(now -> TablePicture.draw(now, context.theme().palette(), new FxTextMeasure()));
    }

    @Override
    public Optional<TableCopy> table() {
        return content().map(TableContent::copy);
    }
}
