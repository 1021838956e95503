package io.chokepoint.docs;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.RunsResult;
import java.nio.file.Path;

/** Example 4. */
final class HowSure {
    private HowSure() {}

    static void main() {
        Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));
        RunsResult runs = chokepoint.runMany(chokepoint.scenario("taiwan-foundry-outage"), 200, 42);

        Spread lowest = runs.trough("nvidia-h100");
        Spread first = runs.firstLoss("nvidia-h100");
        System.out.printf("H100 is hit in %.0f %% of the runs%n", 100 * runs.probabilityHit("nvidia-h100"));
        System.out.printf(
                "lowest: 8 of 10 runs between %.0f and %.0f %%, half below %.0f %%%n",
                100 * lowest.p10(), 100 * lowest.p90(), 100 * lowest.p50());
        System.out.printf("first loss: weeks %.0f to %.0f%n", first.p10(), first.p90());
        System.out.printf(
                "in week 99, a tenth of the runs is below %.0f %%%n", 100 * runs.band("nvidia-h100", 0.1)[99]);
    }
}
