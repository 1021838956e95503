package io.chokepoint.testkit;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Terms;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario in a few lines. Weeks, ramp and end use hold for the restrictions that come after them; several selectors in one text
 * are separated by {@code |}.
 */
public final class ScenarioSketch {
    private static final Evidence ASSUMED = Evidence.assumption("made up for a test");

    private final int horizonWeeks;
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private Optional<RationingRule> rationing = Optional.empty();
    private Period period = Period.from(0);
    private Optional<String> endUse = Optional.empty();

    private ScenarioSketch(int horizonWeeks) {
        this.horizonWeeks = horizonWeeks;
    }

    public static ScenarioSketch over(int horizonWeeks) {
        return new ScenarioSketch(horizonWeeks);
    }

    public ScenarioSketch during(int start, int end) {
        return during(start, end, 0);
    }

    public ScenarioSketch during(int start, int end, double rampWeeks) {
        period = new Period(start, end, rampWeeks);
        return this;
    }

    public ScenarioSketch endUse(String tag) {
        endUse = Optional.of(tag);
        return this;
    }

    public ScenarioSketch everyUse() {
        endUse = Optional.empty();
        return this;
    }

    public ScenarioSketch rationing(RationingRule rule) {
        rationing = Optional.of(rule);
        return this;
    }

    public ScenarioSketch outage(String select, double lost) {
        return add(RestrictionKinds.OUTAGE.on(terms(select), figure("lost", lost)));
    }

    public ScenarioSketch outage(String select, double lost, double recoveryWeeks) {
        return add(RestrictionKinds.OUTAGE.on(
                terms(select), figure("lost", lost), figure("recoveryWeeks", recoveryWeeks)));
    }

    /**
     * A restriction of any kind.
     *
     * @param values of its parameters, in order
     */
    public ScenarioSketch restriction(RestrictionKind kind, String select, double... values) {
        Figure[] figures = new Figure[values.length];
        for (int k = 0; k < values.length; k++) {
            figures[k] = figure(kind.parameters().get(k).name(), values[k]);
        }
        return add(kind.on(terms(select), figures));
    }

    public ScenarioSketch exportBan(String select, double leak) {
        return add(RestrictionKinds.EXPORT_BAN.on(terms(select), figure("leak", leak)));
    }

    public ScenarioSketch licence(String select, double processingWeeks, double approval) {
        return add(RestrictionKinds.LICENCE.on(
                terms(select), figure("processingWeeks", processingWeeks), figure("approval", approval)));
    }

    public ScenarioSketch quota(String select, double cap) {
        return add(RestrictionKinds.QUOTA.on(terms(select), figure("cap", cap)));
    }

    public ScenarioSketch tariff(String select, double rate, double passThrough) {
        return add(RestrictionKinds.TARIFF.on(terms(select), figure("rate", rate), figure("passThrough", passThrough)));
    }

    public ScenarioSketch marketBan(String select) {
        return add(RestrictionKinds.MARKET_BAN.on(terms(select)));
    }

    public ScenarioSketch compliance(String select, double cost, double delayWeeks) {
        return add(
                RestrictionKinds.COMPLIANCE.on(terms(select), figure("cost", cost), figure("delayWeeks", delayWeeks)));
    }

    public ScenarioSketch stockBuild(String select, double weeks) {
        measures.add(new Measure.StockBuild(selectors(select), figure("weeks", weeks), "", ""));
        return this;
    }

    public ScenarioSketch expansion(String select, double added, int start, double rampWeeks) {
        Figure figure = Figure.point("scenario/measures/" + measures.size() + "/added", added, "", ASSUMED);
        measures.add(new Measure.Expansion(selectors(select), figure, start, rampWeeks, "", ""));
        return this;
    }

    public Scenario scenario() {
        return new Scenario(
                "sketch",
                "sketch",
                "",
                "",
                Optional.empty(),
                horizonWeeks,
                rationing,
                restrictions,
                measures,
                List.of(),
                List.of());
    }

    private ScenarioSketch add(Restriction restriction) {
        restrictions.add(restriction);
        return this;
    }

    private Terms terms(String select) {
        return new Terms(selectors(select), endUse, period, "", "");
    }

    private Figure figure(String name, double value) {
        return Figure.point("scenario/" + restrictions.size() + "/" + name, value, "", ASSUMED);
    }

    public static List<Selector> selectors(String texts) {
        return Stream.of(texts.split("\\|")).map(ScenarioSketch::selector).toList();
    }

    private static Selector selector(String text) {
        try {
            return SelectorParser.parse(text.strip());
        } catch (SelectorParser.SyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
