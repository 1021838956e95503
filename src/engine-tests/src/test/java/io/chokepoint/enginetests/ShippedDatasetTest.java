package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.ReferenceSimulator;
import io.chokepoint.testkit.RunComparison;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The engine equals the slow reading of the model page on the shipped dataset too, where the random networks are small. */
class ShippedDatasetTest {

    @Test
    void engineEqualsReferenceOnTheDefaultScenario() {
        Path folder = Path.of(System.getProperty("chokepoint.data", "data"), "rare-earths-to-chips");
        DataPackage data = DatasetReader.read(folder, RunMonitor.NONE).orThrow();
        Scenario scenario =
                data.defaultScenario().flatMap(data::findScenario).orElseThrow().withHorizonWeeks(20);
        RationingRule rule = data.defaultRationing();

        ModelRun expected = Models.REFERENCE.run(data.dataset(), scenario, rule, FigureValues.CENTRAL);
        ModelRun actual = Models.ENGINE.run(data.dataset(), scenario, rule, FigureValues.CENTRAL);

        // Where a maker is short by a ten-thousandth and nearly all its buyers pay any price, rounding moves the price.
        ModelRun shadow = new ReferenceSimulator().shadow(data.dataset(), scenario, rule);

        assertThat(RunComparison.differences(expected, actual, shadow)).isEmpty();
        assertThat(expected.outcomes.values()).anyMatch(outcome -> outcome.isHit());
    }
}
