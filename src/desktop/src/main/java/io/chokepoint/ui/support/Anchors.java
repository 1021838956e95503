package io.chokepoint.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;

/** Where things are on the screen, so that a popover can open beside its node. The graph answers; others ask. */
public final class Anchors {
    private Function<Selection.Item, Optional<Bounds>> graph = item -> Optional.empty();
    private final List<Function<Selection.Item, Optional<Bounds>>> others = new ArrayList<>();
    private Runnable reveal = () -> {};

    /** @param where bounds on the screen of a good's, maker's or market's mark; empty where it is not shown */
    public void setGraph(Function<Selection.Item, Optional<Bounds>> where) {
        graph = where;
    }

    /** @param where as of the graph, for a view that is shown in its place; empty while it is not */
    public void add(Function<Selection.Item, Optional<Bounds>> where) {
        others.add(where);
    }

    /** @param action brings what is selected into sight */
    public void setReveal(Runnable action) {
        reveal = action;
    }

    /** Brings what is selected into sight in the graph, moving no more than is needed. */
    public void revealSelected() {
        reveal.run();
    }

    public Optional<Bounds> find(Selection.Item item) {
        return others.stream()
                .flatMap(where -> where.apply(item).stream())
                .findFirst()
                .or(() -> graph.apply(item));
    }
}
