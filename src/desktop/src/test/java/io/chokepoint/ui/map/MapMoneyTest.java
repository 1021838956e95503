package io.chokepoint.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.FlowBook;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.ui.map.MapContent.Arc;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import io.chokepoint.ui.support.SmallRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The map in US$, over a run and in a week of it, where a and b are made in China and Japan and China's a is kept from Japan's b. */
class MapMoneyTest {
    private static final int WEEK = 20;

    private final StudyRunner runner = new StudyRunner(new DataPackage(
            Path.of(""),
            PriceExamples.INSIDE_AND_OUTSIDE.dataset(),
            Optional.empty(),
            RationingRule.PRICE,
            List.of(),
            List.of()));
    private final SimulationResult result = runner.run(PriceExamples.INSIDE_AND_OUTSIDE.scenario(), RunMonitor.NONE);
    private final RunPrices prices = result.prices().orElseThrow();
    private final MapFigures figures = new MapFigures(Answer.of(result), Optional.of(new FlowBook(runner)));

    private MapContent content(Span span, Optional<Good> selected) {
        return figures.content(MapMeasure.MONEY, span, WEEK, Optional.empty(), selected);
    }

    @Test
    void aCountryLosesTheValueAddedOfItsMakers() {
        MapContent all = content(Span.HORIZON, Optional.empty());

        prices.moneyByCountry().forEach((country, money) -> {
            if (Math.abs(money.valueAddedLost()) >= 0.05) {
                assertThat(all.find(country).orElseThrow().value()).isCloseTo(money.valueAddedLost(), within(1e-9));
            }
        });
        assertThat(all.countries()).extracting(CountryFigure::code).contains("JPN");
    }

    @Test
    void theWeeksAddUpToTheRun() {
        for (String country : List.of("CHN", "JPN")) {
            double sum = 0;
            for (int week = 0; week < result.weeks(); week++) {
                for (var maker : result.activities()) {
                    if (maker.provider().country().equals(country)) {
                        sum += prices.valueAddedLost(maker, week);
                    }
                }
            }
            assertThat(sum).isCloseTo(prices.moneyByCountry().get(country).valueAddedLost(), within(1e-9));
        }
        double inWeek = result.activities().stream()
                .filter(maker -> maker.provider().country().equals("JPN"))
                .mapToDouble(maker -> prices.valueAddedLost(maker, WEEK))
                .sum();
        MapContent week = content(Span.WEEK, Optional.empty());
        assertThat(week.head()).contains("week " + WEEK);
        assertThat(week.find("JPN").orElseThrow().value()).isCloseTo(inWeek, within(1e-9));
    }

    @Test
    void anArcIsAsWideAsWhatItCarriesIsWorth() {
        Good a = result.dataset().getGood("a");
        double worth = new FlowBook(runner)
                        .of(a).stream()
                                .filter(flow ->
                                        flow.maker().provider().country().equals("CHN")
                                                && flow.customerCountry().equals("JPN"))
                                .mapToDouble(FlowBook.Flow::part)
                                .sum()
                * 100;

        assertThat(content(Span.HORIZON, Optional.empty()).arcs())
                .filteredOn(arc -> arc.from().equals("CHN"))
                .singleElement()
                .satisfies(arc -> {
                    assertThat(arc.to()).isEqualTo("JPN");
                    assertThat(arc.size()).isCloseTo(worth, within(1e-9));
                    assertThat(arc.hint()).contains("China → Japan").contains("US$ ");
                });
        assertThat(content(Span.HORIZON, Optional.empty()).arcs())
                .isSortedAccordingTo((one, other) -> Double.compare(other.size(), one.size()))
                .extracting(Arc::from)
                .doesNotContain("");
    }

    @Test
    void theSelectedGoodsMakersAreMarked() {
        MapContent marked = content(Span.HORIZON, Optional.of(result.dataset().getGood("a")));

        assertThat(marked.made()).containsOnlyKeys("CHN", "JPN");
        assertThat(marked.made().get("CHN")).isCloseTo(0.8, within(1e-9));
        assertThat(content(Span.HORIZON, Optional.empty()).made()).isEmpty();
    }

    @Test
    void withoutValuesSalesStandForMoneyAndItSaysSo() {
        SimulationResult plain = SmallRun.result();
        MapContent shown = new MapFigures(Answer.of(plain), Optional.of(new FlowBook(SmallRun.runner())))
                .content(MapMeasure.MONEY, Optional.empty());

        assertThat(shown.measure()).isEqualTo(MapMeasure.SALES);
        assertThat(shown.explanation()).startsWith("The dataset does not say what goods are worth");
    }
}
