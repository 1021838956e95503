package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

    @Test
    void formsOfOneTextLookAlike() {
        assertThat(LookAlikes.differsUnseen("C\u00E9rium", "Ce\u0301rium")).isTrue();
        assertThat(LookAlikes.differsUnseen("gallium", "g\u0430llium"))
                .as("Cyrillic a")
                .isTrue();
        assertThat(LookAlikes.differsUnseen("raw ore", "raw\u00A0ore")).isTrue();
        assertThat(LookAlikes.differsUnseen("ore", "o\u200Bre")).isTrue();
        assertThat(LookAlikes.looksLike("Ore", "ore")).isTrue();
        assertThat(LookAlikes.differsUnseen("Ore", "ore"))
                .as("capitals can be seen")
                .isFalse();
        assertThat(LookAlikes.looksLike("ore", "ores")).isFalse();
    }

    @Test
    void aHintNeverOffersTheTextThatStandsThere() {
        String hint = Hints.nearest("Ce\u0301rium", List.of("C\u00E9rium", "cerium"));

        assertThat(hint)
                .isEqualTo(" It looks like one, but differs from it: 'Ce\u0301rium' (C e U+0301 r i u m) is not"
                        + " 'C\u00E9rium' (C U+00E9 r i u m).");
    }

    @Test
    void aHintDoesNotDependOnTheOrderOfWords() {
        List<String> words = new ArrayList<>(List.of("MUS", "USA", "PUS", "AUS", "RUS"));
        Set<String> hints = new TreeSet<>();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(words, new Random(seed));
            hints.add(Hints.nearestWord("XUS", words));
        }

        assertThat(hints).containsExactly("AUS");
    }

    @ParameterizedTest
    @CsvSource({"CN,CHN", "US,USA", "UK,GBR", "GB,GBR", "KR,KOR", "jp,JPN", "TW,TWN", "DE,DEU", "PRC,CHN"})
    void codesOfTwoLettersAreKnown(String written, String meant) {
        assertThat(CountryCodes.hint(written)).isEqualTo(" Maybe '" + meant + "'?");
    }

    @Test
    void everyCountryOfTwoLettersHasThree() {
        for (String two : Locale.getISOCountries()) {
            assertThat(CountryCodes.meantBy(two)).as(two).isPresent();
        }
    }
}
