package io.chokepoint.models;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A scenario's restrictions as outages of makers: {@link LostCapacity} in the words of scenarios. */
final class MakersHit {
    private MakersHit() {}

    /**
     * One outage for each maker and run of weeks with the same loss.
     *
     * @param forEver whether each maker loses its largest loss of any week, from week 0 on
     */
    static List<Restriction> outages(CompiledScenario scenario, boolean forEver) {
        int weeks = scenario.scenario().horizonWeeks();
        double[][] lost;
        if (forEver) {
            double[] largest = LostCapacity.largest(scenario);
            lost = new double[largest.length][weeks];
            for (int i = 0; i < largest.length; i++) {
                Arrays.fill(lost[i], largest[i]);
            }
        } else {
            lost = LostCapacity.byWeek(scenario, weeks);
        }
        List<Restriction> outages = new ArrayList<>();
        NetworkStructure structure = scenario.network().structure();
        for (int i = 0; i < lost.length; i++) {
            for (int from = 0; from < weeks; ) {
                int to = from + 1;
                while (to < weeks && lost[i][to] == lost[i][from]) {
                    to++;
                }
                if (lost[i][from] > 0) {
                    outages.add(outage(structure.activity(i), from, to == weeks ? Period.OPEN : to, lost[i][from]));
                }
                from = to;
            }
        }
        return List.copyOf(outages);
    }

    private static Restriction outage(Activity maker, int from, int to, double lost) {
        Selector select = new Selector(List.of(
                new Term(Side.MAKER, Field.GOOD, false, List.of(maker.good().id())),
                new Term(
                        Side.MAKER,
                        Field.PROVIDER,
                        false,
                        List.of(maker.provider().id()))));
        Figure part =
                Figure.point("makers-hit/" + maker + "/" + from, lost, "part of capacity", Evidence.assumption(""));
        return RestrictionKinds.OUTAGE.on(
                new Restriction.Terms(List.of(select), Optional.empty(), new Period(from, to, 0), "", ""), part);
    }
}
