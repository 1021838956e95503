package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hints and numbers. */
class SmallPartsTest {
    @Test
    void onlyCloseWordsAreSuggested() {
        List<String> known = List.of("gallium", "germanium", "GaN");

        assertThat(Hints.nearest("galium", known)).isEqualTo(" Maybe 'gallium'?");
        assertThat(Hints.nearest("Gallium", known)).isEqualTo(" Maybe 'gallium'?");
        assertThat(Hints.nearest("tungsten", known)).isEmpty();
        assertThat(Hints.nearest("x", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", ".5", "5.", "-1", "+2", "1e-3", "2E5", "007"})
    void plainNumbersAreRead(String text) {
        assertThat(Numbers.parse(text)).contains(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1,5", "1_000", "NaN", "Infinity", "0x10", "1e999", "1d", "½", "1.2.3", "."})
    void otherNumbersAreRefused(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void thousandsGetAHint() {
        assertThat(Numbers.hint("1 000 000")).isEqualTo(" Write it without separators: 1000000.");
        assertThat(Numbers.hint("12'500.5")).isEqualTo(" Write it without separators: 12500.5.");
        assertThat(Numbers.hint("lots")).isEmpty();
    }

    @Test
    void aFileIsShownInItsFolderAsTheUserGaveIt() {
        assertThat(CsvTable.shown(Path.of("data", "chips"), "goods.csv")).isEqualTo("data/chips/goods.csv");
        assertThat(CsvTable.shown(Path.of(""), "goods.csv")).isEqualTo("goods.csv");
        assertThat(CsvTable.shown(Path.of("/"), "goods.csv")).isEqualTo("/goods.csv");
    }
}
