package io.chokepoint.ui.compare;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.LeftOut;
import io.chokepoint.ui.support.ManyRuns;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What B changes against A: the four facts of both, and each good and market in the chosen week. */
final class CompareViewModel {
    /** Changes below half a percentage point round to none. */
    private static final double LEAST = 0.005;

    /**
     * One good or market in the chosen week.
     *
     * @param a output, or demand met, as a part of baseline
     * @param b output, or demand met, as a part of baseline
     */
    record Change(String name, Selection.Item item, double a, double b) {
        double points() {
            return b - a;
        }
    }

    /** The orders in which changes can be listed. */
    enum Order {
        LARGEST,
        WORSE,
        BETTER,
        SUPPLY;

        Comparator<Change> comparator() {
            return switch (this) {
                case LARGEST -> Comparator.comparingDouble(change -> -Math.abs(change.points()));
                case WORSE -> Comparator.comparingDouble(Change::points);
                case BETTER -> Comparator.comparingDouble(change -> -change.points());
                case SUPPLY -> (one, other) -> 0;
            };
        }

        @Override
        public String toString() {
            return Texts.get("compare.order." + name());
        }
    }

    /**
     * Who, when, how hard, how sure, of A and B.
     *
     * @param warning in place of the last one's detail; empty for none
     */
    record Facts(List<Fact> all, String warning) {}

