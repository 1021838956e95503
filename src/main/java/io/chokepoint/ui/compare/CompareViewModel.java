package io.chokepoint.ui.compare;

import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

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

    private final Comparison comparison;
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());

    CompareViewModel(Comparison comparison) {
        this.comparison = comparison;
        comparison.a().weekProperty().subscribe(week -> update());
        comparison.a().resultProperty().subscribe(result -> update());
        comparison.b().resultProperty().subscribe(result -> update());
        comparison.onProperty().subscribe(on -> update());
    }

    /** What differs, largest change first. */
    ObservableList<Change> changes() {
        return changes;
    }

    /** Week, and how many are worse, better and the same. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Who, when, how hard, how sure, of A and B. */
    ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void select(Change change) {
        comparison.a().select(new Selection(List.of(change.item())));
    }

    private void update() {
        if (!comparison.onProperty().get()) {
            return;
        }
        comparison.runs().ifPresent(runs -> {
            int week = runs.week(comparison.a().weekProperty().get());
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
            all.sort(Comparator.comparingDouble((Change c) -> -Math.abs(c.points())));
            changes.setAll(all);
            summary.set(Texts.get(
                    "compare.summary", week, Wording.count(worse), Wording.count(goods - worse), Wording.count(same)));
            comparison
                    .a()
                    .answer()
                    .ifPresent(a -> comparison.b().answer().ifPresent(b -> facts.set(facts(a, b, week))));
        });
    }

    private static int add(List<Change> all, Change change) {
        if (Math.abs(change.points()) < LEAST) {
            return 1;
        }
        all.add(change);
        return 0;
    }

    private static List<Fact> facts(Answer a, Answer b, int week) {
        return List.of(
                who(a, b), when(a.facts().week(), b.facts().week()), hard(a, b, week), sure(a.facts(), b.facts()));
    }

    private static Fact who(Answer a, Answer b) {
        int more = b.hit().size() - a.hit().size();
        String detail = more == 0
                ? Texts.get("compare.sameNumber")
                : Texts.get(more > 0 ? "compare.moreInB" : "compare.fewerInB", Math.abs(more));
        return new Fact(
                Texts.get("answer.who"),
                Texts.get("compare.who", a.hit().size(), b.hit().size()),
                detail);
    }

    private static Fact when(OptionalInt a, OptionalInt b) {
        String answer = Texts.get("compare.when", week(a), week(b));
        String detail = "";
        if (a.isPresent() && b.isPresent()) {
            int earlier = a.getAsInt() - b.getAsInt();
            detail = earlier == 0
                    ? Texts.get("compare.sameWeek")
                    : Texts.get(earlier > 0 ? "compare.earlier" : "compare.later", Wording.weeks(Math.abs(earlier)));
        }
        return new Fact(Texts.get("answer.when"), answer, detail);
    }

    private static String week(OptionalInt week) {
        return week.isPresent() ? "week " + week.getAsInt() : Texts.get("compare.never");
    }

    private static Fact hard(Answer a, Answer b, int week) {
        Optional<Good> good = a.headline().or(b::headline);
        return good.map(shown -> new Fact(
                        Texts.get("answer.howHard"),
                        Texts.get(
                                "compare.hard",
                                shown.shortName(),
                                Wording.output(a.result().output(shown, week)),
                                Wording.output(b.result().output(shown, week))),
                        Texts.get(
                                "compare.lowest",
                                Wording.output(a.result().outcome(shown).trough()),
                                Wording.output(b.result().outcome(shown).trough()))))
                .orElse(new Fact(Texts.get("answer.howHard"), Texts.get("compare.nothing"), ""));
    }

    private static Fact sure(Headline a, Headline b) {
        boolean inA = a.assumptions().isMostly();
        boolean inB = b.assumptions().isMostly();
        String detail = inA && inB
                ? Texts.get("compare.assumptionsBoth")
                : inA || inB ? Texts.get("compare.assumptionsIn", inA ? "A" : "B") : "";
        return new Fact(Texts.get("answer.howSure"), a.howSure().answer(), detail);
    }
}
