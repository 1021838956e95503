package io.chokepoint.firms.esri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.firms.FirmNetwork;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The cascade that looks only at firms with a loss gives what the equations give, step for step. */
class EsriAgainstTextbookTest {
    private static final int NETWORKS = 600;
    private static final int SHOCKS = 6;

    @Test
    void sameIndicesFirmsAndIterations() {
        int slow = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            Essentiality codes = drawn.essentiality(network);
            EsriOptions options =
                    new EsriOptions(seed % 3 != 0, drawn.random.nextInt(5) > 0, drawn.random.nextInt(4) == 0);
            EsriCascade cascade = new EsriCascade(EsriNetwork.of(network, codes, options));
            TextbookEsri textbook = new TextbookEsri(network, codes, options);
            for (int i = 0; i < SHOCKS; i++) {
                EsriShock shock = drawn.shock();
                StopRule rule = new StopRule(
                        1 + drawn.random.nextInt(2), Math.pow(10, -2 - 2 * drawn.random.nextInt(5)), 20_000);
                double[] down = new double[network.firms()];
                double[] up = new double[network.firms()];
                Arrays.fill(down, 1);
                Arrays.fill(up, 1);
                EsriResult result = cascade.run(shock, rule, (firm, hd, hu) -> {
                    down[firm] = hd;
                    up[firm] = hu;
                });
                EsriResult.Index expected = textbook.run(
                        perFirm(shock, shock.down(), down.length), perFirm(shock, shock.up(), down.length), rule);
                String what = "seed " + seed + ", shock " + i + ", " + rule + ", " + options;
                assertThat(result.iterations()).as(what).isEqualTo(textbook.iterations);
                assertThat(down).as(what).containsExactly(textbook.hd, within(1e-12));
                assertThat(up).as(what).containsExactly(textbook.hu, within(1e-12));
                EsriResult.Index index = result.indices().getFirst();
                assertThat(index.esri()).as(what).isCloseTo(expected.esri(), within(1e-12));
                assertThat(index.down()).as(what).isCloseTo(expected.down(), within(1e-12));
                assertThat(index.up()).as(what).isCloseTo(expected.up(), within(1e-12));
                slow += result.iterations() > 50 ? 1 : 0;
            }
        }
        assertThat(slow).as("cascades of many steps among them").isPositive();
    }

    private static double[] perFirm(EsriShock shock, double[] parts, int firms) {
        double[] all = new double[firms];
        for (int i = 0; i < shock.firms().length; i++) {
            all[shock.firms()[i]] = parts[i];
        }
        return all;
    }
}
