package io.chokepoint.study;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.Reading;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.testkit.ScenarioSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Example 1 of the price page as a past episode: a@X loses .6 in weeks 10 to 29; b@Y and c@Z buy of it. */
final class PricedChain {
    private static final Region X = new Region(false, List.of("X"));
    private static final Region Y = new Region(false, List.of("Y"));

    private PricedChain() {}

    static DataPackage data() {
        Dataset dataset = PriceExamples.TWO_CUSTOMERS.dataset();
        return new DataPackage(Path.of(""), dataset, Optional.empty(), RationingRule.PRICE, List.of(), List.of());
    }

    static Scenario outage() {
        return ScenarioSketch.over(60).during(10, 30).outage("good:a", 0.6).scenario();
    }

    /** The price of a in week 11, its exports to Y before and within the outage, and its price the week before. */
    static Episode episode() {
        return new Episode(
                outage(),
                false,
                List.of(
                        observation(What.PRICE, X, Region.WORLD, 11, 11),
                        observation(What.EXPORTS, X, Y, 0, 9),
                        observation(What.EXPORTS, X, Y, 15, 29),
                        observation(What.PRICE, X, Region.WORLD, 9, 9)));
    }

    static Observation observation(What what, Region region, Region to, int from, int last) {
        Quantity quantity = what == What.STOP ? Quantity.FIRST_LOSS : Quantity.MEAN;
        Figure seen = new Figure("seen", 1, 1, 1, "", Evidence.assumption("made up"));
        return new Observation(
                "a",
                Optional.empty(),
                false,
                new Reading(what, quantity, Reading.STOPPED, region, to),
                from,
                last,
                seen,
                "",
                "");
    }
}
