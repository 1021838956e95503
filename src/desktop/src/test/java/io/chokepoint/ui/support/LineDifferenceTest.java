package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.LineDifference.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {
    @Test
    void changedLinesStandBesideEachOtherAndNewOnesAlone() {
        assertThat(LineDifference.of(List.of("a", "b", "c", "d"), List.of("a", "B", "c", "x", "d")))
                .containsExactly(new Row("b", "B"), new Row("", "x"));
    }

    @Test
    void equalTextsDifferNowhere() {
        assertThat(LineDifference.of(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDifference.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void everyLineThatOnlyOneTextHasIsNamed() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            List<String> a = lines(random);
            List<String> b = lines(random);
            List<Row> rows = LineDifference.of(a, b);

            a.stream()
                    .filter(line -> !b.contains(line))
                    .forEach(line -> assertThat(rows).extracting(Row::left).contains(line));
            b.stream()
                    .filter(line -> !a.contains(line))
                    .forEach(line -> assertThat(rows).extracting(Row::right).contains(line));
        }
    }

    private static List<String> lines(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add("line " + random.nextInt(9));
        }
        return lines;
    }
}
