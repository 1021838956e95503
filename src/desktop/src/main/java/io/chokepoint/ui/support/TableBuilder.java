package io.chokepoint.ui.support;

import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Makes the control of one table. UI thread only. */
public final class TableBuilder<R> {
    private static final double ROW = 28;
    /** Left and right of a cell's text, and a little for rounding. */
    private static final double PADDING = 17;

    /** Above and below the words of a cell. */
    private static final double ABOVE = 4;

    private static final double TEXT_SIZE = 13;
    private static final TextMeasure MEASURE = new FxTextMeasure();

    private final TableContent<R> content;
    /** What the bar for the rows takes of the width. */
    private static final double SCROLL_BAR = 10;

    private final Palette palette;
    private final StudyState state;
    private final TableView<R> view = new TableView<>();

    public TableBuilder(TableContent<R> content, Palette palette, StudyState state) {
        this.content = content;
        this.palette = palette;
        this.state = state;
        view.setId("run-table");
        view.setAccessibleText(Texts.get("runTable.spoken"));
        view.getStyleClass().add("dense");
        view.setTableMenuButtonVisible(true);
        view.setItems(FXCollections.observableArrayList(content.rows()));
        for (ColumnSpec<R> spec : content.columns()) {
            view.getColumns().add(column(spec));
        }
        view.widthProperty().subscribe(width -> fillOrScroll());
        view.getVisibleLeafColumns().addListener((Observable columns) -> fillOrScroll());
    }

