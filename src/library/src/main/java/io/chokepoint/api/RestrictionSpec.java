package io.chokepoint.api;

import io.chokepoint.base.Stable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody does to makers or flows, as the command line's {@code --restrict} states it: a kind, a selector in the words of
 * the dataset, and parameters. Immutable. Whether its words and figures fit is found out where it becomes part of a
 * {@link ScenarioSpec} and when that is run.
 *
 * <p>A selector is made of terms that must all hold, e.g. {@code good:gallium country:CHN to:!CHN}: Chinese gallium on its way to
 * anywhere but China. Each parameter is one figure, or a range of which {@link Chokepoint#runMany} draws.
 */
@Stable
public final class RestrictionSpec {
    private final String text;
    private final Map<String, String> parameters;

    private RestrictionSpec(String text, Map<String, String> parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    /**
     * As text, e.g. {@code licence good:dysprosium-oxide country:CHN to:!CHN processingWeeks=9 approval=0.2/0.5/0.8 start=4}. The
     * kinds and their parameters are those of scenario files.
     */
    public static RestrictionSpec of(String text) {
        return new RestrictionSpec(text.strip(), Map.of());
    }

    /**
     * Makers lose all their capacity; {@code with("lost", 0.4)} for a part of it, {@code with("recoveryWeeks", 13)} where they work up
     * again slowly after the end.
     */
    public static RestrictionSpec outage(String makers) {
        return of("outage " + makers);
    }

    /** Nothing of the selected flows gets through; {@code with("leak", 0.1)} for a part that still does. */
    public static RestrictionSpec exportBan(String flows) {
        return of("export-ban " + flows);
    }

    /**
     * Each order waits for a licence.
     *
     * @param processingWeeks the wait, ≥ 0
     * @param approval part approved, in [0, 1]
     */
    public static RestrictionSpec licence(String flows, double processingWeeks, double approval) {
        return of("licence " + flows).with("processingWeeks", processingWeeks).with("approval", approval);
    }

    /** @param cap part of the baseline flow that is allowed, in [0, 1] */
    public static RestrictionSpec quota(String flows, double cap) {
        return of("quota " + flows).with("cap", cap);
    }

    /**
     * @param rate part of the value, ≥ 0
     * @param passThrough part that the buyer pays, in [0, 1]
     */
    public static RestrictionSpec tariff(String flows, double rate, double passThrough) {
        return of("tariff " + flows).with("rate", rate).with("passThrough", passThrough);
    }

    /** Products may not be sold in a market, e.g. {@code good:nvidia-h20 market:china-ai}. */
    public static RestrictionSpec marketBan(String flows) {
        return of("market-ban " + flows);
    }

    /**
     * Rules that cost money and time to keep.
     *
     * @param cost cost per unit as a part of its cost, ≥ 0
     * @param delayWeeks extra delay, ≥ 0
     */
    public static RestrictionSpec compliance(String flows, double cost, double delayWeeks) {
        return of("compliance " + flows).with("cost", cost).with("delayWeeks", delayWeeks);
    }

    /** The same with one figure for a parameter. */
    public RestrictionSpec with(String parameter, double value) {
        return put(parameter, plain(value));
    }

    /** The same with a range for a parameter: low ≤ central ≤ high. A single run uses the central figure. */
    public RestrictionSpec with(String parameter, double low, double central, double high) {
        return put(parameter, plain(low) + "/" + plain(central) + "/" + plain(high));
    }

    /** @param week first week in force, from 0; week 0 unless said */
    public RestrictionSpec from(int week) {
        return put("start", Integer.toString(week));
    }

    /** @param week first week in which it is no longer in force; never unless said */
    public RestrictionSpec until(int week) {
        return put("end", Integer.toString(week));
    }

    /** @param weeks weeks until full strength, ≥ 1; full strength at once unless said */
    public RestrictionSpec rampWeeks(double weeks) {
        return with("rampWeeks", weeks);
    }

    /** Only flows to makers whose products end in a good of this tag. */
    public RestrictionSpec endUse(String tag) {
        return put("endUse", tag);
    }

    private RestrictionSpec put(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new RestrictionSpec(text, more);
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a parameter must be a number, but is " + value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The text that {@code --restrict} takes and {@link #of} reads back. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(text);
        parameters.forEach(
                (name, value) -> all.append(' ').append(name).append('=').append(value));
        return all.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RestrictionSpec spec && spec.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
