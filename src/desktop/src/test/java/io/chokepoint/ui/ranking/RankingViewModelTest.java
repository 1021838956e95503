package io.chokepoint.ui.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.ranking.RankingContent.Row;
import io.chokepoint.ui.ranking.RankingQuestion.Target;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FindField.Choice;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The ranking without a toolkit, on the small network of ore, oxide, feed, parts, wafers and two chips. */
class RankingViewModelTest {
    private final UiTasks tasks = PanelStage.tasks();
    private final StudyState state = new StudyState(tasks, Engine::of);
    private final RankingViewModel model = new RankingViewModel(state, tasks);

    @Test
    void nothingIsWorkedOutBeforeSomebodyLooks() {
        state.openData(SmallRun.runner().data());

        assertThat(model.content()).isEmpty();
        model.lookingProperty().set(true);
        assertThat(model.content()).isPresent();
    }

    @Test
    void wafersMatterMostToBothChips() {
        open();

        RankingContent content = model.content().orElseThrow();
        assertThat(content.rows().getFirst().ranked().lostWeeks()).isPositive();
        assertThat(content.rows())
                .extracting(row -> row.ranked().node().id())
                .contains("wafers", "ore")
                .doesNotHaveDuplicates();
        assertThat(content.rows())
                .extracting(row -> row.ranked().lostWeeks())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void anotherMeasureRanksTheSameRunsAnew() {
        open();

        model.ask(question -> question.with(Order.FIRST_LOSS));

        List<Integer> weeks = model.content().orElseThrow().rows().stream()
                .map(row -> row.ranked().firstLossWeek().orElse(Integer.MAX_VALUE))
                .toList();
        assertThat(weeks).isSorted();
        model.ask(question -> question.with(Kind.COUNTRY));
        assertThat(model.content().orElseThrow().question().kind()).isEqualTo(Kind.COUNTRY);
    }

    @Test
    void aRowOpensTheRunThatItSpeaksOf() {
        open();
        Row wafers = row("wafers");
        model.chosenProperty().set(Optional.of(wafers));

        model.openAsScenario();

        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
        assertThat(state.scenario().orElseThrow().title()).isEqualTo("wafers stops for 26 weeks");
        double mean = model.content().orElseThrow().question().target().goods().stream()
                .mapToDouble(good -> state.result().orElseThrow().outcome(good).lostOutputWeeks())
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(wafers.ranked().lostWeeks(), within(1e-9));
    }

    @Test
    void pairsSayWhatTheyCostBeyondTheSum() {
        open();

        model.ask(question -> question.withPairs(true));

        RankingContent content = model.content().orElseThrow();
        assertThat(content.rows()).isNotEmpty().allMatch(row -> row.nodes().size() == 2);
        TableCopy copy = RankingTable.of(content, state.data().orElseThrow().dataset(), model.through())
                .copy();
        assertThat(copy.csv().lines().findFirst().orElseThrow())
                .startsWith("rank,first,second,lost_output_weeks,lower_sales_weeks,alone_weeks,interaction_weeks,"
                        + "first_loss_week");
    }

    @Test
    void aProductIsToldWhatItRestsOn() {
        open();

        Target one = target("chip-one");
        model.ask(question -> question.with(one));

        assertThat(model.structureProperty().get().orElseThrow().good())
                .isEqualTo(one.goods().getFirst());
        assertThat(model.structureProperty().get().orElseThrow().cutSets()).contains(List.of("ore"), List.of("wafers"));
    }

    @Test
    void workThatIsStoppedBringsNoAnswer() {
        Queue<Runnable> later = new ArrayDeque<>();
        UiTasks slow = new UiTasks(later::add, Runnable::run, System::nanoTime, error -> {
            throw new AssertionError(error);
        });
        StudyState other = new StudyState(slow, Engine::of);
        RankingViewModel waiting = new RankingViewModel(other, slow);
        other.openData(SmallRun.runner().data());
        waiting.lookingProperty().set(true);

        waiting.cancel();
        while (!later.isEmpty()) {
            later.remove().run();
        }

        assertThat(waiting.content()).isEmpty();
        waiting.computeAgain();
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertThat(waiting.content()).isPresent();
    }

    private void open() {
        state.openData(SmallRun.runner().data());
        state.openScenario(
                SmallRun.runner().run(SmallRun.scenario(), RunMonitor.NONE).scenario());
        model.lookingProperty().set(true);
    }

    @Test
    void aCountryNamesTheGoodThroughWhichItHurts() {
        open();

        model.ask(question -> question.with(Kind.COUNTRY).with(target("chip-two")));

        assertThat(model.through()).hasSameSizeAs(model.content().orElseThrow().rows());
        assertThat(model.isThroughOpen()).isFalse();
        assertThat(Objects.requireNonNull(model.through().get(row("TWN")))
                        .getFirst()
                        .good()
                        .id())
                .isEqualTo("wafers");
        Through own = Objects.requireNonNull(model.through().get(row("CHN"))).getFirst();
        assertThat(own.isTarget()).isTrue();
        Through oxide = new Through(state.data().orElseThrow().dataset().getGood("oxide"), 2.1, 2.1, false);
        assertThat(RankingWords.through(List.of(own))).isEqualTo("chip-two itself");
        assertThat(RankingWords.through(List.of(own, oxide))).isEqualTo("chip-two itself; oxide, 2.1");
        assertThat(RankingWords.through(List.of(oxide, own))).isEqualTo("oxide, 2.1");
        TableCopy copy = RankingTable.of(
                        model.content().orElseThrow(),
                        state.data().orElseThrow().dataset(),
                        model.through())
                .copy();
        assertThat(copy.columns()).contains("through", "lower_sales_weeks");
    }

    @Test
    void whatIsFoundThroughIsNotWorkedOutAgain() {
        open();
        model.ask(question -> question.with(Kind.COUNTRY));
        Map<Row, List<Through>> before = Map.copyOf(model.through());

        model.ask(question -> question.with(Kind.GOOD));
        assertThat(model.through()).isEmpty();
        model.ask(question -> question.with(Kind.COUNTRY));

        assertThat(model.through()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void rowsThatCostTheProductNothingAreLeftOutAndNotCounted() {
        open();

        model.ask(question -> question.with(target("chip-one")));

        // One chip does not lead to the other.
        RankingContent content = model.content().orElseThrow();
        assertThat(content.rows())
                .hasSize(content.tried() - 1)
                .allMatch(row -> row.ranked().lostWeeks() > 0)
                .noneMatch(row -> row.ranked().node().id().equals("chip-two"));
        assertThat(content.rows()).extracting(Row::place).startsWith(1, 2);
    }

    @Test
    void whatIsMissedComesBeforeWhatIsOnlyNotOrdered() {
        open();

        model.ask(question -> question.with(Kind.COUNTRY).with(target("oxide")));

        assertThat(model.content().orElseThrow().rows())
                .extracting(row -> row.ranked().missedWeeks())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aTargetIsFoundAmongGoodsAndTags() {
        open();

        assertThat(model.targets())
                .extracting(Choice::name)
                .startsWith("All end products")
                .contains("ore");
        assertThat(model.targets())
                .filteredOn(choice ->
                        choice.value().goods().size() == 2 && choice.name().equalsIgnoreCase("ai-chip"))
                .hasSize(1);
    }

    private Target target(String good) {
        return model.targets().stream()
                .map(Choice::value)
                .filter(target -> target.goods().size() == 1
                        && target.goods().getFirst().id().equals(good))
                .findFirst()
                .orElseThrow();
    }

    private Row row(String good) {
        return model.content().orElseThrow().rows().stream()
                .filter(row -> row.ranked().node().id().equals(good))
                .findFirst()
                .orElseThrow();
    }
}
