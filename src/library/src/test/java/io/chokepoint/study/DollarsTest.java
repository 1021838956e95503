package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DollarsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-54, 0.12, 7, 1.2, 88, 1_200, 4_200_000})
    void noLineEndsWithinAnUnbrokenAmount(double millions) {
        for (String amount : List.of(Dollars.of(millions), Dollars.brief(millions))) {
            String whole = Dollars.unbroken(amount);

            assertThat(lines("worth " + Dollars.unbroken(amount + " a year")))
                    .containsExactly("worth ", whole + " ", "a ", "year");
            assertThat(whole.replace('\u00A0', ' ')).isEqualTo(amount);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"All, US$", "US$ lost", "3 m of wire", ""})
    void otherWordsStayAsTheyAre(String text) {
        assertThat(Dollars.unbroken(text)).isEqualTo(text);
    }

    /** The pieces of a text at whose ends a line may end. */
    private static List<String> lines(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
