package io.chokepoint.models;

import io.chokepoint.text.Texts;

/** What a classic model assumes otherwise than the weekly model, and the weekly model can be made to assume too. */
public enum Assumption {
    /** Who is hit: makers lose capacity, in place of flows that are held back. */
    MAKERS_HIT,
    /** Nothing stands in for an input. */
    SUBSTITUTES,
    /** When buyers turn to makers they do not buy from today; markets keep to their products. */
    TURNING,
    /** Makers' spare capacity, and capacity that is built. */
    SPARE,
    /** How much an input is needed. */
    ESSENTIAL,
    /** What is in stock and on its way. */
    STOCKS,
    /** Nobody makes less for want of a machine. */
    MACHINES,
    /** Who is served first. */
    RATIONING;

    /** In a few words. */
    public String text() {
        return Texts.get("models.assumption." + name());
    }

    /**
     * What the model assumes, as a sentence.
     *
     * @param model a classic model's name
     */
    public String of(String model) {
        String key = "models.assumption." + name();
        return Texts.find(key + "." + model).orElseGet(() -> Texts.get(key + ".all"));
    }
}
