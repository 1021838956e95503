package io.chokepoint.docs;

import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.RunResult;
import io.chokepoint.result.Outcome;
import java.nio.file.Path;

/** Example 1. */
final class FirstRun {
    private FirstRun() {}

    static void main() {
        Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));
        RunResult run = chokepoint.run(chokepoint.scenario("ree-licence-14nm-enforced"));

        System.out.println(run.hitGoods().size() + " of " + chokepoint.goods().size() + " goods fall below 99 %");
        Outcome h100 = run.outcome("nvidia-h100");
        System.out.printf(
                "H100: first loss in week %d, lowest %.0f %% in week %d, %.0f weeks of output lost%n",
                h100.firstLossWeek().orElseThrow(), 100 * h100.trough(), h100.troughWeek(), h100.lostOutputWeeks());
        System.out.printf("H100 in week 99: %.0f %%%n", 100 * run.output("nvidia-h100")[99]);
    }
}
