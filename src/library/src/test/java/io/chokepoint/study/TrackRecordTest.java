package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.BacktestRow.Verdict;
import io.chokepoint.study.TrackRecord.Likeness;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    private static StudyRunner runner;

    @BeforeAll
    static void read() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        runner = new StudyRunner(data);
    }

    private static TrackRecord of(String scenario, List<Episode> episodes) {
        Scenario asked = runner.data().scenarios().stream()
                .filter(each -> each.id().equals(scenario))
                .findFirst()
                .orElseThrow();
        return TrackRecord.of(runner, asked, episodes, 1, RunMonitor.NONE);
    }

    private static List<String> ids(TrackRecord record) {
        return record.episodes().stream()
                .map(episode -> episode.scenario().id())
                .toList();
    }

    private static List<Episode> without(String... ids) {
        return runner.data().episodes().stream()
                .filter(episode -> !List.of(ids).contains(episode.scenario().id()))
                .toList();
    }

    @Test
    void theSameGoodIsNearest() {
        TrackRecord record = of("helium-qatar-2026", runner.data().episodes());

        assertThat(record.likeness()).contains(Likeness.GOOD);
        assertThat(ids(record)).containsExactlyInAnyOrder("helium-2026", "qatar-helium-2017");
    }

    @Test
    void thenTheSameStageThenTheSameKind() {
        assertThat(of("cac-h20-2025", runner.data().episodes()).likeness()).contains(Likeness.STAGE);
        TrackRecord kind = of("eda-stop-china", runner.data().episodes());
        assertThat(kind.likeness()).contains(Likeness.KIND);
        assertThat(ids(kind)).contains("nexperia-2025").doesNotContain("helium-2026");
    }

    @Test
    void whatOnlyMakesThingsDearerIsNotLikeWhatWithholdsThem() {
        TrackRecord duty = of("tariff-25-232", runner.data().episodes());

        assertThat(duty.likeness()).isEmpty();
        assertThat(duty.observations()).isZero();
        assertThat(duty.sentences()).hasSize(1);
        assertThat(duty.line()).isEqualTo("no past shock in the dataset is like this");
    }

    @Test
    void verdictsAreThoseOfTheBackTest() {
        TrackRecord record = of("helium-qatar-2026", runner.data().episodes());
        List<BacktestRow> rows = Backtest.run(runner, record.episodes(), 0, 0, 1, RunMonitor.NONE);

        assertThat(record.observations()).isEqualTo(rows.size());
        assertThat(record.line())
                .startsWith("on " + record.episodes().size() + " past shock")
                .contains(": "
                        + rows.stream()
                                .filter(row -> row.verdict() == Verdict.IN_RANGE)
                                .count() + " of " + record.observations() + " right, ");
        assertThat(record.prices().overPredicts())
                .isEqualTo(rows.stream()
                        .filter(row -> row.observation().what().needsPrices() && row.verdict() == Verdict.OVER_PREDICTS)
                        .count())
                .isPositive();
        assertThat(record.quantities().observations())
                .isEqualTo(rows.stream()
                        .filter(row -> !row.observation().what().needsPrices())
                        .count());
    }

    @Test
    void withoutEpisodesItSaysThatThereAreNone() {
        assertThat(of("helium-qatar-2026", List.of()).likeness()).isEmpty();
        assertThat(ids(of("helium-qatar-2026", without("helium-2026")))).containsExactly("qatar-helium-2017");
    }
}
