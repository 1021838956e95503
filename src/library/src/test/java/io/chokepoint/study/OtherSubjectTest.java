package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.DatasetWords;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dataset about batteries: its answers speak of battery packs, and nothing of chips is left in any sentence. */
class OtherSubjectTest {
    /** The words of the shipped dataset. */
    private static final Pattern CHIPS = Pattern.compile(
            "\\b(chips?|wafers?|fabs?|logic|semiconductors?|rare earths?|Ascend|announcement)\\b",
            Pattern.CASE_INSENSITIVE);

    private final DataPackage data = batteries().orThrow();

    private static Loaded<DataPackage> batteries() {
        Path root = ShippedData.shipped().toAbsolutePath().resolve("../..").normalize();
        return DatasetReader.read(
                root.resolve("src/library/src/test/resources/io/chokepoint/batteries"), RunMonitor.NONE);
    }

    private SimulationResult run(String scenario) {
        return new StudyRunner(data).run(data.findScenario(scenario).orElseThrow(), RunMonitor.NONE);
    }

    private Restriction restriction(String spec) {
        return RestrictionSpecParser.parse(spec, "--restrict").orThrow();
    }

    private String sentence(String spec) {
        return RestrictionSentence.of(restriction(spec), data.dataset(), Optional.empty());
    }

    @Test
    void theDatasetIsFreeOfProblems() {
        assertThat(batteries().problems()).isEmpty();
    }

    @Test
    void theHeadlineSpeaksOfBatteryPacks() {
        Headline headline = Headline.of(run("anode-ban"));

        assertThat(headline.good()).map(Good::id).contains("car-packs");
        assertThat(headline.who().answer()).isEqualTo("6 of 16 goods fall short");
        assertThat(headline.who().detail()).isEqualTo("3 of 3 battery packs, 3 of 3 markets; 9 sell less");
        assertThat(headline.when().answer()).isEqualTo("Battery packs: from week 15");
        assertThat(headline.howHard().answer()).isEqualTo("Car packs: 70 %");
    }

    @Test
    void whatHardlyExistsIsPassedOverAlthoughItLosesMost() {
        SimulationResult result = run("anode-ban");
        Good samples = data.dataset().getGood("show-packs");
        Good cars = data.dataset().getGood("car-packs");

        assertThat(result.outcome(samples).lostOutputWeeks())
                .isGreaterThan(result.outcome(cars).lostOutputWeeks());
        assertThat(Headline.headlineGood(result)).contains(cars);
    }

    @Test
    void withoutAHeadlineTheEndProductsComeFirst() {
        SimulationResult result = new StudyRunner(new DataPackage(
                        data.folder(),
                        data.dataset().toBuilder().words(DatasetWords.NONE).build(),
                        data.defaultScenario(),
                        data.defaultRationing(),
                        data.scenarios(),
                        data.episodes()))
                .run(data.findScenario("anode-ban").orElseThrow(), RunMonitor.NONE);

        Headline headline = Headline.of(result);

        assertThat(headline.good()).map(Good::id).contains("show-packs");
        assertThat(headline.who().detail()).startsWith("3 of 3 end products, 3 of 3 markets");
        assertThat(headline.when().answer()).isEqualTo("End products: from week 15");
        assertThat(RestrictionSentence.of(restriction("outage tag:salt"), result.dataset(), Optional.empty()))
                .isEqualTo("From week 0 every maker stops making salt.");
    }

    @Test
    void sentencesTakeTheDatasetsWords() {
        assertThat(sentence("licence tag:salt country:CHN to:!CHN endUse=pack processingWeeks=8 approval=0.5"))
                .isEqualTo(
                        "From week 0 China exports lithium salts for battery packs only under licence: 8 weeks’ wait,"
                                + " 50 % approved.");
        assertThat(sentence("outage good:graphite country:CHN"))
                .isEqualTo("From week 0 China stops making natural graphite.");
        assertThat(sentence("export-ban good:prussian-white country:CHN to:!CHN"))
                .isEqualTo("From week 0 China stops exporting Prussian white.");
        assertThat(sentence("export-ban tag:mined country:COD to:USA"))
                .isEqualTo("From week 0 DR Congo stops exporting raw materials to the United States.");
        assertThat(RestrictionSentence.selectsNothing(restriction("outage good:cobalt country:JPN"), data.dataset()))
                .isEqualTo("This selects nothing: no maker of refined cobalt is in Japan in this dataset.");
    }

    @Test
    void whatHoldsIsExplainedInTheDatasetsWords() {
        SimulationResult pause = run("cobalt-pause");

        assertThat(Explanation.of(pause, data.dataset().getGood("car-packs")).quote())
                .isEqualTo(
                        "Car packs stay at their baseline. Makers of cathode material hold 20 weeks of stock of refined"
                                + " cobalt (assumption); it is restricted for 8 weeks at most. It could matter from 21 weeks on.");
        assertThat(Explanation.of(run("anode-ban"), data.dataset().getGood("car-packs"))
                        .quote())
                .startsWith("Car packs fall to 70 % of baseline in week 27 (13 Jul 2026), first short in week 26 (6 Jul"
                        + " 2026): Lihua Motors runs short of lithium cells from week 26");
    }

    @Test
    void noSentenceSpeaksOfChips() {
        List<String> all = new ArrayList<>();
        for (Scenario scenario : data.scenarios()) {
            SimulationResult result = run(scenario.id());
            Headline headline = Headline.of(result);
            Stream.of(headline.who(), headline.when(), headline.howHard(), headline.howSure())
                    .forEach(fact -> all.add(fact.answer() + " " + fact.detail()));
            for (Good good : data.dataset().goods()) {
                all.add(Explanation.of(result, good).toText());
            }
            for (Market market : data.dataset().markets()) {
                all.add(Explanation.of(result, market).toText());
            }
            for (Restriction restriction : scenario.restrictions()) {
                all.add(RestrictionSentence.of(restriction, data.dataset(), scenario.startDate()));
                all.add(RestrictionSentence.pill(restriction, data.dataset()).toString());
            }
        }
        all.add(Explanation.whyNothing(new StudyRunner(data).run(Scenario.adHoc(20, List.of()), RunMonitor.NONE))
                .orElseThrow());

        assertThat(all)
                .hasSizeGreaterThan(60)
                .noneMatch(text -> CHIPS.matcher(text).find());
    }
}
