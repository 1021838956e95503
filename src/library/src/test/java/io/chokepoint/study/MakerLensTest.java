package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.LensLosses.Loss;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Page;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * A maker, a country and a market looked at, with numbers worked by hand.
 *
 * <pre>
 *   ore@X 1 ──ω 1, n 4──▶ chip@T 0.8 (TWN), chip@K 0.2 (KOR) ──▶ buyers
 *   gas@P 0.6 (USA), gas@Q 0.3, gas@R 0.1 (JPN) ──ω 0.5, n 10──▶ chip
 *   chip@T also makes board, which needs gas with ω 0.2, n 2
 * </pre>
 */
class MakerLensTest {
    private static final int WEEKS = LensLosses.WEEKS;

    private static final Dataset DATASET = NetworkSketch.named("lens")
            .good("ore", GoodKind.MATERIAL)
            .good("gas", GoodKind.MATERIAL)
            .good("chip", GoodKind.PRODUCT)
            .good("board", GoodKind.PRODUCT)
            .provider("T", "TWN")
            .provider("K", "KOR")
            .provider("P", "USA")
            .provider("Q", "JPN")
            .provider("R", "JPN")
            .makes("X", "ore", 1)
            .makes("P", "gas", 0.6)
            .makes("Q", "gas", 0.3)
            .makes("R", "gas", 0.1)
            .makes("T", "chip", 0.8)
            .makes("K", "chip", 0.2)
            .makes("T", "board", 1)
            .needs("chip", "gas", in -> in.criticality(0.5).stockWeeks(10).useShare(0.5))
            .needs("board", "gas", in -> in.criticality(0.2).stockWeeks(2).useShare(0.5))
            .needs("chip", "ore", in -> in.stockWeeks(4))
            .market("buyers", buyers -> buyers.buys("chip", 1, 1))
            .value("ore", 10, 4)
            .value("gas", 104, 4)
            .value("chip", 520, 4)
            .value("board", 52, 4)
            .build();

    private final StudyRunner runner = runner(DATASET);
    private final MakerLens lens = new MakerLens(runner);

