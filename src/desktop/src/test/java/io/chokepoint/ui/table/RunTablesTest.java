package io.chokepoint.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.model.Good;
import io.chokepoint.result.SalesLost;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.TableCopy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTablesTest {
    private final Answer answer = Answer.of(SmallRun.result());
    private final RunTables tables = new RunTables(answer, Optional.empty(), () -> 30);

    @Test
    void onlyGoodsThatFallShortAreInTheFirstTable() {
        assertThat(tables.goods(false).rows()).isEqualTo(answer.hit()).isNotEmpty();
        assertThat(tables.goods(true).rows()).hasSize(7);
    }

    @Test
    void aFilterKeepsRowsWithAllItsWords() {
        assertThat(tables.goods(true).filtered("chip").rows())
                .extracting(Good::id)
                .containsExactly("chip-one", "chip-two");
        assertThat(tables.goods(true).filtered("CHIP two").rows())
                .extracting(Good::id)
                .containsExactly("chip-two");
        assertThat(tables.goods(true).filtered("no such word").rows()).isEmpty();
    }

    @Test
    void whatLeavesTheWindowHasFullPrecisionAndAllWeeks() {
        TableCopy copy = tables.goods(false).copy();

        assertThat(copy.columns())
                .startsWith("good", "stage", "first_loss_week")
                .endsWith("week_79");
        assertThat(copy.columns()).doesNotContain("curve");
        Object[] first = copy.rows().getFirst();
        Good good = answer.hit().getFirst();
        assertThat(first[4]).isEqualTo(answer.result().outcome(good).trough());
        assertThat(first[first.length - 1]).isEqualTo(answer.result().output(good, 79));
    }

    @Test
    void onceThereAreRunsWithDrawnFiguresTheTablesSayWhere8Of10OfThemLie() {
        Restriction outage = RestrictionSpecParser.parse(
                        "outage good:oxide country:CHN lost=0.3/0.6/0.9 start=2", "test", "test")
                .orThrow();
        MonteCarloResult drawn = SmallRun.runner()
                .sample(
                        SmallRun.scenario().withRestrictions(List.of(outage)),
                        MonteCarlo.Settings.all(40, 7, 1),
                        RunMonitor.NONE);
        RunTables ranged = new RunTables(answer, Optional.of(drawn), () -> 30);

        TableCopy copy = ranged.goods(false).copy();
        Good good = answer.hit().getLast();
        MonteCarloResult.Spread lowest = drawn.spread(good, MonteCarloResult.Measure.TROUGH);
        MonteCarloResult.Spread lost = drawn.spread(good, MonteCarloResult.Measure.LOST_OUTPUT);
        assertThat(lowest.p10()).as("a range").isLessThan(lowest.p90());
        assertThat(cell(copy, "trough_p10")).isEqualTo(lowest.p10());
        assertThat(cell(copy, "trough_p90")).isEqualTo(lowest.p90());
        assertThat(cell(copy, "lost_output_weeks_p10")).isEqualTo(lost.p10());
        assertThat(cell(copy, "lost_output_weeks_p90")).isEqualTo(lost.p90());
        assertThat(ranged.goods(false).note()).contains("40 runs");
        assertThat(ranged.markets().copy().columns()).contains("trough_p10", "lost_output_weeks_p90");
        assertThat(tables.goods(false).copy().columns()).noneMatch(column -> column.endsWith("p10"));
    }

    private static Object cell(TableCopy copy, String column) {
        return Objects.requireNonNull(copy.rows().getLast()[copy.columns().indexOf(column)]);
    }

    @Test
    void theRestrictingCountryIsAmongThoseWhoLose() {
        TableContent<SalesLost> sales = tables.sales();
        SalesLost china = sales.rows().stream()
                .filter(row -> row.country().equals("CHN") && row.good().id().equals("oxide"))
                .findFirst()
                .orElseThrow();

        assertThat(sales.columns().get(1).text().apply(china)).isEqualTo("restricts");
        assertThat(china.weeks()).isPositive();
    }
}