    /** Columns share the width while all have room; else they keep theirs and the table scrolls, which a shared width never does. */
    private void fillOrScroll() {
        double least = view.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        view.setColumnResizePolicy(
                least <= view.getWidth() - SCROLL_BAR
                        ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    public TableView<R> view() {
        return view;
    }

    /** The content in the order in which it is sorted on screen. */
    public TableContent<R> sorted() {
        return new TableContent<>(
                content.name(),
                content.columns(),
                List.copyOf(view.getItems()),
                content.selects(),
                content.series(),
                content.note(),
                content.leftOut());
    }

    /** By which column it is sorted, if by any. */
    public Optional<Order> order() {
        return view.getSortOrder().stream().findFirst().map(column -> new Order(column.getId(), column.getSortType()));
    }

    /** Sorts as another table was, if it has the column. */
    public void sort(Order order) {
        for (TableColumn<R, ?> column : view.getColumns()) {
            if (column.getId().equals(order.column())) {
                column.setSortType(order.type());
                view.getSortOrder().setAll(List.of(column));
            }
        }
    }

    /** Which column and which way. */
    public record Order(String column, TableColumn.SortType type) {}

    public void weekChanged() {
        view.refresh();
    }

    public void select(Selection selection) {
        for (R row : view.getItems()) {
            if (content.selects().apply(row).equals(selection)) {
                if (!row.equals(view.getSelectionModel().getSelectedItem())) {
                    view.getSelectionModel().select(row);
                    view.scrollTo(row);
                }
                return;
            }
        }
        view.getSelectionModel().clearSelection();
    }

    private TableColumn<R, @Nullable Object> column(ColumnSpec<R> spec) {
        TableColumn<R, @Nullable Object> column = new TableColumn<>();
        column.setId("column-" + spec.id());
        Label head = new Label(spec.title());
        head.setTooltip(CommandControls.tooltip(spec.hint()));
        column.setGraphic(head);
        // The menu for choosing columns shows the text, so it is there although the head shows the label.
        column.setText(spec.title());
        head.setMaxWidth(Double.MAX_VALUE);
        column.getStyleClass().add("titled");
        column.setPrefWidth(spec.width());
        if (spec.look() == ColumnSpec.Look.TEXT || spec.look() == ColumnSpec.Look.NAME) {
            column.setMinWidth(Math.max(
                    0.75 * spec.width(),
                    Math.max(longestWord(spec), MEASURE.width(spec.title(), TEXT_SIZE, true)) + PADDING));
        } else if (spec.look() == ColumnSpec.Look.CURVE) {
            column.setMinWidth(0.75 * spec.width());
            column.setMaxWidth(1.2 * spec.width());
        } else if (spec.look() == ColumnSpec.Look.MARKS) {
            column.setMinWidth(spec.width());
        } else {
            // Numbers and curves gain nothing from more room; names do.
            column.setMinWidth(spec.width());
            column.setMaxWidth((spec.look() == ColumnSpec.Look.BAR ? 1.6 : 1.2) * spec.width());
        }
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(spec.value().apply(row.getValue())));
        column.setComparator(comparator());
        column.setCellFactory(unused -> switch (spec.look()) {
            case CURVE -> new CurveCell<>(content.series(), palette, state);
            case MARKS -> new MarksCell<>(spec, content.series(), palette);
            case OUTPUT -> new OutputCell<>(spec);
            case BAR -> new BarCell<>(spec, content.most(spec));
            case TEXT, NAME -> new WordsCell<>(spec, column);
            case NUMBER -> new TextCell<>(spec);
        });
        if (spec.isNumber()) {
            column.getStyleClass().add("number");
        }
        column.setSortable(spec.look() != ColumnSpec.Look.CURVE);
        return column;
    }

    /** Width of the longest word of a column: text breaks between words, never within one. */
    private double longestWord(ColumnSpec<R> spec) {
        boolean semibold = spec.look() == ColumnSpec.Look.NAME;
        return content.rows().stream()
                .flatMap(row -> Stream.of(spec.text().apply(row).split(" ")))
                .distinct()
                .mapToDouble(word -> MEASURE.width(word, TEXT_SIZE, semibold))
                .max()
                .orElse(0);
    }

    /** Numbers by size, text by the alphabet, nothing last. */
    private static Comparator<@Nullable Object> comparator() {
        return Comparator.nullsLast((a, b) -> a instanceof Number x && b instanceof Number y
                ? Double.compare(x.doubleValue(), y.doubleValue())
                : a.toString().compareToIgnoreCase(b.toString()));
    }

    private static final class TextCell<R> extends TableCell<R, @Nullable Object> {
        private final ColumnSpec<R> spec;

        TextCell(ColumnSpec<R> spec) {
            this.spec = spec;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            R row = empty ? null : getTableRow().getItem();
            setText(row == null ? null : spec.text().apply(row));
        }
    }

    /** Words, on as many lines as they need in the width of their column: names are not cut. */
    private static final class WordsCell<R> extends TableCell<R, @Nullable Object> {
        private final ColumnSpec<R> spec;
        /** A label in a cell would be cut rather than wrapped. */
        private final Text words = new Text();

        WordsCell(ColumnSpec<R> spec, TableColumn<R, @Nullable Object> column) {
            this.spec = spec;
            setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            words.getStyleClass().add("cell-words");
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING - 1));
            if (spec.look() == ColumnSpec.Look.NAME) {
                getStyleClass().add("name");
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.max(ROW, Math.ceil(words.getLayoutBounds().getHeight() + 2 * ABOVE));
        }

        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            R row = empty ? null : getTableRow().getItem();
            String text = row == null ? null : spec.text().apply(row);
            // The text is read by assistive technology, the words are seen.
            setText(text);
            words.setText(text == null ? "" : text);
            setGraphic(text == null ? null : words);
        }
    }

    /** A number on the colour of its loss. */
    private static final class OutputCell<R> extends TableCell<R, @Nullable Object> {
        private final ColumnSpec<R> spec;
        private final Label chip = new Label();

        OutputCell(ColumnSpec<R> spec) {
            this.spec = spec;
            setAlignment(Pos.CENTER_RIGHT);
            chip.getStyleClass().add("output-chip");
        }

        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            R row = empty ? null : getTableRow().getItem();
            if (row == null) {
                setGraphic(null);
                return;
            }
            chip.setText(spec.text().apply(row));
            chip.getStyleClass().removeIf(style -> style.startsWith("loss-"));
            if (value instanceof Double output) {
                chip.getStyleClass()
                        .add(
                                output > 1.005
                                        ? "loss-gain"
                                        : "loss-" + LossStep.ofOutput(output).ordinal());
            }
            setGraphic(chip);
        }
    }
}
