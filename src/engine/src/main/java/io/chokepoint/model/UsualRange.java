package io.chokepoint.model;

/**
 * How strong an act of a sort usually is, for texts that name it and say no more.
 *
 * @param instrument names the sort of act or event: "fire", "export-ban"
 * @param kind the kind of restriction that it is in the model
 * @param parameter of that kind, or {@value #WEEKS}
 * @param value the range; its evidence says why
 */
public record UsualRange(String instrument, String kind, String parameter, Figure value) {
    /** The parameter that says how many weeks something lasts. */
    public static final String WEEKS = "weeks";
}
