package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.CountryGoods;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeScenario;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.study.StructureStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.ranking.RankingContent.Row;
import io.chokepoint.ui.ranking.RankingQuestion.Target;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FindField.Choice;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** The ranking: the question, its answer, the chosen row, and what the product in question rests on. Worked out only while looked at. */
final class RankingViewModel {
    static final List<Integer> WEEKS = List.of(4, 13, 26, 52);
    static final String SLOT = "ranking";

    /** Two at a time among more would take minutes. */
    static final int PAIRED = 50;

    private static final String THROUGH = "ranking-through";
    private static final String STRUCTURE = "ranking-structure";
    private static final int LARGEST_CUT = 3;

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable RankingQuestion> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RankingContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StructureStudy.Row>> structure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final Map<RankingQuestion, RankingContent> known = new HashMap<>();
    /** Through which goods each country of the answer hurts; filled one after the other. */
    private final ObservableMap<Row, List<Through>> through = FXCollections.observableHashMap();

    private final Map<RankingQuestion, Map<Row, List<Through>>> knownThrough = new HashMap<>();
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    /** Sweeps cover all targets at once, so that another target needs no new runs. Filled by the worker. */
    private Map<Sweep, SweepResult> sweeps = new ConcurrentHashMap<>();

    private record Sweep(Instrument instrument, Kind kind, int weeks, boolean allGoods) {}

    RankingViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(unused -> dataChanged());
        looking.subscribe(unused -> compute());
        chosen.subscribe(unused -> findStructure());
    }

    private void dataChanged() {
        tasks.cancel(SLOT);
        tasks.cancel(STRUCTURE);
        stopThrough();
        known.clear();
        knownThrough.clear();
        through.clear();
        sweeps = new ConcurrentHashMap<>();
        content.set(null);
        chosen.set(Optional.empty());
        question.set(runner().map(runner -> new RankingQuestion(
                        Instrument.OUTAGE, Kind.GOOD, 26, allProducts(runner), Order.LOST_OUTPUT, false))
                .orElse(null));
        compute();
    }

    /** Null until a dataset is open. */
    ReadOnlyObjectProperty<@Nullable RankingQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<@Nullable RankingContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Optional<RankingContent> content() {
        return Optional.ofNullable(content.get());
    }

    ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    /** What the product in question rests on; empty until it has been found. */
    ReadOnlyObjectProperty<Optional<StructureStudy.Row>> structureProperty() {
        return structure.getReadOnlyProperty();
    }

    /** Whether the ranking is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    /** Asks another question; its answer follows. */
    void ask(UnaryOperator<RankingQuestion> change) {
        RankingQuestion now = question.get();
        if (now != null) {
            question.set(change.apply(now));
            compute();
        }
    }

    void cancel() {
        tasks.cancel(SLOT);
        stopThrough();
    }

    /** Works the answer out where it is not known yet; nobody need look. */
    void computeAgain() {
        content.set(null);
        compute();
    }

    private Optional<StudyRunner> runner() {
        return state.engine().flatMap(Engine::runner);
    }

    private void compute() {
        RankingQuestion asked = question.get();
        Optional<StudyRunner> runner = runner();
        if (asked == null || runner.isEmpty() || !looking.get()) {
            return;
        }
        RankingContent shown = content.get();
        if (shown != null && shown.question().equals(asked)) {
            return;
        }
        chosen.set(Optional.empty());
        stopThrough();
        through.clear();
        RankingContent ready = known.get(asked);
        content.set(ready);
        if (ready != null) {
            tasks.cancel(SLOT);
            findStructure();
            findThrough();
            return;
        }
        NodeStudy study = new NodeStudy(runner.get());
        Map<Sweep, SweepResult> swept = sweeps;
        tasks.submit(
                SLOT,
                Texts.get("ranking.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> answer(asked, study, swept, monitor),
                made -> {
                    known.put(asked, made);
                    if (asked.equals(question.get())) {
                        content.set(made);
                        findStructure();
                        findThrough();
                    }
                });
    }

    private static RankingContent answer(
            RankingQuestion asked, NodeStudy study, Map<Sweep, SweepResult> swept, RunMonitor monitor) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Set<Good> targets = new LinkedHashSet<>(asked.target().goods());
        Set<Good> products = study.endProducts();
        Sweep sweep = new Sweep(asked.instrument(), asked.kind(), asked.weeks(), !products.containsAll(targets));
        SweepResult result = swept.get(sweep);
        if (result == null) {
            result = study.sweep(
                    study.nodes(asked.kind()),
                    sweep.allGoods() ? Set.of() : products,
                    asked.settings(threads),
                    monitor);
            swept.put(sweep, result);
        }
        List<Ranked> alone = RankingContent.sorted(asked, study.ranked(result, targets, asked.order()));
        return asked.pairs()
                ? RankingContent.ofPairs(
                        asked, study.pairs(alone, PAIRED, targets, asked.order(), asked.settings(threads), monitor))
                : RankingContent.ofNodes(asked, alone);
    }

    // ---- through which good a country hurts ------------------------------------------------------------------------

    /** What has been found so far, by row of the answer; an empty list where only several goods together do it. */
    ObservableMap<Row, List<Through>> through() {
        return through;
    }

    boolean asksThrough() {
        return content()
                .filter(shown -> shown.question().kind() == Kind.COUNTRY
                        && !shown.question().pairs())
                .isPresent();
    }

    /** Whether there are countries left whose goods have not been tried. */
    boolean isThroughOpen() {
        return asksThrough() && through.size() < content().orElseThrow().rows().size();
    }

    /** Whether goods of countries are being tried. */
    ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }

    private void stopThrough() {
        tasks.cancel(THROUGH);
        trying.set(false);
    }

    /** Stops trying the goods of countries, or goes on. */
    void stopOrGoOnThrough() {
        if (trying.get()) {
            stopThrough();
        } else {
            findThrough();
        }
    }

    /** The worst country first; each one's goods are a piece of work of its own, so that its answer is there at once. */
    private void findThrough() {
        Optional<StudyRunner> runner = runner();
        if (!asksThrough() || runner.isEmpty()) {
            trying.set(false);
            return;
        }
        RankingContent shown = content().orElseThrow();
        RankingQuestion asked = shown.question();
        Map<Row, List<Through>> found = knownThrough.computeIfAbsent(asked, unused -> new HashMap<>());
        through.putAll(found);
        Optional<Row> next =
                shown.rows().stream().filter(row -> !found.containsKey(row)).findFirst();
        trying.set(next.isPresent());
        if (next.isEmpty()) {
            return;
        }
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Set<Good> targets = new LinkedHashSet<>(asked.target().goods());
        tasks.submit(
                THROUGH,
                Texts.get("ranking.through.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new CountryGoods(new NodeStudy(runner.get()))
                        .of(next.get().ranked().node(), targets, asked.settings(threads), monitor),
                goods -> {
                    found.put(next.get(), goods);
                    if (asked.equals(question.get())) {
                        findThrough();
                    }
                });
    }

    // ---- what the product rests on --------------------------------------------------------------------------------

    /** The one product asked about, or else the one that the chosen row hits worst. */
    Optional<Good> product() {
        RankingQuestion asked = question.get();
        if (asked != null && asked.target().goods().size() == 1) {
            return Optional.of(asked.target().goods().getFirst());
        }
        return chosen.get().map(row -> row.ranked().worstTarget());
    }

    private void findStructure() {
        RankingContent shown = content.get();
        Optional<Good> product = product();
        Optional<StudyRunner> runner = runner();
        if (shown == null || product.isEmpty() || runner.isEmpty()) {
            structure.set(Optional.empty());
            return;
        }
        if (structure.get().filter(row -> row.good().equals(product.get())).isEmpty()) {
            structure.set(Optional.empty());
        }
        tasks.submit(
                STRUCTURE,
                Texts.get("ranking.structure.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new StructureStudy(runner.get())
                        .rows(
                                List.of(product.get()),
                                shown.question().kind(),
                                LARGEST_CUT,
                                shown.question().settings(1).weeks(),
                                monitor)
                        .getFirst(),
                found -> structure.set(Optional.of(found)));
    }

    // ---- whose loss counts ----------------------------------------------------------------------------------------

    /** All that is bought by markets; what hardly exists at baseline is left out, as all else would drown in it. */
    private static Target allProducts(StudyRunner runner) {
        return new Target(
                Texts.get("ranking.target.all"),
                withoutTokens(new NodeStudy(runner).endProducts(), runner.data().dataset()));
    }

    private static List<Good> withoutTokens(Collection<Good> goods, Dataset dataset) {
        List<Good> primary = goods.stream()
                .filter(good ->
                        !dataset.headline().contains(good) || dataset.headline().isPrimary(good))
                .toList();
        return primary.isEmpty() ? List.copyOf(goods) : primary;
    }

    /** What can be asked about: all end products, tags of several goods, then single goods, end products first. */
    List<Choice<Target>> targets() {
        Optional<StudyRunner> runner = runner();
        if (runner.isEmpty()) {
            return List.of();
        }
        Dataset dataset = runner.get().data().dataset();
        List<Choice<Target>> choices = new ArrayList<>();
        Target all = allProducts(runner.get());
        choices.add(new Choice<>(all, Wording.capitalised(all.words()), goods(all.goods())));
        choices.addAll(tags(dataset));
        Set<Good> goods = new LinkedHashSet<>(new NodeStudy(runner.get()).endProducts());
        goods.addAll(dataset.goods());
        for (Good good : goods) {
            if (!dataset.suppliesOf(good).isEmpty()) {
                choices.add(new Choice<>(
                        new Target(good.shortName(), List.of(good)),
                        good.name(),
                        good.stage().name(),
                        good.shortName() + " " + String.join(" ", good.aliases())));
            }
        }
        return choices;
    }

    private static List<Choice<Target>> tags(Dataset dataset) {
        Set<String> tags = new LinkedHashSet<>();
        dataset.words().tags().forEach(tag -> tags.add(tag.id()));
        dataset.goods().forEach(good -> tags.addAll(good.tags()));
        List<Choice<Target>> choices = new ArrayList<>();
        for (String tag : tags) {
            List<Good> tagged = dataset.goods().stream()
                    .filter(good ->
                            good.hasTag(tag) && !dataset.suppliesOf(good).isEmpty())
                    .toList();
            List<Good> goods = withoutTokens(tagged, dataset);
            if (tagged.size() > 1) {
                String name = Wording.capitalised(dataset.words().tagName(tag));
                choices.add(new Choice<>(new Target(name, goods), name, goods(goods)));
            }
        }
        return choices;
    }

    private static String goods(List<Good> goods) {
        return Texts.get("ranking.target.goods", goods.size());
    }

    // ---- a row as a scenario --------------------------------------------------------------------------------------

    /** Makes the chosen row's run a scenario of its own, to be looked at in the graph. */
    void openAsScenario() {
        chosen.get().ifPresent(row -> {
            RankingQuestion asked = content().orElseThrow().question();
            List<Node> nodes = row.nodes();
            Scenario scenario = NodeScenario.of(
                    nodes,
                    asked.settings(1),
                    RankingWords.done(asked, nodes, state.data().orElseThrow().dataset()),
                    Texts.get("ranking.assumption"));
            state.openScenario(scenario);
            state.looking().select(row.ranked().worstTarget());
            state.looking().viewProperty().set(ViewKind.GRAPH);
        });
    }
}
