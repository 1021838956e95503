package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.cli.TextTable.Column;
import org.junit.jupiter.api.Test;

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
}
