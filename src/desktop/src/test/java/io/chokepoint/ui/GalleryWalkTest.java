package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cards of the shipped scenarios and past episodes. */
class GalleryWalkTest {
    private Walk walk;

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void noCardCutsItsQuestionOrItsTitle() throws Exception {
        walk = Walk.open(1280, 800);
        int scenarios = walk.state().data().orElseThrow().scenarios().size()
                + walk.state().data().orElseThrow().episodes().size();
        walk.run(Command.GALLERY);
        walk.waitFor("all cards", () -> cards().size() >= scenarios);
        Toolkit.settle();

        List<String> cut = Toolkit.onUiThread(() -> {
            List<String> found = new ArrayList<>();
            for (Node card : cards()) {
                // The first two of a card: its question and its title.
                card.lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .limit(2)
                        .forEach(label -> {
                            String shown = ((Text) label.lookup(".text")).getText();
                            if (!shown.equals(label.getText())) {
                                found.add(shown);
                            }
                        });
            }
            return found;
        });

        assertThat(cut).isEmpty();
    }

    private List<Node> cards() {
        return List.copyOf(walk.find("#gallery").lookupAll(".gallery-card"));
    }
}
