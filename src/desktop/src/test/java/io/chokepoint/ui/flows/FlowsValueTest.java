package io.chokepoint.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.FlowBook;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Node;
import io.chokepoint.ui.flows.FlowsContent.Width;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.SmallRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** a is worth US$ 100 m a year; b, worth 1,000, takes .3 of it and c, worth 120, takes .2. */
class FlowsValueTest {
    private final StudyRunner runner = new StudyRunner(new DataPackage(
            Path.of(""),
            PriceExamples.TWO_CUSTOMERS.dataset(),
            Optional.empty(),
            RationingRule.PRICE,
            List.of(),
            List.of()));
    private final SimulationResult result = runner.run(PriceExamples.TWO_CUSTOMERS.scenario(), RunMonitor.NONE);

    private FlowsContent flows(String good, Width width) {
        Good of = result.dataset().getGood(good);
        return new FlowsBuilder(Answer.of(result), new FlowBook(runner), of, width, 12).build();
    }

    private static Band from(FlowsContent content, String name) {
        return content.bands().stream()
                .filter(band ->
                        band.from() instanceof Node.OfGood of && of.good().id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInputIsAsWideAsWhatIsPaidForIt() {
        Band paid = from(flows("b", Width.VALUE), "a");

        assertThat(paid.size()).isCloseTo(0.3 * 100 / 1000, within(1e-9));
        assertThat(paid.meaning()).contains("US$ 30 m a year is paid");
    }

    @Test
    void byUseAllInputsAreAsWideAsTheGood() {
        assertThat(from(flows("b", Width.USE), "a").size()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theGoodIsAsWideAsItIsWorthOnItsWay() {
        FlowsContent content = flows("a", Width.VALUE);
        Band toB = content.bands().stream()
                .filter(band ->
                        band.to() instanceof Node.OfGood of && of.good().id().equals("b"))
                .findFirst()
                .orElseThrow();

        assertThat(content.worth()).contains(100.0);
        assertThat(toB.size()).isCloseTo(0.3, within(1e-9));
        assertThat(toB.meaning()).endsWith("worth US$ 30 m a year");
    }

    @Test
    void withoutValuesWidthsSayThePartOfUse() {
        SimulationResult plain = SmallRun.result();
        FlowsContent content = new FlowsBuilder(
                        Answer.of(plain),
                        new FlowBook(SmallRun.runner()),
                        plain.dataset().getGood("wafers"),
                        Width.VALUE,
                        12)
                .build();

        assertThat(content.width()).isEqualTo(Width.USE);
        assertThat(content.worth()).isEmpty();
    }

    @Test
    void noBandIsTooThinToBeSeen() {
        FlowsLayout layout = new FlowsLayout(flows("b", Width.VALUE), 980, 430, (block, width) -> false);

        assertThat(layout.runs().values())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.width()).isGreaterThanOrEqualTo(FlowsLayout.LEAST_BAND));
    }
}
