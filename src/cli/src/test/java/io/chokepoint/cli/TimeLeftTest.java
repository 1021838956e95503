package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000L;

    private final TimeLeft left = new TimeLeft();

    @Test
    void goesOnAsItWent() {
        assertThat(left.text(0, 100, 0)).isEmpty();
        assertThat(left.text(1, 100, SECOND)).isEmpty();
        assertThat(left.text(10, 100, 10 * SECOND)).isEqualTo(", about 2 minutes left");
        assertThat(left.text(90, 100, 90 * SECOND)).isEqualTo(", about 10 seconds left");
        assertThat(left.text(99, 100, 99 * SECOND)).isEqualTo(", about 1 second left");
        assertThat(left.text(100, 100, 100 * SECOND)).isEqualTo(", about 0 seconds left");
    }

    @Test
    void anotherPieceOfWorkBeginsAnew() {
        left.text(0, 100, 0);
        left.text(100, 100, 50 * SECOND);

        assertThat(left.text(1, 5_000, 51 * SECOND)).isEmpty();
        assertThat(left.text(11, 5_000, 61 * SECOND)).isEqualTo(", about 1.4 hours left");
    }
}