    private static StudyRunner runner(Dataset dataset) {
        return new StudyRunner(new DataPackage(
                Path.of(""), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
    }

    private static LensSubject maker(String id) {
        return new LensSubject.OfMaker(DATASET.findProvider(id).orElseThrow());
    }

    private static Need need(Page page, String input) {
        return page.needs().stream()
                .filter(need -> need.input().id().equals(input))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMakersGoodsStandWithTheirShareAndWorth() {
        Page page = lens.page(maker("T"));

        assertThat(page.makes()).extracting(made -> made.good().id()).containsExactly("chip", "board");
        assertThat(page.makes().getFirst().share()).isCloseTo(0.8, within(1e-12));
        assertThat(page.makes().getFirst().millionsAYear()).hasValue(416);
        assertThat(page.makes().getLast().millionsAYear()).hasValue(52);
    }

    @Test
    void whatItNeedsIsOneRowAnInputAndTheMostCriticalUseSpeaks() {
        Page page = lens.page(maker("T"));

        // 1 × 1 before 0.5 × 0.6, though the dataset states gas first.
        assertThat(page.needs()).extracting(need -> need.input().id()).containsExactly("ore", "gas");
        Need gas = need(page, "gas");
        assertThat(gas.uses()).extracting(good -> good.id()).containsExactly("chip", "board");
        assertThat(gas.mode()).contains(DependencyMode.CONSUMED);
        assertThat(gas.criticality()).isEqualTo(0.5);
        assertThat(gas.stockWeeks()).isEqualTo(10);
        assertThat(gas.exposure()).isCloseTo(0.3, within(1e-12));
        assertThat(gas.origins()).extracting(MakerLens.Origin::country).containsExactly("USA", "JPN");
        assertThat(gas.origins().getLast().share()).isCloseTo(0.4, within(1e-12));
        assertThat(gas.origins().getLast().makers())
                .extracting(maker -> maker.id())
                .containsExactly("Q", "R");
        assertThat(gas.isSoleSource()).isFalse();
        assertThat(need(page, "ore").isSoleSource()).isTrue();
        assertThat(need(page, "ore").otherMakers()).isZero();
    }

    @Test
    void theLossOfASourceHitsWhenTheStockIsGoneAndTheWayIsEmpty() {
        List<Loss> losses = new LensLosses(runner).of(lens.page(maker("T")), RunMonitor.NONE);

        Loss ore = losses.getFirst();
        // 4 weeks of stock and one on its way; then nothing is made to the end.
        assertThat(ore.firstWeek()).hasValue(5);
        assertThat(ore.worst()).contains(DATASET.getGood("chip"));
        assertThat(ore.lowest()).isZero();
        assertThat(ore.sellsLess()).isFalse();
        assertThat(ore.lostMillions()).isCloseTo((WEEKS - 5) * 0.8 * 10, within(1e-6));
        // The other maker of chips loses its fifth.
        assertThat(ore.loser().orElseThrow().maker().id()).isEqualTo("K");
        assertThat(ore.loser().orElseThrow().millions()).isCloseTo((WEEKS - 5) * 0.2 * 10, within(1e-6));
        assertThat(ore.gainer()).isEmpty();
    }

    @Test
    void ofASourceThatIsOneOfSeveralOnlyItsPartIsMissed() {
        Dataset dataset = NetworkSketch.named("two sources")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("P", "gas", 0.6)
                .makes("Q", "gas", 0.4)
                .makes("T", "chip", 1)
                .needs("chip", "gas", in -> in.criticality(0.5).stockWeeks(10))
                .build();
        StudyRunner two = runner(dataset);
        LensSubject subject = new LensSubject.OfMaker(dataset.findProvider("T").orElseThrow());

        Loss gas = new LensLosses(two)
                .of(new MakerLens(two).page(subject), RunMonitor.NONE)
                .getFirst();

        // From week 1 on 0.4 of the use arrives: 10 weeks of stock last 16 weeks and two thirds, then 0.6 of it is
        // missed.
        assertThat(gas.source().country()).isEqualTo("P");
        assertThat(gas.firstWeek()).hasValue(17);
        assertThat(gas.lowest()).isCloseTo(1 - 0.5 * 0.6, within(1e-9));
        assertThat(gas.lostMillions()).isZero();
    }

    @Test
    void aCountryIsNotExposedToItself() {
        Page japan = lens.page(new LensSubject.OfCountry("JPN"));
        Page taiwan = lens.page(new LensSubject.OfCountry("TWN"));

        assertThat(japan.makes().getFirst().share()).isCloseTo(0.4, within(1e-12));
        assertThat(japan.needs()).isEmpty();
        assertThat(new LensLosses(runner).of(japan, RunMonitor.NONE)).isEmpty();
        assertThat(need(taiwan, "ore").leading().orElseThrow().country()).isEqualTo("X");
    }

    @Test
    void whatAMakerMakesForItselfIsNoExposureAndItsRivalsInTheCountryCanBeLost() {
        Dataset dataset = NetworkSketch.named("own steps")
                .good("step", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .provider("T", "TWN")
                .provider("U", "TWN")
                .makes("T", "step", 0.75)
                .makes("U", "step", 0.25)
                .makes("T", "chip", 1)
                .needs("chip", "step", in -> in.criticality(1))
                .build();
        StudyRunner own = runner(dataset);
        LensSubject subject = new LensSubject.OfMaker(dataset.findProvider("T").orElseThrow());
        Page page = new MakerLens(own).page(subject);

        Need step = page.needs().getFirst();
        assertThat(step.sources()).hasSize(2);
        assertThat(step.exposure()).isCloseTo(0.25, within(1e-12));
        assertThat(step.isSoleSource()).isFalse();
        LensLosses losses = new LensLosses(own);
        assertThat(losses.restriction(subject, step, "").orElseThrow().terms().select())
                .extracting(select -> select.text())
                .containsExactly("good:step country:TWN provider:!T");
        assertThat(losses.of(page, RunMonitor.NONE).getFirst().lowest()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void aMarketIsExposedToTheCountryThatServesIt() {
        Page page =
                lens.page(new LensSubject.OfMarket(DATASET.findMarket("buyers").orElseThrow()));

        assertThat(page.makes()).isEmpty();
        Need chip = page.needs().getFirst();
        assertThat(chip.mode()).isEmpty();
        assertThat(chip.exposure()).isCloseTo(0.8, within(1e-12));
        Loss loss = new LensLosses(runner).of(page, RunMonitor.NONE).getFirst();
        assertThat(loss.firstWeek()).hasValue(0);
        assertThat(loss.lowest()).isCloseTo(0.2, within(1e-9));
        assertThat(loss.lostMillions()).isCloseTo(WEEKS * 0.8 * 10, within(1e-6));
    }

    @Test
    void progressCountsTheRunsAndACancelledPageIsGivenUp() {
        List<String> steps = new ArrayList<>();
        Page page = lens.page(maker("T"));

        new LensLosses(runner).of(page, new Watcher(steps, false));

        assertThat(steps).containsExactly("1/2", "2/2");
        assertThatThrownBy(() -> new LensLosses(runner).of(page, new Watcher(steps, true)))
                .isInstanceOf(CancellationException.class);
    }

    private record Watcher(List<String> steps, boolean isCancelled) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {
            steps.add(done + "/" + total);
        }
    }

    @Test
    void whoMakesNothingHasNoPage() {
        assertThatThrownBy(() -> lens.page(new LensSubject.OfCountry("FRA")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
