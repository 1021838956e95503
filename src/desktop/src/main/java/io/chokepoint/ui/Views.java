package io.chokepoint.ui;

import io.chokepoint.ui.chain.ChainView;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.explain.InspectorView;
import io.chokepoint.ui.flows.FlowsView;
import io.chokepoint.ui.graph.GraphView;
import io.chokepoint.ui.helps.HelpsView;
import io.chokepoint.ui.lens.LensView;
import io.chokepoint.ui.map.MapView;
import io.chokepoint.ui.matrix.MatrixView;
import io.chokepoint.ui.models.ModelsView;
import io.chokepoint.ui.ranking.RankingView;
import io.chokepoint.ui.support.OutOfDate;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.WithFacts;
import io.chokepoint.ui.support.WithSide;
import io.chokepoint.ui.table.RunTableView;
import io.chokepoint.ui.timeline.TimelineView;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Which feature shows what; views are made when they are first looked at. */
final class Views {
    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    private final UiContext context;
    private final StackPane center = new StackPane();
    private final StackPane side = new StackPane();
    private final Region inspector;
    private Region runFacts = new Region();
    private final StackPane facts = new StackPane();
    private final BooleanProperty aside = new SimpleBooleanProperty();
    private final Map<ViewKind, Region> made = new EnumMap<>(ViewKind.class);
    private final Node beforeData;
    private final OutOfDate outOfDate;

    Views(UiContext context, DatasetOpener opener) {
        this.context = context;
        this.beforeData = new NoDataView(context, opener);
        this.inspector = new InspectorView(context);
        center.getStyleClass().add("center");
        center.setMinSize(0, 0);
        outOfDate = new OutOfDate(context.state());
        outOfDate.lateProperty().subscribe(unused -> dim());
        aside.subscribe(unused -> dim());
        context.state().dataProperty().subscribe(unused -> show());
        context.state().looking().viewProperty().subscribe(unused -> show());
    }

    /** Where the chosen view is shown. */
    Region center() {
        return center;
    }

    Region timeline() {
        return new TimelineView(context);
    }

    /** The inspector, or the panel that the chosen view brings for its place. */
    Region side() {
        return side;
    }

    /**
     * Where the answer stands: that of the run, or of a view that shows something else.
     *
     * @param answer of the run
     */
    Region facts(Region answer) {
        runFacts = answer;
        show();
        return facts;
    }

    /** Whether the chosen view shows something else than the scenario's run. */
    ReadOnlyBooleanProperty asideProperty() {
        return aside;
    }

    /** The view that is shown; the page for opening a dataset where there is none. */
    Region shown() {
        return context.state().data().isEmpty()
                ? center
                : made.computeIfAbsent(context.state().looking().viewProperty().get(), this::make);
    }

    /** The graph, whatever is shown. */
    GraphView graph() {
        return (GraphView) made.computeIfAbsent(ViewKind.GRAPH, this::make);
    }

    /** The chain at rest, whatever is shown. */
    ChainView chain() {
        return (ChainView) made.computeIfAbsent(ViewKind.CHAIN, this::make);
    }

    private void show() {
        if (context.state().data().isEmpty()) {
            center.getChildren().setAll(beforeData);
            side.getChildren().setAll(inspector);
            facts.getChildren().setAll(runFacts);
            aside.set(false);
        } else {
            Region view = shown();
            boolean holdsFocus = holdsFocus();
            center.getChildren().setAll(view);
            side.getChildren().setAll(view instanceof WithSide own ? own.side() : inspector);
            facts.getChildren().setAll(view instanceof WithFacts own ? own.facts() : runFacts);
            aside.set(view instanceof WithFacts);
            if (holdsFocus) {
                RegionFocus.into(view);
            }
        }
    }

    /** What is of an older scenario steps back; the graph marks its own parts. */
    private void dim() {
        center.pseudoClassStateChanged(OUT_OF_DATE, outOfDate.lateProperty().get() && !aside.get());
    }

    /** Whether the focus is on what is about to be replaced: it would be lost with it. */
    private boolean holdsFocus() {
        Node owner = center.getScene() == null ? null : center.getScene().getFocusOwner();
        return owner != null && (RegionFocus.isWithin(owner, center) || RegionFocus.isWithin(owner, side));
    }

    private Region make(ViewKind kind) {
        return switch (kind) {
            case CHAIN -> new ChainView(context);
            case GRAPH -> new GraphView(context);
            case TABLE -> new RunTableView(context);
            case MAP -> new MapView(context);
            case FLOWS -> new FlowsView(context);
            case MATRIX -> new MatrixView(context);
            case RANKING -> new RankingView(context);
            case HELPS -> new HelpsView(context);
            case LENS -> new LensView(context);
            case MODELS -> new ModelsView(context);
        };
    }
}
