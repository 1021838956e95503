package io.chokepoint.scenario;

import io.chokepoint.base.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question put to the dataset. Immutable.
 *
 * @param id unique within a dataset
 * @param title a few words
 * @param question what the scenario asks; may be empty
 * @param narrative what it is about, and what the model says; may be empty
 * @param startDate the day on which week 0 starts, if it has one
 * @param horizonWeeks weeks to run, 1 to {@value #MOST_HORIZON_WEEKS}
 * @param rationing who is served first; empty: the dataset's rule
 * @param rules in place of {@code rationing} where figures are drawn: one rule is drawn per run; empty: always {@code rationing}
 * @param expected what sources say should happen
 * @param sources ids of sources
 * @param remarks words for the reader that a run does not use
 */
public record Scenario(
        String id,
        String title,
        String question,
        String narrative,
        Optional<LocalDate> startDate,
        int horizonWeeks,
        Optional<RationingRule> rationing,
        Optional<RuleWeights> rules,
        List<Restriction> restrictions,
        List<Measure> measures,
        List<Expectation> expected,
        List<String> sources,
        Remarks remarks) {

    /** What a source says should happen. */
    public record Expectation(String text, String source) {}

    /**
     * Words for the reader that a run does not use; any may be empty.
     *
     * @param status legal status of the real measure on the day of writing
     * @param group where the gallery shows the scenario: {@code articles}, {@code worst-cases}, {@code policy} or
     *     {@code supply}
     * @param modelSays what the model said at central figures when the file was written
     * @param differs where model and sources differ, and why
     * @param model the model with which the file was written, if it says so
     */
    public record Remarks(String status, String group, String modelSays, String differs, Optional<ModelStamp> model) {
        public static final Remarks NONE = new Remarks("", "", "", "", Optional.empty());
    }

    /** Weeks of a run where neither scenario nor user says how many. */
    public static final int DEFAULT_HORIZON_WEEKS = 104;

    /** The longest run, a hundred years: what a run keeps grows with its weeks. */
    public static final int MOST_HORIZON_WEEKS = 5_200;

    /** Where the weeks of a run must lie. */
    public static final Range HORIZON = new Range(1, false, MOST_HORIZON_WEEKS);

    public Scenario {
        restrictions = List.copyOf(restrictions);
        measures = List.copyOf(measures);
        expected = List.copyOf(expected);
        sources = List.copyOf(sources);
        if (horizonWeeks < 1 || horizonWeeks > MOST_HORIZON_WEEKS) {
            throw new IllegalArgumentException(
                    "horizonWeeks must be 1 to " + MOST_HORIZON_WEEKS + ", but is " + horizonWeeks);
        }
    }

    /** A scenario with one rule. */
    public Scenario(
            String id,
            String title,
            String question,
            String narrative,
            Optional<LocalDate> startDate,
            int horizonWeeks,
            Optional<RationingRule> rationing,
            List<Restriction> restrictions,
            List<Measure> measures,
            List<Expectation> expected,
            List<String> sources,
            Remarks remarks) {
        this(
                id,
                title,
                question,
                narrative,
                startDate,
                horizonWeeks,
                rationing,
                Optional.empty(),
                restrictions,
                measures,
                expected,
                sources,
                remarks);
    }

    /** A scenario without remarks. */
    public Scenario(
            String id,
            String title,
            String question,
            String narrative,
            Optional<LocalDate> startDate,
            int horizonWeeks,
            Optional<RationingRule> rationing,
            List<Restriction> restrictions,
            List<Measure> measures,
            List<Expectation> expected,
            List<String> sources) {
        this(
                id,
                title,
                question,
                narrative,
                startDate,
                horizonWeeks,
                rationing,
                restrictions,
                measures,
                expected,
                sources,
                Remarks.NONE);
    }

    /** Restrictions without a story, as given on the command line or by clicks. */
    public static Scenario adHoc(int horizonWeeks, List<Restriction> restrictions) {
        return new Scenario(
                "ad-hoc",
                "Own restrictions",
                "",
                "",
                Optional.empty(),
                horizonWeeks,
                Optional.empty(),
                restrictions,
                List.of(),
                List.of(),
                List.of());
    }

    /** Under another title; all else stays. */
    public Scenario withTitle(String other) {
        return with(other, horizonWeeks, rationing, rules, restrictions, measures);
    }

    public Scenario withHorizonWeeks(int weeks) {
        return with(title, weeks, rationing, rules, restrictions, measures);
    }

    /** With this rule in every run, those with drawn figures too. */
    public Scenario withRationing(RationingRule rule) {
        return with(title, horizonWeeks, Optional.of(rule), Optional.empty(), restrictions, measures);
    }

    /** With rules to draw from in runs with drawn figures. */
    public Scenario withRules(RuleWeights weights) {
        return with(title, horizonWeeks, rationing, Optional.of(weights), restrictions, measures);
    }

    public Scenario withRestrictions(List<Restriction> newRestrictions) {
        return with(title, horizonWeeks, rationing, rules, newRestrictions, measures);
    }

    public Scenario withMeasures(List<Measure> newMeasures) {
        return with(title, horizonWeeks, rationing, rules, restrictions, newMeasures);
    }

    public Scenario withStartDate(LocalDate day) {
        return new Scenario(
                id,
                title,
                question,
                narrative,
                Optional.of(day),
                horizonWeeks,
                rationing,
                rules,
                restrictions,
                measures,
                expected,
                sources,
                remarks);
    }

    /** The same question, as a file says it that was written with this model. */
    public Scenario withModel(Optional<ModelStamp> model) {
        Remarks stamped = new Remarks(remarks.status, remarks.group, remarks.modelSays, remarks.differs, model);
        return new Scenario(
                id,
                title,
                question,
                narrative,
                startDate,
                horizonWeeks,
                rationing,
                rules,
                restrictions,
                measures,
                expected,
                sources,
                stamped);
    }

    private Scenario with(
            String heading,
            int weeks,
            Optional<RationingRule> rule,
            Optional<RuleWeights> drawn,
            List<Restriction> acts,
            List<Measure> prepared) {
        return new Scenario(
                id, heading, question, narrative, startDate, weeks, rule, drawn, acts, prepared, expected, sources,
                remarks);
    }
}
