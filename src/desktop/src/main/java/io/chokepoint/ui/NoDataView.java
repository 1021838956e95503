package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What is shown before a dataset is open: column skeletons while one is read, else what to do. */
final class NoDataView extends StackPane {
    private static final int[] CARDS = {4, 5, 3, 5, 4, 2, 5, 4};

    NoDataView(UiContext context, DatasetOpener opener) {
        getStyleClass().addAll("canvas", "graph-keys");
        Region empty = empty(context);
        Label what = new Label();
        Region skeleton = skeleton(what);
        getChildren().setAll(skeleton, empty);
        opener.readingProperty().subscribe(folder -> {
            empty.setVisible(folder == null);
            skeleton.setVisible(folder != null);
            what.setText(reading(folder));
        });
    }

    private static String reading(@Nullable Path folder) {
        return folder == null ? "" : Texts.get("loading.reading", String.valueOf(folder.getFileName()));
    }

    private static Region empty(UiContext context) {
        Label title = new Label(Texts.get("empty.title"));
        title.getStyleClass().add("title");
        Label text = new Label(Texts.get("empty.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        Button shipped = CommandControls.button(context.commands(), Command.OPEN_SHIPPED);
        shipped.getStyleClass().add("accent");
        Button folder = CommandControls.button(context.commands(), Command.OPEN_DATASET);
        Label drop = new Label(Texts.get("empty.drop"));
        drop.getStyleClass().add("muted");
        VBox box = new VBox(12, CommandControls.icon("mdal-folder_open"), title, text, shipped, folder, drop);
        box.setAlignment(Pos.CENTER);
        box.setMaxSize(380, Region.USE_PREF_SIZE);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private static Region skeleton(Label what) {
        what.getStyleClass().add("muted");
        HBox columns = new HBox(24);
        columns.setAlignment(Pos.TOP_CENTER);
        for (int cards : CARDS) {
            VBox column = new VBox(14);
            Region head = new Region();
            head.getStyleClass().add("skeleton-head");
            column.getChildren().add(head);
            for (int i = 0; i < cards; i++) {
                Region card = new Region();
                card.getStyleClass().add("skeleton-card");
                column.getChildren().add(card);
            }
            columns.getChildren().add(column);
        }
        VBox box = new VBox(20, what, columns);
        box.getStyleClass().add("skeleton");
        // Where the window is narrower than the picture of columns, that is cut on the right, not the words on the
        // left.
        box.setMinWidth(0);
        columns.setMinWidth(0);
        return box;
    }
}
