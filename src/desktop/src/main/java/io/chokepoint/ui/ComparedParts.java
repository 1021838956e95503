package io.chokepoint.ui;

import io.chokepoint.ui.compare.CompareCenter;
import io.chokepoint.ui.compare.CompareView;
import io.chokepoint.ui.compare.Comparison;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.graph.GraphPair;
import io.chokepoint.ui.support.UiContext;
import java.util.Optional;
import javafx.scene.layout.Region;

/**
 * The parts of the window that show two scenarios. Made once, when two are first compared: they listen to both for as long as there is a
 * window, and others made later would do so beside them.
 */
final class ComparedParts {
    private final Comparison comparison;
    private final Views viewsA;
    private final Views viewsB;
    private final Region row;
    private final Region facts;
    private final Region changes;
    private final CompareCenter center;
    private Optional<GraphPair> graphs = Optional.empty();

    /**
     * @param width of the list of changes
     * @param chooseA asks for a scenario to work on
     * @param chooseB asks for one to compare it with
     */
    ComparedParts(
            UiContext context,
            Comparison comparison,
            Views viewsA,
            DatasetOpener opener,
            double width,
            Runnable chooseA,
            Runnable chooseB) {
        this.comparison = comparison;
        this.viewsA = viewsA;
        CompareView view = new CompareView(context, comparison, chooseA, chooseB);
        row = view.row();
        facts = view.facts();
        changes = view.changes();
        changes.setMinWidth(width);
        changes.setMaxWidth(width);
        viewsB = new Views(comparison.contextB(), opener);
        center = view.center(viewsA.center(), viewsB.center(), viewsA::shown, viewsB::shown, GraphPair.LOWER_HIGHER);
        comparison.differenceOnlyProperty().subscribe(only -> graphs.ifPresent(pair -> pair.setDifferenceOnly(only)));
        view.listAloneProperty().subscribe(alone -> {
            changes.setVisible(!alone);
            changes.setManaged(!alone);
        });
    }

    /** In place of the scenario row. */
    Region row() {
        return row;
    }

    /** In place of the answer bar. */
    Region facts() {
        return facts;
    }

    /** In place of the inspector. */
    Region changes() {
        return changes;
    }

    /** Both views, in place of the one. */
    Region center() {
        return center;
    }

    /** Takes the view of A, and ties both graphs together. */
    void start() {
        center.takeUpper();
        GraphPair pair = GraphPair.of(viewsA.graph(), viewsB.graph());
        graphs = Optional.of(pair);
        pair.setDifferenceOnly(comparison.differenceOnlyProperty().get());
    }

    /** Lets go of the graphs. */
    void end() {
        graphs.ifPresent(GraphPair::end);
        graphs = Optional.empty();
    }
}
