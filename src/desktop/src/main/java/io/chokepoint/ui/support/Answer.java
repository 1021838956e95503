package io.chokepoint.ui.support;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.DearestInput;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Hits;
import io.chokepoint.study.MoneyLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all views need to know about a run, worked out once and off the UI thread.
 *
 * @param facts who, when, how hard, how sure
 * @param hit goods that fall below 99 % in any week, whether they fall short or only sell less: earliest first
 * @param hitMarkets markets whose demand is not met in any week
 * @param headline the good that the answer is about: {@link Headline#good()}
 * @param restricted goods of which a restriction touched a maker in the run, in dataset order
 * @param whyNothing why nothing falls short, and what would change that; empty where something does
 * @param money what the run loses in money; empty where the dataset does not say what its goods are worth
 * @param dearest the input whose price rises most; empty where the dataset does not say what its goods are worth
 */
public record Answer(
        SimulationResult result,
        Headline facts,
        List<Good> hit,
        List<Market> hitMarkets,
        Optional<Good> headline,
        List<Good> restricted,
        Optional<String> whyNothing,
        Optional<MoneyLost> money,
        Optional<DearestInput> dearest) {

    public Answer {
        hit = List.copyOf(hit);
        hitMarkets = List.copyOf(hitMarkets);
        restricted = List.copyOf(restricted);
    }

    public static Answer of(SimulationResult result) {
        Headline facts = Headline.of(result);
        return new Answer(
                result,
                facts,
                result.hitGoods(),
                result.hitMarkets(),
                facts.good(),
                restricted(result),
                Explanation.whyNothing(result),
                MoneyLost.of(result, Optional.empty()),
                DearestInput.of(result, Optional.empty()));
    }

    /** The hit goods, sorted into those that fall short and those that only sell less. */
    public Hits hits() {
        return facts.hits();
    }

    private static List<Good> restricted(SimulationResult result) {
        Set<Activity> makers = result.restrictedMakers();
        return result.dataset().supplies().stream()
                .map(Supply::activity)
                .filter(makers::contains)
                .map(Activity::good)
                .distinct()
                .toList();
    }
}
