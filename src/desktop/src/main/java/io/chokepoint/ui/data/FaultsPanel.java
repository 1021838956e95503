package io.chokepoint.ui.data;

import io.chokepoint.base.Problem;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.DatasetOpener.Report;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** All faults of the folder that was read last: where each is, what is wrong, what was expected. A click shows the place in its file. */
public final class FaultsPanel extends VBox {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 480;
    private static final double TOP = 96;
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final UiContext context;
    private final DatasetOpener opener;
    private final FileEditor editor;
    private final DatasetEditing editing;
    /** The causes of which the faults are shown. */
    private final Set<String> shown = new HashSet<>();

    private final Label title = new Label();
    private final Label stays = new Label();
    private final HBox head;
    private final TableView<FaultRow> table = new TableView<>();

    public FaultsPanel(UiContext context, DatasetOpener opener, DatasetEditing editing) {
        this.context = context;
        this.opener = opener;
        this.editing = editing;
        this.editor = new FileEditor(context, opener::readAgain);
        getStyleClass().addAll("panel", "faults");
        setId("faults");
        setPrefSize(WIDTH, HEIGHT);
        head = head();
        stays.getStyleClass().addAll("label-small", "faults-foot");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table, stays);
        columns();
        context.commands()
                .register(
                        Command.PROBLEMS,
                        this::open,
                        opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
        opener.reportProperty().subscribe(this::arrived);
    }

    private void arrived(@Nullable Report report) {
        if (report != null) {
            fill(report);
            // Whoever edits the tables sees their faults there.
            if (!report.opened() && !editing.isOpen()) {
                open();
            }
        }
    }

    private void open() {
        if (!context.overlays().isOpen(this)) {
            context.overlays().showModal(this, TOP, () -> {});
            table.requestFocus();
        }
    }

    private void fill(Report report) {
        String counts = Texts.count("faults.errors", report.errors()) + ", "
                + Texts.count("faults.warnings", report.warnings());
        title.setText(report.opened() ? counts : Texts.get("faults.notOpened", counts));
        head.pseudoClassStateChanged(REFUSED, !report.opened());
        stays.setText(
                report.opened()
                        ? Texts.get("faults.opened", report.folder())
                        : context.state().data().isPresent()
                                ? Texts.get("faults.stays", report.folder())
                                : report.folder().toString());
        table.getItems().setAll(FaultRow.of(report.problems(), shown));
    }

    private HBox head() {
        title.getStyleClass().add("strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button(Texts.get("faults.copy"), CommandControls.icon("mdal-content_copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    String.join("\n", problems().stream().map(Problem::toString).toList()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button again = CommandControls.button(context.commands(), Command.READ_AGAIN);
        Button close = CommandControls.closeButton(() -> context.overlays().close(this));
        HBox box = new HBox(10, CommandControls.icon("mdal-error_outline"), title, copy, again, close);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("faults-head");
        return box;
    }

    private void columns() {
        TableColumn<FaultRow, FaultRow> where = new TableColumn<>(Texts.get("faults.where"));
        where.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        where.setCellFactory(column -> new WhereCell());
        where.setPrefWidth(270);
        TableColumn<FaultRow, String> what = new TableColumn<>(Texts.get("faults.what"));
        what.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().what()));
        what.setCellFactory(WrappedCell::new);
        what.setPrefWidth(WIDTH - 300);
        table.getColumns().add(where);
        table.getColumns().add(what);
        table.setPlaceholder(new Label(Texts.get("faults.none")));
    }

    /** File, row and column; shows the place. */
    private final class WhereCell extends TableCell<FaultRow, FaultRow> {
        private final Button link = new Button();

        WhereCell() {
            link.getStyleClass().add("link");
            link.setMnemonicParsing(false);
        }

        @Override
        protected void updateItem(@Nullable FaultRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            link.setText(row.where());
            Optional<Problem> problem = row.problem();
            link.setTooltip(CommandControls.tooltip(problem.map(p -> Texts.get("faults.open", p.file(), p.line()))
                    .orElseGet(() -> Texts.get("faults.unfold"))));
            link.setOnAction(event -> problem.ifPresentOrElse(FaultsPanel.this::openRow, () -> unfold(row.group())));
            setGraphic(link);
        }
    }

    private List<Problem> problems() {
        Report report = opener.reportProperty().get();
        return report == null ? List.of() : report.problems();
    }

    /** Shows what follows from a cause, or hides it. */
    private void unfold(String group) {
        if (!shown.remove(group)) {
            shown.add(group);
        }
        table.getItems().setAll(FaultRow.of(problems(), shown));
    }

    private void openRow(Problem problem) {
        Path file = Path.of(problem.file());
        Report report = opener.reportProperty().get();
        Path full = file.toAbsolutePath();
        if (report != null && !file.isAbsolute()) {
            Path within = report.folder().resolve(file);
            full = Files.exists(within) ? within : report.folder().resolve(file.getFileName());
        }
        if (!Files.isRegularFile(full)) {
            context.overlays().say(Texts.get("file.edit.missing", full));
            return;
        }
        String name = String.valueOf(full.getFileName());
        if (report != null
                && Tables.ofFile(name).isPresent()
                && Objects.equals(full.getParent(), report.folder().toAbsolutePath())) {
            context.overlays().close(this);
            editing.open(report.folder(), Optional.of(new DatasetEditing.Place(name, problem.line(), problem.field())));
            return;
        }
        editor.open(full, problem);
    }

    /** Text over as many lines as it needs; a label in a cell would be cut. */
    private static final class WrappedCell extends TableCell<FaultRow, String> {
        private static final double BESIDE = 16;
        private static final double ABOVE_AND_BELOW = 20;

        private final Text words = new Text();

        WrappedCell(TableColumn<FaultRow, String> column) {
            setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            words.getStyleClass().add("cell-words");
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE));
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(words.getLayoutBounds().getHeight() + ABOVE_AND_BELOW);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            // The text is read by assistive technology, the words are seen.
            setText(text);
            words.setText(text == null ? "" : text);
            setGraphic(empty ? null : words);
        }
    }
}
