package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What assistive technology reads in the place of the canvas: a tree of stages with the goods and markets that are shown, each with
 * its whole sentence. Nothing of it is painted, and it is only made once somebody asks. UI thread only.
 */
final class GraphTree extends Region {
    private final Function<Box, @Nullable Bounds> onScreen;
    private final Function<GraphNode, Optional<Box>> boxOf;
    private Consumer<GraphNode> onSelect = node -> {};
    private Consumer<Column> onToggle = column -> {};
    private @Nullable GraphScene scene;
    private boolean asked;
    private boolean outdated = true;
    private final List<Row> rows = new ArrayList<>();
    private final Map<GraphNode, Item> items = new LinkedHashMap<>();

    /**
     * @param boxOf where a node is on the canvas
     * @param onScreen where a part of the canvas is on the screen
     */
    GraphTree(Function<GraphNode, Optional<Box>> boxOf, Function<Box, @Nullable Bounds> onScreen) {
        this.boxOf = boxOf;
        this.onScreen = onScreen;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What the rows do when they are chosen. */
    void onAction(Consumer<GraphNode> select, Consumer<Column> toggle) {
        onSelect = select;
        onToggle = toggle;
    }

    void show(@Nullable GraphScene value) {
        boolean samePicture = scene != null && value != null && scene.picture() == value.picture();
        scene = value;
        outdated |= !samePicture;
        if (asked && outdated) {
            rebuild();
        }
    }

    /** Whether there is a tree that has to be told of changes. */
    boolean isAsked() {
        return asked;
    }

    private List<Row> rows() {
        asked = true;
        if (outdated) {
            rebuild();
        }
        return rows;
    }

    private void rebuild() {
        rows.clear();
        items.clear();
        outdated = false;
        GraphScene current = scene;
        if (current != null) {
            for (int i = 0; i < current.picture().columns().size(); i++) {
                StageRow stage = new StageRow(current.picture().columns().get(i), rows.size());
                rows.add(stage);
                for (Place place : current.picture().placesOf(i)) {
                    Item item = new Item(place.node(), stage, rows.size());
                    stage.items.add(item);
                    items.put(place.node(), item);
                    rows.add(item);
                }
            }
        }
        getChildren().setAll(rows);
    }

    /** Answers for the canvas, which is the node that has the focus; null for what it does not know. */
    @Nullable
    Object answer(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> selected().stream().findFirst().orElse(null);
            case SELECTED_ITEMS -> FXCollections.observableArrayList(selected());
            case MULTIPLE_SELECTION -> true;
            case ROW_COUNT -> rows().size();
            case ROW_AT_INDEX -> at(rows(), parameters);
            default -> null;
        };
    }

    private List<Node> selected() {
        GraphScene current = scene;
        if (current == null) {
            return List.of();
        }
        rows();
        List<Node> chosen = new ArrayList<>();
        for (GraphNode node : current.selected()) {
            Item item = items.get(node);
            if (item != null) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private static @Nullable Node at(List<? extends Node> nodes, Object... parameters) {
        return parameters.length > 0 && parameters[0] instanceof Integer index && index >= 0 && index < nodes.size()
                ? nodes.get(index)
                : null;
    }

    /** A line of the tree. */
    private abstract static class Row extends Region {
        private final int index;

        Row(int index) {
            this.index = index;
            setManaged(false);
            setAccessibleRole(AccessibleRole.TREE_ITEM);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.INDEX
                    ? (Object) index
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    private final class StageRow extends Row {
        private final Column column;
        private final List<Item> items = new ArrayList<>();

        StageRow(Column column, int index) {
            super(index);
            this.column = column;
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT ->
                    Texts.get(
                            column.isOpen() ? "graph.spoken.stage" : "graph.spoken.rail",
                            column.stage().name(),
                            column.hit(),
                            column.total());
                case LEAF, SELECTED -> false;
                case EXPANDED -> true;
                case DISCLOSURE_LEVEL -> 0;
                case TREE_ITEM_COUNT -> items.size();
                case TREE_ITEM_AT_INDEX -> at(items, parameters);
                case TREE_ITEM_PARENT -> null;
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE) {
                onToggle.accept(column);
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }

    private final class Item extends Row {
        private final GraphNode node;
        private final StageRow stage;

        Item(GraphNode node, StageRow stage, int index) {
            super(index);
            this.node = node;
            this.stage = stage;
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> scene == null ? "" : new NodeWords(scene).spoken(node);
                case LEAF -> true;
                case EXPANDED -> false;
                case SELECTED -> scene != null && scene.selected().contains(node);
                case DISCLOSURE_LEVEL -> 1;
                case TREE_ITEM_COUNT -> 0;
                case TREE_ITEM_PARENT -> stage;
                case BOUNDS -> boxOf.apply(node).map(onScreen).orElse(null);
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE || action == AccessibleAction.REQUEST_FOCUS) {
                onSelect.accept(node);
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }

    /** A part of the canvas as bounds. */
    static Bounds bounds(Box box) {
        return new BoundingBox(box.x(), box.y(), box.width(), box.height());
    }
}
