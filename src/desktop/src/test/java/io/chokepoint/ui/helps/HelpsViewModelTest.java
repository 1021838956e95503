package io.chokepoint.ui.helps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.helps.HelpsContent.Row;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FindField.Choice;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helps, without a toolkit: China's ban on oxide in the small network. */
class HelpsViewModelTest {
    private final UiTasks tasks = PanelStage.tasks();
    private final StudyState state = new StudyState(tasks, Engine::of);
    private final HelpsViewModel model = new HelpsViewModel(state, tasks);

    @BeforeEach
    void open() {
        state.openData(SmallRun.runner().data());
        state.openScenario(SmallRun.scenario());
    }

    @Test
    void nothingIsTriedBeforeSomebodyLooks() {
        assertThat(model.resultProperty().get()).isNull();

        model.lookingProperty().set(true);

        assertThat(result().alone()).isNotEmpty();
        assertThat(result().target().goods())
                .containsExactly(state.answer().orElseThrow().headline().orElseThrow());
        assertThat(model.cheapestProperty().get()).isNotNull();
        String reasonNot = model.boundProperty().get().orElseThrow().reasonNot();
        assertThat(reasonNot).isEmpty();
        assertThat(model.boundProperty().get().orElseThrow().answer()).isPresent();
    }

    @Test
    void anAppliedMeasureIsOneStepAndGivesWhatWasTried() {
        model.lookingProperty().set(true);
        Scenario before = state.scenario().orElseThrow();
        Good target = result().target().goods().getFirst();
        Trial stocks = result().alone().stream()
                .map(Row::trial)
                .filter(trial -> trial.options().getFirst().kind() == Kind.STOCK
                        && model.applied(trial.options()).orElseThrow().exact())
                .findFirst()
                .orElseThrow();

        model.apply(stocks.options());

        assertThat(state.result().orElseThrow().outcome(target).lostOutputWeeks())
                .isCloseTo(stocks.outcome().lostOutputWeeks(), within(1e-9));
        assertThat(state.undoNameProperty().get()).startsWith("Apply 26 more weeks of ");
        state.undo();
        assertThat(state.workProperty().get().figures()).isEmpty();
        assertThat(state.scenario()).contains(before);
    }

    @Test
    void anotherLevelLooksForOtherStocksAndTriesNothingElseAgain() {
        model.lookingProperty().set(true);
        HelpsContent tried = result();
        double enough = Objects.requireNonNull(model.cheapestProperty().get()).stockWeeks();

        model.keep(0.5);

        assertThat(result()).isSameAs(tried);
        Trial less = Objects.requireNonNull(model.cheapestProperty().get());
        assertThat(less.stockWeeks()).isLessThan(enough);
        model.countBy(Cost.MONEY);
        assertThat(model.questionProperty().get().cost()).isEqualTo(Cost.MONEY);
    }

    @Test
    void aChangeOfTheScenarioStartsItAnew() {
        model.lookingProperty().set(true);
        HelpsContent before = result();

        state.edit("Shorter", scenario -> scenario.withHorizonWeeks(60));

        assertThat(result()).isNotSameAs(before);
        assertThat(model.questionProperty().get().work())
                .isEqualTo(state.workProperty().get());
        state.edit("Nothing", scenario -> scenario.withRestrictions(List.of()));
        assertThat(model.questionProperty().get()).isNull();
        assertThat(model.resultProperty().get()).isNull();
    }

    @Test
    void measuresReadAsSentences() {
        model.lookingProperty().set(true);
        Dataset dataset = state.data().orElseThrow().dataset();

        assertThat(result().alone())
                .extracting(row -> HelpsWords.measures(row.trial().options(), dataset))
                .anyMatch(text -> text.matches("26 more weeks of .+ at all makers of .+"))
                .anyMatch(text -> text.endsWith("and its chain served first"))
                .noneMatch(text -> text.contains("@"));
    }

    @Test
    void aMakerIsHelpedWithAllThatItMakes() {
        model.lookingProperty().set(true);

        model.help(target(HelpsTarget.OfMaker.class, "TWN"));

        assertThat(result().of().name()).isEqualTo("TWN");
        assertThat(result().asIs().outcome().lostOutputWeeks()).isPositive();
        assertThat(result().alone())
                .filteredOn(row -> row.trial().options().getFirst().kind() == Kind.STOCK)
                .anyMatch(row -> row.trial().options().getFirst().isOfOneMaker());
        assertThat(model.boundProperty().get().orElseThrow().reasonNot()).contains("maker");
        state.edit("Shorter", scenario -> scenario.withHorizonWeeks(60));
        assertThat(result().of().name()).isEqualTo("TWN");
    }

    @Test
    void whoIsAskedAboutAlthoughNothingFallsShortIsToldSo() {
        model.lookingProperty().set(true);
        state.edit("Nothing", scenario -> scenario.withRestrictions(List.of()));

        model.help(target(HelpsTarget.OfGood.class, "wafers"));

        assertThat(result().asIs().outcome().lostOutputWeeks()).isZero();
        assertThat(result().alone()).isEmpty();
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void whatGainsMostForItsCostComesFirstAndWhatHasNoCostAfterIt() {
        model.lookingProperty().set(true);

        List<Row> rows = result().alone();

        assertThat(rows).first().satisfies(row -> assertThat(row.gainPerCost()).isPresent());
        List<Double> ratios = rows.stream()
                .filter(row -> row.gains() && row.gainPerCost().isPresent())
                .map(row -> row.gainPerCost().getAsDouble())
                .toList();
        assertThat(ratios).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(rows)
                .filteredOn(row -> row.trial().options().getFirst().kind() == Kind.PRIORITY)
                .allMatch(row -> row.gainPerCost().isEmpty());
        assertThat(HelpsWords.answer(result(), state.data().orElseThrow().dataset()))
                .startsWith("Gains most: ");
    }

    @Test
    void allStagesAreOneProgressThatNeverGoesBack() {
        List<UiTasks.Progress> seen = new ArrayList<>();
        tasks.progressProperty().subscribe(progress -> {
            if (progress != null && progress.slot().equals(HelpsViewModel.SLOT)) {
                seen.add(progress);
            }
        });

        model.lookingProperty().set(true);

        assertThat(seen).isNotEmpty().allMatch(progress -> progress.total() == 100);
        assertThat(seen).extracting(UiTasks.Progress::done).isSorted();
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void goodsTagsAndMakersAreFound() {
        model.lookingProperty().set(true);

        assertThat(model.targets()).hasAtLeastOneElementOfType(Choice.class);
        assertThat(model.targets())
                .extracting(choice -> choice.value().getClass().getSimpleName())
                .contains("OfGood", "OfMaker");
        assertThat(model.targets()).extracting(Choice::name).contains("ore", "TWN");
    }

    private HelpsTarget target(Class<? extends HelpsTarget> kind, String name) {
        return model.targets().stream()
                .map(Choice::value)
                .filter(target -> kind.isInstance(target) && target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HelpsContent result() {
        return Objects.requireNonNull(model.resultProperty().get());
    }
}