    private final Comparison comparison;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.LARGEST);
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(new Facts(List.of(), ""));
    private final ReadOnlyStringWrapper sureness = new ReadOnlyStringWrapper("");

    CompareViewModel(Comparison comparison) {
        this.comparison = comparison;
        comparison.a().looking().weekProperty().subscribe(week -> update());
        comparison.a().resultProperty().subscribe(result -> update());
        comparison.b().resultProperty().subscribe(result -> update());
        comparison.a().many().resultProperty().subscribe(sample -> update());
        comparison.b().many().resultProperty().subscribe(sample -> update());
        comparison.onProperty().subscribe(on -> update());
        order.subscribe(chosen -> update());
    }

    /** How changes are sorted. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** In how many of the runs with drawn figures B is worse; empty before there are such runs of both. */
    ReadOnlyStringProperty surenessProperty() {
        return sureness.getReadOnlyProperty();
    }

    /** Draws figures for many runs of A and of B, the same figures for both. */
    void runMany() {
        // What A ran by itself is too little beside a B that runs until its range is known.
        if (comparison.a().many().result().filter(ManyRuns::isEnough).isEmpty()) {
            comparison.a().many().run();
        }
        comparison.b().many().run();
    }

    /** What differs in the chosen week, as it leaves the window; output as parts of baseline. */
    TableCopy table() {
        int week = comparison
                .runs()
                .map(runs -> runs.week(comparison.a().looking().weekProperty().get()))
                .orElse(0);
        return new TableCopy(
                "compare-" + comparison.a().scenario().map(Scenario::id).orElse("a") + "-"
                        + comparison.b().scenario().map(Scenario::id).orElse("b"),
                List.of("week", "name", "output_a", "output_b", "change_points"),
                changes.stream()
                        .<@Nullable Object[]>map(
                                change -> new Object[] {week, change.name(), change.a(), change.b(), change.points()})
                        .toList(),
                comparison
                        .runs()
                        .map(runs -> LeftOut.of(
                                "same",
                                changes.size(),
                                runs.a().dataset().goods().size()
                                        + runs.a().dataset().markets().size()))
                        .orElse(""));
    }

    /** What differs in the chosen week, in the chosen order. */
    ObservableList<Change> changes() {
        return changes;
    }

    /** Week, and how many are worse, better and the same. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void select(Change change) {
        comparison.a().looking().select(new Selection(List.of(change.item())));
    }

    private void update() {
        if (!comparison.onProperty().get()) {
            return;
        }
        comparison.runs().ifPresent(runs -> {
            int week = runs.week(comparison.a().looking().weekProperty().get());
            List<Change> all = new ArrayList<>();
            int same = 0;
            for (Good good : runs.a().dataset().goods()) {
                Change change = new Change(
                        good.shortName(),
                        new Selection.OfGood(good),
                        runs.a().output(good, week),
                        runs.b().output(good, week));
                same += add(all, change);
            }
            int goods = all.size();
            for (Market market : runs.a().dataset().markets()) {
                add(
                        all,
                        new Change(
                                market.name(),
                                new Selection.OfMarket(market),
                                runs.a().served(market, week),
                                runs.b().served(market, week)));
            }
            long worse =
                    all.subList(0, goods).stream().filter(c -> c.points() < 0).count();
            all.sort(order.get().comparator());
            changes.setAll(all);
            summary.set(Texts.get(
                    "compare.summary", week, Amounts.count(worse), Amounts.count(goods - worse), Amounts.count(same)));
            comparison.a().answer().ifPresent(a -> comparison.b().answer().ifPresent(b -> updateFacts(a, b, week)));
        });
    }

    private static int add(List<Change> all, Change change) {
        if (Math.abs(change.points()) < LEAST) {
            return 1;
        }
        all.add(change);
        return 0;
    }

    private void updateFacts(Answer a, Answer b, int week) {
        Optional<Drawn> drawn = drawn(a, b);
        sureness.set(drawn.map(Drawn::sentence).orElse(""));
        facts.set(new Facts(
                List.of(
                        who(a, b),
                        when(a, b),
                        drawn.map(both -> hard(both, a, b)).orElseGet(() -> hard(a, b, week)),
                        new Fact(
                                Texts.get("answer.howSure"),
                                drawn.map(Drawn::answer)
                                        .orElse(a.facts().howSure().answer()),
                                drawn.map(Drawn::detail).orElse(""))),
                drawn.isPresent() ? "" : assumptions(a.facts(), b.facts())));
    }

    /**
     * Runs of A and B with the same drawn figures.
     *
     * @param worse part of the runs in which B loses more output of the good, in [0, 1]
     * @param weeks by how many weeks of output, in the middle run
     * @param lowestA least output in A, below which half of the runs lie; likewise {@code lowestB}
     */
    private record Drawn(Good good, int runs, double worse, double weeks, double lowestA, double lowestB) {
        String answer() {
            return Texts.get("compare.worseIn", Math.round(worse * 10));
        }

        String detail() {
            return Texts.get(
                    weeks >= 0 ? "compare.moreLost" : "compare.lessLost",
                    good.shortName(),
                    Amounts.weeks(Math.abs(weeks)));
        }

        String sentence() {
            return Texts.get("compare.sureness", Amounts.percent(worse), Amounts.count(runs), good.shortName());
        }
    }

    /** Run r of both has the same figures, so that runs can be set against each other one by one. */
    private Optional<Drawn> drawn(Answer a, Answer b) {
        return a.headline()
                .or(b::headline)
                .flatMap(good -> comparison
                        .a()
                        .many()
                        .result()
                        .flatMap(first -> comparison.b().many().result().map(second -> {
                            double[] before = first.values(good, Measure.LOST_OUTPUT);
                            double[] after = second.values(good, Measure.LOST_OUTPUT);
                            int runs = Math.min(before.length, after.length);
                            double[] more = new double[runs];
                            int worse = 0;
                            for (int run = 0; run < runs; run++) {
                                more[run] = after[run] - before[run];
                                worse += more[run] > LEAST ? 1 : 0;
                            }
                            return new Drawn(
                                    good,
                                    runs,
                                    (double) worse / runs,
                                    MonteCarloResult.quantile(more, 0.5),
                                    first.spread(good, Measure.TROUGH).p50(),
                                    second.spread(good, Measure.TROUGH).p50());
                        })));
    }

    private static Fact who(Answer a, Answer b) {
        int shortInA = a.hits().fallShort().size();
        int shortInB = b.hits().fallShort().size();
        int more = shortInB - shortInA;
        String detail = more == 0
                ? Texts.get("compare.sameNumber")
                : Texts.get(more > 0 ? "compare.moreInB" : "compare.fewerInB", Math.abs(more));
        return new Fact(
                Texts.get("answer.who"),
                Texts.get(
                        "compare.who",
                        shortInA,
                        shortInB,
                        a.result().dataset().goods().size()),
                detail);
    }

    /** From when on goods fall short that answers speak of first; where none does in either, the goods that the answers are about. */
    private static Fact when(Answer a, Answer b) {
        OptionalInt firstA = firstWeek(a);
        OptionalInt firstB = firstWeek(b);
        return firstA.isPresent() || firstB.isPresent()
                ? when(Wording.capitalised(a.result().dataset().headline().many()), firstA, firstB)
                : when(Texts.get("compare.first"), a.facts().week(), b.facts().week());
    }

    private static OptionalInt firstWeek(Answer answer) {
        return answer.headline()
                        .filter(answer.result().dataset().headline()::contains)
                        .isPresent()
                ? answer.facts().week()
                : OptionalInt.empty();
    }

    private static Fact when(String subject, OptionalInt a, OptionalInt b) {
        String answer = Texts.get("compare.when", subject, week(a), week(b));
        String detail = "";
        if (a.isPresent() && b.isPresent()) {
            int earlier = a.getAsInt() - b.getAsInt();
            detail = earlier == 0
                    ? Texts.get("compare.sameWeek")
                    : Texts.get(earlier > 0 ? "compare.earlier" : "compare.later", Amounts.weeks(Math.abs(earlier)));
        }
        return new Fact(Texts.get("answer.when"), answer, detail);
    }

    private static String week(OptionalInt week) {
        return week.isPresent() ? "week " + week.getAsInt() : Texts.get("compare.never");
    }

    /** As in the answer bar, the middle of the runs leads and the central runs stand beside it. */
    private static Fact hard(Drawn drawn, Answer a, Answer b) {
        return new Fact(
                Texts.get("answer.howHard"),
                Texts.get(
                        "compare.hard",
                        drawn.good().shortName(),
                        Typography.output(drawn.lowestA()),
                        Typography.output(drawn.lowestB())),
                Texts.get(
                        "compare.lowestMiddle",
                        Typography.output(a.result().outcome(drawn.good()).trough()),
                        Typography.output(b.result().outcome(drawn.good()).trough())));
    }

    private static Fact hard(Answer a, Answer b, int week) {
        Optional<Good> good = a.headline().or(b::headline);
        return good.map(shown -> new Fact(
                        Texts.get("answer.howHard"),
                        Texts.get(
                                "compare.hard",
                                shown.shortName(),
                                Typography.output(a.result().output(shown, week)),
                                Typography.output(b.result().output(shown, week))),
                        Texts.get(
                                "compare.lowest",
                                Typography.output(a.result().outcome(shown).trough()),
                                Typography.output(b.result().outcome(shown).trough()))))
                .orElse(new Fact(Texts.get("answer.howHard"), Texts.get("compare.nothing"), ""));
    }

    private static String assumptions(Headline a, Headline b) {
        boolean inA = a.assumptions().isMostly();
        boolean inB = b.assumptions().isMostly();
        return inA && inB
                ? Texts.get("compare.assumptionsBoth")
                : inA || inB ? Texts.get("compare.assumptionsIn", inA ? "A" : "B") : "";
    }
}
