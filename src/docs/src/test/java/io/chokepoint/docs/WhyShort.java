package io.chokepoint.docs;

import io.chokepoint.api.ChainLink;
import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.RunResult;
import java.nio.file.Path;

/** Example 3. */
final class WhyShort {
    private WhyShort() {}

    static void main() {
        Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));
        RunResult run = chokepoint.run(chokepoint.scenario("ree-licence-14nm-enforced"));

        for (ChainLink link : run.chain("nvidia-h100")) {
            System.out.printf(
                    "week %3d  %-16s %s%s%n",
                    link.week(),
                    link.good().orElse("market"),
                    link.maker().orElse(""),
                    link.isRestricted() ? ", restricted" : "");
        }
    }
}
