package io.chokepoint.ui.table;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.study.LensSubject;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.RunColumns;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableBuilder;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.TablePicture;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.table.TableViewModel.Kind;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The run as a table: choose which, sort by a click on a head, filter, choose columns at the right end of the heads, copy. */
public final class RunTableView extends BorderPane implements Pictured {
    private final UiContext context;
    private final StudyState state;
    private final TableViewModel model;
    private final TextMeasure measure = new FxTextMeasure();
    private final Label count = new Label();
    private final Label note = new Label();
    private final StackPane middle = new StackPane();
    private @Nullable TableContent<?> shown;
    private @Nullable TableBuilder<?> table;
    private boolean selecting;

    public RunTableView(UiContext context) {
        this.context = context;
        this.state = context.state();
        this.model = new TableViewModel(state);
        getStyleClass().addAll("run-table", "graph-keys");
        setTop(strip());
        setCenter(middle);
        note.getStyleClass().add("table-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        setBottom(note);
        state.resultProperty().subscribe(unused -> refresh());
        state.many().resultProperty().subscribe(unused -> refreshInPlace());
        model.kindProperty().subscribe(unused -> refresh());
        model.filterProperty().subscribe(unused -> refresh());
        state.looking().weekProperty().subscribe(unused -> weekChanged());
        state.looking().selectionProperty().subscribe(unused -> showSelection());
        context.theme().paletteProperty().subscribe(unused -> refresh());
    }

    private HBox strip() {
        Segments<Kind> kinds = new Segments<>(
                List.of(Kind.values()),
                kind -> "table-kind-" + kind,
                kind -> Texts.get("runTable.kind." + kind),
                model.kindProperty()::set);
        model.kindProperty().subscribe(kinds::show);
        TextField filter = new TextField();
        filter.setId("table-filter");
        filter.setPromptText(Texts.get("runTable.filter"));
        filter.setAccessibleText(Texts.get("runTable.filter"));
        filter.setPrefWidth(190);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
        count.getStyleClass().add("label-small");
        return ViewStrip.ofTable(() -> content().map(TableContent::copy), context.dialogs(), kinds, filter, count);
    }

    /** What is shown now, in the order in which it is sorted. */
    private Optional<TableContent<?>> content() {
        return Optional.ofNullable(table == null ? shown : table.sorted());
    }

    /** Columns come or go, the rows stay, and so does what is looked at. */
    private void refreshInPlace() {
        int first = table != null
                        && table.view().lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
        refresh();
        if (table != null && first > 0) {
            table.view().scrollTo(first);
        }
    }

    private void refresh() {
        TableContent<?> now = model.content().orElse(null);
        Optional<TableBuilder.Order> order = table == null ? Optional.empty() : table.order();
        shown = now;
        table = null;
        if (now == null) {
            count.setText("");
            note.setText("");
            middle.getChildren().setAll(new Label(Texts.get("runTable.noRun")));
            return;
        }
        int rows = now.rows().size();
        int all = model.all();
        count.setText(
                rows == all
                        ? Texts.count("runTable.rows", rows)
                        : Texts.get("runTable.rows.some", Amounts.count(rows), Amounts.count(all)));
        note.setText(Typography.thin(now.note()));
        if (now.rows().isEmpty()) {
            middle.getChildren().setAll(empty());
            return;
        }
        build(now, order);
    }

    private <R> void build(TableContent<R> content, Optional<TableBuilder.Order> order) {
        TableBuilder<R> made = new TableBuilder<>(content, context.theme().palette(), state);
        order.ifPresent(made::sort);
        TableView<R> view = made.view();
        view.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !selecting) {
                selecting = true;
                state.looking().select(content.selects().apply(row));
                selecting = false;
            }
        });
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                state.looking().viewProperty().set(ViewKind.GRAPH);
                event.consume();
            }
        });
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems().setAll(LensSubjects.item(lens(), state)));
        // A menu without items would not open.
        menu.getItems().add(LensSubjects.item(Optional.empty(), state));
        view.setContextMenu(menu);
        table = made;
        middle.getChildren().setAll(view);
        showSelection();
    }

    /** Whose supplies stand behind the selected row. */
    private Optional<LensSubject> lens() {
        return state.data()
                .flatMap(data ->
                        LensSubjects.of(state.looking().selectionProperty().get(), data.dataset()));
    }

    private VBox empty() {
        boolean filtered = !model.filterProperty().get().isBlank();
        Label head = new Label(Texts.get(filtered ? "runTable.noMatch" : "runTable.nothing"));
        head.getStyleClass().add("answer");
        Label why = new Label(filtered ? "" : model.whyNothing());
        why.setWrapText(true);
        why.setMaxWidth(520);
        why.setTextAlignment(TextAlignment.CENTER);
        why.setAlignment(Pos.CENTER);
        Button next = new Button(Texts.get(filtered ? "runTable.clearFilter" : "runTable.showAll"));
        next.setOnAction(event -> {
            if (filtered) {
                model.filterProperty().set("");
            } else {
                model.kindProperty().set(Kind.ALL);
            }
        });
        VBox box = new VBox(8, head, why, next);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void weekChanged() {
        if (table != null) {
            table.weekChanged();
        }
    }

    private void showSelection() {
        if (table == null || selecting) {
            return;
        }
        selecting = true;
        table.select(state.looking().selectionProperty().get());
        selecting = false;
    }

    @Override
    public Optional<Picture> picture() {
        return content().map(now -> TablePicture.draw(now, context.theme().palette(), measure));
    }

    @Override
    public Optional<TableCopy> table() {
        return content().map(TableContent::copy).map(RunColumns.ofWeek(context.state()));
    }

    /** The rows that are shown, for tests. */
    List<?> rows() {
        return shown == null ? List.of() : shown.rows();
    }
}
