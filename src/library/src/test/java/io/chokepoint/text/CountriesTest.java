package io.chokepoint.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every country has one spelling, wherever it is named. */
class CountriesTest {
    /** Names that mean a country and are not its spelling here. */
    private static final Pattern OTHER_SPELLINGS =
            Pattern.compile("(?<!South )(?<!North )\\bKorea\\b|Türkiye|Holland|Burma"
                    + "|Congo-|Congo - |Democratic Republic|United States of America|Hong Kong SAR|Republic of Korea|Czech Republic"
                    + "|Ivory Coast|Russian Federation|Viet Nam|Great Britain|Rest of world");

    private final DataPackage data =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    @Test
    void theTableHasEveryCodeOnceInBothForms() {
        assertThat(Countries.codes()).isEqualTo(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        assertThat(Countries.codes().stream().map(Countries::alpha2))
                .containsExactlyInAnyOrder(Locale.getISOCountries());
    }

    @Test
    void everydayNames() {
        assertThat(Stream.of("KOR", "USA", "TWN", "NLD", "COD", "TUR", "HKG", "GBR", "RUS", "CZE", "VNM"))
                .extracting(Countries::name)
                .containsExactly(
                        "South Korea",
                        "United States",
                        "Taiwan",
                        "Netherlands",
                        "DR Congo",
                        "Turkey",
                        "Hong Kong",
                        "United Kingdom",
                        "Russia",
                        "Czechia",
                        "Vietnam");
        assertThat(Countries.inSentence("USA")).isEqualTo("the United States");
        assertThat(Countries.inSentence("CHN")).isEqualTo("China");
        assertThat(Countries.name("")).isEqualTo("Rest of the world");
        assertThat(Countries.inSentence("")).isEqualTo("the rest of the world");
        assertThat(Countries.name("XYZ")).isEqualTo("XYZ");
        assertThat(Countries.alpha2("KOR")).isEqualTo("KR");
        assertThat(Countries.alpha2("XYZ")).isEmpty();
    }

    @Test
    void namesAreDistinct() {
        assertThat(Countries.codes().stream().map(Countries::name)).doesNotHaveDuplicates();
        assertThat(Countries.codes().stream().map(Countries::alpha2)).doesNotHaveDuplicates();
    }

    @Test
    void theShippedDatasetSpellsItsCountriesSo() {
        assertThat(data.dataset().providers())
                .filteredOn(provider -> provider.type() == ProviderType.COUNTRY)
                .hasSizeGreaterThan(40)
                .allSatisfy(provider -> {
                    assertThat(provider.name()).isEqualTo(Countries.name(provider.country()));
                    assertThat(Wording.maker(provider)).isEqualTo(Countries.inSentence(provider.country()));
                });
        assertThat(Stream.of(
                                data.dataset().providers().stream().map(Provider::name),
                                data.dataset().goods().stream().map(Good::name),
                                data.dataset().markets().stream().map(Market::name),
                                data.scenarios().stream()
                                        .map((Scenario one) -> one.title() + one.question() + one.narrative()))
                        .flatMap(names -> names))
                .noneMatch(name -> OTHER_SPELLINGS.matcher(name).find());
    }

    /** A view shows the name of such a maker, so a sentence may not call it the rest of the world. */
    @Test
    void aRestWithANameKeepsItInSentences() {
        assertThat(data.dataset().providers())
                .filteredOn(provider -> provider.type() == ProviderType.REST)
                .hasSizeGreaterThan(10)
                .allSatisfy(provider -> assertThat(Wording.maker(provider))
                        .isEqualToIgnoringCase(
                                provider.name().equals(Countries.name(""))
                                        ? Countries.inSentence("")
                                        : provider.name()));
    }

    /** The Java runtime's names would be a second table, as would names written into code, texts or the map's outlines. */
    @Test
    void noOtherPlaceSpellsACountry() throws IOException {
        Path root = ShippedData.shipped().toAbsolutePath().resolve("../..").normalize();
        List<Pattern> names = Countries.codes().stream()
                .map(Countries::name)
                .map(name -> Pattern.compile("[\"\\t]" + Pattern.quote(name) + "[\"\\n]"))
                .toList();
        try (Stream<Path> files = Stream.of("engine", "library", "bounds", "export", "cli", "desktop")
                .flatMap(module -> walk(root.resolve("src/" + module + "/src/main")))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|properties|txt)"))
                    .toList()) {
                String text = Files.readString(file).replaceAll("(?m)^\\s*(/?\\*|//).*$", "");
                assertThat(text).as(file.toString()).doesNotContain("getDisplayCountry");
                assertThat(OTHER_SPELLINGS.matcher(text).find())
                        .as(file.toString())
                        .isFalse();
                assertThat(names)
                        .as(file.toString())
                        .noneMatch(name -> name.matcher(text).find());
            }
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
