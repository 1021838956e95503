package io.chokepoint.ui.support;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A chain over eight countries with two chips, and China's ban on an oxide: small, and it never changes. */
public final class SmallRun {
    public static final int WEEKS = SmallChain.WEEKS;

    private SmallRun() {}

    public static DataPackage data() {
        return new DataPackage(
                Path.of("small"),
                SmallChain.dataset(),
                Optional.empty(),
                new RationingRule.Proportional(),
                List.of(),
                List.of());
    }

    public static StudyRunner runner() {
        return new StudyRunner(data());
    }

    public static SimulationResult result() {
        return runner().run(scenario(), RunMonitor.NONE);
    }

    public static Scenario scenario() {
        return SmallChain.scenario();
    }
}
