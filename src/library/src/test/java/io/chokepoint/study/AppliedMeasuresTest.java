package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.SourcingException;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a measure gains, worked out a second way: by changing figures and scenario and running again, instead of by changing the compiled
 * network. On small random networks.
 */
class AppliedMeasuresTest {
    private static final Mitigation.Settings SETTINGS =
            new Mitigation.Settings(7, 2, 0.4, 3, 0.9, Cost.STOCK_WEEKS, 4, 1);
    private static final int WEEKS = 50;

    @Test
    void everyTrialIsWhatARunWithItsMeasuresGives() {
        Set<Kind> tried = EnumSet.noneOf(Kind.class);
        for (long seed : LongStream.rangeClosed(1, 12).toArray()) {
            StudyRunner runner = runner(network(seed));
            Scenario scenario = licence("good:g0,g1 provider:P0");
            Mitigation.Result result = run(runner, scenario);
            List<Trial> trials = new ArrayList<>(result.alone());
            trials.addAll(result.pairs());
            trials.add(result.cheapest());
            for (Trial trial : trials) {
                AppliedMeasures applied = apply(runner, scenario, trial);
                if (!applied.exact()) {
                    continue;
                }
                trial.options().forEach(option -> tried.add(option.kind()));
                Outcome outcome =
                        outcome(runner, applied, result.target().goods().getFirst());
                assertThat(outcome.lostOutputWeeks())
                        .as("seed %d, %s", seed, trial.options())
                        .isCloseTo(trial.outcome().lostOutputWeeks(), within(1e-9));
                assertThat(outcome.trough()).isCloseTo(trial.outcome().trough(), within(1e-9));
            }
        }
        assertThat(tried).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void theStockOfOneMakerWithoutAFigureOfItsOwnIsBuiltUpAndSaysSo() {
        // Two makers buy alike; the measure is for the first of them.
        Dataset dataset = NetworkSketch.named("alike")
                .good("g0", GoodKind.MATERIAL)
                .good("g1", GoodKind.MATERIAL)
                .good("g4", GoodKind.PRODUCT)
                .makes("P0", "g0", 1)
                .makes("P0", "g1", 0.5)
                .makes("P1", "g1", 0.5)
                .makes("P1", "g4", 1)
                .needs("g1", "g0", in -> in.useShare(1).stockWeeks(1))
                .needs("g4", "g1", in -> in.useShare(1))
                .build();
        StudyRunner runner = runner(dataset);
        Scenario scenario = licence("good:g0");
        Trial one = run(runner, scenario).alone().stream()
                .filter(trial -> trial.options().getFirst().kind() == Kind.STOCK
                        && trial.options().getFirst().makers().equals("g1@P0"))
                .findFirst()
                .orElseThrow();

        AppliedMeasures applied = apply(runner, scenario, one);

        assertThat(applied.exact()).isFalse();
        assertThat(applied.figures()).isEmpty();
        assertThat(applied.scenario().measures())
                .singleElement()
                .isInstanceOfSatisfying(
                        Measure.StockBuild.class,
                        build -> assertThat(build.weeks().central()).isEqualTo(7));
        assertThat(runner.check(applied.scenario())).isEmpty();
    }

    private static Outcome outcome(StudyRunner runner, AppliedMeasures applied, Good target) {
        Map<String, Figure> own = applied.figures().stream().collect(Collectors.toMap(Figure::id, Function.identity()));
        FigureValues values = figure -> own.getOrDefault(figure.id(), figure).central();
        SimulationResult result = runner.run(applied.scenario(), values, "with measures", RunMonitor.NONE);
        return result.outcome(target);
    }

    private static AppliedMeasures apply(StudyRunner runner, Scenario scenario, Trial trial) {
        return AppliedMeasures.of(
                trial.options(), SETTINGS, scenario, FigureValues.CENTRAL, runner.structure(), "test");
    }

    private static Mitigation.Result run(StudyRunner runner, Scenario scenario) {
        return new MitigationStudy(runner)
                .run(scenario, runner.data().dataset().getGood("g4"), SETTINGS, RunMonitor.NONE);
    }

    private static Scenario licence(String select) {
        try {
            Restriction.Terms terms = new Restriction.Terms(
                    List.of(SelectorParser.parse(select)), Optional.empty(), new Period(4, 40, 0), "", "");
            return Scenario.adHoc(
                    WEEKS, List.of(RestrictionKinds.LICENCE.on(terms, point("wait", 8), point("approval", 0.3))));
        } catch (SelectorParser.SyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static StudyRunner runner(Dataset dataset) {
        return new StudyRunner(new DataPackage(
                Path.of("random"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
    }

    private static Figure point(String id, double value) {
        return Figure.point(id, value, "weeks", Evidence.assumption("test"));
    }

    /** Five goods in a row with some skips, one to three makers each, stand-ins here and there, one lean buyer. */
    private static Dataset network(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkSketch sketch = NetworkSketch.named("random-" + seed);
        int goods = 5;
        int[] makers = new int[goods];
        for (int g = 0; g < goods; g++) {
            sketch.good("g" + g, GoodKind.MATERIAL);
            makers[g] = 2 + random.nextInt(2);
            for (int p = 0; p < makers[g]; p++) {
                sketch.makes("P" + p, "g" + g, 1.0 / makers[g], 0.1, 3);
            }
        }
        for (int g = 1; g < goods; g++) {
            for (int k = Math.max(0, g - 2); k < g; k++) {
                if (k == g - 1 || random.nextDouble() < 0.4) {
                    double stock = random.nextInt(4);
                    double wait = random.nextInt(30);
                    int standIn = k + 1;
                    boolean hasStandIn = standIn < g && random.nextDouble() < 0.5;
                    sketch.needs("g" + g, "g" + k, input -> {
                        input.useShare(0.4).stockWeeks(stock).qualificationWeeks(wait);
                        return hasStandIn ? input.alternative("g" + standIn, 0.5, 20, 1) : input;
                    });
                }
            }
        }
        Dataset plain = sketch.build();
        Activity lean = plain.suppliesOf(plain.getGood("g1")).getFirst().activity();
        SourcingException exception = new SourcingException(
                lean,
                plain.getGood("g0"),
                List.of(),
                point("lean/stock", 0.5),
                seed % 2 == 0 ? point("lean/qualification", 12) : null,
                true,
                Evidence.assumption("test"));
        return plain.toBuilder().sourcing(List.of(exception)).build();
    }
}
