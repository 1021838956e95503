package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.study.LensLosses.Loss;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped dataset says of makers whose sources everybody names. */
class ShippedLensTest {
    private static final StudyRunner RUNNER = new StudyRunner(
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow());

    private static Page page(String maker) {
        return new MakerLens(RUNNER)
                .page(new LensSubject.OfMaker(
                        RUNNER.data().dataset().findProvider(maker).orElseThrow()));
    }

    private static Need need(Page page, String input) {
        return page.needs().stream()
                .filter(need -> need.input().id().equals(input))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tsmcHasOneMakerOfEuvScannersAndItsOwnStepsAreNoExposure() {
        Page tsmc = page("tsmc");

        assertThat(tsmc.makes()).extracting(made -> made.good().id()).contains("tsmc-n3", "tsmc-n4n5", "cowos-l");
        Need scanner = need(tsmc, "euv-scanner");
        assertThat(scanner.mode()).contains(DependencyMode.CAPITAL);
        assertThat(scanner.isSoleSource()).isTrue();
        assertThat(scanner.leading().orElseThrow().country()).isEqualTo("NLD");
        // Taiwan's power stations are one row of the dataset, not one maker.
        assertThat(need(tsmc, "grid-power").isSoleSource()).isFalse();
        assertThat(need(tsmc, "etch-step").exposure()).isZero();
        assertThat(tsmc.needs()).isSortedAccordingTo((a, b) -> Double.compare(rounded(b), rounded(a)));
    }

    private static double rounded(Need need) {
        return Math.rint(need.exposure() * 1e6);
    }

    @Test
    void skHynixLivesOnItsMachinesMuchLongerThanOnItsGases() {
        List<Loss> losses = new LensLosses(RUNNER).of(page("sk-hynix"), RunMonitor.NONE);

        assertThat(losses).hasSize(LensLosses.MOST);
        assertThat(first(losses, "fab-hydrogen")).isLessThan(first(losses, "nf3"));
        assertThat(first(losses, "nf3")).isLessThan(first(losses, "pvd-tool"));
    }

    private static int first(List<Loss> losses, String input) {
        return losses.stream()
                .filter(loss -> loss.need().input().id().equals(input))
                .findFirst()
                .orElseThrow()
                .firstWeek()
                .orElseThrow();
    }

    @Test
    void nvidiaLosesItsLargestChipWithTaiwansPackages() {
        Loss packages = new LensLosses(RUNNER)
                .of(page("nvidia"), RunMonitor.NONE).stream()
                        .filter(loss -> loss.need().input().id().equals("cowos-l"))
                        .findFirst()
                        .orElseThrow();

        assertThat(packages.source().country()).isEqualTo("TWN");
        assertThat(packages.worst().orElseThrow().id()).isEqualTo("nvidia-b200");
        assertThat(packages.sellsLess()).isFalse();
        assertThat(packages.lostMillions()).isPositive();
    }
}
