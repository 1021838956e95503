package io.chokepoint.ui.compare;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Segments;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the views of two scenarios: a sentence a side, then what decides the gap or what differs in the chosen week. */
final class ComparedSidePanel extends VBox {

    /** What is shown below the sentences. */
    enum Page {
        DECIDES,
        CHANGES
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.DECIDES);

    ComparedSidePanel(Opening opening, DecidingPanel deciding, ChangesPanel changes) {
        getStyleClass().add("changes");
        Label a = sentence("compare-sentence-a");
        Label b = sentence("compare-sentence-b");
        VBox sentences = new VBox(6, line("A", a), line("B", b));
        sentences.getStyleClass().add("compare-sentences");
        opening.sidesProperty().subscribe(sides -> {
            a.setText(sides.a());
            b.setText(sides.b());
            boolean isSaid = !sides.a().isEmpty();
            sentences.setVisible(isSaid);
            sentences.setManaged(isSaid);
        });
        Segments<Page> pages = new Segments<>(
                List.of(Page.values()),
                each -> "compare-page-" + each.name().toLowerCase(Locale.ROOT),
                each -> Texts.get("compare.page." + each),
                page::set);
        pages.setMaxWidth(USE_PREF_SIZE);
        VBox head = new VBox(10, sentences, pages);
        head.getStyleClass().add("changes-head");
        VBox.setVgrow(deciding, Priority.ALWAYS);
        VBox.setVgrow(changes, Priority.ALWAYS);
        getChildren().setAll(head, deciding, changes);
        page.subscribe(now -> {
            pages.show(now);
            show(deciding, now == Page.DECIDES);
            show(changes, now == Page.CHANGES);
        });
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static HBox line(String letter, Label sentence) {
        Label mark = CompareView.letter(letter);
        HBox line = new HBox(8, mark, sentence);
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return line;
    }

    private static Label sentence(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("label-small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
