package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** What the page knows of a good, a market or an edge. */
final class NodeJson {
    private static final double TENTH = 0.1;

    private final Report report;
    private final SimulationResult result;
    private final Headline headline;
    private final GraphViews views;
    private final Optional<MonteCarloResult> drawn;
    private final Map<GraphNode, Integer> numbers;
    private final Citations citations;

    NodeJson(
            Report report,
            Headline headline,
            GraphViews views,
            Optional<MonteCarloResult> drawn,
            Map<GraphNode, Integer> numbers,
            Citations citations) {
        this.report = report;
        this.result = report.result();
        this.headline = headline;
        this.views = views;
        this.drawn = drawn;
        this.numbers = numbers;
        this.citations = citations;
    }

    /** The good that the answer speaks of. */
    Optional<GraphNode> headline() {
        return headline.good().flatMap(good -> views.graph().find(good.id()));
    }

    void node(GraphNode node, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("name", node.name());
        json.writeStringProperty("label", node.label());
        json.writeNumberProperty("stage", views.graph().column(node.stage()));
        Series.write("out", GraphViews.series(result, node), json);
        report.other().ifPresent(other -> Series.write("other", GraphViews.series(other.result(), node), json));
        outcome(GraphViews.outcome(result, node), json);
        switch (node) {
            case GraphNode.GoodNode good -> good(good.good(), json);
            case GraphNode.MarketNode market -> market(market.market(), json);
        }
        json.writeEndObject();
    }

    private void outcome(Outcome outcome, JsonGenerator json) {
        json.writeStringProperty("lowest", Amounts.percentToTenths(outcome.trough()));
        json.writeNumberProperty("lowestWeek", outcome.troughWeek());
        json.writeStringProperty("lost", Amounts.weeks(outcome.lostOutputWeeks()));
        week("first", outcome.firstLossWeek(), json);
        week("recovers", outcome.recoveryWeek(), json);
    }

    private static void week(String name, OptionalInt week, JsonGenerator json) {
        if (week.isPresent()) {
            json.writeNumberProperty(name, week.getAsInt());
        }
    }

    private void good(Good good, JsonGenerator json) {
        text("about", good.description(), json);
        if (!good.aliases().isEmpty()) {
            json.writeArrayPropertyStart("aliases");
            good.aliases().forEach(json::writeString);
            json.writeEndArray();
        }
        if (headline.hits().sellsLess(good)) {
            json.writeBooleanProperty("less", true);
        }
        restrictions(good, json);
        binding(good, json);
        makers(good, json);
        drawn.filter(many -> many.probabilityHit(good) > 0).ifPresent(many -> {
            Series.write("low", many.band(good, TENTH), json);
            Series.write("high", many.band(good, 1 - TENTH), json);
            ranges(many.spread(good, Measure.TROUGH), many.spread(good, Measure.LOST_OUTPUT), json);
        });
        result.prices().ifPresent(prices -> price(good, prices, json));
        if (result.outcome(good).isHit()) {
            why(Explanation.of(result, good), json);
        }
    }

    private void market(Market market, JsonGenerator json) {
        json.writeBooleanProperty("market", true);
        text("about", market.description(), json);
        text("wants", market.function(), json);
        drawn.filter(many -> many.probabilityBelow(market, Outcome.LOSS_LEVEL) > 0)
                .ifPresent(many -> {
                    Series.write("low", many.band(market, TENTH), json);
                    Series.write("high", many.band(market, 1 - TENTH), json);
                    ranges(many.spread(market, Measure.TROUGH), many.spread(market, Measure.LOST_OUTPUT), json);
                });
        if (result.outcome(market).isHit()) {
            why(Explanation.of(result, market), json);
        }
    }

