package io.chokepoint.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that leaves the program. */
class LeavingTextTest {

    @Test
    void plainTextStaysAsItIs() {
        String text = "Cérium 铈 (\uD83D\uDE00)\tone\r\ntwo";

        assertThat(CleanText.of(text)).isSameAs(text);
        assertThat(CleanText.unclean(text)).isEmpty();
    }

    @Test
    void whatControlsATerminalOrTheDirectionOfWritingIsMarked() {
        assertThat(CleanText.of("\u001b[31mred\u0007")).isEqualTo("\uFFFD[31mred\uFFFD");
        assertThat(CleanText.of("a\u202Eb\u2066c\u200F")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(CleanText.of("\u0085\u007F\u0000")).isEqualTo("\uFFFD\uFFFD\uFFFD");
        assertThat(CleanText.of("half \uD83D of a pair, \uDE00")).isEqualTo("half \uFFFD of a pair, \uFFFD");
        assertThat(CleanText.of("no character: \uFFFE")).isEqualTo("no character: \uFFFD");
        assertThat(CleanText.unclean("x\u001b")).contains("U+001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-x", "@sum", "\tx", "\rx", "'=1", "''=1", "'@x"})
    void whatASpreadsheetWouldRunIsGuardedAndComesBack(String text) {
        String cell = SpreadsheetText.guarded(text);

        assertThat(cell).isEqualTo("'" + text);
        assertThat(SpreadsheetText.plain(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "'quoted'", "'", "a=b", "1-2", "''"})
    void otherTextIsLeftAlone(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetText.plain(text)).isEqualTo(text);
    }

    @Test
    void aProblemIsPrintedClean() {
        assertThat(Problem.error("goods.csv", 3, "name", "'\u001b[0m' is odd"))
                .hasToString("goods.csv:3: name: '\uFFFD[0m' is odd");
    }
}
