package io.chokepoint.ui.support;

/** The steps of lost output in which colours are given. One hue, lightness monotone; never the only cue. */
public enum LossStep {
    NONE(0, ""),
    FROM_1(0.01, "1–5"),
    FROM_5(0.05, "5–15"),
    FROM_15(0.15, "15–30"),
    FROM_30(0.30, "30–60"),
    FROM_60(0.60, "60+");

    private final double from;
    private final String label;

    LossStep(double from, String label) {
        this.from = from;
        this.label = label;
    }

    /** The range in per cent, for legends; empty for {@link #NONE}. */
    public String label() {
        return label;
    }

    /** @param output as a part of baseline; above 1 is no loss */
    public static LossStep ofOutput(double output) {
        // The small amount keeps 0.85 from falling short of its step by rounding.
        double lost = 1 - output + 1e-9;
        LossStep step = NONE;
        for (LossStep candidate : values()) {
            if (lost >= candidate.from) {
                step = candidate;
            }
        }
        return step;
    }
}
