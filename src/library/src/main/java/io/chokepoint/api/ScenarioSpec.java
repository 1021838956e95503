package io.chokepoint.api;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.Stable;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.study.ModelRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question put to a dataset: who restricts what, when, for how many weeks. Immutable: each method gives another one, so a
 * scenario can be varied and shared between threads. Begin with {@link #of} or with one of a dataset,
 * {@link Chokepoint#scenario}.
 */
@Stable
public final class ScenarioSpec {
    private final Scenario scenario;

    ScenarioSpec(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * A scenario in which nothing is restricted yet, of 104 weeks.
     *
     * @param id a word without spaces, the name of its file
     * @param title a few words
     */
    public static ScenarioSpec of(String id, String title) {
        return new ScenarioSpec(new Scenario(
                id,
                title,
                "",
                "",
                Optional.empty(),
                Scenario.DEFAULT_HORIZON_WEEKS,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    Scenario scenario() {
        return scenario;
    }

    public String id() {
        return scenario.id();
    }

    public String title() {
        return scenario.title();
    }

    /** What it asks; may be empty. */
    public String question() {
        return scenario.question();
    }

    /** How many weeks are run. */
    public int weeks() {
        return scenario.horizonWeeks();
    }

    /** The day on which week 0 starts, if it has one. */
    public Optional<LocalDate> startDate() {
        return scenario.startDate();
    }

    /**
     * One more restriction, as text; see {@link RestrictionSpec#of}.
     *
     * @throws ChokepointException with all faults of the text
     */
    public ScenarioSpec restrict(String restriction) {
        int number = scenario.restrictions().size() + 1;
        // Figures of one id share their draw, so each restriction needs ids of its own.
        Restriction parsed = RestrictionSpecParser.parse(
                        restriction, "restriction " + number, id() + "/restriction-" + number)
                .orThrow();
        List<Restriction> all = new ArrayList<>(scenario.restrictions());
        all.add(parsed);
        return new ScenarioSpec(scenario.withRestrictions(all));
    }

    /**
     * One more restriction.
     *
     * @throws ChokepointException with all its faults
     */
    public ScenarioSpec restrict(RestrictionSpec restriction) {
        return restrict(restriction.toString());
    }

    /**
     * A reserve: the selected inputs start with so many weeks of use more than usual in stock, and are kept at that.
     *
     * @param flows a selector of flows, e.g. {@code good:gallium to.good:gan-wafers}
     * @param weeks ≥ 0
     * @throws ChokepointException if the selector cannot be read or the weeks are negative
     */
    public ScenarioSpec stock(String flows, double weeks) {
        String where = "measure " + (scenario.measures().size() + 1);
        Figure figure = measured(where, "weeks", weeks, "weeks");
        return with(new Measure.StockBuild(List.of(selector(flows, where)), figure, "", ""));
    }

    /**
     * New capacity that stays.
     *
     * @param makers a selector of makers, e.g. {@code good:gallium provider:japan}
     * @param added a part of their baseline output, ≥ 0
     * @param start first week, from 0
     * @param rampWeeks weeks until all of it is there, ≥ 0
     * @throws ChokepointException if the selector cannot be read or a number does not fit
     */
    public ScenarioSpec expand(String makers, double added, int start, double rampWeeks) {
        String where = "measure " + (scenario.measures().size() + 1);
        Figure figure = measured(where, "added", added, "part of baseline output");
        requireNotNegative(where, "start", start);
        requireNotNegative(where, "rampWeeks", rampWeeks);
        return with(new Measure.Expansion(List.of(selector(makers, where)), figure, start, rampWeeks, "", ""));
    }

    private ScenarioSpec with(Measure measure) {
        List<Measure> all = new ArrayList<>(scenario.measures());
        all.add(measure);
        return new ScenarioSpec(scenario.withMeasures(all));
    }

    private Figure measured(String where, String name, double value, String unit) {
        requireNotNegative(where, name, value);
        return Figure.point(
                id() + "/" + where.replace(' ', '-') + "/" + name, value, unit, Evidence.assumption("as given"));
    }

    private static void requireNotNegative(String where, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new ChokepointException(
                    List.of(Problem.error(where, 0, name, value + " does not fit; expected a number, 0 or more.")));
        }
    }

    private static Selector selector(String text, String where) {
        try {
            return SelectorParser.parse(text);
        } catch (SelectorParser.SyntaxException e) {
            throw new ChokepointException(
                    List.of(Problem.error(where, 0, "select", "'" + text + "': " + e.getMessage())));
        }
    }

    /**
     * @param weeks how many are run, ≥ 1
     * @throws IllegalArgumentException if there are fewer
     */
    public ScenarioSpec weeks(int weeks) {
        return new ScenarioSpec(scenario.withHorizonWeeks(weeks));
    }

    /** The day on which week 0 starts: dates then stand beside weeks in sentences. */
    public ScenarioSpec startDate(LocalDate day) {
        return new ScenarioSpec(scenario.withStartDate(day));
    }

    /** Makers that cannot serve all give each customer the same part, whatever the dataset's rule. */
    public ScenarioSpec proportional() {
        return new ScenarioSpec(scenario.withRationing(RationingRule.PROPORTIONAL));
    }

    /** Makers that cannot serve all serve their own country first, whatever the dataset's rule. */
    public ScenarioSpec domesticFirst() {
        return new ScenarioSpec(scenario.withRationing(RationingRule.DOMESTIC_FIRST));
    }

    /** The scenario, and which model runs it today, as the text of a file that the command line, the window and {@link Chokepoint#readScenario} read. */
    public String toJson() {
        return ScenarioWriter.toJson(scenario.withModel(Optional.of(ModelRegistry.PROGRAM.stamp())));
    }

    @Override
    public String toString() {
        return id();
    }
}
