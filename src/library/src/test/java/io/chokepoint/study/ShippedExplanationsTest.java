package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence about every good and market in every shipped scenario keeps to the rules for words and sources. */
class ShippedExplanationsTest {
    /** Words of the model that readers should not have to know, and what a bug would leave behind. */
    private static final Pattern UNWANTED = Pattern.compile(
            "\\b(nodes?|shock(s|ed)?|criticality|propagat\\w*|rationing|endUse|null|Optional|P10|P90)\\b|  |\\[]|,,|\\.\\.");

    private static DataPackage data;

    @BeforeAll
    static void read() {
        data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
    }

    static List<String> everyScenario() {
        return DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow().scenarios().stream()
                .map(Scenario::id)
                .toList();
    }

    @Test
    void sentencesOfTheDefaultScenarioKeepToTheRules() {
        checkAll(data.defaultScenario().orElseThrow());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("everyScenario")
    void sentencesOfEveryScenarioKeepToTheRules(String id) {
        checkAll(id);
    }

    private static void checkAll(String id) {
        SimulationResult run = new StudyRunner(data).run(data.findScenario(id).orElseThrow(), RunMonitor.NONE);

        for (Good good : data.dataset().goods()) {
            check(Explanation.of(run, good), run.outcome(good).isHit());
        }
        for (Market market : data.dataset().markets()) {
            check(Explanation.of(run, market), run.outcome(market).isHit());
        }
        run.scenario().restrictions().forEach(restriction -> {
            String sentence = RestrictionSentence.of(
                    restriction, data.dataset(), run.scenario().startDate());
            assertThat(sentence).startsWith("From ").endsWith(".").doesNotContainPattern(UNWANTED);
        });
    }

    private static void check(Explanation why, boolean hit) {
        assertThat(why.isHit()).as(why.subject()).isEqualTo(hit);
        assertThat(why.quote()).doesNotContainPattern(UNWANTED).isNotBlank();
        assertThat(why.quote()).matches("(?s).*[.](| (\\[\\d+])+)");
        for (int i = 0; i < why.steps().size(); i++) {
            Explanation.Step step = why.steps().get(i);
            assertThat(step.number()).isEqualTo(i + 1);
            assertThat(step.sentence()).doesNotContainPattern(UNWANTED).endsWith(".");
            assertThat(step.sources())
                    .allMatch(number -> number >= 1 && number <= why.sources().size());
            assertThat(step.lowest()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void aCascadeGoesFromAChipBackToARestriction() {
        Scenario scenario = data.findScenario("ree-full-stop").orElseThrow();
        SimulationResult run = new StudyRunner(data).run(scenario, RunMonitor.NONE);

        Good headline = Headline.of(run).good().orElseThrow();
        Explanation why = Explanation.of(run, headline);

        assertThat(data.dataset().headline().contains(headline)).isTrue();
        assertThat(why.steps()).hasSizeGreaterThan(3);
        assertThat(why.steps().getLast().isRestricted()).isTrue();
        assertThat(why.sources()).isNotEmpty();
    }
}
