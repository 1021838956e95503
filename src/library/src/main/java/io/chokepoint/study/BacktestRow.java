package io.chokepoint.study;

import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One observation of a past episode beside what the model says. Units are those of the observation: parts of baseline, or weeks of
 * the run for a first loss.
 *
 * @param number of the observation within its episode, from 1
 * @param simulated at central figures; empty for a first loss that never comes
 * @param p10 a tenth of the runs with drawn figures lie below; empty without such runs, or where it is never
 * @param p90 nine tenths lie below
 */
public record BacktestRow(
        Episode episode,
        int number,
        Observation observation,
        OptionalDouble simulated,
        OptionalDouble p10,
        OptionalDouble p90,
        Verdict verdict) {

    /** How the run at central figures compares with what was seen. */
    public enum Verdict {
        /** Within what was seen. */
        IN_RANGE,
        /** The model shows more harm, or harm earlier, than was seen. */
        OVER_PREDICTS,
        /** The model shows less harm, or harm later, than was seen. */
        UNDER_PREDICTS;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
