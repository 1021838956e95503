package io.chokepoint.ui.graph;

import io.chokepoint.layout.BlockLayout;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.ColumnLayout;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphLayout;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.LineLayout;
import io.chokepoint.layout.PictureRequest;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the graph shows: turns the state of the window into a {@link GraphScene}. Places change only when a scenario is opened, the
 * size changes, a column is opened or closed, or on request; week, selection and runs while a slider is dragged only repaint.
 *
 * <p>UI thread only; needs no toolkit.
 */
final class GraphViewModel {
    /** Canvas sizes below this are not worth a layout; they come up while the window is being built. */
    private static final double LEAST_SIZE = 60;

    /** Width of a letter, in px, where names are not measured. */
    private static final double LETTER = 6.6;

    private final StudyState state;
    private final StageLayouts layouts;
    private final ReadOnlyObjectWrapper<@Nullable GraphScene> scene = new ReadOnlyObjectWrapper<>();

    /** The state's own run, and what is shown of it: the same but in a comparison. */
    private @Nullable RunFacts own;

    private @Nullable RunFacts facts;
    private GraphPair.@Nullable Side side;
    private @Nullable ColumnPicture picture;
    private double width;
    private double height;

    private final OpenColumns columns = new OpenColumns();
    private final Set<GraphNode> revealed = new LinkedHashSet<>();
    private final Set<GraphNode> grown = new HashSet<>();
    private boolean outOfDate;
    private Optional<GraphNode> opened = Optional.empty();
    private Optional<GraphNode> only = Optional.empty();
    private String scenarioId = "";
    private ToDoubleFunction<GraphNode> nameWidth =
            node -> LETTER * node.label().length();

    GraphViewModel(StudyState state, UiTasks tasks, LayeredLayout layouts) {
        this.state = state;
        this.layouts = new StageLayouts(tasks, layouts);
        state.dataProperty().subscribe(data -> {
            if (data != null) {
                this.layouts.prepare(data.dataset());
            }
        });
        state.answerProperty().subscribe(this::answerChanged);
        state.looking().weekProperty().subscribe(() -> refresh(false));
        state.many().resultProperty().subscribe(() -> refresh(false));
        state.looking().selectionProperty().subscribe(this::selectionChanged);
        state.looking().pinned().subscribe(() -> refresh(false));
        state.looking().focusProperty().subscribe(() -> relayout(true));
        state.looking().whyProperty().subscribe(() -> relayout(true));
        state.draggingProperty().subscribe(dragging -> {
            if (!dragging) {
                pack();
            }
        });
    }

    /** Takes the width of names, in px, from here rather than from their number of letters. */
    void measureNames(ToDoubleFunction<GraphNode> width) {
        nameWidth = width;
    }

    /** Null until there is a run to show. */
    ReadOnlyObjectProperty<@Nullable GraphScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    Optional<GraphScene> scene() {
        return Optional.ofNullable(scene.get());
    }

    // ---- comparison

    /** Makes this graph one of the two of a comparison, or with null one on its own. */
    void join(GraphPair.@Nullable Side of) {
        side = of;
        partnerChanged();
    }

    /** The state's own run as the graph sees it. */
    Optional<RunFacts> own() {
        return Optional.ofNullable(own);
    }

    /** The other graph has another run or another picture. */
    void partnerChanged() {
        RunFacts current = own;
        if (current != null) {
            facts = side == null ? current : side.shown(current);
            columns.chooseAnew();
            layOut(false);
        }
    }

    /** Who decides about columns: the other graph where that one lays out for both. */
    private GraphViewModel leader() {
        GraphViewModel other = side == null ? null : side.leader();
        return other == null ? this : other;
    }

    // ---- verbs

