package io.chokepoint.ui.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.ChipWords;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import io.chokepoint.ui.support.SmallRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixContentTest {
    private static final int STOP = 26;

    private final MatrixContent content = MatrixBuilder.build(SmallRun.runner(), STOP, RunMonitor.NONE);

    private double[] cells() {
        return content.rows().stream()
                .flatMapToDouble(row -> Arrays.stream(row.lost()))
                .filter(lost -> lost >= MatrixContent.LEAST)
                .toArray();
    }

    @Test
    void noStepHoldsMoreThanItsShareBeyondWhatIsAlike() {
        double[] steps = content.steps();

        assertThat(steps).isSorted().doesNotHaveDuplicates();
        for (double lost : cells()) {
            int step = content.step(lost);
            assertThat(step).isBetween(1, steps.length + 1);
            if (step <= steps.length) {
                assertThat(lost).isLessThan(steps[step - 1]);
            }
            if (step > 1) {
                assertThat(lost).isGreaterThanOrEqualTo(steps[step - 2]);
            }
        }
        assertThat(content.step(0.05)).isZero();
    }

    @Test
    void moreThanTheStopIsSaidToBe() {
        assertThat(content.isBeyond(STOP)).isFalse();
        assertThat(content.isBeyond(STOP + 0.4)).isFalse();
        assertThat(content.isBeyond(STOP + 1)).isTrue();
    }

    @Test
    void withoutValuesARowIsTheMeanOfItsColumns() {
        assertThat(content.isMoney()).isFalse();
        for (Row row : content.rows()) {
            assertThat(row.sum()).isCloseTo(Arrays.stream(row.lost()).average().orElseThrow(), within(1e-9));
        }
        assertThat(content.words(12)).isEqualTo("12 weeks");
    }

    @Test
    void withValuesARowIsWhatTheColumnsSellLess() {
        Dataset priced = PriceExamples.TWO_CUSTOMERS.dataset();
        Dataset dataset = priced.toBuilder().words(ChipWords.of(priced.goods())).build();
        StudyRunner runner = new StudyRunner(
                new DataPackage(Path.of(""), dataset, Optional.empty(), RationingRule.PRICE, List.of(), List.of()));

        MatrixContent money = MatrixBuilder.build(runner, STOP, RunMonitor.NONE);

        assertThat(money.isMoney()).isTrue();
        for (Row row : money.rows()) {
            double sum = 0;
            for (int c = 0; c < row.lost().length; c++) {
                Good column = money.columns().get(c);
                sum += row.lost()[c]
                        * dataset.findValue(column).orElseThrow().value().central()
                        / 52;
            }
            assertThat(row.sum()).isCloseTo(sum, within(1e-9));
        }
    }
}
