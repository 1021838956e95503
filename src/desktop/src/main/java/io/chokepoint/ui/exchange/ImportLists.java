package io.chokepoint.ui.exchange;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What an import says: three lists side by side, and above them its faults, where it has any. */
final class ImportLists extends VBox {
    private static final double FAULTS_HEIGHT = 132;

    private final Part faults = new Part("faults");
    private final Part understood = new Part("understood");
    private final Part leftOut = new Part("leftOut");
    private final Part assumed = new Part("assumed");

    ImportLists() {
        super(10);
        faults.setMinHeight(FAULTS_HEIGHT);
        faults.setPrefHeight(FAULTS_HEIGHT);
        HBox three = new HBox(10, understood, leftOut, assumed);
        VBox.setVgrow(three, Priority.ALWAYS);
        three.setMinHeight(0);
        for (Part part : List.of(understood, leftOut, assumed)) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setMinWidth(0);
            part.setPrefWidth(1);
        }
        getChildren().setAll(faults, three);
        clear();
    }

    /** Empties the lists: nothing has been read. */
    void clear() {
        for (Part part : List.of(understood, leftOut, assumed, faults)) {
            part.clear();
        }
        showFaults(false);
    }

    void show(ImportReport report) {
        understood.show(report.understood().stream()
                .map(line -> new Line(Texts.get("other.understood.line", Amounts.count(line.count()), line.what()), ""))
                .toList());
        leftOut.show(report.leftOut().stream()
                .map(line -> new Line(
                        Texts.get("other.leftOut.line", line.what(), line.why()), place(line.where(), line.count())))
                .toList());
        assumed.show(report.assumed().stream()
                .map(line -> new Line(
                        Texts.get(
                                "other.assumed.line",
                                line.table().isEmpty() ? line.column() : line.table() + " " + line.column(),
                                line.value().isEmpty() ? Texts.get("other.assumed.empty") : line.value(),
                                line.why()),
                        place(line.first(), line.count())))
                .toList());
        faults.show(report.faults().stream()
                .map(fault -> new Line(fault.toString(), ""))
                .toList());
        showFaults(!report.faults().isEmpty());
    }

    private void showFaults(boolean any) {
        faults.setVisible(any);
        faults.setManaged(any);
    }

    /** The first place, and how often. */
    private static String place(String first, long count) {
        if (count <= 1) {
            return first;
        }
        return first.isEmpty()
                ? Texts.get("other.times", Amounts.count(count))
                : Texts.get("other.timesFirst", Amounts.count(count), first);
    }

    /** @param place where it is first, and how often; may be empty */
    private record Line(String words, String place) {
        @Override
        public String toString() {
            return place.isEmpty() ? words : words + " (" + place + ")";
        }
    }

    /** One list under its name and number. */
    private static final class Part extends VBox {
        private final String what;
        private final Label title = new Label();
        private final Label none = new Label();
        private final ObservableList<Line> lines = FXCollections.observableArrayList();

        private Part(String what) {
            super(4);
            this.what = what;
            title.getStyleClass().add("strong");
            title.setId("other-" + what + "-title");
            none.getStyleClass().add("muted");
            ListView<Line> list = new ListView<>(lines);
            list.setId("other-" + what);
            list.getStyleClass().add("import-list");
            list.setAccessibleText(Texts.get("other." + what));
            list.setCellFactory(Wrapped::new);
            list.setPlaceholder(none);
            list.setMinHeight(0);
            VBox.setVgrow(list, Priority.ALWAYS);
            getChildren().setAll(title, list);
        }

        private void clear() {
            lines.clear();
            title.setText(Texts.get("other." + what));
            none.setText("");
        }

        private void show(List<Line> shown) {
            lines.setAll(shown);
            title.setText(Texts.get("other.count", Texts.get("other." + what), Amounts.count(shown.size())));
            none.setText(Texts.get("other.none"));
        }
    }

    /** Words over as many lines as they need, the place below them; a label in a cell would be cut. */
    private static final class Wrapped extends ListCell<Line> {
        /** What is left and right of the words: padding and the scroll bar. */
        private static final double BESIDE = 36;

        private static final double ABOVE_AND_BELOW = 13;

        private final Text words = new Text();
        private final Text place = new Text();
        private final VBox both = new VBox(2, words, place);

        private Wrapped(ListView<Line> list) {
            words.getStyleClass().add("cell-words");
            place.getStyleClass().add("cell-place");
            for (Text text : List.of(words, place)) {
                text.wrappingWidthProperty().bind(list.widthProperty().subtract(BESIDE));
            }
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected double computePrefHeight(double width) {
            return isEmpty() ? super.computePrefHeight(width) : Math.ceil(both.prefHeight(-1) + ABOVE_AND_BELOW);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            // The text is read by assistive technology, the words are seen.
            setText(line == null ? "" : line.toString());
            words.setText(line == null ? "" : line.words());
            place.setText(line == null ? "" : line.place());
            place.setManaged(!place.getText().isEmpty());
            setGraphic(empty ? null : both);
        }
    }
}
