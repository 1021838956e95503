package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.model.Market;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.study.Headline;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.VendorShift;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a summary in JSON says of a run as a whole, in its first row as {@code provenance}: {@code vendors}, by market and provider what part of
 * the function received it has at baseline and in the week in which the parts lie furthest from that; with values {@code money}, in US$
 * million at baseline prices: {@code total}, {@code countries} by ISO 3166-1 alpha-3 (empty for the rest of the world), {@code markets} by
 * id; of drawn runs {@code narrowing} of the good that the headline speaks of, see {@link NarrowingJson}; where rationing rules are drawn {@code rules}, the part of the runs with each. Of drawn runs every sum has its P10, P50 and P90. Objects
 * within objects, so that a row stays on its line. The names are a contract, as those of columns.
 */
final class RunFacts {
    private final SimulationResult result;
    private final @Nullable MonteCarloResult drawn;

    /** @param drawn the same scenario's runs with drawn figures, if there are any */
    RunFacts(SimulationResult result, @Nullable MonteCarloResult drawn) {
        this.result = result;
        this.drawn = drawn;
    }

    void write(JsonGenerator json) {
        vendors(json);
        result.prices().ifPresent(prices -> money(prices, json));
        if (drawn != null && drawn.tellsPrecision()) {
            Headline.headlineGood(result)
                    .ifPresent(good -> NarrowingJson.write(NarrowingAnswer.of(drawn, good), good.id(), json));
        }
        if (drawn != null && drawn.scenario().rules().isPresent()) {
            json.writeObjectPropertyStart("rules");
            for (RuleWeights.Rule rule : RuleWeights.Rule.values()) {
                Double part = drawn.partsByRule().get(rule);
                if (part != null) {
                    json.writeNumberProperty(rule.id(), part);
                }
            }
            json.writeEndObject();
        }
    }

    private void vendors(JsonGenerator json) {
        json.writeObjectPropertyStart("vendors");
        for (VendorShift shift : VendorShift.of(result)) {
            json.writeObjectPropertyStart(shift.market().id());
            for (VendorShift.Entry entry : shift.entries()) {
                json.writeObjectPropertyStart(entry.vendor().id());
                json.writeNumberProperty("share_before", entry.usual());
                json.writeNumberProperty("share", entry.then());
                json.writeNumberProperty("week", shift.week());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void money(RunPrices prices, JsonGenerator json) {
        Optional<PriceSpreads> spreads = Optional.ofNullable(drawn).flatMap(MonteCarloResult::prices);
        json.writeObjectPropertyStart("money");
        json.writeStringProperty("unit", "US$ million at baseline prices");
        json.writeObjectPropertyStart("total");
        RunMoney all = prices.money();
        double unmet = 0;
        double paid = all.otherUsesCost();
        for (Market market : result.dataset().markets()) {
            unmet += prices.unmet(market);
            paid += prices.servedByPrice() ? prices.extraCost(market) : Double.NaN;
        }
        sums(all, money -> spreads.map(many -> many.spread(money)), json);
        figure(Money.EXTRA_COST.column(), paid, spreads.map(many -> many.spread(Money.EXTRA_COST)), json);
        figure(Money.UNMET_DEMAND.column(), unmet, spreads.map(many -> many.spread(Money.UNMET_DEMAND)), json);
        json.writeEndObject();
        json.writeObjectPropertyStart("countries");
        prices.moneyByCountry().forEach((country, own) -> {
            json.writeObjectPropertyStart(country);
            sums(own, money -> spreads.map(many -> many.spread(country, money)), json);
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeObjectPropertyStart("markets");
        for (Market market : result.dataset().markets()) {
            json.writeObjectPropertyStart(market.id());
            figure(Money.UNMET_DEMAND.column(), prices.unmet(market), spreads.map(many -> many.unmet(market)), json);
            figure(
                    Money.EXTRA_COST.column(),
                    prices.servedByPrice() ? prices.extraCost(market) : Double.NaN,
                    spreads.map(many -> many.extraCost(market)),
                    json);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void sums(RunMoney of, Function<Money, Optional<Spread>> spreads, JsonGenerator json) {
        figure(Money.SALES_LOST.column(), of.salesLost(), spreads.apply(Money.SALES_LOST), json);
        figure(Money.VALUE_ADDED_LOST.column(), of.valueAddedLost(), spreads.apply(Money.VALUE_ADDED_LOST), json);
        figure(Money.SCARCITY_GAIN.column(), of.scarcityGain(), spreads.apply(Money.SCARCITY_GAIN), json);
        figure(Money.OTHER_USES_COST.column(), of.otherUsesCost(), spreads.apply(Money.OTHER_USES_COST), json);
    }

    private static void figure(String name, double value, Optional<Spread> spread, JsonGenerator json) {
        number(name, value, json);
        spread.ifPresent(many -> {
            number(name + "_p10", many.p10(), json);
            number(name + "_p50", many.p50(), json);
            number(name + "_p90", many.p90(), json);
        });
    }

    private static void number(String name, double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
