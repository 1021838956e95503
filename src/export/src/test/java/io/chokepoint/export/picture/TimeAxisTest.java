package io.chokepoint.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final IntFunction<String> WEEK = week -> "week " + week;

    @Test
    void monthsStandAtTheirFirstDay() {
        List<TimeAxis.Tick> ticks = TimeAxis.of(156, Optional.of(LocalDate.of(2025, 12, 1)), 12, WEEK);

        assertThat(ticks).extracting(TimeAxis.Tick::label).startsWith("Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026");
        assertThat(ticks.getFirst().week()).isEqualTo(31 / 7.0);
    }

    @Test
    void fewerLabelsWhereThereIsLessRoom() {
        Optional<LocalDate> start = Optional.of(LocalDate.of(2025, 12, 1));

        assertThat(TimeAxis.of(156, start, 6, WEEK))
                .extracting(TimeAxis.Tick::label)
                .startsWith("Jan 2026", "Jul 2026");
        assertThat(TimeAxis.of(156, start, 3, WEEK))
                .extracting(TimeAxis.Tick::label)
                .startsWith("Jan 2026", "Jan 2027");
        assertThat(TimeAxis.of(20, start, 12, WEEK))
                .extracting(TimeAxis.Tick::label)
                .startsWith("Dec 2025", "Jan 2026");
    }

    @Test
    void weeksWhereTheScenarioHasNoDates() {
        assertThat(TimeAxis.of(104, Optional.empty(), 10, WEEK))
                .extracting(TimeAxis.Tick::label)
                .containsExactly("week 0", "week 13", "week 26", "week 39", "week 52", "week 65", "week 78", "week 91");
    }
}
