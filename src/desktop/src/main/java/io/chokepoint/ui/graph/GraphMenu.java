package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.study.LensSubject;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.UiContext;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The menu of a card. What does not apply is disabled, never left out. */
final class GraphMenu {
    private final UiContext context;
    private final GraphViewModel model;
    private final PathPicker paths;
    private final ContextMenu menu = new ContextMenu();

    GraphMenu(UiContext context, GraphViewModel model, PathPicker paths) {
        this.context = context;
        this.model = model;
        this.paths = paths;
        menu.setId("graph-menu");
    }

    void show(Node owner, GraphNode node, double screenX, double screenY) {
        Optional<StageGraph> graph = model.scene().map(scene -> scene.facts().graph());
        Optional<GoodNode> good = node instanceof GoodNode of ? Optional.of(of) : Optional.empty();
        boolean pinned = good.isPresent()
                && context.state().looking().pinned().contains(good.get().good());
        menu.getItems()
                .setAll(
                        CommandControls.menuItem(context.commands(), Command.RESTRICT),
                        new SeparatorMenuItem(),
                        item(
                                "graph.menu.pathFrom",
                                good.isPresent(),
                                () -> graph.ifPresent(g -> good.ifPresent(of -> paths.from(of.good(), g)))),
                        item(
                                "graph.menu.pathTo",
                                good.isPresent(),
                                () -> graph.ifPresent(g -> good.ifPresent(of -> paths.to(of.good(), g)))),
                        item("graph.menu.only", true, () -> model.showOnly(Optional.of(node))),
                        new SeparatorMenuItem(),
                        item(
                                pinned ? "graph.menu.unpin" : "graph.menu.pin",
                                good.isPresent(),
                                () -> good.ifPresent(
                                        of -> context.state().looking().togglePinned(of.good()))),
                        item("graph.menu.makers", good.isPresent(), () -> model.toggleMakers(node)),
                        LensSubjects.item(lens(node), context.state()),
                        item("graph.menu.copy", true, () -> copy(node.name())),
                        CommandControls.menuItem(context.commands(), Command.FIGURES));
        menu.show(owner, screenX, screenY);
    }

    /** The largest maker of a good, or the market. */
    private Optional<LensSubject> lens(GraphNode node) {
        return context.state().data().flatMap(data -> switch (node.subject()) {
            case Good good -> LensSubjects.largest(good, data.dataset());
            case Market market -> Optional.of(LensSubjects.of(market));
            default -> Optional.empty();
        });
    }

    private static MenuItem item(String key, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
