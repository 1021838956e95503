package io.chokepoint.study;

import static io.chokepoint.testkit.HandMadeRun.B200;
import static io.chokepoint.testkit.HandMadeRun.B200_NVIDIA;
import static io.chokepoint.testkit.HandMadeRun.EDA_SYNOPSYS;
import static io.chokepoint.testkit.HandMadeRun.ETCH_STEP;
import static io.chokepoint.testkit.HandMadeRun.HBM;
import static io.chokepoint.testkit.HandMadeRun.HBM_HYNIX;
import static io.chokepoint.testkit.HandMadeRun.N4;
import static io.chokepoint.testkit.HandMadeRun.N4_TSMC;
import static io.chokepoint.testkit.HandMadeRun.OXIDE;
import static io.chokepoint.testkit.HandMadeRun.OXIDE_CHINA;
import static io.chokepoint.testkit.HandMadeRun.STEP_SMIC;
import static io.chokepoint.testkit.HandMadeRun.STEP_TSMC;
import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.testkit.HandMadeRun;
import org.junit.jupiter.api.Test;

/** Which goods fall short and which only sell less. */
class HitsTest {
    private static final Cause.Kind DEMAND = Cause.Kind.DEMAND;
    private static final Cause.Kind INPUT = Cause.Kind.INPUT;

    private static HandMadeRun.Builder licenced() {
        return new HandMadeRun.Builder(HandMadeRun.scenario(HandMadeRun.licence(4)));
    }

    @Test
    void aGoodWithoutItsInputFallsShortAndOneThatIsOrderedLessSellsLess() {
        Hits hits = Hits.of(licenced()
                .falls(B200_NVIDIA, 66, .81, 97, INPUT, N4, N4_TSMC, false)
                .falls(HBM_HYNIX, 68, .7, 97, DEMAND, null, null, false)
                .build());

        assertThat(hits.fallShort()).containsExactly(B200);
        assertThat(hits.sellLess()).containsExactly(HBM);
        assertThat(hits.kind(B200)).contains(Hits.Kind.FALLS_SHORT);
        assertThat(hits.sellsLess(HBM)).isTrue();
        assertThat(hits.kind(N4)).isEmpty();
    }

    @Test
    void theLineOfARunInWhichChipsOnlySellLessSaysNothingOfAFirstChipShort() {
        SimulationResult run = licenced()
                .falls(B200_NVIDIA, 66, .81, 97, DEMAND, null, null, false)
                .build();

        assertThat(Headline.of(run).line())
                .isEqualTo("1 of 9 goods sells less · Chips sell less from week 67 · Nvidia B200 / B300: 81 %");
    }

    @Test
    void theLineOfARunWithoutAChipNamesTheGood() {
        SimulationResult run = licenced()
                .falls(OXIDE_CHINA, 6, .63, 8, DEMAND, null, null, true)
                .build();

        assertThat(Headline.of(run).line())
                .contains("Yttrium oxide: from week 6")
                .doesNotContainIgnoringCase("chip");
    }

    @Test
    void aRestrictedMakerThatCannotDeliverWhatIsOrderedFallsShort() {
        Hits hits = Hits.of(licenced()
                .falls(OXIDE_CHINA, 6, .63, 8, DEMAND, null, null, true)
                .build());

        assertThat(hits.fallShort()).containsExactly(OXIDE);
    }

    @Test
    void oneMakerWithoutCapacityIsEnoughToFallShort() {
        Hits hits = Hits.of(licenced()
                .falls(STEP_TSMC, 52, .825, 80, DEMAND, null, null, false)
                .falls(STEP_SMIC, 55, .9, 80, Cause.Kind.CAPACITY, null, null, false)
                .build());

        assertThat(hits.fallShort()).containsExactly(ETCH_STEP);
    }

    @Test
    void theHeadlineCountsBothApartAndSpeaksOfTheChipThatFallsShort() {
        Headline headline = Headline.of(licenced()
                .falls(N4_TSMC, 56, .84, 84, INPUT, ETCH_STEP, STEP_TSMC, false)
                .falls(HBM_HYNIX, 50, .2, 60, DEMAND, null, null, false)
                .falls(EDA_SYNOPSYS, 40, .2, 60, DEMAND, null, null, false)
                .build());

        assertThat(headline.who().answer()).isEqualTo("1 of 9 goods falls short");
        assertThat(headline.who().detail()).isEqualTo("0 of 1 chip, 0 of 1 market; 2 sell less");
        assertThat(headline.good()).as("HBM loses more, but only sells less").contains(N4);
        assertThat(headline.when().answer()).startsWith("N4 / N5 wafers: from week 5");
        assertThat(headline.when().detail()).doesNotContain("design");
    }

    @Test
    void ofGoodsWithTheSameLossUpToRoundingTheFirstOfTheDatasetIsTheHeadline() {
        Headline headline = Headline.of(licenced()
                .falls(N4_TSMC, 56, .8, 84, INPUT, ETCH_STEP, STEP_TSMC, false)
                .falls(HBM_HYNIX, 56, .8 - 1e-12, 84, Cause.Kind.CAPACITY, null, null, false)
                .build());

        assertThat(headline.good()).contains(N4);
    }

    @Test
    void whereNothingFallsShortTheHeadlineSaysThatGoodsSellLess() {
        Headline headline = Headline.of(licenced()
                .falls(B200_NVIDIA, 66, .81, 97, DEMAND, null, null, false)
                .build());

        assertThat(headline.who().answer()).isEqualTo("1 of 9 goods sells less");
        assertThat(headline.who().detail()).isEqualTo("none falls short; 1 of 1 chip, 0 of 1 market");
        assertThat(headline.when().answer()).startsWith("Chips sell less from week ");
        assertThat(headline.good()).contains(B200);
        assertThat(headline.why().orElseThrow().quote()).contains("sells less from week");
    }
}