    /** @param newWidth of the canvas in px */
    void setSize(double newWidth, double newHeight) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            columns.chooseAnew();
            layOut(false);
        }
    }

    /** Opens a rail, or makes an open column a rail. */
    void toggleColumn(Column column) {
        leader().columns.toggle(column);
        leader().layOut(true);
    }

    /** Shows all goods of an open column, or folds it again. */
    void toggleExpanded(Column column) {
        leader().columns.toggleExpanded(column);
        leader().layOut(true);
    }

    /** Scrolls an expanded column by rows. */
    void scroll(Column column, int rows) {
        if (leader().columns.scroll(column, rows)) {
            leader().layOut(false);
        }
    }

    /** Forgets the user's choice of columns. */
    void resetColumns() {
        columns.forget();
        layOut(true);
    }

    /** The user's choices of columns and cards. */
    GraphLook.Columns columns() {
        return new GraphLook.Columns(columns.chosen(), columns.expanded(), opened, only);
    }

    /** Goes back to choices that were made before. */
    void show(GraphLook.Columns before) {
        if (!before.equals(columns())) {
            columns.show(before);
            opened = before.opened();
            only = before.only();
            layOut(true);
        }
    }

    /** Lays out anew, as if the scenario had just been opened. */
    void tidy() {
        revealed.clear();
        grown.clear();
        columns.chooseAnew();
        layOut(true);
    }

    /** Shows numbers in grey, as the scenario has changed since the run, or as usual again. */
    void setOutOfDate(boolean value) {
        if (value != outOfDate) {
            outOfDate = value;
            refresh(false);
        }
    }

    /** Shows the makers inside a card, or hides them again. */
    void toggleMakers(GraphNode node) {
        opened = opened.equals(Optional.of(node)) ? Optional.empty() : Optional.of(node);
        refresh(false);
    }

    /** Shows only a node and its direct neighbours; empty to show all again. */
    void showOnly(Optional<GraphNode> node) {
        leader().only = node;
        leader().relayout(true);
    }

    Optional<GraphNode> only() {
        return leader().only;
    }

    void select(GraphNode node) {
        state.looking().select(SelectedNodes.selection(List.of(node)));
    }

    void toggleSelected(GraphNode node) {
        state.looking().select(state.looking().selectionProperty().get().toggle(SelectedNodes.item(node)));
    }

    void selectAll(List<GraphNode> nodes) {
        state.looking().select(SelectedNodes.selection(nodes));
    }

    /** Shows all again where only a path is shown. @return whether one was */
    boolean leavePath() {
        return state.looking().leavePath();
    }

    void deselect() {
        opened = Optional.empty();
        state.looking().select(Selection.NONE);
    }

    /** The one selected node. */
    Optional<GraphNode> selectedNode() {
        return facts == null
                ? Optional.empty()
                : SelectedNodes.single(state.looking().selectionProperty().get(), facts);
    }

    // ---- changes of state

    private void answerChanged(@Nullable Answer answer) {
        if (answer == null) {
            own = null;
            facts = null;
            picture = null;
            scene.set(null);
            return;
        }
        StageGraph graph = layouts.graph(answer.result().dataset(), () -> layOut(false));
        RunFacts run = new RunFacts(graph, answer);
        own = run;
        RunFacts made = side == null ? run : side.shown(run);
        facts = made;
        String id = answer.result().scenario().id();
        boolean opening = !id.equals(scenarioId) || picture == null;
        if (opening) {
            scenarioId = id;
            columns.chooseAnew();
            revealed.clear();
            grown.clear();
            columns.fold();
            only = Optional.empty();
            opened = Optional.empty();
        }
        if (state.draggingProperty().get() && picture != null && grown.containsAll(made.hit())) {
            refresh(false);
            return;
        }
        if (!state.draggingProperty().get()) {
            grown.clear();
        }
        grown.addAll(made.hit());
        layOut(!opening);
        if (side != null && side.leader() != null) {
            side.changed();
        }
    }

    /** After a drag: what no longer falls short goes. */
    private void pack() {
        if (facts != null && !grown.equals(facts.hit())) {
            grown.clear();
            grown.addAll(facts.hit());
            layOut(true);
        }
    }

    private void selectionChanged(Selection selection) {
        RunFacts current = facts;
        ColumnPicture shown = picture;
        if (current == null || shown == null) {
            return;
        }
        boolean missing = false;
        for (GraphNode node : SelectedNodes.of(selection, current)) {
            if (!shown.shows(node)) {
                missing |= revealed.add(node);
            }
        }
        if (missing || state.looking().whyProperty().get()) {
            relayout(true);
        } else {
            refresh(false);
        }
    }

    private void relayout(boolean glide) {
        columns.chooseAnew();
        layOut(glide);
    }

    // ---- laying out

    private void layOut(boolean glide) {
        arrange(glide);
        if (side != null && side.leader() == null) {
            side.changed();
        }
    }

    private void arrange(boolean glide) {
        RunFacts current = facts;
        GraphLayout order = layouts.base().orElse(null);
        if (current == null || order == null || width < LEAST_SIZE || height < LEAST_SIZE) {
            return;
        }
        if (side != null && side.leader() != null) {
            side.picture().ifPresent(taken -> {
                picture = counted(taken, current);
                refresh(glide);
            });
            return;
        }
        boolean first = picture == null;
        Focus focus = state.looking().focusProperty().get();
        Optional<Way> why = wayToLayOut(current);
        PictureRequest request = request(current, order, focus, why);
        boolean everything = focus.show() == Focus.Show.EVERYTHING && why.isEmpty();
        ColumnPicture made;
        if (!everything) {
            made = ColumnLayout.of(request);
        } else if (request.admitted().size() >= BlockLayout.FROM_NODES) {
            made = BlockLayout.of(request);
        } else {
            made = LineLayout.of(request, nameWidth);
        }
        columns.keep(made);
        picture = side == null ? made : counted(made, current);
        refresh(glide);
        if (first) {
            // What was selected in another view, before there was a graph, is to be found in it too.
            selectionChanged(state.looking().selectionProperty().get());
        }
    }

    /** One picture serves both runs of a comparison; what its heads count is of the run that is shown in it. */
    private ColumnPicture counted(ColumnPicture made, RunFacts of) {
        Set<GraphNode> hit =
                Contents.admitted(of, state.looking().focusProperty().get(), only());
        hit.retainAll(of.hit());
        List<Column> counted = new ArrayList<>();
        for (int i = 0; i < made.columns().size(); i++) {
            Column column = made.columns().get(i);
            int all = (int) of.graph().nodesOf(column.stage()).stream()
                    .filter(hit::contains)
                    .count();
            int shown = (int) made.placesOf(i).stream()
                    .filter(place -> hit.contains(place.node()))
                    .count();
            counted.add(column.counting(all, shown));
        }
        return made.withColumns(counted);
    }

    /** The way that the picture is laid out for; in a comparison that of the other run where this one has none. */
    private Optional<Way> wayToLayOut(RunFacts current) {
        return state.looking().whyProperty().get()
                ? Stream.concat(Stream.of(current), together().stream())
                        .map(this::way)
                        .filter(way -> !way.nodes().isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** The runs laid out on one picture. */
    private List<RunFacts> together() {
        RunFacts run = Objects.requireNonNull(own);
        return side == null ? List.of() : side.together(run);
    }

    /** Whether the headline's way lies on one line: rows follow A's, so that in B, and among differences, it would not. */
    private boolean isStraight(RunFacts current) {
        return side == null || side.leader() == null && !current.isDifference();
    }

    /**
     * Why what is selected falls short, or else the headline good. Where the selected one's path is asked for and there is none, no
     * other takes its place.
     */
    private Way way(RunFacts current) {
        Optional<Way> selected = state.looking()
                .selectionProperty()
                .get()
                .single()
                .filter(item -> SelectedNodes.find(item, current).isPresent())
                .map(current::way);
        return selected.filter(way ->
                        state.looking().whyProperty().get() || !way.nodes().isEmpty())
                .orElse(isStraight(current) ? current.headlineWay() : Way.NONE);
    }

    private PictureRequest request(RunFacts current, GraphLayout order, Focus focus, Optional<Way> why) {
        List<RunFacts> together = side == null ? List.of(current) : together();
        Contents contents = Contents.of(current, together, grown, focus, why, only);
        Set<GraphNode> first = new LinkedHashSet<>(contents.spine());
        first.addAll(revealed);
        current.graph().nodes().stream().filter(contents.restricted()::contains).forEach(first::add);
        return new PictureRequest(
                current.graph(),
                order,
                width,
                height,
                contents.admitted(),
                contents.hit(),
                contents.foremost(),
                contents.restricted(),
                List.copyOf(first),
                contents.lost(),
                contents.spine(),
                current.headlineStage(),
                columns.asked(contents.isWay() ? contents.stages() : Set.of()),
                columns.expanded(),
                contents.stages());
    }

    // ---- the scene

    private void refresh(boolean glide) {
        RunFacts current = facts;
        ColumnPicture shown = picture;
        if (current == null || shown == null) {
            return;
        }
        Selection selection = state.looking().selectionProperty().get();
        Optional<GraphNode> single = SelectedNodes.single(selection, current);
        boolean why = state.looking().whyProperty().get();
        Way way = way(current);
        scene.set(new GraphScene(
                shown,
                current,
                state.looking().weekProperty().get(),
                state.looking().focusProperty().get().show(),
                glide,
                SelectedNodes.of(selection, current),
                way.nodes(),
                why ? way.steps() : Map.of(),
                why ? Set.copyOf(way.nodes()) : Set.of(),
                why ? Map.of() : single.map(current.graph()::upstream).orElse(Map.of()),
                why ? Map.of() : single.map(current.graph()::downstream).orElse(Map.of()),
                state.looking().pinned().stream()
                        .flatMap(good -> current.find(good).stream())
                        .collect(Collectors.toSet()),
                outOfDate,
                state.many().result().isPresent(),
                opened));
    }

    /** Words for the strip: what a filter or a choice leaves out. */
    int hiddenStages() {
        GraphScene current = scene.get();
        return current == null
                ? 0
                : current.facts().graph().stages().size()
                        - Objects.requireNonNull(picture).columns().size();
    }
}
