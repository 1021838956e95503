package io.chokepoint.study;

import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One observation of a past episode beside what the model says. Units are those of the observation: parts of baseline, multiples of the
 * baseline price, or weeks of the run.
 *
 * @param number of the observation within its episode, from 1
 * @param simulated at central figures; empty for a first loss that never comes
 * @param p10 a tenth of the runs with drawn figures lie below; empty without such runs, or where it is never
 * @param p90 nine tenths lie below
 * @param forecasts what else is said of it
 */
public record BacktestRow(
        Episode episode,
        int number,
        Observation observation,
        OptionalDouble simulated,
        OptionalDouble p10,
        OptionalDouble p90,
        Verdict verdict,
        Forecasts forecasts) {

    /**
     * What else is said of an observation. Positive infinity is never.
     *
     * @param price of a price at central figures: π, where nobody foresees; else empty
     * @param foreseen π̂, where everybody does
     * @param drawn of each run with drawn figures, by its number
     * @param inProportion where everything restricted is missing at once everywhere downstream, in proportion
     */
    public record Forecasts(OptionalDouble price, OptionalDouble foreseen, List<Double> drawn, double inProportion) {
        public Forecasts {
            drawn = List.copyOf(drawn);
        }
    }

    /** How the run at central figures compares with what was seen. */
    public enum Verdict {
        /** Within what was seen. */
        IN_RANGE,
        /** The model shows more harm, or harm earlier, than was seen: less output, a higher price. */
        OVER_PREDICTS,
        /** The model shows less harm, or harm later, than was seen. */
        UNDER_PREDICTS;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
