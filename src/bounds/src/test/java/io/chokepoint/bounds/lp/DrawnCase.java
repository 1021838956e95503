package io.chokepoint.bounds.lp;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.testkit.NetworkSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A small network and what is restricted in it, drawn by a number. */
record DrawnCase(Dataset dataset, Scenario scenario) {

    static DrawnCase of(long seed, int weeks) throws SelectorParser.SyntaxException {
        Dataset dataset = randomNetwork(seed);
        return new DrawnCase(dataset, randomScenario(dataset, seed, weeks));
    }

    /** The two goods furthest downstream. */
    List<Good> targets() {
        List<Good> goods = List.copyOf(dataset.goods());
        return goods.subList(goods.size() - 2, goods.size());
    }

    BestResponse response(FigureValues values) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, values);
        return new BestResponse(network, compiled(network, scenario), scenario.horizonWeeks());
    }

    static CompiledScenario compiled(CompiledNetwork network, Scenario scenario) {
        return ScenarioCompiler.compile(network, scenario, RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
    }

    static Restriction.Terms terms(String selector, int start, int end) throws SelectorParser.SyntaxException {
        List<Selector> select = List.of(SelectorParser.parse(selector));
        return new Restriction.Terms(select, Optional.empty(), new Period(start, end, 0), "", "");
    }

    static Figure figure(double value) {
        return Figure.point("test", value, "", Evidence.assumption("test"));
    }

    private static Scenario randomScenario(Dataset dataset, long seed, int weeks)
            throws SelectorParser.SyntaxException {
        SplittableRandom random = new SplittableRandom(seed + 1_000_000);
        List<Restriction> restrictions = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (restrictions.size() < count) {
            int good = random.nextInt(4);
            if (dataset.usesOf(dataset.getGood("g" + good)).isEmpty()) {
                continue;
            }
            String selector = "good:g" + good + (random.nextBoolean() ? " country:P0" : "");
            int start = random.nextInt(6);
            int end = start + 5 + random.nextInt(weeks);
            double level = random.nextInt(5) / 4.0;
            restrictions.add(
                    switch (random.nextInt(4)) {
                        case 0 -> RestrictionKinds.OUTAGE.on(terms(selector, start, end), figure(1 - level));
                        case 1 -> RestrictionKinds.EXPORT_BAN.on(terms(selector, start, end), figure(level));
                        case 2 ->
                            RestrictionKinds.LICENCE.on(
                                    terms(selector, start, end), figure(random.nextInt(10)), figure(level));
                        default -> RestrictionKinds.QUOTA.on(terms(selector, start, end), figure(level));
                    });
        }
        return Scenario.adHoc(weeks, restrictions).withMeasures(expansions(seed));
    }

    /** Of a stream of their own, so that networks and restrictions of a seed stay what they were. */
    private static List<Measure> expansions(long seed) throws SelectorParser.SyntaxException {
        SplittableRandom random = new SplittableRandom(seed + 2_000_000);
        List<Measure> measures = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            Selector makers = SelectorParser.parse("good:g" + random.nextInt(6));
            Figure added = figure(random.nextInt(1, 5) / 4.0);
            measures.add(new Measure.Expansion(List.of(makers), added, random.nextInt(20), random.nextInt(9), "", ""));
        }
        return measures;
    }

    /** Six goods, one to three makers each, circles, stand-ins, access and machines. */
    private static Dataset randomNetwork(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkSketch sketch = NetworkSketch.named("random-" + seed);
        int goods = 6;
        for (int g = 0; g < goods; g++) {
            sketch.good("g" + g, GoodKind.MATERIAL);
        }
        for (int g = 0; g < goods; g++) {
            int makers = 1 + random.nextInt(3);
            for (int p = 0; p < makers; p++) {
                sketch.makes("P" + p, "g" + g, 1.0 / makers, random.nextInt(3) * 0.2, 1 + random.nextInt(6));
            }
        }
        for (int g = 1; g < goods; g++) {
            for (int k = 0; k < goods; k++) {
                boolean wanted = k == g - 1 || k != g && random.nextDouble() < (k < g ? 0.3 : 0.06);
                if (!wanted) {
                    continue;
                }
                double criticality = random.nextDouble() < 0.7 ? 1 : 0.5;
                double stock = random.nextInt(6);
                int lead = 1 + random.nextInt(4);
                double qualification = random.nextInt(12);
                double use = 0.15 + 0.02 * random.nextInt(3);
                int kind = random.nextInt(8);
                int standIn = random.nextInt(goods);
                boolean hasStandIn = standIn != k && standIn != g && random.nextDouble() < 0.3;
                sketch.needs("g" + g, "g" + k, input -> {
                    input.useShare(use)
                            .criticality(criticality)
                            .stockWeeks(stock)
                            .leadWeeks(lead)
                            .qualificationWeeks(qualification);
                    if (kind == 0) {
                        return input.access();
                    }
                    if (kind == 1) {
                        return input.capital(5);
                    }
                    return hasStandIn ? input.alternative("g" + standIn, 0.5, 3, 1.5) : input;
                });
            }
        }
        return sketch.build();
    }
}
