package io.chokepoint.firms.esri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that were got with the authors' own programs, and by hand. */
class EsriVectorsTest {
    private static final StopRule TIGHT = new StopRule(1, 1e-12, 1000);

    private static FirmNetwork refiners(double unit) {
        return new FirmNetwork.Builder()
                .firm("A", "G")
                .firm("B", "G")
                .firm("P", "H")
                .firm("C", "E")
                .firm("D", "D")
                .link("A", "C", 100 * unit)
                .link("B", "C", 50 * unit)
                .link("P", "C", 50 * unit)
                .link("C", "D", 200 * unit)
                .build();
    }

    private static Essentiality chemicalsNotEssential(FirmNetwork network) {
        return Essentiality.all(network, Essentiality.ESSENTIAL)
                .with(sector(network, "H"), sector(network, "E"), Essentiality.NON_ESSENTIAL);
    }

    private static int sector(FirmNetwork network, String name) {
        return network.sectors().names().find(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1, true, 0.333333333333, 1, 0.583333333333, 0.583333333333, 0.25",
        "A, 1, false, 0.333333333333, 1, 0.583333333333, 0.583333333333, 0.25",
        "B, 1, true, 0.833333333333, 1, 0.208333333333, 0.208333333333, 0.125",
        "B, 1, false, 0.666666666667, 1, 0.291666666667, 0.291666666667, 0.125",
        "A, 0.4, true, 0.757575757576, 1, 0.221212121212, 0.221212121212, 0.1",
        "A, 0.4, false, 0.733333333333, 1, 0.233333333333, 0.233333333333, 0.1",
        "P, 1, true, 0.75, 1, 0.25, 0.25, 0.125",
        "P, 1, false, 0.75, 1, 0.25, 0.25, 0.125",
        "D, 0.5, true, 1, 0.5, 0.5, 0, 0.5",
        "D, 0.5, false, 1, 0.5, 0.5, 0, 0.5",
        "A B, 1, true, 0, 1, 0.875, 0.875, 0.375",
        "A B, 1, false, 0, 1, 0.875, 0.875, 0.375"
    })
    void refinersOfGallium(
            String hit,
            double part,
            boolean replaceability,
            double downOfC,
            double upOfC,
            double esri,
            double down,
            double up) {
        FirmNetwork network = refiners(1);
        int[] firms = hit.chars()
                .filter(c -> c != ' ')
                .map(c -> network.ids().find(String.valueOf((char) c)).orElseThrow())
                .toArray();
        double[] parts = new double[firms.length];
        Arrays.fill(parts, part);
        Map<Integer, double[]> left = new HashMap<>();
        EsriResult result = new EsriCascade(EsriNetwork.of(
                        network, chemicalsNotEssential(network), new EsriOptions(replaceability, true, false)))
                .run(
                        new EsriShock(firms, parts, parts),
                        TIGHT,
                        (firm, hd, hu) -> left.put(firm, new double[] {hd, hu}));

        EsriResult.Index index = result.indices().getFirst();
        assertThat(index.esri()).isCloseTo(esri, within(1e-11));
        assertThat(index.down()).isCloseTo(down, within(1e-11));
        assertThat(index.up()).isCloseTo(up, within(1e-11));
        double[] ofC = left.getOrDefault(network.ids().find("C").orElseThrow(), new double[] {1, 1});
        assertThat(ofC).containsExactly(new double[] {downOfC, upOfC}, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"false, 0.416666666667", "true, 0.875"})
    void aMarketThatStopsDependsOnTheUnitAsPublishedOrNot(boolean unitInvariant, double esri) {
        FirmNetwork network = refiners(0.001);
        EsriOptions options = new EsriOptions(true, true, unitInvariant);

        EsriResult result = new EsriCascade(EsriNetwork.of(network, chemicalsNotEssential(network), options))
                .run(new EsriShock(new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 1}), TIGHT);

