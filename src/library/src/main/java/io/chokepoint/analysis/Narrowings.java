package io.chokepoint.analysis;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.analysis.Narrowing.OfClass;
import io.chokepoint.analysis.Narrowing.OfFigure;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.scenario.RuleWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * For answers of many runs, how far their bands would shrink if a class of assumptions or a single figure were known ({@link Narrowing}),
 * by regression on the runs already made: no further runs, and the same runs always give the same. Rests on the runs whose draws are kept
 * ({@link MonteCarloResult#runsKept}). Immutable and safe to share between threads.
 */
public final class Narrowings {
    /** Single figures are worth naming up to so many. */
    private static final int MOST_FIGURES = 10;

    private final MonteCarloRecord record;
    private final MonteCarloResult result;
    private final List<Figure> figures;
    private final int runs;
    private final FigureGroup[] groups = FigureGroup.values();
    private final int[] drawnOf = new int[groups.length];
    private final float[][] parts;
    private final PartScreen screen;

    Narrowings(MonteCarloRecord record, MonteCarloResult result) {
        this.record = record;
        this.result = result;
        this.figures = result.figures();
        this.runs = result.runsKept();
        int[] shared = record.draws.sharedBy();
        List<RuleWeights.Rule> rules = result.partsByRule().size() > 1
                ? List.copyOf(result.partsByRule().keySet())
                : List.of();
        int drawn = figures.size() + shared.length;
        int[] groupOf = new int[drawn + rules.size()];
        for (int k = 0; k < figures.size(); k++) {
            groupOf[k] = FigureGroup.of(figures.get(k)).ordinal();
            drawnOf[groupOf[k]]++;
        }
        for (int k = 0; k < shared.length; k++) {
            groupOf[figures.size() + k] = groupOf[shared[k]];
        }
        Arrays.fill(groupOf, drawn, groupOf.length, FigureGroup.RULE.ordinal());
        parts = parts(drawn, rules);
        screen = new PartScreen(parts, groupOf, groups.length);
    }

    private float[][] parts(int drawn, List<RuleWeights.Rule> rules) {
        float[][] byPart = new float[drawn + rules.size()][runs];
        double[] values = new double[figures.size()];
        double[] ofRun = new double[drawn];
        for (int run = 0; run < runs; run++) {
            float[] kept = record.drawn(run);
            for (int k = 0; k < values.length; k++) {
                values[k] = kept[k];
            }
            record.draws.parts(record.seed, run, values, ofRun);
            for (int k = 0; k < drawn; k++) {
                byPart[k][run] = (float) ofRun[k];
            }
            for (int k = 0; k < rules.size(); k++) {
                byPart[drawn + k][run] = record.rule(run) == rules.get(k) ? 1 : 0;
            }
        }
        return byPart;
    }

    /** Of an outcome of a good; of a week, the end of the run stands for never. */
    public Optional<Narrowing> of(Good good, Measure measure) {
        return of(result.values(good, measure));
    }

    /** Of an outcome of a market's served demand. */
    public Optional<Narrowing> of(Market market, Measure measure) {
        return of(result.values(market, measure));
    }

    /** Of a sum of money over all countries and markets; empty where not every run has it. */
    public Optional<Narrowing> of(Money money) {
        return result.prices().map(prices -> prices.values(money)).flatMap(this::of);
    }

    private Optional<Narrowing> of(double[] all) {
        double[] outcome = Arrays.stream(all)
                .limit(runs)
                .map(value -> value == Double.POSITIVE_INFINITY ? record.weeks : value)
                .toArray();
        return runs < MonteCarloResult.FEWEST_FOR_PRECISION
                        || Arrays.stream(outcome).anyMatch(Double::isNaN)
                ? Optional.empty()
                : Optional.of(narrowing(outcome));
    }

    private Narrowing narrowing(double[] outcome) {
        double[] sorted = Quantiles.sorted(outcome);
        double low = Quantiles.of(sorted, 0.1);
        double high = Quantiles.of(sorted, 0.9);
        if (!(high > low)) {
            return new Narrowing(low, high, runs, List.of(), List.of());
        }
        SplittableRandom random = new SplittableRandom(1);
        BandWidth width = new BandWidth(outcome, random);
        PartScreen.Found found = screen.find(outcome, random);
        List<OfClass> classes = new ArrayList<>();
        for (FigureGroup group : groups) {
            int g = group.ordinal();
            if (drawnOf[g] > 0
                    || group == FigureGroup.RULE && result.partsByRule().size() > 1) {
                classes.add(
                        new OfClass(group, drawnOf[g], gain(width, found.scores()[g], found.groupClear()[g], random)));
            }
        }
        classes.sort(Comparator.comparing((OfClass of) -> !of.gain().isClear())
                .thenComparing(of -> -of.gain().part()));
        return new Narrowing(low, high, runs, classes, figures(width, found, random));
    }

    private List<OfFigure> figures(BandWidth width, PartScreen.Found found, SplittableRandom random) {
        double[] correlations = found.partCorrelations();
        return IntStream.range(0, figures.size())
                .filter(k -> Math.abs(correlations[k]) > found.partChance())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(correlations[k])))
                .limit(MOST_FIGURES)
                .map(k -> new OfFigure(
                        figures.get(k), FigureGroup.of(figures.get(k)), gain(width, toDouble(parts[k]), true, random)))
                .filter(of -> of.gain().isClear())
                .sorted(Comparator.comparingDouble(of -> -of.gain().part()))
                .toList();
    }

    private static Gain gain(BandWidth width, double[] score, boolean goesWith, SplittableRandom random) {
        double part = width.gain(score);
        double error = width.error(score, random);
        return new Gain(part, error, goesWith && part > Narrowing.SURE * error);
    }

    private static double[] toDouble(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(k -> values[k]).toArray();
    }
}
