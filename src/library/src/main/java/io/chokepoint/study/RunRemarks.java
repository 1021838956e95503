package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.FigureValues;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What somebody should know of how a run took the scenario, beside its result. */
public final class RunRemarks {
    private RunRemarks() {}

    /** @return sentences; empty where everything was taken as it is written */
    public static List<String> of(SimulationResult result) {
        List<String> remarks = new ArrayList<>(result.provenance()
                .model()
                .flatMap(stamp -> ModelRegistry.PROGRAM.find(stamp.name()))
                .map(model -> model.leftOut(result.dataset(), result.scenario()))
                .orElse(List.of()));
        List<Restriction> restrictions = result.scenario().restrictions();
        for (int r = 0; r < restrictions.size(); r++) {
            Restriction restriction = restrictions.get(r);
            int start = restriction.period().start();
            if (start >= result.weeks()) {
                remarks.add(Texts.get(
                        "remark.neverBegins",
                        r + 1,
                        RestrictionSentence.word(restriction),
                        start,
                        Amounts.weeks(result.weeks())));
            }
        }
        for (Measure measure : result.scenario().measures()) {
            measure.period()
                    .filter(period -> period.start() >= result.weeks())
                    .ifPresent(period -> remarks.add(
                            Texts.get("remark.measureNeverBegins", period.start(), Amounts.weeks(result.weeks()))));
        }
        for (int r = 0; r < result.reach().size(); r++) {
            if (result.reach().get(r).delayVanishes()) {
                Restriction restriction = restrictions.get(r);
                double weeks = restriction.effect(FigureValues.CENTRAL).delayWeeks();
                remarks.add(Texts.get(
                        "remark.delayVanishes", r + 1, RestrictionSentence.word(restriction), Amounts.weeks(weeks)));
            }
        }
        return remarks;
    }
}
