package io.chokepoint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.chokepoint.text.texts");

    /** What the shipped dataset is about: its words are its own business. */
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(chips?|wafers?|fabs?|computing|semiconductors?|rare earths?|Nvidia|TSMC)\\b|\\p{IsHan}",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noTextIsAboutTheSubjectOfADataset() {
        assertThat(texts())
                .hasSizeGreaterThan(900)
                .noneMatch(text -> SUBJECT.matcher(text).find());
    }

    @Test
    void noTextNamesACountry() {
        List<Pattern> names = Countries.codes().stream()
                .map(code -> Pattern.compile("\\b" + Pattern.quote(Countries.name(code)) + "\\b"))
                .toList();

        assertThat(texts())
                .noneMatch(text ->
                        names.stream().anyMatch(name -> name.matcher(text).find()));
    }

    @Test
    void oneAndManyComeInPairs() {
        assertThat(BUNDLE.keySet()).allSatisfy(key -> {
            if (key.endsWith(".one") && !key.startsWith("ranking.stops.") && !key.startsWith("ranking.banned.")) {
                assertThat(BUNDLE.keySet()).contains(key.replaceAll("one$", "many"));
            }
        });
    }

    @Test
    void numbersChooseTheirWord() {
        assertThat(Texts.count("status.runCount", 1)).isEqualTo("1 run");
        assertThat(Texts.count("status.runCount", 2)).isEqualTo("2 runs");
        assertThat(Texts.count("status.runCount", 0)).isEqualTo("0 runs");
        assertThat(Texts.count("status.runCount", 1_000)).isEqualTo("1,000 runs");
        assertThat(Texts.count("headline.fallShort", 1, 9)).isEqualTo("1 of 9 goods falls short");
        assertThat(Texts.count("headline.fallShort", 2, 9)).isEqualTo("2 of 9 goods fall short");
    }

    private static List<String> texts() {
        return BUNDLE.keySet().stream()
                .map(key -> key + "=" + BUNDLE.getString(key))
                .toList();
    }
}
