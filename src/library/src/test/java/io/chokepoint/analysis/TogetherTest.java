package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.Together;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures that are wrong together, on the shipped dataset. */
class TogetherTest {
    private static final Scenario NOTHING = Scenario.adHoc(1, List.of());

    private static Dataset dataset;

    @BeforeAll
    static void read() {
        dataset = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow().dataset().toBuilder()
                .together(Together.NONE)
                .build();
    }

    private static FigureDraws draws(Map<FigureClass, Double> parts) {
        return new FigureDraws(dataset.toBuilder().together(new Together(parts)).build(), NOTHING);
    }

    private static boolean isOf(Figure figure, FigureClass of) {
        return FigureClass.of(figure).equals(Optional.of(of))
                && figure.evidence().basis() != Basis.PUBLISHED;
    }

    @Test
    void onlyFiguresOfTheClassThatNobodyPublishedAreDrawnOtherwise() {
        FigureDraws apart = draws(Map.of());
        FigureDraws together = draws(Map.of(FigureClass.STOCK_WEEKS, 0.5, FigureClass.SPARE, 0.0));
        int changed = 0;
        for (int run = 0; run < 3; run++) {
            double[] one = apart.draw(5, run);
            double[] other = together.draw(5, run);
            for (int k = 0; k < one.length; k++) {
                Figure figure = apart.figures().get(k);
                if (isOf(figure, FigureClass.STOCK_WEEKS)) {
                    changed++;
                    assertThat(other[k]).as(figure.id()).isNotEqualTo(one[k]).isBetween(figure.low(), figure.high());
                } else {
                    assertThat(other[k]).as(figure.id()).isEqualTo(one[k]);
                }
            }
        }
        assertThat(changed).isGreaterThan(300);
    }

    @Test
    void independentDrawsAreThoseWithoutAnyClass() {
        Dataset linked = dataset.toBuilder()
                .together(new Together(Map.of(FigureClass.CRITICALITY, 0.6)))
                .build();

        double[] independent = new FigureDraws(linked, NOTHING, Map.of(), Together.NONE).draw(3, 1);

        assertThat(independent).isEqualTo(new FigureDraws(dataset, NOTHING).draw(3, 1));
        assertThat(new FigureDraws(linked, NOTHING).draw(3, 1)).isNotEqualTo(independent);
    }

    /** With c = 1 all figures of a class and basis lie at one quantile; figures of equal range are equal then. */
    @Test
    void allOfAClassAreOneWhereTheyAreWhollyTogether() {
        FigureDraws draws = draws(Map.of(FigureClass.QUALIFICATION_WEEKS, 1.0));
        double[] drawn = draws.draw(1, 0);
        Map<List<Object>, Double> byRange = new HashMap<>();
        int compared = 0;
        for (int k = 0; k < drawn.length; k++) {
            Figure figure = draws.figures().get(k);
            if (isOf(figure, FigureClass.QUALIFICATION_WEEKS)) {
                List<Object> range = List.of(
                        figure.low(),
                        figure.central(),
                        figure.high(),
                        figure.evidence().basis());
                Double known = byRange.putIfAbsent(range, drawn[k]);
                compared += known == null ? 0 : 1;
                assertThat(drawn[k]).isEqualTo(known == null ? drawn[k] : known);
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** Each figure keeps its own distribution, and two of a class correlate as c, on the scale of normal values. */
    @Test
    void theDistributionIsKeptAndPairsCorrelateAsTheDatasetSays() {
        double part = 0.6;
        FigureDraws draws = draws(Map.of(FigureClass.STOCK_WEEKS, part));
        List<Figure> figures = draws.figures();
        List<Integer> two = new ArrayList<>(IntStream.range(0, figures.size())
                .filter(k -> isOf(figures.get(k), FigureClass.STOCK_WEEKS)
                        && figures.get(k).evidence().basis() == Basis.ASSUMPTION)
                .boxed()
                .toList()
                .subList(0, 2));
        int runs = 4000;
        double[] first = new double[runs];
        double[] second = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] drawn = draws.draw(11, run);
            first[run] = drawn[two.get(0)];
            second[run] = drawn[two.get(1)];
        }
        Figure figure = figures.get(two.get(0));
        double mean = Arrays.stream(first).average().orElseThrow();

        assertThat(mean)
                .isCloseTo(
                        (figure.low() + 4 * figure.central() + figure.high()) / 6,
                        within(0.02 * (figure.high() - figure.low())));
        // The correlation of ranks of two normal values with correlation c is 6/π·asin(c/2).
        double expected = 6 / Math.PI * Math.asin(part / 2);
        assertThat(correlation(ranks(first), ranks(second))).isCloseTo(expected, within(0.05));
    }

    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
        double[] ranks = new double[values.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double ownA = 0;
        double ownB = 0;
        for (int k = 0; k < a.length; k++) {
            both += (a[k] - meanA) * (b[k] - meanB);
            ownA += (a[k] - meanA) * (a[k] - meanA);
            ownB += (b[k] - meanB) * (b[k] - meanB);
        }
        return both / Math.sqrt(ownA * ownB);
    }
}
