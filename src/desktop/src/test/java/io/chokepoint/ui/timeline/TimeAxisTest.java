package io.chokepoint.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    @Test
    void monthsStandAtTheirFirstDay() {
        List<TimeAxis.Tick> ticks = TimeAxis.of(156, Optional.of(LocalDate.of(2025, 12, 1)), 12);

        assertThat(ticks).extracting(TimeAxis.Tick::label).startsWith("Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026");
        assertThat(ticks.getFirst().week()).isEqualTo(31 / 7.0);
    }

    @Test
    void fewerLabelsWhereThereIsLessRoom() {
        Optional<LocalDate> start = Optional.of(LocalDate.of(2025, 12, 1));

        assertThat(TimeAxis.of(156, start, 6)).extracting(TimeAxis.Tick::label).startsWith("Jan 2026", "Jul 2026");
        assertThat(TimeAxis.of(156, start, 3)).extracting(TimeAxis.Tick::label).startsWith("Jan 2026", "Jan 2027");
        assertThat(TimeAxis.of(20, start, 12)).extracting(TimeAxis.Tick::label).startsWith("Dec 2025", "Jan 2026");
    }

    @Test
    void weeksWhereTheScenarioHasNoDates() {
        assertThat(TimeAxis.of(104, Optional.empty(), 10))
                .extracting(TimeAxis.Tick::label)
                .containsExactly("week 0", "week 13", "week 26", "week 39", "week 52", "week 65", "week 78", "week 91");
    }
}
