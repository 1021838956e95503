package io.chokepoint.firms.esri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.firms.FirmNetwork;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact steps end where plain ones do, and where a formula says. */
class EsriLimitTest {
    private static final StopRule LIMIT = StopRule.limit(100_000);

    private record State(double[] down, double[] up, EsriResult result) {}

    private static State run(EsriNetwork network, EsriShock shock, StopRule rule) {
        double[] down = new double[network.network().firms()];
        double[] up = down.clone();
        Arrays.fill(down, 1);
        Arrays.fill(up, 1);
        EsriResult result = new EsriCascade(network).run(shock, rule, (firm, hd, hu) -> {
            down[firm] = hd;
            up[firm] = hu;
        });
        return new State(down, up, result);
    }

    private static EsriShock part(int firm, double part) {
        return new EsriShock(new int[] {firm}, new double[] {part}, new double[] {part});
    }

    private static double[] all(int firms, double value) {
        double[] all = new double[firms];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void sameAsManyPlainSteps() {
        int slow = 0;
        int saved = 0;
        for (int seed = 0; seed < 1000; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            EsriNetwork esri = EsriNetwork.of(
                    network,
                    drawn.essentiality(network),
                    new EsriOptions(seed % 3 != 0, drawn.random.nextInt(3) > 0, drawn.random.nextInt(2) == 0));
            for (int i = 0; i < 4; i++) {
                EsriShock shock = drawn.shock();
                State plain = run(esri, shock, new StopRule(1, 0, 2_000_000));
                State limit = run(esri, shock, LIMIT);
                // Plain steps end, or crawl, where a step changes less than the last digit of 1, however far the limit.
                String what = "seed " + seed + ", shock " + i + ", " + plain.result.iterations() + " steps";
                double rounding = 1e-12 + 1e-15 * plain.result.iterations();
                assertThat(limit.result.settled()).as(what).isTrue();
                assertThat(limit.result.residual()).as(what).isLessThan(1e-13);
                assertThat(limit.down).as(what).containsExactly(plain.down, within(rounding));
                assertThat(limit.up).as(what).containsExactly(plain.up, within(rounding));
                slow += plain.result.iterations() > 1000 ? 1 : 0;
                saved += plain.result.iterations() > 1000 && limit.result.iterations() < 200 ? 1 : 0;
            }
        }
        assertThat(slow).isGreaterThan(300);
        // What crawls since competitors can replace each other less and less is not in the exact steps.
        assertThat(saved).isGreaterThan(slow - 5);
    }

    /** The published way in a large unit: what a stopped market counts as depends on it, and only plain steps say where they end. */
    @Test
    void whereAStoppedMarketCountsAsOneStepsArePlain() {
        int plainOnes = 0;
        for (int seed = 0; seed < 400; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network(1e-4);
            EsriNetwork esri =
                    EsriNetwork.of(network, drawn.essentiality(network), new EsriOptions(true, false, false));
            assertThat(esri.dependsOnUnit()).isTrue();
            EsriShock shock = drawn.shock();
            EsriResult plain = new EsriCascade(esri).run(shock, new StopRule(1, LIMIT.eps(), 2_000_000));
            EsriResult limit = new EsriCascade(esri).run(shock, LIMIT);
            plainOnes += limit.equals(plain) ? 1 : 0;
            assertThat(limit.indices().getFirst().down())
                    .as("seed " + seed)
                    .isCloseTo(plain.indices().getFirst().down(), within(1e-9));
        }
        assertThat(plainOnes).isPositive();
    }

    /** A ring of firms that pass on all but a part to each other: what the first loses of its own comes back again and again. */
    @ParameterizedTest
    @CsvSource({"3, 1e-3", "3, 1e-6", "5, 1e-9", "200, 1e-6", "1000, 1e-8"})
    void aRingThatFeedsItself(int firms, double leak) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + i, "s" + i);
        }
        // The last one, outside, stops in part; it buys and sells the leak of the first.
        builder.firm("outside", "o");
        for (int i = 0; i < firms; i++) {
            builder.link("f" + i, "f" + (i + 1) % firms, i == 0 ? 1 - leak : 1);
        }
        builder.link("f0", "outside", leak)
                .link("outside", "f1", leak)
                .firm("sink", "k")
                .link("f1", "sink", 1e-30);
        FirmNetwork network = builder.build();
        EsriNetwork esri = EsriNetwork.of(
                network, Essentiality.all(network, Essentiality.NON_ESSENTIAL), new EsriOptions(false, false, true));
        State limit = run(esri, part(firms, 0.4), LIMIT);

        // Each loses what the others do but for the leak, which loses 0.4: so all lose 0.4.
        assertThat(limit.result.settled()).isTrue();
        for (int i = 0; i < firms; i++) {
            assertThat(limit.down[i]).as("down " + i).isCloseTo(0.6, within(1e-15 / leak));
            assertThat(limit.up[i]).as("up " + i).isCloseTo(0.6, within(1e-15 / leak));
        }
        assertThat(limit.result.iterations()).isLessThan(200 + 2 * firms);
    }

    /** Nobody outside: a loss in part goes round and stays what it is, however exactly shares sum to 1. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 30, 300})
    void aLossThatOnlyKeepsItselfDoesNotGrow(int firms) {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FirmNetwork.Builder builder = new FirmNetwork.Builder();
            for (int i = 0; i < firms; i++) {
                builder.firm("f" + i, "s");
            }
            for (int i = 0; i < firms; i++) {
                builder.link("f" + i, "f" + (i + 1) % firms, random.nextDouble());
                for (int k = 0; k < 3; k++) {
                    builder.link("f" + i, "f" + random.nextInt(firms), random.nextDouble() / 3);
                }
            }
            FirmNetwork network = builder.build();
            EsriNetwork esri = EsriNetwork.of(
                    network, Essentiality.all(network, Essentiality.ESSENTIAL), new EsriOptions(false, false, false));
            State limit = run(esri, part(0, 0.3), LIMIT);
            assertThat(limit.result.settled()).isTrue();
            assertThat(limit.up).as("seed " + seed).containsExactly(all(firms, 0.7), within(1e-9));
            assertThat(limit.down).as("seed " + seed).containsExactly(all(firms, 0.7), within(1e-9));
        }
    }

    /** Costs a little below purchases: each turn makes the loss a little larger, until all stop. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-8})
    void aLossThatGrowsALittleEachTurnStopsAll(double growth) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        double[] costs = new double[80];
        for (int i = 0; i < 80; i++) {
            builder.firm("f" + i, "s" + i);
            costs[i] = 1 / (1 + growth);
        }
        for (int i = 0; i < 80; i++) {
            builder.link("f" + i, "f" + (i + 1) % 80, 1);
        }
        FirmNetwork network = builder.column(FirmNetwork.COSTS, costs).build();
        EsriNetwork esri = EsriNetwork.of(
                network, Essentiality.all(network, Essentiality.ESSENTIAL), new EsriOptions(false, true, false));
        State limit = run(esri, part(0, 1e-4), LIMIT);

        assertThat(limit.result.settled()).isTrue();
        assertThat(limit.down).containsExactly(all(80, 0));
        assertThat(limit.up).containsExactly(all(80, 1 - 1e-4), within(1e-12));
    }

    /**
     * Published accounts take a cost of 0 for 1, so that a loss passes on by parts of millions: what rounding leaves of it is magnified,
     * and an exact step and the plain one after it would undo each other for ever.
     */
    @Test
    void partsFarAboveOneDoNotGoOnForEver() {
        for (int seed = 0; seed < 600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int firms = 2 + random.nextInt(40);
            FirmNetwork.Builder builder = new FirmNetwork.Builder();
            double[] accounts = new double[firms];
            for (int i = 0; i < firms; i++) {
                builder.firm("f" + i, "s" + random.nextInt(4));
                accounts[i] = random.nextInt(3) == 0 ? 0 : 1e6 * random.nextDouble();
            }
            for (int k = 0; k < 3 * firms; k++) {
                builder.link(
                        "f" + random.nextInt(firms),
                        "f" + random.nextInt(firms),
                        Math.pow(10, 6 * random.nextDouble()));
            }
            FirmNetwork network = builder.column(FirmNetwork.COSTS, accounts)
                    .column(FirmNetwork.REVENUE, accounts)
                    .build();
            EsriNetwork esri = EsriNetwork.of(
                    network,
                    Essentiality.all(network, seed % 2 == 0 ? Essentiality.ESSENTIAL : Essentiality.NON_ESSENTIAL),
                    new EsriOptions(false, true, false));
            EsriResult limit = new EsriCascade(esri).run(part(random.nextInt(firms), 1e-9), StopRule.limit(20_000));
            assertThat(limit.settled()).as("seed " + seed).isTrue();
            assertThat(limit.iterations()).as("seed " + seed).isLessThan(2_000);
        }
    }

    /** Some hundred firms with a few who trade a million times more with each other: the iteration alone left it at a part of the way. */
    @Test
    void aFewHundredFirmsWithPairsAmongThemReachTheLimit() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int firms = 80 + random.nextInt(300);
            FirmNetwork.Builder builder = new FirmNetwork.Builder();
            for (int i = 0; i < firms; i++) {
                builder.firm("f" + i, "s" + random.nextInt(9));
            }
            for (int k = 0; k < 2 * firms; k++) {
                String one = "f" + random.nextInt(firms);
                String other = "f" + random.nextInt(firms);
                builder.link(one, other, Math.pow(10, 6 * random.nextDouble() - 3));
                if (random.nextInt(3) == 0) {
                    builder.link(one, other, 1e6).link(other, one, 1e6 * random.nextDouble());
                }
            }
            FirmNetwork network = builder.build();
            EsriNetwork esri = EsriNetwork.of(
                    network,
                    Essentiality.all(network, Essentiality.NON_ESSENTIAL),
                    new EsriOptions(false, false, true));
            EsriResult limit = new EsriCascade(esri).run(part(random.nextInt(firms), 0.3), StopRule.limit(2_000));
            assertThat(limit.settled()).as("seed " + seed).isTrue();
            assertThat(limit.residual()).as("seed " + seed).isLessThan(1e-13);
        }
    }
}
