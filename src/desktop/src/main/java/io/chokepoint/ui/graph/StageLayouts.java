package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphLayout;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Dataset;
import io.chokepoint.ui.support.UiTasks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The graph of the dataset in use and its stable layout, which takes a moment and is worked out beside other things. UI thread only. */
final class StageLayouts {
    private static final String LAYOUT_SLOT = "graph-layout";
    private static final String PREPARE_SLOT = "graph-prepare";

    private final UiTasks tasks;
    private final LayeredLayout layouts;
    private @Nullable StageGraph graph;
    private @Nullable GraphLayout base;

    StageLayouts(UiTasks tasks, LayeredLayout layouts) {
        this.tasks = tasks;
        this.layouts = layouts;
    }

    /** Starts laying a dataset out as soon as it is open, beside its first run. */
    void prepare(Dataset dataset) {
        StageGraph made = new StageGraph(dataset);
        tasks.submit(PREPARE_SLOT, "Layout", UiTasks.WhenBusy.CANCEL, monitor -> layouts.layout(made), unused -> {});
    }

    /**
     * The graph of a dataset.
     *
     * @param onLaidOut told when its layout is there, unless it is already
     */
    StageGraph graph(Dataset dataset, Runnable onLaidOut) {
        StageGraph current = graph;
        if (current != null && current.dataset() == dataset) {
            return current;
        }
        StageGraph made = new StageGraph(dataset);
        graph = made;
        if (layouts.knows(made)) {
            base = layouts.layout(made);
        } else {
            base = null;
            tasks.submit(LAYOUT_SLOT, "Layout", UiTasks.WhenBusy.CANCEL, monitor -> layouts.layout(made), laid -> {
                base = laid;
                onLaidOut.run();
            });
        }
        return made;
    }

    /** The layout of the last graph asked for; empty while it is worked out. */
    Optional<GraphLayout> base() {
        return Optional.ofNullable(base);
    }
}
