package io.chokepoint.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Good;
import io.chokepoint.result.SalesLost;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.TableCopy;
import org.junit.jupiter.api.Test;

class RunTablesTest {
    private final Answer answer = Answer.of(SmallRun.result());
    private final RunTables tables = new RunTables(answer, () -> 30);

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
