package io.chokepoint.ui.explain;

import io.chokepoint.base.WebAddress;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Source;
import io.chokepoint.study.Explanation.NumberedSource;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The small pieces that all pages of the inspector are made of. */
final class Parts {
    private final Dialogs dialogs;
    private final Consumer<String> openLink;

    /** @param openLink shows a web address in the system's browser */
    Parts(Dialogs dialogs, Consumer<String> openLink) {
        this.dialogs = dialogs;
        this.openLink = openLink;
    }

    /** A text for the screen: thin space before the per cent sign. */
    static String screen(String text) {
        return Typography.thin(text);
    }

    static Label label(String text, String... styles) {
        Label label = new Label(screen(text));
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** One line that ends in … where it does not fit; the whole is in the tooltip. */
    static Label line(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(false);
        CommandControls.tooltipWhenNeeded(label, () -> screen(text));
        return label;
    }

    static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static HBox row(double gap, Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The word for how far sources carry a figure; an assumption is marked. */
    static Label basis(Evidence evidence) {
        Basis basis = evidence.basis();
        Label tag = new Label(OwnFigure.basis(evidence));
        tag.getStyleClass().addAll("basis-tag", basis.id());
        tag.setMinWidth(Region.USE_PREF_SIZE);
        tag.setTooltip(
                CommandControls.tooltip(Texts.get(OwnFigure.isOwn(evidence) ? "basis.own" : "basis." + basis.id())));
        return tag;
    }

    /** Pieces of text and controls that wrap as one. */
    static TextFlow flow(Node... pieces) {
        TextFlow flow = new TextFlow(pieces);
        flow.setMinWidth(0);
        return flow;
    }

    static Text text(String words, String style) {
        Text text = new Text(screen(words));
        text.getStyleClass().add("flow-" + style);
        return text;
    }

    /** The numbers of sources as links: [1][3]. */
    List<Node> marks(List<Integer> numbers, List<NumberedSource> sources) {
        List<Node> marks = new ArrayList<>();
        for (int number : numbers) {
            NumberedSource source = sources.get(number - 1);
            marks.add(link("[" + number + "]", source.text(), source.source()));
        }
        return marks;
    }

    /** A source in one line, as a link where it has an address. */
    Node source(NumberedSource source) {
        return row(6, link("[" + source.number() + "]", source.text(), source.source()), line(source.text(), "note"));
    }

    private Node link(String text, String title, Optional<Source> source) {
        String url = source.map(Source::url).orElse("");
        if (url.isEmpty()) {
            Label plain = new Label(text);
            plain.getStyleClass().add("source-plain");
            plain.setMinWidth(Region.USE_PREF_SIZE);
            plain.setTooltip(CommandControls.tooltip(title));
            return plain;
        }
        return link(text, title, url);
    }

    private Hyperlink link(String text, String title, String url) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("source-link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setTooltip(CommandControls.tooltip(title + "\n" + url));
        link.setAccessibleText(Texts.get("source.open", title));
        link.setOnAction(event -> {
            link.setVisited(false);
            WebAddress.open(url, openLink);
        });
        return link;
    }

    /** The sources of a row by their titles. */
    FlowPane sources(Evidence evidence, Dataset dataset) {
        FlowPane flow = new FlowPane(8, 0);
        for (String id : evidence.sources()) {
            dataset.findSource(id)
                    .ifPresentOrElse(
                            source -> flow.getChildren().add(sourceByTitle(source)),
                            () -> flow.getChildren().add(label(id, "note")));
        }
        return flow;
    }

    private Node sourceByTitle(Source source) {
        String title = source.title()
                + (source.publisher().isEmpty() ? "" : ", " + source.publisher())
                + (source.year().isEmpty() ? "" : ", " + source.year());
        String brief = (source.publisher().isEmpty() ? source.title() : source.publisher())
                + (source.year().isEmpty() ? "" : " " + source.year());
        if (source.url().isEmpty()) {
            return line(brief, "note");
        }
        return link(brief, title, source.url());
    }

    /** A button with an icon only. */
    static Button icon(String literal, String hint, Runnable action) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-button", "small-icon");
        button.setGraphic(CommandControls.icon(literal));
        button.setTooltip(CommandControls.tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The head of a table: what it lists, copy, and save as CSV. */
    HBox tableHead(String text, Supplier<TableCopy> table) {
        Button copy = icon(
                "mdal-content_copy", Texts.get("table.copy"), () -> table.get().copy(dialogs));
        Button save =
                icon("mdmz-save_alt", Texts.get("table.save"), () -> table.get().save(dialogs));
        HBox head = row(2, label(text, "note"), grow(), copy, save);
        head.getStyleClass().add("table-head");
        return head;
    }

    /** Scrolls what lies around a part so far that all of it is in sight, its top where there is not room for all. */
    static void bringIn(Node part) {
        scroll(part, false);
    }

    /** Scrolls what lies around a part so far that it is the first that is in sight. */
    static void bringToTop(Node part) {
        scroll(part, true);
    }

    private static void scroll(Node part, boolean toTop) {
        for (Node at = part.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                scroll.layout();
                Node content = scroll.getContent();
                Bounds box = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
                double room = scroll.getViewportBounds().getHeight();
                double most = content.getLayoutBounds().getHeight() - room;
                double top = scroll.getVvalue() * most;
                double wanted = toTop ? box.getMinY() : Math.min(Math.max(top, box.getMaxY() - room), box.getMinY());
                if (most > 0) {
                    scroll.setVvalue(Math.clamp(wanted / most, 0, 1));
                }
                return;
            }
        }
    }
}
