package io.chokepoint.firms.esri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.reach.DownstreamCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must not change the answer, and what must be an old answer, on networks drawn by chance. */
class EsriInvariantsTest {
    private static final int NETWORKS = 200;
    private static final StopRule RULE = new StopRule(1, 1e-6, 20_000);

    private static void assertSame(EsriResult result, EsriResult expected, String what) {
        EsriResult.Index index = result.indices().getFirst();
        EsriResult.Index other = expected.indices().getFirst();
        assertThat(new double[] {index.esri(), index.down(), index.up()})
                .as(what)
                .containsExactly(new double[] {other.esri(), other.down(), other.up()}, within(1e-11));
        assertThat(result.iterations()).as(what).isEqualTo(expected.iterations());
    }

    @Test
    void otherNumbersOfTheFirmsChangeNothing() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            Essentiality codes = drawn.essentiality(network);
            EsriShock shock = drawn.shock();
            int firms = network.firms();
            FirmNetwork.Builder turned = new FirmNetwork.Builder();
            List<String> markets = new ArrayList<>();
            for (int i = firms - 1; i >= 0; i--) {
                turned.firm(drawn.ids.get(i), drawn.sectors.get(i));
                markets.add(drawn.markets.get(i));
            }
            if (drawn.hasMarkets) {
                turned.markets(markets);
            }
            drawn.links
                    .reversed()
                    .forEach(link ->
                            turned.link(drawn.ids.get(link.supplier()), drawn.ids.get(link.buyer()), link.amount()));
            FirmNetwork other = turned.build();
            Essentiality otherCodes = Essentiality.all(other, Essentiality.NEGLIGIBLE);
            for (int k = 0; k < other.sectors().count(); k++) {
                for (int l = 0; l < other.sectors().count(); l++) {
                    otherCodes =
                            otherCodes.with(k, l, codes.code(number(network, other, k), number(network, other, l)));
                }
            }
            EsriOptions options = new EsriOptions(seed % 2 == 0, false, false);
            EsriShock otherShock = new EsriShock(
                    Arrays.stream(shock.firms()).map(firm -> firms - 1 - firm).toArray(), shock.down(), shock.up());
            // The drawn weights belong to the order of the firms.
            if (drawn.weights.length == 0) {
                assertSame(
                        new EsriCascade(EsriNetwork.of(other, otherCodes, options)).run(otherShock, RULE),
                        new EsriCascade(EsriNetwork.of(network, codes, options)).run(shock, RULE),
                        "seed " + seed);
            }
        }
    }

    private static int number(FirmNetwork network, FirmNetwork other, int sector) {
        return network.sectors()
                .names()
                .find(other.sectors().names().text(sector))
                .orElseThrow();
    }

    /** Without replaceability, which asks for a firm's size beside its market. */
    @Test
    void twoHalvesAreTheFirm() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            drawn.revenue = new double[0];
            drawn.costs = new double[0];
            drawn.weights = new double[0];
            FirmNetwork network = drawn.network();
            Essentiality codes = drawn.essentiality(network);
            int split = drawn.random.nextInt(network.firms());
            RandomFirms halved = new RandomFirms(seed);
            halved.revenue = drawn.revenue;
            halved.costs = drawn.costs;
            halved.weights = drawn.weights;
            halved.ids.add("half");
            halved.sectors.add(halved.sectors.get(split));
            halved.markets.add(halved.markets.get(split));
            halved.links.clear();
            int half = halved.ids.size() - 1;
            for (RandomFirms.Link link : drawn.links) {
                int[] suppliers = link.supplier() == split ? new int[] {split, half} : new int[] {link.supplier()};
                int[] buyers = link.buyer() == split ? new int[] {split, half} : new int[] {link.buyer()};
                for (int supplier : suppliers) {
                    for (int buyer : buyers) {
                        halved.links.add(new RandomFirms.Link(
                                supplier, buyer, link.amount() / suppliers.length / buyers.length));
                    }
                }
            }
            EsriOptions options = new EsriOptions(false, true, false);
            double part = drawn.random.nextDouble();
            EsriShock whole = new EsriShock(new int[] {split}, new double[] {part}, new double[] {part});
            EsriShock both =
                    new EsriShock(new int[] {split, half}, new double[] {part, part}, new double[] {part, part});

            assertSame(
                    new EsriCascade(EsriNetwork.of(halved.network(), codes, options)).run(both, RULE),
                    new EsriCascade(EsriNetwork.of(network, codes, options)).run(whole, RULE),
                    "seed " + seed);
        }
    }

    @Test
    void linksBesideEachOtherAreOne() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            Essentiality codes = drawn.essentiality(network);
            EsriShock shock = drawn.shock();
            List<RandomFirms.Link> pieces = new ArrayList<>();
            drawn.links.forEach(link -> {
                pieces.add(new RandomFirms.Link(link.supplier(), link.buyer(), link.amount() * 0.25));
                pieces.addFirst(new RandomFirms.Link(link.supplier(), link.buyer(), link.amount() * 0.75));
            });
            drawn.links.clear();
            drawn.links.addAll(pieces);

            assertSame(
                    new EsriCascade(EsriNetwork.of(drawn.network(), codes, EsriOptions.PUBLISHED)).run(shock, RULE),
                    new EsriCascade(EsriNetwork.of(network, codes, EsriOptions.PUBLISHED)).run(shock, RULE),
                    "seed " + seed);
        }
    }

    @Test
    void theUnitOfMoneyChangesNothingWhereItMustNot() {
        EsriOptions options = new EsriOptions(true, true, true);
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            Essentiality codes = drawn.essentiality(network);
            EsriShock shock = drawn.shock();
            EsriResult expected = new EsriCascade(EsriNetwork.of(network, codes, options)).run(shock, RULE);
            for (double unit : new double[] {1e-9, 0.01, 1e9}) {
                assertSame(
                        new EsriCascade(EsriNetwork.of(drawn.network(unit), codes, options)).run(shock, RULE),
                        expected,
                        "seed " + seed + ", unit " + unit);
            }
        }
    }

    @Test
    void nothingLostAtFirstIsNothingLost() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            EsriCascade cascade =
                    new EsriCascade(EsriNetwork.of(network, drawn.essentiality(network), EsriOptions.PUBLISHED));
            EsriShock nothing = new EsriShock(new int[] {0}, new double[] {0}, new double[] {0});
            for (int type = 1; type <= 2; type++) {
                EsriResult result = cascade.run(nothing, new StopRule(type, 0, 10));
                assertThat(result).isEqualTo(new EsriResult(List.of(new EsriResult.Index(0, 0, 0)), 1, true, 0));
            }
        }
    }

    /** Where each firm has a product of its own and nobody can do without, all that is downstream stops, and nothing else. */
    @Test
    void allEssentialFromOneSupplierIsReachability() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            for (int i = 0; i < drawn.sectors.size(); i++) {
                drawn.sectors.set(i, "s" + i);
            }
            drawn.revenue = new double[0];
            drawn.costs = new double[0];
            FirmNetwork network = drawn.network();
            Essentiality codes = Essentiality.all(network, Essentiality.ESSENTIAL);
            EsriCascade cascade = new EsriCascade(EsriNetwork.of(network, codes, new EsriOptions(false, true, false)));
            int[] downstream = DownstreamCounts.of(network, 1, RunMonitor.NONE);
            for (int firm = 0; firm < network.firms(); firm++) {
                List<Double> left = new ArrayList<>();
                cascade.run(EsriShock.stop(firm), new StopRule(1, 0, 1000), (hit, hd, hu) -> {
                    if (hd < 1) {
                        left.add(hd);
                    }
                });
                assertThat(left)
                        .as("seed %d, firm %d", seed, firm)
                        .hasSize(downstream[firm] + 1)
                        .containsOnly(0.0);
            }
        }
    }

    @Test
    void threadsChangeNotOneBit() {
        for (int seed = 0; seed < 30; seed++) {
            RandomFirms drawn = new RandomFirms(seed);
            FirmNetwork network = drawn.network();
            EsriNetwork esri = EsriNetwork.of(network, drawn.essentiality(network), EsriOptions.PUBLISHED);
            assertThat(swept(esri, 5)).as("seed " + seed).isEqualTo(swept(esri, 1));
        }
    }

    private static List<EsriResult> swept(EsriNetwork esri, int threads) {
        List<EsriResult> results = new ArrayList<>();
        int firms = esri.network().firms();
        new EsriSweep(esri, RULE, threads, RunMonitor.NONE).run(0, firms, false, EsriShock::stop, (shock, run) -> {
            assertThat(shock).isEqualTo(results.size());
            results.add(run.result());
        });
        assertThat(results).hasSize(firms);
        return results;
    }

    @Test
    void aCascadeThatIsGivenUpSaysSo() {
        FirmNetwork.Builder ring = new FirmNetwork.Builder();
        IntStream.range(0, 3).forEach(i -> ring.firm("f" + i, "s"));
        for (int i = 0; i < 3; i++) {
            ring.link("f" + i, "f" + (i + 1) % 3, 1000).link("f" + i, "f" + i, 1);
        }
        FirmNetwork network = ring.build();
        EsriCascade cascade = new EsriCascade(EsriNetwork.of(
                network, Essentiality.all(network, Essentiality.ESSENTIAL), new EsriOptions(false, false, false)));
        EsriShock shock = new EsriShock(new int[] {0}, new double[] {0.5}, new double[] {0.5});

        assertThat(cascade.run(shock, new StopRule(1, 0, 2)).settled()).isFalse();
        assertThat(cascade.run(shock, new StopRule(1, 0, 2)).iterations()).isEqualTo(2);
        assertThat(cascade.run(shock, new StopRule(1, 1e-9, 100_000)).settled()).isTrue();
    }
}
