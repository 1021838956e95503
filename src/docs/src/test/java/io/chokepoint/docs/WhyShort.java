package io.chokepoint.docs;

import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.Reason;
import io.chokepoint.api.RunResult;
import java.nio.file.Path;

/** Example 3. */
final class WhyShort {
    private WhyShort() {}

    static void main() {
        Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));
        RunResult run = chokepoint.run(chokepoint.scenario("ree-licence-14nm-enforced"));

        for (Reason reason : run.reasons("nvidia-h100")) {
            System.out.printf(
                    "week %3d  %-16s %s%s%n",
                    reason.week(),
                    reason.good().orElse("market"),
                    reason.maker().orElse(""),
                    reason.isRestricted() ? ", restricted" : "");
        }
    }
}
