package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is spoilt in a scenario or episode; exactly that must be reported, with its line and field. */
class ScenarioFaultsTest {
    private static final String FILE = "scenarios/oxide-stop.json";
    private static final String EPISODE = "backtests/ore-quota.json";

    @TempDir
    Path temporary;

    @ParameterizedTest(name = "{0} becomes {1}")
    @MethodSource
    void oneFaultOfAScenarioIsOneProblem(String from, String to, String expected) {
        DatasetFolder folder = DatasetFolder.copyTo(temporary).replace(FILE, from, to);

        List<String> problems = folder.problems();

        assertThat(problems).singleElement().asString().startsWith(expected.replace("FILE", FILE));
        assertThat(folder.read().value().isPresent()).isEqualTo(expected.startsWith("warning"));
    }

    static Stream<Arguments> oneFaultOfAScenarioIsOneProblem() {
        return Stream.of(
                // form
                arguments("\"restrictions\": [", "\"restrictions\": [,", "error FILE:12: : is not JSON: "),
                arguments(
                        "\"status\"",
                        "\"state\"",
                        "error FILE:7: state: is not a field here; expected one of $schema, id, title"),
                arguments(
                        "\"leak\": [0",
                        "\"leek\": 0, \"leak\": [0",
                        "error FILE:19: restrictions[0].leek: is not a field here"),
                arguments(
                        "\"title\": \"China stops yttrium oxide\",",
                        "",
                        "error FILE:1: title: is missing; expected a text."),
                arguments(
                        "\"horizonWeeks\": 104,",
                        "",
                        "error FILE:1: horizonWeeks: is missing; expected a whole number"),
                arguments(
                        "104",
                        "\"104\"",
                        "error FILE:10: horizonWeeks: is \"104\"; expected a whole number from 1 to 5200."),
                arguments(
                        "104",
                        "104.5",
                        "error FILE:10: horizonWeeks: 104.5 does not fit; expected a whole number from 1 to 5200."),
                arguments(
                        "\"2025-12-01\"",
                        "\"1.12.2025\"",
                        "error FILE:9: startDate: '1.12.2025' is not a date; expected year-month-day"),
                arguments("\"startDate\": \"2025-12-01\",", "", "warning FILE:1: startDate: is missing"),
                arguments("worst-cases", "worst", "error FILE:8: group: 'worst' is not one of the words"),
                arguments(
                        "\"id\": \"oxide-stop\"",
                        "\"id\": \"oxide-stop\", \"id\": \"oxide-stop\"",
                        "error FILE:3: id: the field is there twice; expected it once."),
                // parameters
                arguments(
                        "\"lost\": 0.5",
                        "\"lost\": 5",
                        "error FILE:33: restrictions[2].lost: 5 is out of range; expected a number from 0 to 1. Maybe it is a"
                                + " percentage: write 0.05 for 5 %."),
                arguments(
                        ", \"lost\": 0.5",
                        "",
                        "error FILE:33: restrictions[2].lost: is missing; expected a number from 0 to 1"),
                arguments(
                        "\"lost\": 0.5",
                        "\"lost\": \"0.5\"",
                        "error FILE:33: restrictions[2].lost: is \"0.5\"; expected a number"),
                arguments(
                        "[0, 0.1, 0.2]",
                        "[0, 0.1]",
                        "error FILE:19: restrictions[0].leak: is a list of 2; expected one number, or [low, central, high]."),
                arguments(
                        "[0, 0.1, 0.2]",
                        "[0, 0.3, 0.2]",
                        "error FILE:19: restrictions[0].leak: [0, 0.3, 0.2] is out of order; expected low ≤ central ≤ high."),
                arguments(
                        "\"start\": 10, \"basis\"",
                        "\"start\": 10, \"lost\": 1, \"basis\"",
                        "error FILE:36: restrictions[5].lost: is no parameter of 'market-ban'; expected none."),
                arguments(
                        "\"cap\": 0.9",
                        "\"cap\": 0.9, \"leak\": 0",
                        "error FILE:34: restrictions[3].leak: is no parameter of 'quota'; expected cap."),
                arguments("\"cap\": 0.9", "\"cap\": 1.5", "error FILE:34: restrictions[3].cap: 1.5 is out of range"),
                arguments(
                        "\"delayWeeks\": 2",
                        "\"delayWeeks\": -2",
                        "error FILE:37: restrictions[6].delayWeeks: -2 is out of range; expected a number from 0 to 100000."),
                arguments(
                        "[6, 9, 26]",
                        "[\"6\", 9, 26]",
                        "error FILE:30: restrictions[1].processingWeeks: is \"6\"; expected a"),
                arguments(
                        "\"kind\": \"quota\"",
                        "\"kind\": \"qouta\"",
                        "error FILE:34: restrictions[3].kind: 'qouta' is not a kind of restriction; expected outage, export-ban,"
                                + " licence, quota, tariff, market-ban, compliance. Maybe 'quota'?"),
                arguments("\"end\": 56", "\"end\": 4", "error FILE:17: restrictions[0].end: 4 is not after start 4"),
                arguments("\"start\": 4,", "", "error FILE:13: restrictions[0].start: is missing"),
                arguments("\"start\": 4,", "\"start\": -1,", "error FILE:16: restrictions[0].start: -1 does not fit"),
                arguments(
                        "\"start\": 10",
                        "\"start\": 104",
                        "warning FILE:36: restrictions[5].start: week 104 is after the run"),
                arguments(
                        "\"rampWeeks\": 4",
                        "\"rampWeeks\": 0",
                        "error FILE:18: restrictions[0].rampWeeks: 0 is out of range; expected a number from 1 to 100000."),
                arguments(
                        "\"derived\"",
                        "\"guess\"",
                        "error FILE:22: restrictions[0].basis: 'guess' is not one of the words"),
                arguments(
                        "\"source\": \"usgs\",\n      \"basis\"",
                        "\"source\": \"ugs\",\n      \"basis\"",
                        "error FILE:21: restrictions[0].source: 'ugs' is no id of sources.csv. Maybe 'usgs'?"),
                arguments(
                        "[\"usgs\", \"asml-report\"]",
                        "[\"usgs\", \"asml\"]",
                        "error FILE:45: sources[1]: 'asml' is no id of"),
                // selectors
                arguments(
                        "good:oxide country:CHN to:!CHN",
                        "good:oxyde country:CHN to:!CHN",
                        "error FILE:15: restrictions[0].select[0]: in 'good:oxyde country:CHN to:!CHN': 'oxyde' is no good of the"
                                + " dataset. Maybe 'oxide'?"),
                arguments(
                        "good:oxide country:CHN to:!CHN",
                        "good:oxide land:CHN to:!CHN",
                        "error FILE:15: restrictions[0].select[0]: 'good:oxide land:CHN to:!CHN', character 12: 'land:' is not a"
                                + " term"),
                arguments(
                        "good:oxide country:CHN to:!CHN",
                        "good:oxide country:NLD",
                        "error FILE:15: restrictions[0].select[0]: 'good:oxide country:NLD' selects nothing: no maker in supply.csv"
                                + " fits."),
                arguments(
                        "good:oxide country:CHN to:!CHN",
                        "good:oxide market:us-ai",
                        "error FILE:15: restrictions[0].select[0]: 'good:oxide market:us-ai' selects nothing: the makers that fit"
                                + " have no customer that fits."),
                arguments(
                        "[\"good:ore provider:rest\", \"good:oxide provider:rest\"]",
                        "[\"good:ore provider:rest\", \"good:oxide provider:tsmc\"]",
                        "warning FILE:33: restrictions[2].select[1]: 'good:oxide provider:tsmc' selects nothing"),
                arguments(
                        "good:chip provider:nvidia market:china-ai",
                        "good:wafer",
                        "error FILE:36: restrictions[5].select[0]: 'good:wafer' selects nothing: the makers that fit sell to no"
                                + " market that fits."),
                arguments(
                        "good:ore provider:rest",
                        "good:ore to:CHN",
                        "error FILE:33: restrictions[2].select: 'good:ore to:CHN' has a term about the customer"),
                arguments(
                        "[\"good:ore\"]",
                        "[]",
                        "error FILE:34: restrictions[3].select: is empty; expected a list of selectors"),
                arguments(
                        "[\"good:ore\"]",
                        "\"good:ore\"",
                        "error FILE:34: restrictions[3].select: is \"good:ore\"; expected a list"),
                arguments(
                        "to.tag:compute",
                        "to.tag:compute,cloud",
                        "error FILE:37: restrictions[6].select[0]: in 'good:chip to.tag:compute,cloud': 'cloud' is no tag"),
                arguments(
                        "good:oxide country:CHN to:!CHN",
                        "good:oxide country:CHN to:!DEU",
                        "warning FILE:15: restrictions[0].select[0]: in 'good:oxide country:CHN to:!DEU': the dataset has no maker"
                                + " or market in 'DEU'."),
                arguments(
                        "\"endUse\": \"logic\"",
                        "\"endUse\": \"logik\"",
                        "error FILE:27: restrictions[1].endUse: 'logik' is a tag of no good or market. Maybe 'logic'?"),
                arguments(
                        "\"endUse\": \"logic\"",
                        "\"endUse\": \"tool\"",
                        "warning FILE:27: restrictions[1].endUse: nothing that is selected ends in goods or markets with tag 'tool'"),
                arguments(
                        "\"kind\": \"outage\",",
                        "\"kind\": \"outage\", \"endUse\": \"logic\",",
                        "error FILE:33: restrictions[2].endUse: is given for an outage"),
                // rationing
                arguments(
                        "\"rule\": \"priority\"",
                        "\"rule\": \"priorities\"",
                        "error FILE:11: rationing.rule: 'priorities' is not a rule"),
                arguments(
                        "kind:process",
                        "kind:process,products",
                        "error FILE:11: rationing.classes[0][0]: in 'kind:process,products': 'products' is no kind"),
                arguments(
                        "market:us-ai\"]",
                        "to:USA\"]",
                        "error FILE:11: rationing.classes[0][1]: 'to:USA' is about a customer's"),
                arguments(
                        "\"market:us-ai\"]",
                        "\"otherUses\"]",
                        "error FILE:11: rationing.classes[1][0]: otherUses is already in a class; expected it once."),
                arguments(
                        "market:us-ai\"]",
                        "good:ore\"]",
                        "warning FILE:11: rationing.classes[0][1]: 'good:ore' selects no"),
                // measures
                arguments(
                        "good:oxide to.good:wafer",
                        "good:design",
                        "error FILE:40: measures[0].select: selects no input that is kept in stock"),
                arguments(
                        "stock-build",
                        "subsidy",
                        "error FILE:40: measures[0].kind: 'subsidy' is not a kind of measure; expected stock-build,"
                                + " expansion."),
                arguments(
                        "provider:rest good:oxide",
                        "provider:rest good:chip",
                        "error FILE:40: measures[1].select: selects no maker in supply.csv"),
                arguments(
                        "provider:rest good:oxide",
                        "provider:rest to:!CHN",
                        "error FILE:40: measures[1].select: 'provider:rest to:!CHN' has a term about the customer;"
                                + " expected terms about makers only, as an expansion is of makers."),
                arguments(
                        "\"added\": [0.1, 0.2, 0.3]",
                        "\"added\": -1",
                        "error FILE:40: measures[1].added: -1 is out of range; expected a number from 0 to 1000."),
                arguments(
                        "\"added\": [0.1, 0.2, 0.3], \"start\": 8",
                        "\"added\": 0.1",
                        "error FILE:40: measures[1].start: is missing"),
                arguments(
                        "\"start\": 8",
                        "\"start\": 104",
                        "warning FILE:40: measures[1].start: week 104 is after the run, whose last week is 103; the"
                                + " measure has no effect."),
                arguments(
                        "\"recoveryWeeks\": [2, 4, 9]",
                        "\"recoveryWeeks\": [2, 4, -9]",
                        "error FILE:33: restrictions[2].recoveryWeeks: -9 is out of range; expected a number from 0 to 100000."),
                arguments(
                        "\"measures\"",
                        "\"observations\": [ {\"good\": \"oxide\", \"fromWeek\": 0, \"toWeek\": 1, \"low\": 1, \"central\": 1,"
                                + " \"high\": 1, \"source\": \"usgs\", \"text\": \"x\"} ], \"measures\"",
                        "error FILE:39: observations: is in a scenario"));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @MethodSource
    void oneFaultOfAnEpisodeIsOneProblem(String from, String to, String expected) {
        DatasetFolder folder = DatasetFolder.copyTo(temporary).replace(EPISODE, from, to);

        assertThat(folder.problems()).singleElement().asString().startsWith(expected.replace("FILE", EPISODE));
    }

    static Stream<Arguments> oneFaultOfAnEpisodeIsOneProblem() {
        return Stream.of(
                arguments(
                        "\"good\": \"oxide\"",
                        "\"good\": \"oxid\"",
                        "error FILE:11: observations[0].good: 'oxid' is no good"),
                arguments(
                        "\"provider\": \"china\"",
                        "\"provider\": \"tsmc\"",
                        "error FILE:11: observations[0].provider: 'tsmc' does not make 'oxide' in supply.csv; expected one of china,"
                                + " rest."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"what\": \"prices\"",
                        "error FILE:11: observations[0].what: 'prices' is not one of the words; expected output, price,"),
                arguments(
                        "\"provider\": \"china\"",
                        "\"region\": \"china\"",
                        "error FILE:11: observations[0].region: 'china' names no countries; expected codes of three"),
                arguments(
                        "\"provider\": \"china\"",
                        "\"region\": \"JPN\"",
                        "error FILE:11: observations[0].region: nobody makes 'oxide' in 'JPN' in supply.csv."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"provider\": \"china\", \"region\": \"CHN\"",
                        "error FILE:11: observations[0].region: is given beside provider; expected one of the two."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"provider\": \"china\", \"level\": 0.5",
                        "error FILE:11: observations[0].level: is given for 'output'; expected it for stop only."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"what\": \"price\", \"measure\": \"mean\"",
                        "error FILE:11: observations[0].measure: is given for 'price'; expected it for output only."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"provider\": \"china\", \"to\": \"USA\"",
                        "error FILE:11: observations[0].to: is given for 'output'; expected it for exports only."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"what\": \"exports\"",
                        "error FILE:11: observations[0].region: is missing; expected the countries that export."),
                arguments(
                        "\"provider\": \"china\"",
                        "\"what\": \"exports\", \"region\": \"CHN\", \"to\": \"ISL\"",
                        "error FILE:11: observations[0]: nothing of 'oxide' goes from these makers to these customers."),
                arguments(
                        "\"measure\": \"first-loss\"",
                        "\"what\": \"price\"",
                        "error FILE:12: observations[1].market: is given for 'price'; expected a good."),
                arguments(
                        "\"market\": \"us-ai\"",
                        "\"market\": \"us\"",
                        "error FILE:12: observations[1].market: 'us' is no market of the dataset."),
                arguments(
                        "\"market\": \"us-ai\"",
                        "\"market\": \"us-ai\", \"good\": \"chip\"",
                        "error FILE:12: observations[1].good: is given beside market; expected one of the two."),
                arguments(
                        "first-loss",
                        "last-loss",
                        "error FILE:12: observations[1].measure: 'last-loss' is not one of the words"),
                arguments(
                        "\"toWeek\": 51",
                        "\"toWeek\": 52",
                        "error FILE:11: observations[0].toWeek: 52 is after the run"),
                arguments(
                        "\"fromWeek\": 0",
                        "\"fromWeek\": 52",
                        "error FILE:11: observations[0].toWeek: 51 is before fromWeek 52"),
                arguments(
                        "\"central\": 0.8",
                        "\"central\": 0.6",
                        "error FILE:11: observations[0].low: [0.7, 0.6, 1] is out of order"),
                arguments(
                        "\"low\": 0.7, ",
                        "",
                        "error FILE:11: observations[0].low: is missing; expected a number from 0 to 2."),
                arguments(
                        "\"id\": \"ore-quota\"",
                        "\"id\": \"oxide-stop\"",
                        "error FILE:2: id: 'oxide-stop' is already the id of"),
                arguments(
                        "\"id\": \"ore-quota\"",
                        "\"id\": \"quota\"",
                        "warning FILE:2: id: 'quota' is not the file's name"));
    }

    @Test
    void allFaultsOfAFileAreReportedAtOnce() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(FILE, "\"lost\": 0.5", "\"lost\": 5")
                .replace(FILE, "\"cap\": 0.9", "\"cap\": -1")
                .replace(FILE, "good:oxide country:CHN to:!CHN", "good:oxyde")
                .replace(FILE, "\"rate\": 0.25, ", "")
                .replace(FILE, "worst-cases", "worst");

        assertThat(folder.problems()).hasSize(5).allMatch(problem -> problem.startsWith("error " + FILE));
    }

    @Test
    void aFileOutsideTheDatasetMayCiteItsOwnSources() {
        DataPackage data =
                DatasetReader.read(DatasetFolder.small(), RunMonitor.NONE).orThrow();
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(FILE, "\"source\": \"usgs\",\n      \"basis\"", "\"source\": \"own\",\n      \"basis\"");

        Loaded<Scenario> loaded = ScenarioReader.read(folder.file(FILE), data.dataset());

        assertThat(loaded.value()).isPresent();
        assertThat(loaded.problems()).singleElement().matches(problem -> !problem.isError() && problem.line() == 21);
    }

    @Test
    void aFileThatIsNotThereIsOneProblem() {
        Loaded<Scenario> loaded = ScenarioReader.read(temporary.resolve("none.json"));

        assertThat(loaded.problems()).singleElement().asString().endsWith("none.json: the file does not exist.");
    }
}
