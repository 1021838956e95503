package org.example.watch;

import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.Maker;
import io.chokepoint.api.RestrictionSpec;
import io.chokepoint.api.RunResult;
import io.chokepoint.api.ScenarioSpec;
import java.nio.file.Path;

/** Which maker of a good would be missed most, if it made nothing for a year? */
public final class MakerWatch {
    private MakerWatch() {}

    public static void main(String... args) {
        Chokepoint chokepoint = Chokepoint.open(Path.of(args[0]));
        String good = args[1];
        String product = args[2];
        for (Maker maker : chokepoint.makers(good)) {
            ScenarioSpec year = ScenarioSpec.of("year-without-" + maker.id(), "A year without " + maker.name())
                    .restrict(RestrictionSpec.outage("good:" + good + " provider:" + maker.id())
                            .until(52))
                    .weeks(156);
            RunResult run = chokepoint.run(year);
            System.out.printf(
                    "%-24s %3.0f %% of %s; %s loses %.0f weeks%n",
                    maker.name(),
                    100 * maker.share(),
                    good,
                    product,
                    run.outcome(product).lostOutputWeeks());
        }
    }
}
