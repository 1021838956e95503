package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.Good;
import io.chokepoint.model.Together;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What would narrow a band, held against runs made again and again with the figures in question pinned. a is out for twenty weeks, c needs
 * b needs a: both hold stock of many weeks and can do without some; x has nothing to do with it.
 */
class NarrowingsTest {
    private static final Evidence MADE_UP = Evidence.assumption("made up");
    private static final int MANY = 2000;

    private static final Dataset NETWORK = NetworkSketch.named("three")
            .makes("X", "a", 1)
            .makes("X", "b", 1, 0.2, 1)
            .makes("X", "c", 1)
            .makes("X", "x", 1)
            .needs("b", "a", input -> input.stockWeeks(6).criticality(0.8))
            .needs("c", "b", input -> input.stockWeeks(4).criticality(0.8))
            .needs("x", "c", input -> input.stockWeeks(9).criticality(0.3))
            .build();
    private static final Scenario OUTAGE =
            ScenarioSketch.over(60).during(5, 25).outage("good:a", 1).scenario();
    private static final Map<String, Figure> RANGES = ranges(Map.of(
            "dependencies/a>b/stock_weeks", new double[] {1, 6, 16},
            "dependencies/b>c/stock_weeks", new double[] {1, 4, 6},
            "dependencies/a>b/criticality", new double[] {0.5, 0.8, 1},
            "dependencies/b>c/criticality", new double[] {0.6, 0.8, 1},
            "dependencies/c>x/stock_weeks", new double[] {1, 9, 30},
            "dependencies/c>x/criticality", new double[] {0, 0.3, 1},
            "supply/X/b/spare", new double[] {0.1, 0.2, 0.5}));

    private static Map<String, Figure> ranges(Map<String, double[]> stated) {
        Map<String, Figure> ranges = new HashMap<>();
        for (Figure figure : NETWORK.figures()) {
            double[] range = stated.get(figure.id());
            if (range != null) {
                ranges.put(figure.id(), figure.with(range[0], range[1], range[2], MADE_UP));
            }
        }
        assertThat(ranges).hasSameSizeAs(stated);
        return Map.copyOf(ranges);
    }

    private static MonteCarloResult study(Together together, Map<String, Figure> own, int runs, long seed) {
        Dataset dataset = NETWORK.toBuilder().together(together).build();
        return new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(dataset),
                        OUTAGE,
                        RationingRule.PROPORTIONAL,
                        List.of(),
                        own)
                .run(MonteCarlo.Settings.all(runs, seed, 2), RunMonitor.NONE);
    }

    private static Good c() {
        return NETWORK.getGood("c");
    }

    /** By what part the band shrinks on average when the figures of a class are pinned at values they may have. */
    private static double nested(Together together, FigureGroup group) {
        FigureDraws draws =
                new FigureDraws(NETWORK.toBuilder().together(together).build(), OUTAGE, RANGES);
        double sum = 0;
        int outer = 80;
        for (int k = 0; k < outer; k++) {
            double[] drawn = draws.draw(99, k);
            Map<String, Figure> own = new HashMap<>(RANGES);
            for (int f = 0; f < drawn.length; f++) {
                Figure figure = draws.figures().get(f);
                if (FigureGroup.of(figure) == group) {
                    own.put(figure.id(), figure.with(drawn[f], drawn[f], drawn[f], MADE_UP));
                }
            }
            sum += width(study(together, own, 400, 7 + k)) / outer;
        }
        return 1 - sum / width(study(together, RANGES, MANY, 1));
    }

    private static double width(MonteCarloResult drawn) {
        MonteCarloResult.Spread lost = drawn.spread(c(), Measure.LOST_OUTPUT);
        return lost.p90() - lost.p10();
    }

    @Test
    void aClassNarrowsByWhatPinningItAgainAndAgainDoes() {
        for (Together together : List.of(
                Together.NONE, new Together(Map.of(FigureClass.CRITICALITY, 0.7, FigureClass.STOCK_WEEKS, 0.5)))) {
            Narrowing found = study(together, RANGES, MANY, 1)
                    .narrowings()
                    .of(c(), Measure.LOST_OUTPUT)
                    .orElseThrow();

            for (FigureGroup group : List.of(FigureGroup.STOCK_WEEKS, FigureGroup.CRITICALITY)) {
                Narrowing.Gain gain = ofClass(found, group).gain();
                assertThat(gain.isClear()).as(group.id()).isTrue();
                assertThat(gain.part()).as(group + " " + together).isCloseTo(nested(together, group), within(0.06));
            }
        }
    }

    private static Narrowing.OfClass ofClass(Narrowing found, FigureGroup group) {
        return found.classes().stream()
                .filter(of -> of.group() == group)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresThatPlayNoPartAreNotNamed() {
        Narrowing found = study(Together.NONE, RANGES, MANY, 2)
                .narrowings()
                .of(c(), Measure.LOST_OUTPUT)
                .orElseThrow();

        assertThat(found.figures())
                .extracting(of -> of.figure().id())
                .contains("dependencies/a>b/stock_weeks", "dependencies/a>b/criticality")
                .noneMatch(id -> id.contains(">x/"));
        assertThat(found.figures())
                .extracting(of -> of.gain().part())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(found.classes()).extracting(Narrowing.OfClass::figures).contains(3, 3, 1);
    }

    /** What a figure shares with its class counts with the class: x's figures lean as a's do, and are still not named. */
    @Test
    void aFigureIsNotNamedForWhatItSharesWithItsClass() {
        Together wholly = new Together(Map.of(FigureClass.CRITICALITY, 0.9, FigureClass.STOCK_WEEKS, 0.9));
        MonteCarloResult drawn = study(wholly, RANGES, MANY, 2);
        Narrowing found = drawn.narrowings().of(c(), Measure.LOST_OUTPUT).orElseThrow();

        assertThat(drawn.drivers(c(), Measure.LOST_OUTPUT).stream()
                        .filter(FigureRanking.Entry::isClear)
                        .map(entry -> entry.figure().id()))
                .anyMatch(id -> id.contains(">x/"));
        assertThat(found.figures()).extracting(of -> of.figure().id()).noneMatch(id -> id.contains(">x/"));
    }

    @Test
    void fewRunsTellNothingAndAnAnswerThatIsTheSameHasNoBand() {
        assertThat(study(Together.NONE, RANGES, 29, 1).narrowings().of(c(), Measure.LOST_OUTPUT))
                .isEmpty();
        Optional<Narrowing> same =
                study(Together.NONE, RANGES, 40, 1).narrowings().of(NETWORK.getGood("a"), Measure.LOST_OUTPUT);
        assertThat(same)
                .get()
                .matches(found -> !found.hasWidth())
                .extracting(Narrowing::classes)
                .isEqualTo(List.of());
    }

    @Test
    void theSameRunsGiveTheSame() {
        Narrowing one = study(Together.NONE, RANGES, 200, 5)
                .narrowings()
                .of(c(), Measure.FIRST_LOSS)
                .orElseThrow();
        Narrowing again = study(Together.NONE, RANGES, 200, 5)
                .narrowings()
                .of(c(), Measure.FIRST_LOSS)
                .orElseThrow();

        assertThat(again).isEqualTo(one);
        assertThat(one.hasWidth()).isTrue();
    }
}
