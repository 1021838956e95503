package io.chokepoint.ui.compare;

import io.chokepoint.ui.compare.CompareViewModel.Change;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.Wording;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What B changes, as dumbbells: A an open circle, B a filled square, sorted by the size of the change. */
final class ChangesPanel extends VBox {

    ChangesPanel(CompareViewModel model) {
        getStyleClass().add("changes");
        setId("changes");
        Label title = new Label(Texts.get("compare.title"));
        title.getStyleClass().add("title");
        Label summary = new Label();
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("muted");
        Region circle = mark("mark-a");
        Region square = mark("mark-b");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button copy = new Button("CSV", CommandControls.icon("mdal-content_copy"));
        copy.getStyleClass().add("small");
        copy.setTooltip(CommandControls.tooltip(Texts.get("compare.copy")));
        copy.setOnAction(event -> copy(model));
        HBox legend = new HBox(6, circle, new Label("A"), square, new Label("B"), spring, copy);
        legend.setAlignment(Pos.CENTER_LEFT);
        ListView<Change> list = new ListView<>(model.changes());
        list.setCellFactory(unused -> new ChangeCell());
        list.setPlaceholder(new Label(Texts.get("compare.noChange")));
        list.getSelectionModel().selectedItemProperty().subscribe(change -> {
            if (change != null) {
                model.select(change);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox head = new VBox(6, title, summary, legend);
        head.getStyleClass().add("changes-head");
        getChildren().setAll(head, list);
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        return mark;
    }

    /** Full precision, as everything that leaves the window. */
    private static void copy(CompareViewModel model) {
        StringBuilder text = new StringBuilder("name,a,b,change\n");
        for (Change change : model.changes()) {
            text.append('"')
                    .append(change.name().replace("\"", "\"\""))
                    .append("\",")
                    .append(change.a())
                    .append(',')
                    .append(change.b())
                    .append(',')
                    .append(change.points())
                    .append('\n');
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Name, dumbbell, points. */
    private static final class ChangeCell extends ListCell<Change> {
        private final Label name = new Label();
        private final Dumbbell dumbbell = new Dumbbell();
        private final Label points = new Label();
        private final HBox box = new HBox(8, name, dumbbell, points);

        ChangeCell() {
            getStyleClass().add("change-cell");
            name.setMinWidth(0);
            name.setPrefWidth(140);
            dumbbell.setMinWidth(80);
            HBox.setHgrow(dumbbell, Priority.ALWAYS);
            points.getStyleClass().add("strong");
            points.setMinWidth(40);
            points.setAlignment(Pos.CENTER_RIGHT);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Change change, boolean empty) {
            super.updateItem(change, empty);
            if (empty || change == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(change.name());
            points.setText(Wording.points(change.points()));
            dumbbell.show(change.a(), change.b());
            setGraphic(box);
            setAccessibleText(
                    Texts.get("compare.spoken", change.name(), Wording.output(change.a()), Wording.output(change.b())));
        }
    }

    /** Two marks on a line from 0 to 100 % of normal output. */
    private static final class Dumbbell extends Pane {
        private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
        private static final double SIZE = 9;

        private final Region line = mark("dumbbell-line");
        private final Region change = mark("dumbbell-change");
        private final Region markA = mark("mark-a");
        private final Region markB = mark("mark-b");
        private double a;
        private double b;

        Dumbbell() {
            getChildren().setAll(line, change, markA, markB);
            setMinHeight(20);
            setPrefHeight(20);
        }

        void show(double newA, double newB) {
            a = newA;
            b = newB;
            change.pseudoClassStateChanged(BETTER, b > a);
            markB.pseudoClassStateChanged(BETTER, b > a);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double middle = Math.rint(getHeight() / 2);
            double width = Math.max(0, getWidth() - SIZE);
            double xA = Math.rint(Math.clamp(a, 0, 1) * width);
            double xB = Math.rint(Math.clamp(b, 0, 1) * width);
            line.resizeRelocate(SIZE / 2, middle, width, 1);
            change.resizeRelocate(Math.min(xA, xB) + SIZE / 2, middle - 1, Math.abs(xA - xB), 3);
            markA.resizeRelocate(xA, middle - SIZE / 2, SIZE, SIZE);
            markB.resizeRelocate(xB, middle - SIZE / 2, SIZE, SIZE);
        }
    }
}
