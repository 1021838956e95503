package io.chokepoint.ui;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.StudyRunner;

/** The dataset about batteries among the tests of the library: what the window says of another subject. */
public final class Batteries {
    private Batteries() {}

    public static DataPackage data() {
        return DatasetReader.read(
                        ShippedData.shipped()
                                .toAbsolutePath()
                                .resolve("../../src/library/src/test/resources/io/chokepoint/batteries")
                                .normalize(),
                        RunMonitor.NONE)
                .orThrow();
    }

    public static SimulationResult run(DataPackage data, String scenario) {
        return new StudyRunner(data).run(data.findScenario(scenario).orElseThrow(), RunMonitor.NONE);
    }
}
