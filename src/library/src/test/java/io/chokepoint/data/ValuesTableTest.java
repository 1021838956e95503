package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.PriceTerms;
import io.chokepoint.model.Together;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goods are worth, read from files and held to the books. */
class ValuesTableTest {
    @TempDir
    Path temporary;

    private static Dataset dataset() {
        return DatasetReader.read(DatasetFolder.small(), RunMonitor.NONE)
                .orThrow()
                .dataset();
    }

    private static List<String> problems(DatasetFolder folder) {
        return DatasetReader.read(folder.path(), RunMonitor.NONE).problems().stream()
                .filter(problem -> problem.toString().contains("values.csv")
                        || problem.field().equals("cost_share"))
                .map(Problem::toString)
                .toList();
    }

    @Test
    void valuesTolerancesAndTermsAreRead() {
        Dataset dataset = dataset();

        assertThat(dataset.values()).hasSize(7);
        assertThat(dataset.findValue(dataset.getGood("ore")))
                .hasValueSatisfying(value -> assertThat(value.value().high()).isEqualTo(150));
        assertThat(dataset.findValue(dataset.getGood("gas")))
                .hasValueSatisfying(
                        value -> assertThat(value.otherTolerance().central()).isEqualTo(4));
        assertThat(dataset.findMarket("china-ai").orElseThrow().tolerance())
                .satisfies(tolerance -> assertThat(tolerance.central()).isEqualTo(5));
        assertThat(dataset.findMarket("us-ai").orElseThrow().tolerance()).isNull();
        assertThat(dataset.priceTerms()).isEqualTo(new PriceTerms(2, 0.4));
        assertThat(dataset.figures())
                .extracting(figure -> figure.id())
                .contains("values/ore/value", "values/ore/other_tolerance", "markets/china-ai/tolerance");
    }

    /** Half of the ore, worth 100, goes into oxide, worth 200, of which a tenth is made without. */
    @Test
    void costSharesFollowFromTheBooks() {
        Dataset dataset = dataset();
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        int slot = network.structure()
                .slotStart(network.structure()
                        .index(dataset.suppliesOf(dataset.getGood("oxide"))
                                .getFirst()
                                .activity()));

        assertThat(network.costShare(slot)).isCloseTo(0.5 / 0.9 * 100 / 200, within(1e-12));
    }

    @Test
    void whatIsWrongTogetherIsReadByClass() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(
                        "datapackage.json",
                        "\"steepness\"",
                        "\"together\": {\"criticality\": 0.6, \"value\": 1}, \"steepness\"");

        assertThat(DatasetReader.read(folder.path(), RunMonitor.NONE)
                        .orThrow()
                        .dataset()
                        .together())
                .isEqualTo(new Together(Map.of(FigureClass.CRITICALITY, 0.6, FigureClass.VALUE, 1.0)));
        assertThat(dataset().together()).isEqualTo(Together.NONE);
    }

    @Test
    void unknownClassesAndPartsBeyondOneAreErrors() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(
                        "datapackage.json",
                        "\"steepness\"",
                        "\"together\": {\"share\": 0.6, \"spare\": 1.5, \"tolerance\": -0.1}, \"steepness\"");

        assertThat(DatasetReader.read(folder.path(), RunMonitor.NONE).problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::toString)
                .hasSize(3)
                .anyMatch(text -> text.contains("together.share") && text.contains("is not a field here"))
                .anyMatch(text -> text.contains("together.spare") && text.contains("1.5 is out of range"))
                .anyMatch(text -> text.contains("together.tolerance") && text.contains("-0.1 is out of range"));
    }

    @Test
    void everyFigureOfTheTablesIsOfTheClassOfItsColumn() {
        Map<String, FigureClass> classes = new TreeMap<>();
        dataset()
                .figures()
                .forEach(figure -> FigureClass.of(figure)
                        .ifPresent(of ->
                                classes.put(figure.id().substring(figure.id().lastIndexOf('/') + 1), of)));

        assertThat(classes)
                .isEqualTo(Map.of(
                        "criticality", FigureClass.CRITICALITY,
                        "stock_weeks", FigureClass.STOCK_WEEKS,
                        "qualification_weeks", FigureClass.QUALIFICATION_WEEKS,
                        "use_share", FigureClass.USE_SHARE,
                        "spare", FigureClass.SPARE,
                        "value", FigureClass.VALUE,
                        "tolerance", FigureClass.TOLERANCE,
                        "other_tolerance", FigureClass.TOLERANCE));
    }

    @Test
    void aGoodWithoutAValueIsAnErrorWhereOthersHaveOne() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary);
        folder.write("values.csv", folder.text("values.csv").replaceAll("(?m)^gas,.*\\n", ""));

        assertThat(problems(folder)).singleElement().asString().contains("values.csv", "'gas' is made but has no row");
    }

    @Test
    void aMakerWhoseInputsCostMoreThanItSellsForIsAnError() {
        DatasetFolder folder =
                DatasetFolder.copyTo(temporary).replace("values.csv", "oxide,100,200,300", "oxide,20,40,300");

        assertThat(problems(folder))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("values.csv:3", "of 'oxide' pays 1.39 of what it sells for")
                        .doesNotContain("warning"));
    }

    @Test
    void oneThatKeepsNextToNothingIsAWarning() {
        DatasetFolder folder =
                DatasetFolder.copyTo(temporary).replace("values.csv", "oxide,100,200,300", "oxide,20,57.3,300");

        assertThat(problems(folder))
                .anySatisfy(problem ->
                        assertThat(problem).contains("values.csv:3: value: warning", "pays 0.97 of what it sells for"));
    }

    @Test
    void aStatedCostShareFarFromTheBooksIsPointedOut() {
        DatasetFolder folder =
                DatasetFolder.copyTo(temporary).replace("values.csv", "oxide,100,200,300", "oxide,8000,9000,10000");

        assertThat(problems(folder))
                .anySatisfy(problem -> assertThat(problem)
                        .contains(
                                "dependencies.csv:2: cost_share: warning",
                                "0.3 is far from what values and use shares say"));
    }

    @Test
    void withoutTheTableThereAreNoPrices() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary).delete("values.csv");
        folder.replace("datapackage.json", " { \"name\": \"values\", \"path\": \"values.csv\" },", "");

        Loaded<DataPackage> loaded = DatasetReader.read(folder.path(), RunMonitor.NONE);

        assertThat(loaded.orThrow().dataset().hasValues()).isFalse();
    }
}
