package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Countries;
import io.chokepoint.ui.SearchIndex.Found;
import io.chokepoint.ui.SearchIndex.Target;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type who know the field, over the shipped dataset. */
class SearchIndexTest {
    private static DataPackage data;
    private static SearchIndex index;

    @BeforeAll
    static void read() throws Exception {
        data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        index = new SearchIndex(data);
    }

    @ParameterizedTest
    @CsvSource({
        "tariff, OfScenario",
        "tariff, OfControl",
        "duty, OfScenario",
        "export ban, OfScenario",
        "licence, OfScenario",
        "license, OfScenario",
        "licence, OfControl",
        "quota, OfEpisode",
        "market ban, OfScenario",
        "outage, OfScenario",
        "EUV, OfGood",
        "EUV, OfControl",
        "HBM, OfGood",
        "HBM, OfScenario",
        "HBM, OfControl",
        "yttrium, OfScenario",
        "Entity List, OfControl",
        "BIS, OfControl",
        "wafers, OfStage",
        "packaging, OfStage",
        "clouds, OfMarket",
        "large model, OfMarket",
        "china, OfCountry",
        "japan, OfScenario",
        "ASML, OfMaker",
    })
    void aWordFindsThingsOfAKind(String word, String kind) {
        assertThat(index.find(word))
                .as(word)
                .extracting(found -> found.target().getClass().getSimpleName())
                .contains(kind);
    }

    @Test
    void everyStageMarketScenarioAndMeasureIsFoundByItsName() {
        data.dataset().stages().forEach(stage -> isFound(stage.name(), new Target.OfStage(stage)));
        data.dataset().markets().forEach(market -> isFound(market.name(), new Target.OfMarket(market)));
        data.scenarios().forEach(scenario -> isFound(scenario.title(), new Target.OfScenario(scenario)));
        data.dataset().controls().forEach(control -> isFound(control.title(), new Target.OfControl(control)));
        data.dataset().supplies().stream()
                .map(supply -> supply.provider().country())
                .filter(country -> !country.isEmpty())
                .distinct()
                .forEach(country -> isFound(Countries.name(country), new Target.OfCountry(country)));
    }

    /** Some of its makers have the country's name, and the text of many a good speaks of it. */
    @Test
    void aCountrysNameFindsTheCountryFirst() {
        assertThat(index.find("Taiwan").getFirst().target()).isEqualTo(new Target.OfCountry("TWN"));
        assertThat(index.find("japan").getFirst().target()).isEqualTo(new Target.OfCountry("JPN"));
    }

    private static void isFound(String name, Target target) {
        assertThat(index.find(name)).as(name).extracting(Found::target).contains(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallium", "germanium", "helium"})
    void whatIsCalledSoComesBeforeWhatIsOnlyAboutIt(String word) {
        List<Found> found = index.find(word);

        assertThat(found.getFirst().target()).isInstanceOf(Target.OfGood.class);
        assertThat(found).extracting(Found::target).anyMatch(Target.OfScenario.class::isInstance);
    }
}