        assertThat(result.indices().getFirst().esri()).isCloseTo(esri, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 0.4166666666666667, 0.4166666666666667",
        "X, 1.0, 1.0",
        "B, 0.1369047619047619, 0.1944444444444444",
        "C, 0.1369047619047619, 0.1944444444444444",
        "D, 0.1369047619047619, 0.1944444444444444",
        "E, 0.12320402298850575, 0.125",
        "F, 0.12320402298850575, 0.125",
        "G, 0.12320402298850575, 0.125",
        "H, 0.08333333333333333, 0.08333333333333333",
        "I, 0.30555555555555564, 0.30555555555555564",
        "J, 0.30555555555555564, 0.30555555555555564",
        "K, 0.388888888888889, 0.388888888888889",
        "L, 0.388888888888889, 0.388888888888889"
    })
    void thirteenFirms(String hit, double replaceable, double not) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        String[] sectors = {"A1", "X1", "B2", "C2", "D2", "E3", "F3", "G5", "H99", "I1", "J3", "K4", "L2"};
        for (String firm : sectors) {
            builder.firm(firm.substring(0, 1), firm.substring(1));
        }
        for (String link : "AX BX CX DX EX FX GX HX XI XJ XK KL".split(" ")) {
            builder.link(link.substring(0, 1), link.substring(1), 1);
        }
        FirmNetwork network = builder.build();
        Essentiality codes = Essentiality.all(network, Essentiality.NEGLIGIBLE);
        String[] pairs = {"1 1 2", "2 1 2", "3 1 1", "5 1 1", "99 1 0", "1 3 1", "1 4 2", "4 2 2"};
        for (String pair : pairs) {
            String[] words = pair.split(" ");
            codes = codes.with(sector(network, words[0]), sector(network, words[1]), Integer.parseInt(words[2]));
        }
        EsriShock shock = EsriShock.stop(network.ids().find(hit).orElseThrow());
        for (StopRule rule : List.of(StopRule.PUBLISHED, TIGHT)) {
            for (boolean replaceability : new boolean[] {true, false}) {
                EsriOptions options = new EsriOptions(replaceability, true, false);
                EsriResult result = new EsriCascade(EsriNetwork.of(network, codes, options)).run(shock, rule);
                assertThat(result.indices().getFirst().esri())
                        .as(hit + rule + replaceability)
                        .isCloseTo(replaceability ? replaceable : not, within(1e-9));
            }
        }
    }

    /** What is left of a market is not the noise of a difference of two large numbers. */
    @Test
    void aMarketAllButGoneKeepsItsDigits() {
        FirmNetwork network = new FirmNetwork.Builder()
                .firm("giant", "s")
                .firm("small", "s")
                .firm("one", "t")
                .firm("other", "t")
                .link("giant", "one", 1e12)
                .link("small", "other", 100)
                .build();
        double giant = 1 - 1e-9;
        Map<Integer, Double> left = new HashMap<>();
        new EsriCascade(EsriNetwork.of(
                        network, Essentiality.all(network, Essentiality.ESSENTIAL), EsriOptions.PUBLISHED))
                .run(
                        new EsriShock(new int[] {0, 1}, new double[] {giant, 0.5}, new double[] {0, 0}),
                        TIGHT,
                        (firm, hd, hu) -> left.put(firm, hd));

        assertThat(left.get(3)).isCloseTo(1 - 100 / (1e12 * (1 - giant) + 50) * 0.5, within(1e-14));
    }

    private static Path example(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(EsriVectorsTest.class.getResource("example/" + name))
                .toURI());
    }

    @Test
    void theWorkedExample() throws IOException, URISyntaxException {
        Faults faults = new Faults();
        FirmNetwork network = NetworkReader.read(
                example("nodes.csv"),
                example("edges.csv"),
                NetworkReader.Wanted.columns(true),
                faults,
                RunMonitor.NONE);
        Essentiality codes = Essentiality.read(example("essential.csv"), network, -1, faults, RunMonitor.NONE);
        List<EsriScenario> scenarios = EsriScenario.read(example("shock.csv"), network, faults, RunMonitor.NONE);
        Map<String, double[]> left = new HashMap<>();
        Map<String, EsriResult> results = new HashMap<>();
        EsriCascade cascade = new EsriCascade(EsriNetwork.of(network, codes, EsriOptions.PUBLISHED));
        for (String set : List.of("1:0.01", "1:1e-08")) {
            StopRule rule = new StopRule(1, Double.parseDouble(set.substring(2)), 1000);
            for (EsriScenario scenario : scenarios) {
                String key = scenario.name() + " " + set;
                results.put(
                        key,
                        cascade.run(
                                scenario.shock(),
                                rule,
                                (firm, hd, hu) ->
                                        left.put(key + " " + network.ids().text(firm), new double[] {hd, hu})));
            }
        }
        try (TableRows rows = TableRows.open(example("expected.csv"), List.of("scenario"), faults, RunMonitor.NONE)) {
            int seen = 0;
            while (rows.next()) {
                EsriResult result = results.get(rows.text(0) + " " + rows.text(1));
                EsriResult.Index index =
                        Objects.requireNonNull(result).indices().getFirst();
                assertThat(new double[] {index.esri(), index.down(), index.up()})
                        .containsExactly(new double[] {rows.number(3), rows.number(4), rows.number(5)}, within(1e-14));
                assertThat((double) result.iterations()).isEqualTo(rows.number(6));
                seen++;
            }
            assertThat(seen).isEqualTo(results.size()).isEqualTo(10);
        }
        try (TableRows rows = TableRows.open(example("expected_h.csv"), List.of("node"), faults, RunMonitor.NONE)) {
            while (rows.next()) {
                assertThat(left.remove(rows.text(0) + " " + rows.text(1) + " " + rows.text(2)))
                        .containsExactly(new double[] {rows.number(3), rows.number(4)}, within(1e-14));
            }
        }
        assertThat(left).as("firms with a loss that are not expected").isEmpty();
        faults.orThrow();
    }
}
