package io.chokepoint.docs;

import io.chokepoint.api.Chokepoint;
import io.chokepoint.api.RestrictionSpec;
import io.chokepoint.api.ScenarioSpec;
import io.chokepoint.base.ChokepointException;
import java.nio.file.Path;

/** Example 2. */
final class OwnScenario {
    private OwnScenario() {}

    static void main() {
        Chokepoint chokepoint = Chokepoint.open(Path.of("data/rare-earths-to-chips"));

        ScenarioSpec asText = ScenarioSpec.of("magnets", "A licence for magnets")
                .restrict("licence good:ndfeb-magnet country:CHN to:!CHN processingWeeks=9 approval=0.5 start=4")
                .weeks(104);
        ScenarioSpec inCode = ScenarioSpec.of("magnets", "A licence for magnets")
                .restrict(RestrictionSpec.licence("good:ndfeb-magnet country:CHN to:!CHN", 9, 0.5)
                        .from(4))
                .weeks(104);
        System.out.println("the same: " + asText.toJson().equals(inCode.toJson()));

        for (int stock : new int[] {0, 4, 12}) {
            ScenarioSpec prepared = inCode.stock("good:ndfeb-magnet to.good:magnet-trade", stock);
            System.out.printf(
                    "%2d weeks of magnets more in stock: their trade loses %.0f weeks%n",
                    stock, chokepoint.run(prepared).outcome("magnet-trade").lostOutputWeeks());
        }

        try {
            chokepoint.run(inCode.restrict("outage good:ndfeb-magnets country:CHN"));
        } catch (ChokepointException refused) {
            refused.problems().forEach(System.out::println);
        }
    }
}
