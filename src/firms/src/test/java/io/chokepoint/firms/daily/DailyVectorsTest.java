package io.chokepoint.firms.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values that the authors' program gave. */
class DailyVectorsTest {
    private static final double RELATIVE = 1e-12;

    private static double[] totals(FirmNetwork network, DailyOptions options, DailyShock shock, int days) {
        double[] totals = new double[days + 1];
        new DailyRun(DailyNetwork.of(network), options, shock)
                .run(days, 2, (day, made, added, consumed, firms) -> totals[day + 1] = made, RunMonitor.NONE);
        return totals;
    }

    /** The worked example: {@code expected.csv} and {@code expected_firms.csv} are from the authors' program. */
    @Test
    void workedExample() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(DailyVectorsTest.class.getResource("example"))
                .toURI());
        Faults faults = new Faults();
        FirmNetwork network = NetworkReader.read(
                folder.resolve("nodes.csv"),
                folder.resolve("edges.csv"),
                NetworkReader.Wanted.columns(false, FirmNetwork.FINAL_DEMAND, FirmNetwork.INVENTORY_DAYS),
                faults,
                RunMonitor.NONE);
        CaseParameters given = new CaseParameters(faults);
        given.read(folder.resolve("params.csv"));
        DailyParameters parameters = DailyParameters.of(given);
        DailyShock shock = DailyShock.read(folder.resolve("shock.csv"), network, faults, RunMonitor.NONE);
        faults.orThrow();
        assertThat(given.unused()).isEmpty();
        List<double[]> rows = new ArrayList<>();
        List<double[]> firms = new ArrayList<>();
        new DailyRun(parameters.network(network), parameters.options(), shock)
                .run(
                        parameters.days(),
                        1,
                        (day, made, added, consumed, each) -> {
                            rows.add(new double[] {day, made, added, consumed});
                            for (int firm = 0; firm < each.length; firm++) {
                                firms.add(new double[] {day, firm + 1, each[firm]});
                            }
                        },
                        RunMonitor.NONE);
        firms.sort((a, b) -> Double.compare(a[1], b[1]));

        assertRows(rows, read(folder.resolve("expected.csv"), 4));
        assertRows(firms, read(folder.resolve("expected_firms.csv"), 3));
    }

    private static List<double[]> read(Path file, int columns) throws IOException {
        List<double[]> read = new ArrayList<>();
        try (TableRows rows = TableRows.open(file, List.of(), new Faults(), RunMonitor.NONE)) {
            while (rows.next()) {
                double[] row = new double[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.number(i);
                }
                read.add(row);
            }
        }
        return read;
    }

    private static void assertRows(List<double[]> rows, List<double[]> expected) {
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsExactly(expected.get(i), within(1e-13));
        }
    }

    private static FirmNetwork pair() {
        return new FirmNetwork.Builder()
                .firm("1", "a")
                .firm("2", "b")
                .column(FirmNetwork.FINAL_DEMAND, 100, 100)
                .link("1", "2", 100)
                .link("2", "1", 100)
                .build();
    }

    private static final DailyShock TENTH = new DailyShock(new int[] {0}, new double[] {0.1}, new int[] {0});

    /** Two firms that supply each other, of which one loses a tenth for ever: the others' orders overshoot and halve all output. */
    @Test
    void twoFirmsOfEachRationing() {
        double[][] expected = {
            {400, 380, 343.33333333333337, 303.7649219467402, 251.7485460667279, 231.01941128456284, 200, 200, 200},
            {400, 380, 343.33333333333337, 300.5555555555556, 249.07407407407413, 225.8487654320989, 200, 200, 200},
            {400, 380, 343.33333333333337, 303.8888888888889, 251.8518518518519, 231.21913580246925, 200, 200, 200},
            {400, 380, 343.33333333333337, 300.5555555555556, 249.07407407407413, 225.8487654320989, 200, 200, 200}
        };
        for (Rationing rationing : Rationing.values()) {
            assertThat(totals(pair(), DailyOptions.PUBLISHED.with(rationing), TENTH, 8))
                    .as(rationing.name())
                    .containsExactly(expected[rationing.ordinal()], within(RELATIVE * 400));
        }
    }

    @Test
    void twoFirmsInTheLongRun() {
        double[] totals = totals(pair(), DailyOptions.PUBLISHED.with(Rationing.SMALL_ORDERS_FIRST), TENTH, 201);
        assertThat(new double[] {totals[11], totals[31], totals[61], totals[101], totals[201]})
                .containsExactly(new double[] {200, 380, 372.680763931782, 370.001823932365, 360}, within(1e-9));
    }

    @Test
    void twoFirmsThatRecoverInEqualSteps() {
        DailyOptions options = DailyOptions.PUBLISHED
                .with(Rationing.SMALL_ORDERS_FIRST)
                .with(new Recovery(Recovery.Type.PROPORTIONAL, 20, 0));
        double[] totals = totals(pair(), options, TENTH, 25);
        assertThat(new double[] {totals[2], totals[6], totals[21]})
                .containsExactly(new double[] {344.333333333333, 208.678755143545, 400}, within(1e-9));
    }
}