    private static void text(String name, String text, JsonGenerator json) {
        if (!text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }

    private static void ranges(Spread lowest, Spread lost, JsonGenerator json) {
        json.writeStringProperty(
                "lowestRange",
                Texts.get(
                        "report.live.toPercent",
                        Amounts.percentNumber(lowest.p10()),
                        Amounts.percentNumber(lowest.p90())));
        json.writeStringProperty(
                "lostRange", Texts.get("report.live.to", HitPart.weeks(lost.p10()), Amounts.weeks(lost.p90())));
    }

    private void restrictions(Good good, JsonGenerator json) {
        boolean begun = false;
        for (int r = 0; r < result.reach().size(); r++) {
            RestrictionReach reach = result.reach().get(r);
            if (reach.touched().stream().anyMatch(maker -> maker.good().equals(good))) {
                if (!begun) {
                    json.writeArrayPropertyStart("restricted");
                    begun = true;
                }
                json.writeString(RestrictionSentence.of(
                        result.scenario().restrictions().get(r),
                        result.dataset(),
                        result.scenario().startDate()));
            }
        }
        if (begun) {
            json.writeEndArray();
        }
    }

    /** From which week which input holds the good back; -1 for none. */
    private void binding(Good good, JsonGenerator json) {
        if (!result.outcome(good).isHit()) {
            return;
        }
        json.writeArrayPropertyStart("binds");
        int last = -1;
        for (int week = 0; week < result.weeks(); week++) {
            int binds = result.output(good, week) >= Outcome.LOSS_LEVEL
                    ? -1
                    : result.bindingInput(good, week)
                            .flatMap(input -> views.graph().find(input.id()))
                            .map(node -> numbers.getOrDefault(node, -1))
                            .orElse(-1);
            if (binds != last) {
                json.writeNumber(week);
                json.writeNumber(binds);
                last = binds;
            }
        }
        json.writeEndArray();
    }

    private void makers(Good good, JsonGenerator json) {
        json.writeArrayPropertyStart("makers");
        result.dataset().suppliesOf(good).stream()
                .sorted((a, b) -> Double.compare(result.baseline(b.activity()), result.baseline(a.activity())))
                .forEach(supply -> maker(supply, json));
        json.writeEndArray();
    }

    private void maker(Supply supply, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", supply.provider().name());
        String country = Countries.name(supply.provider().country());
        if (!country.equals(supply.provider().name())) {
            json.writeStringProperty("country", country);
        }
        figure("share", supply.share(), json);
        Series.write("out", result.output(supply.activity()), json);
        evidence(supply.evidence(), json);
        json.writeEndObject();
    }

    private static void figure(String name, Figure figure, JsonGenerator json) {
        json.writeStringProperty(name, Wording.valueWithRange(figure));
    }

    private void evidence(Evidence evidence, JsonGenerator json) {
        json.writeStringProperty("basis", OwnFigure.basis(evidence));
        citations.note("note", evidence.note(), json);
        citations.write("cites", evidence, json);
    }

    /** In thousandths of the usual price; nothing where it hardly moves. */
    private void price(Good good, RunPrices prices, JsonGenerator json) {
        double[] price = prices.price(good);
        if (RunPrices.highest(price) > RunPrices.RAISED) {
            Series.write("price", price, json);
        }
    }

    private void why(Explanation explanation, JsonGenerator json) {
        json.writeObjectPropertyStart("why");
        json.writeStringProperty("quote", explanation.quote().replaceAll("( ?\\[\\d+])+", ""));
        json.writeArrayPropertyStart("steps");
        for (Explanation.Step step : explanation.steps()) {
            json.writeStartArray();
            json.writeString(step.sentence());
            citations.write(explanation, step.sources(), json);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeStringProperty("assumptions", explanation.assumptions().sentence());
        json.writeEndObject();
    }

    void edge(GraphEdge edge, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("from", numbers.getOrDefault(edge.from(), -1));
        json.writeNumberProperty("to", numbers.getOrDefault(edge.to(), -1));
        json.writeNumberProperty("weight", 2 - edge.importance().ordinal());
        edge.dependency().ifPresent(need -> dependency(need, json));
        json.writeEndObject();
    }

    private void dependency(Dependency need, JsonGenerator json) {
        text("role", need.role(), json);
        json.writeArrayPropertyStart("figures");
        named("criticality", need.criticality(), json);
        named("stock", need.stockWeeks(), json);
        named("qualification", need.qualificationWeeks(), json);
        json.writeEndArray();
        evidence(need.evidence(), json);
    }

    private static void named(String key, Figure figure, JsonGenerator json) {
        json.writeString(Texts.get("report.live." + key, Wording.valueWithRange(figure)));
    }
}
