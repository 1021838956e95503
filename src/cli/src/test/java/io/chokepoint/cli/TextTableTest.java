package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.cli.TextTable.Column;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextTableTest {
    @Test
    void linesUpTextToTheLeftAndFiguresToTheRight() {
        String text = new TextTable(Column.text("good"), Column.figures("trough"), Column.text("why"))
                .row("gallium", "9.0 %", "")
                .row("稀土", "100.0 %", "ore")
                .text();

        assertThat(text).isEqualTo("""
                        good      trough  why
                        gallium    9.0 %
                        稀土     100.0 %  ore
                        """);
    }

    /** A series in weeks has hundreds of thousands of lines; asking each line for all widths again would take hours. */
    @Test
    @Timeout(60)
    void aLongTableIsMeasuredOnce() {
        TextTable table = new TextTable(Column.text("good"), Column.figures("week"));
        IntStream.range(0, 300_000).forEach(week -> table.row("gallium", Integer.toString(week)));

        assertThat(table.text()).hasLineCount(300_001);
    }
}
