package io.chokepoint.firms.esri;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.sweep.Shard;
import io.chokepoint.sweep.UnitRunner;
import io.chokepoint.sweep.UnitSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every firm alone, in units that may be computed anywhere. */
class EveryFirmTest {
    private static final StopRule FEW_STEPS = new StopRule(1, 0, 3);

    private static EsriNetwork network(int firms) {
        SplittableRandom random = new SplittableRandom(firms);
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        for (int firm = 0; firm < firms; firm++) {
            builder.firm("f" + firm, "s" + random.nextInt(5));
        }
        for (int firm = 0; firm < firms; firm++) {
            builder.link("f" + firm, "f" + random.nextInt(firms), 1 + random.nextInt(9));
        }
        FirmNetwork network = builder.build();
        return EsriNetwork.of(network, Essentiality.all(network, Essentiality.ESSENTIAL), EsriOptions.PUBLISHED);
    }

    /** Sizes with one firm a unit, with more, and with a last unit that is not full. */
    @ParameterizedTest
    @CsvSource({"1,1", "3,3", "4097,4097", "8192,4096", "12301,4101"})
    void everyFirmIsInOneUnitAndAsIfItWereAlone(int firms, int units) {
        EsriNetwork network = network(firms);
        EveryFirm sweep = new EveryFirm(network, FEW_STEPS);
        assertThat(sweep.units()).isEqualTo(units);
        EsriCascade cascade = new EsriCascade(network);
        int[] seen = new int[firms];
        sweep.each(UnitRunner.all(sweep, 2, RunMonitor.NONE), (firm, index, iterations, settled, residual) -> {
            seen[firm]++;
            EsriResult alone = cascade.run(EsriShock.stop(firm), FEW_STEPS);
            assertThat(index).isEqualTo(alone.indices().getFirst());
            assertThat(iterations).isEqualTo(alone.iterations());
            assertThat(settled).isEqualTo(alone.settled());
            assertThat(residual).isEqualTo(alone.residual());
        });
        assertThat(seen).containsOnly(1);
    }

    @Test
    void aUnitGivesTheSameWhateverWasComputedBefore() {
        EveryFirm sweep = new EveryFirm(network(8200), FEW_STEPS);
        UnitSweep.Worker worker = sweep.worker();
        List<double[]> first = new ArrayList<>();
        for (int unit = 0; unit < 300; unit++) {
            first.add(worker.compute(unit, RunMonitor.NONE));
        }
        Shard shard = new Shard(2, 3);
        for (int place = 99; place >= 0; place--) {
            int unit = (int) shard.unit(place);
            assertThat(worker.compute(unit, RunMonitor.NONE)).isEqualTo(first.get(unit));
        }
    }

    @Test
    void theFingerprintIsThatOfAllThatMatters() {
        TreeSet<String> prints = new TreeSet<>();
        prints.add(small("a", "s", 1).fingerprint());
        assertThat(small("a", "s", 1).fingerprint()).isEqualTo(prints.first());
        prints.add(small("a2", "s", 1).fingerprint());
        prints.add(small("a", "t", 1).fingerprint());
        prints.add(small("a", "s", Math.nextUp(1)).fingerprint());
        assertThat(prints).hasSize(4);
    }

    private static EsriNetwork small(String id, String sector, double amount) {
        FirmNetwork network = new FirmNetwork.Builder()
                .firm(id, sector)
                .firm("b", "s")
                .link(id, "b", amount)
                .link("b", id, 3)
                .build();
        return EsriNetwork.of(network, Essentiality.all(network, Essentiality.ESSENTIAL), EsriOptions.PUBLISHED);
    }
}
