package io.chokepoint.ui.compare;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.compare.CompareViewModel.Change;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.TableButton;
import io.chokepoint.ui.support.Typography;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What B changes, as dumbbells: A an open circle, B a filled square, sorted by the size of the change. */
final class ChangesPanel extends VBox {

    /** Name, line and points stand at the same places in the head as in each row. */
    private static final double NAME_WIDTH = 140;

    private static final double POINTS_WIDTH = 42;
    private static final double ROW_HEIGHT = 28;

    ChangesPanel(CompareViewModel model, Dialogs dialogs) {
        getStyleClass().add("changes");
        setId("changes");
        Label title = new Label(Texts.get("compare.title"));
        title.getStyleClass().add("title");
        Label summary = new Label();
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("muted");
        ChoiceBox<CompareViewModel.Order> order =
                new ChoiceBox<>(FXCollections.observableArrayList(CompareViewModel.Order.values()));
        order.setAccessibleText(Texts.get("compare.order"));
        order.setMaxWidth(USE_PREF_SIZE);
        order.valueProperty().bindBidirectional(model.orderProperty());
        HBox legend = new HBox(6, mark("mark-a"), new Label("A"), mark("mark-b"), new Label("B"), spring(), order);
        legend.setAlignment(Pos.CENTER_LEFT);
        HBox columns = columns();
        VBox head = new VBox(6, title, summary, legend, columns);
        head.getStyleClass().add("changes-head");
        ListView<Change> list = new ListView<>(model.changes());
        list.setId("changes-list");
        list.setAccessibleText(Texts.get("compare.list"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(unused -> new ChangeCell());
        list.setPlaceholder(new Label(Texts.get("compare.noChange")));
        list.getSelectionModel().selectedItemProperty().subscribe(change -> {
            if (change != null) {
                model.select(change);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list, foot(model, dialogs));
    }

    private static HBox columns() {
        Label name = new Label(Texts.get("compare.head.good"));
        name.setPrefWidth(NAME_WIDTH);
        name.setMinWidth(0);
        Label points = new Label(Texts.get("compare.head.points"));
        points.setMinWidth(POINTS_WIDTH);
        points.setAlignment(Pos.CENTER_RIGHT);
        HBox scale = new HBox(new Label("0"), spring(), new Label(Texts.get("compare.head.full")));
        HBox.setHgrow(scale, Priority.ALWAYS);
        HBox columns = new HBox(8, name, scale, points);
        columns.getStyleClass().add("changes-columns");
        return columns;
    }

    private static HBox foot(CompareViewModel model, Dialogs dialogs) {
        Label sureness = new Label();
        sureness.textProperty()
                .bind(model.surenessProperty().map(text -> text.isEmpty() ? Texts.get("compare.noRuns") : text));
        sureness.setWrapText(true);
        sureness.setMinHeight(Region.USE_PREF_SIZE);
        sureness.getStyleClass().add("label-small");
        HBox.setHgrow(sureness, Priority.ALWAYS);
        sureness.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(12, sureness, new TableButton(model::table, dialogs));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("changes-foot");
        return foot;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        return mark;
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
            name.setPrefWidth(NAME_WIDTH);
            dumbbell.setMinWidth(80);
            HBox.setHgrow(dumbbell, Priority.ALWAYS);
            points.getStyleClass().add("strong");
            points.setMinWidth(POINTS_WIDTH);
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
            points.setText(Amounts.points(change.points()));
            dumbbell.show(change.a(), change.b());
            setGraphic(box);
            setAccessibleText(Texts.get(
                    "compare.spoken", change.name(), Typography.output(change.a()), Typography.output(change.b())));
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
