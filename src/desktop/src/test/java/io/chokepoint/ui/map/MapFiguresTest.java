package io.chokepoint.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.FlowBook;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.SmallRun;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapFiguresTest {
    private final SimulationResult result = SmallRun.result();
    private final Good oxide = result.dataset().getGood("oxide");
    private final MapFigures figures = new MapFigures(Answer.of(result), Optional.of(new FlowBook(SmallRun.runner())));

    @Test
    void supplyIsTheBaselineShare() {
        MapContent content = figures.content(MapMeasure.SUPPLY, Optional.of(oxide));

        assertThat(content.countries()).extracting(CountryFigure::code).containsExactly("CHN", "MYS");
        assertThat(content.find("CHN").orElseThrow().value()).isCloseTo(0.85, within(1e-9));
        assertThat(content.find("CHN").orElseThrow().restricts()).isTrue();
        assertThat(content.find("MYS").orElseThrow().restricts()).isFalse();
    }

    @Test
    void whoRestrictsLosesSalesAndWhoStepsInGains() {
        MapContent content = figures.content(MapMeasure.SALES, Optional.of(oxide));
        double lost = 0;
        for (int week = 0; week < SmallRun.WEEKS; week++) {
            lost += 1 - result.output(result.activities().get(3), week);
        }

        assertThat(result.activities().get(3).toString()).isEqualTo("oxide@CHN");
        assertThat(content.find("CHN").orElseThrow().value()).isCloseTo(lost / SmallRun.WEEKS, within(1e-9));
        assertThat(content.find("CHN").orElseThrow().text()).startsWith("−");
        assertThat(content.find("MYS").orElseThrow().value()).isNegative();
        assertThat(content.find("MYS").orElseThrow().text()).startsWith("+");
    }

    /** Abroad 85 % of the oxide is Chinese and restricted; Chinese makers buy without a restriction. */
    @Test
    void exposureIsThePartOfPurchasesThatIsRestricted() {
        MapContent content = figures.content(MapMeasure.EXPOSURE, Optional.of(oxide));

        assertThat(content.find("JPN").orElseThrow().value()).isCloseTo(0.85, within(1e-9));
        assertThat(content.find("CHN")).isEmpty();
        assertThat(content.arcs()).extracting(MapContent.Arc::to).containsExactly("JPN", "DEU");
    }
}
