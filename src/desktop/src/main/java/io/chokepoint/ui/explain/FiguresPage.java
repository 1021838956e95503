package io.chokepoint.ui.explain;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.FigureGroup;
import io.chokepoint.ui.explain.InspectorContent.NamedFigure;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.RowRequest;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The figures behind a result: value, range, basis, note, source, and a way to try another value. */
final class FiguresPage {
    private static final String OPEN = "mdal-keyboard_arrow_down";
    private static final String CLOSED = "mdal-keyboard_arrow_right";

    private final Parts parts;
    private final InspectorViewModel model;
    private final Dataset dataset;
    private final String name;
    private final List<FigureGroup> groups;
    private final HeldFigures held;

    /**
     * @param name of the good or market, for the file
     * @param held where the figures stood when they were shown last
     */
    FiguresPage(
            Parts parts,
            InspectorViewModel model,
            Dataset dataset,
            String name,
            List<FigureGroup> groups,
            HeldFigures held) {
        this.parts = parts;
        this.model = model;
        this.dataset = dataset;
        this.name = name;
        this.held = held;
        this.groups = held.inOrder(name, groups);
    }

    VBox page() {
        VBox box = new VBox();
        box.setMinWidth(0);
        box.getStyleClass().add("rows");
        int count = groups.stream().mapToInt(group -> group.figures().size()).sum();
        Node head = parts.tableHead(Texts.count("figures.head", count), this::table);
        if (model.driversProperty().get().runs() > 0) {
            // What the runs show is long, and who wants to change a figure should not have to pass it.
            Button jump = new Button(Texts.get("figures.jump", count));
            jump.setId("figures-jump");
            jump.getStyleClass().add("link");
            jump.setOnAction(event -> Parts.bringToTop(head));
            box.getChildren().add(jump);
            Drivers drivers = model.driversProperty().get();
            if (!drivers.known().isEmpty()) {
                box.getChildren().add(new IfKnown(parts, drivers).box());
            }
            box.getChildren().add(new Tornado(parts, dataset, drivers).box());
        }
        box.getChildren().add(head);
        for (FigureGroup group : groups) {
            box.getChildren().add(group(group, held.isOpen(group)));
        }
        return box;
    }

    /** A heading that shows and hides its figures; they are made when first shown. */
    private VBox group(FigureGroup group, boolean open) {
        VBox rows = new VBox();
        Button title = new Button(group.title() + "  " + group.figures().size());
        title.getStyleClass().add("group-button");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setGraphic(CommandControls.icon(CLOSED));
        title.setOnAction(event -> toggle(title, rows, group));
        if (open) {
            toggle(title, rows, group);
        }
        return new VBox(title, rows);
    }

    private void toggle(Button title, VBox rows, FigureGroup group) {
        boolean open = rows.getChildren().isEmpty();
        held.setOpen(group, open);
        title.setGraphic(CommandControls.icon(open ? OPEN : CLOSED));
        title.setAccessibleText(Texts.get(open ? "figures.close" : "figures.open") + ": " + group.title());
        if (open) {
            Gradual.fill(
                    rows,
                    group.figures().stream()
                            .<Supplier<VBox>>map(figure -> () -> row(figure))
                            .toList());
        } else {
            rows.getChildren().clear();
        }
    }

    private VBox row(NamedFigure named) {
        Figure figure = named.figure();
        VBox row = new VBox(1);
        row.getStyleClass().add("list-row");
        Button edit = Parts.icon("mdal-edit", Texts.get("figure.edit", named.what()), () -> {});
        Label what = Parts.label(named.what(), "body");
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox head = Parts.row(6, what, Parts.grow(), edit);
        if (figure.evidence().line() > 0) {
            head.getChildren().add(table(figure));
        }
        HBox value =
                Parts.row(6, Parts.label(Wording.valueWithRange(figure), "strong"), Parts.basis(figure.evidence()));
        row.getChildren().addAll(head, value);
        model.ownText(figure).ifPresent(text -> row.getChildren().add(ownRow(named, text)));
        if (!figure.evidence().note().isEmpty()) {
            row.getChildren().add(Parts.label(figure.evidence().note(), "note"));
        }
        if (!figure.evidence().sources().isEmpty()) {
            row.getChildren().add(parts.sources(figure.evidence(), dataset));
        }
        edit.setOnAction(event -> toggleEditor(row, named));
        edit.setId("edit-" + figure.id());
        if (held.takeEdited(named)) {
            // Once the page has its place: the hand is still here.
            Platform.runLater(() -> {
                Parts.bringIn(row);
                edit.requestFocus();
            });
        }
        return row;
    }

    /** Leads to the row of the dataset in which the figure stands. */
    private static Button table(Figure figure) {
        Evidence evidence = figure.evidence();
        Button table =
                Parts.icon("mdmz-table_chart", Texts.get("figure.row", evidence.file(), evidence.line()), () -> {});
        table.setId("row-" + figure.id());
        String column = figure.id().substring(figure.id().lastIndexOf('/') + 1);
        table.setOnAction(event -> table.fireEvent(new RowRequest(evidence.file(), evidence.line(), column)));
        return table;
    }

    private HBox ownRow(NamedFigure named, String text) {
        Button revert = new Button(Texts.get("figure.revert"));
        revert.getStyleClass().add("link");
        revert.setOnAction(event -> {
            held.edited(named);
            model.revert(named.what(), named.figure());
        });
        Label mine = Parts.label(text, "note", "own-figure");
        HBox.setHgrow(mine, Priority.ALWAYS);
        return new HBox(6, mine, revert);
    }

    private void toggleEditor(VBox row, NamedFigure named) {
        boolean open = row.getChildren().removeIf(FigureEditor.class::isInstance);
        if (open) {
            return;
        }
        Optional<FigureEdit> own = model.own(named.figure());
        FigureEditor editor = new FigureEditor(
                named.figure(),
                own,
                edit -> {
                    held.edited(named);
                    model.edit(named.what(), edit);
                },
                () -> row.getChildren().removeIf(FigureEditor.class::isInstance));
        row.getChildren().add(editor);
        editor.focusFirst();
        // Once it has its place.
        Platform.runLater(() -> Parts.bringIn(editor));
    }

    private TableCopy table() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (FigureGroup group : groups) {
            for (NamedFigure named : group.figures()) {
                Figure figure = named.figure();
                rows.add(new @Nullable Object[] {
                    figure.id(),
                    group.title(),
                    named.what(),
                    figure.low(),
                    figure.central(),
                    figure.high(),
                    figure.unit(),
                    figure.evidence().basis().id(),
                    String.join(";", figure.evidence().sources()),
                    figure.evidence().note(),
                    model.own(figure).map(FigureEdit::central).orElse(null)
                });
            }
        }
        return new TableCopy(
                name + "-figures",
                List.of("figure", "group", "what", "low", "central", "high", "unit", "basis", "source", "note", "own"),
                rows);
    }
}
