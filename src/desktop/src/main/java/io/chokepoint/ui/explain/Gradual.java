package io.chokepoint.ui.explain;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Fills a long page without holding the UI thread: a screenful at once, the rest a few rows in each pass. */
final class Gradual {
    /** About as many rows as a page has room for. */
    static final int FIRST = 7;

    private static final int EACH_PASS = 3;

    private Gradual() {}

    /** Rows are added at the end, in their order; those that are not there yet when the page leaves the window are never made. */
    static void fill(Pane page, List<? extends Supplier<? extends Node>> rows) {
        int first = Math.min(FIRST, rows.size());
        rows.subList(0, first).forEach(row -> page.getChildren().add(row.get()));
        if (first == rows.size()) {
            return;
        }
        new AnimationTimer() {
            private int next = first;

            @Override
            public void handle(long now) {
                if (page.getScene() == null) {
                    stop();
                    return;
                }
                int end = Math.min(next + EACH_PASS, rows.size());
                for (; next < end; next++) {
                    page.getChildren().add(rows.get(next).get());
                }
                if (next == rows.size()) {
                    stop();
                }
            }
        }.start();
    }
}
