package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Asks for the two ends of a way, one click each, and then shows the ways between them. UI thread only. */
final class PathPicker {
    private final StudyState state;
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private Optional<Good> start = Optional.empty();
    private Optional<Good> end = Optional.empty();
    private boolean picking;

    PathPicker(StudyState state) {
        this.state = state;
    }

    /** What the user is to do next, or why there is no way; empty while nothing is asked. */
    ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    boolean isPicking() {
        return picking;
    }

    /** Shows the ways between two selected goods, or asks for what is missing. */
    void begin(StageGraph graph) {
        List<Good> selected = state.looking().selectionProperty().get().goods();
        picking = true;
        start = selected.size() == 1 || selected.size() == 2 ? Optional.of(selected.getFirst()) : Optional.empty();
        end = selected.size() == 2 ? Optional.of(selected.get(1)) : Optional.empty();
        finish(graph);
    }

    void from(Good good, StageGraph graph) {
        picking = true;
        start = Optional.of(good);
        finish(graph);
    }

    void to(Good good, StageGraph graph) {
        picking = true;
        end = Optional.of(good);
        finish(graph);
    }

    /** Takes a clicked node as the next end. */
    void pick(GraphNode node, StageGraph graph) {
        if (!(node instanceof GoodNode of)) {
            prompt.set(Texts.get("graph.path.goodsOnly"));
            return;
        }
        if (start.isEmpty()) {
            start = Optional.of(of.good());
        } else {
            end = Optional.of(of.good());
        }
        finish(graph);
    }

    void cancel() {
        picking = false;
        start = Optional.empty();
        end = Optional.empty();
        prompt.set("");
    }

    private void finish(StageGraph graph) {
        if (start.isEmpty()) {
            prompt.set(end.map(good -> Texts.get("graph.path.pickStartFor", label(good, graph)))
                    .orElse(Texts.get("graph.path.pickStart")));
            return;
        }
        if (end.isEmpty() || end.equals(start)) {
            end = Optional.empty();
            prompt.set(Texts.get("graph.path.pickEnd", label(start.get(), graph)));
            return;
        }
        Good from = start.get();
        Good to = end.get();
        if (!isWay(from, to, graph) && isWay(to, from, graph)) {
            Good other = from;
            from = to;
            to = other;
        }
        boolean found = isWay(from, to, graph);
        String none = found ? "" : Texts.get("graph.path.none", label(from, graph), label(to, graph));
        cancel();
        if (found) {
            state.looking()
                    .focusProperty()
                    .set(state.looking().focusProperty().get().withPath(from, to));
        }
        prompt.set(none);
    }

    private static boolean isWay(Good from, Good to, StageGraph graph) {
        return graph.downstream(graph.node(from)).containsKey(graph.node(to));
    }

    private static String label(Good good, StageGraph graph) {
        return graph.node(good).label();
    }

    /** "Path from A to B", while one is shown. */
    static Optional<String> title(Focus focus) {
        return focus.show() == Focus.Show.PATH
                        && focus.from().isPresent()
                        && focus.to().isPresent()
                ? Optional.of(Texts.get(
                        "graph.path.title",
                        focus.from().get().shortName(),
                        focus.to().get().shortName()))
                : Optional.empty();
    }
}
