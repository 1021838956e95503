package io.chokepoint.ui.guide;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.guide.Guide.Block;
import io.chokepoint.ui.guide.Guide.Section;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The guide with its contents and a search. Read and laid out when it is first opened. */
public final class GuidePanel extends VBox {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 640;
    private static final double TOP = 52;
    private static final double CONTENTS = 250;
    private static final double READING = 640;

    private final UiContext context;
    private final TextField search = new TextField();
    private final ListView<Section> contents = new ListView<>();
    private final VBox page = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(page);
    /** Left above what was found, in px. */
    private static final double ABOVE = 24;

    private @Nullable Guide guide;

    public GuidePanel(UiContext context) {
        this.context = context;
        getStyleClass().addAll("panel", "gallery", "guide");
        setId("guide");
        setPrefSize(WIDTH, HEIGHT);
        Label title = new Label(Texts.get("guide.title"));
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        search.setPromptText(Texts.get("guide.search"));
        search.setAccessibleText(Texts.get("guide.search"));
        search.setId("guide-search");
        search.setPrefWidth(260);
        Button close = CommandControls.closeButton(() -> context.overlays().close(this));
        HBox head = new HBox(12, title, search, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        contents.setId("guide-contents");
        contents.setAccessibleText(Texts.get("guide.contents"));
        contents.setMinWidth(CONTENTS);
        contents.setMaxWidth(CONTENTS);
        contents.setFixedCellSize(28);
        contents.setPlaceholder(new Label(Texts.get("guide.nothing")));
        contents.setCellFactory(unused -> new Entry());
        page.getStyleClass().add("guide-page");
        page.setMaxWidth(READING);
        scroll.setId("guide-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox middle = new HBox(contents, scroll);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().setAll(head, middle);
        search.textProperty().subscribe((before, now) -> find());
        contents.getSelectionModel().selectedItemProperty().subscribe(this::show);
        context.commands().register(Command.GUIDE, this::open);
    }

    private void open() {
        if (guide == null) {
            guide = Guide.packed();
            find();
        }
        context.overlays().showModal(this, TOP, () -> {});
        search.requestFocus();
    }

    /** Those of the contents in which the word stands; the first of them is shown. */
    private void find() {
        Guide read = guide;
        if (read != null) {
            Section before = contents.getSelectionModel().getSelectedItem();
            List<Section> found = read.with(search.getText());
            contents.getItems().setAll(found);
            if (found.contains(before)) {
                contents.getSelectionModel().select(before);
                show(before);
            } else if (!found.isEmpty()) {
                contents.getSelectionModel().selectFirst();
            } else {
                show(null);
            }
        }
    }

    private void show(@Nullable Section section) {
        page.getChildren().clear();
        scroll.setVvalue(0);
        if (section == null) {
            return;
        }
        Label title = new Label(section.title());
        title.getStyleClass().add("title");
        title.setWrapText(true);
        page.getChildren().add(title);
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        for (Block block : section.blocks()) {
            page.getChildren().add(flow(block, wanted));
        }
        page.getChildren().stream()
                .filter(node -> node.getStyleClass().contains("guide-found"))
                .findFirst()
                .ifPresent(this::reveal);
    }

    /** Scrolls so far that the first place where the word stands is near the top. */
    private void reveal(Node found) {
        scroll.applyCss();
        scroll.layout();
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((found.getBoundsInParent().getMinY() - ABOVE) / hidden, 0, 1));
    }

    private static Node flow(Block block, String wanted) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("guide-text");
        flow.setLineSpacing(3);
        for (Guide.Piece piece : block.pieces()) {
            Text text = new Text(piece.text());
            text.getStyleClass().add("guide-" + piece.look().name().toLowerCase(Locale.ROOT));
            flow.getChildren().add(text);
        }
        boolean found =
                wanted.length() > 1 && block.text().toLowerCase(Locale.ROOT).contains(wanted);
        if (!block.point()) {
            if (found) {
                flow.getStyleClass().add("guide-found");
            }
            return flow;
        }
        Label dot = new Label("•");
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox point = new HBox(8, dot, flow);
        if (found) {
            point.getStyleClass().add("guide-found");
        }
        return point;
    }

    /** A line of the contents; parts of a chapter stand further in. */
    private static final class Entry extends ListCell<Section> {
        private static final PseudoClass PART = PseudoClass.getPseudoClass("part");

        @Override
        protected void updateItem(@Nullable Section section, boolean empty) {
            super.updateItem(section, empty);
            if (section == null || empty) {
                setText(null);
            } else {
                setText(section.title());
                pseudoClassStateChanged(PART, section.level() > 2);
            }
        }
    }
}
