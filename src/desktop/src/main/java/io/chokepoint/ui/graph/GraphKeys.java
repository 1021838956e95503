package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Walks the graph by keyboard: arrows along edges and in the column, Enter to the inspector, Esc back and to deselect. */
final class GraphKeys {
    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final PathPicker paths;
    private final Commands commands;

    GraphKeys(GraphCanvas canvas, GraphViewModel model, PathPicker paths, Commands commands) {
        this.canvas = canvas;
        this.model = model;
        this.paths = paths;
        this.commands = commands;
        canvas.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, KP_LEFT, RIGHT, KP_RIGHT, UP, KP_UP, DOWN, KP_DOWN -> {
                walk(event);
                event.consume();
            }
            case ENTER -> {
                enter();
                event.consume();
            }
            case ESCAPE -> {
                escape();
                event.consume();
            }
            default -> {}
        }
    }

    private void walk(KeyEvent event) {
        canvas.scene().ifPresent(scene -> {
            KeyboardWalk walk = new KeyboardWalk(scene);
            Optional<GraphNode> from = model.selectedNode();
            Optional<GraphNode> next = from.isEmpty()
                    ? walk.start()
                    : switch (event.getCode()) {
                        case LEFT, KP_LEFT -> walk.left(from.get());
                        case RIGHT, KP_RIGHT -> walk.right(from.get());
                        case UP, KP_UP -> walk.up(from.get());
                        default -> walk.down(from.get());
                    };
            next.ifPresent(node -> {
                model.select(node);
                canvas.reveal(node);
            });
        });
    }

    private void enter() {
        Optional<GraphNode> selected = model.selectedNode();
        if (paths.isPicking() && selected.isPresent()) {
            canvas.scene()
                    .ifPresent(scene -> paths.pick(selected.get(), scene.facts().graph()));
        } else {
            commands.run(Command.NEXT_REGION);
        }
    }

    private void escape() {
        if (paths.isPicking()) {
            paths.cancel();
        } else if (model.scene().flatMap(GraphScene::opened).isPresent()) {
            model.scene().flatMap(GraphScene::opened).ifPresent(model::toggleMakers);
        } else if (!model.leavePath()) {
            model.deselect();
        }
    }
}
