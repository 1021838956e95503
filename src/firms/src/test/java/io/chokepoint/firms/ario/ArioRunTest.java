package io.chokepoint.firms.ario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.TableRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArioRunTest {
    private static final int NETWORKS = 400;
    private static final int STEPS = 25;

    /** Of outputs up to some hundreds: in some of the drawn economies rounding grows from step to step. */
    private static final double CLOSE = 1e-6;

    private static FirmNetwork two() {
        return new FirmNetwork.Builder()
                .firm("R", "raw")
                .firm("F", "fab")
                .column(FirmNetwork.FINAL_DEMAND, 0, 100)
                .link("R", "F", 40)
                .build();
    }

    /** Raw material and a factory: the values are BoARIO's, to six decimals. */
    @Test
    void twoIndustriesAsBoario() throws Exception {
        ArioOptions options = new ArioOptions(0.8, 5, 1, 1.25, 10, 60, false);
        ArioEvents events = new ArioEvents(List.of(new ArioEvents.Loss(0, 0.5, 2, 23)), List.of());
        List<double[]> rows = new ArrayList<>();
        double[] unmet = new double[1];
        new ArioRun(two(), new double[] {10, 10}, new double[2], options, events)
                .run(
                        60,
                        (step, run, consumption, missing, open) -> {
                            unmet[0] += missing;
                            run.stocks((industry, supplier, stock, ordered) -> rows.add(new double[] {
                                step, run.production()[0], run.production()[1], stock, ordered, run.overproduction()[0]
                            }));
                        },
                        RunMonitor.NONE);
        List<double[]> expected = new ArrayList<>();
        Path file = Path.of(Objects.requireNonNull(ArioRunTest.class.getResource("two_industries.csv"))
                .toURI());
        try (TableRows read = TableRows.open(file, List.of(), new Faults(), RunMonitor.NONE)) {
            while (read.next()) {
                double[] row = new double[6];
                for (int i = 0; i < row.length; i++) {
                    row[i] = read.number(i);
                }
                expected.add(row);
            }
        }
        assertThat(rows).hasSize(60).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsExactly(expected.get(i), within(1e-8));
        }
        assertThat(unmet[0]).isCloseTo(618.937164728, within(1e-8));
    }

    private static FirmNetwork drawn(SplittableRandom random, double unit) {
        int n = 2 + random.nextInt(14);
        int kinds = 1 + random.nextInt(5);
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        double[] demand = new double[n];
        for (int f = 0; f < n; f++) {
            builder.firm("i" + f, "s" + random.nextInt(kinds));
            demand[f] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 90 * unit;
        }
        for (int i = 0; i < 4 * n; i++) {
            builder.link("i" + random.nextInt(n), "i" + random.nextInt(n), random.nextDouble() * 20 * unit);
        }
        return builder.column(FirmNetwork.FINAL_DEMAND, demand).build();
    }

    private record Case(
            FirmNetwork network, double[] stocks, double[] capital, ArioOptions options, ArioEvents events) {
        static Case of(int seed, double unit) {
            SplittableRandom random = new SplittableRandom(seed);
            FirmNetwork network = drawn(random, unit);
            int n = network.firms();
            double[] stocks = random.doubles(network.sectors().count(), 1.5, 20)
                    .map(days -> days > 17 ? Double.POSITIVE_INFINITY : days)
                    .toArray();
            double[] capital =
                    random.doubles(n, 300, 900).map(one -> one * unit).toArray();
            double base = random.nextInt(3) == 0 ? 1.05 : 1;
            ArioOptions options = new ArioOptions(
                    random.nextDouble(),
                    2 + random.nextInt(30),
                    base,
                    1.05 + random.nextDouble() / 2,
                    1 + random.nextInt(40),
                    5 + random.nextInt(60),
                    random.nextBoolean());
            List<ArioEvents.Loss> losses = new ArrayList<>();
            List<ArioEvents.Damage> damages = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int first = random.nextInt(12);
                losses.add(new ArioEvents.Loss(
                        random.nextInt(n),
                        random.nextInt(3) == 0 ? 1 : random.nextDouble(),
                        first,
                        first + random.nextInt(15)));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                damages.add(new ArioEvents.Damage(
                        random.nextInt(n + 1) - 1,
                        random.nextInt(n),
                        random.nextDouble() * 90 * unit,
                        random.nextInt(9)));
            }
            return new Case(network, stocks, capital, options, new ArioEvents(losses, damages));
        }
    }

    @Test
    void sameAsTheEquations() {
        int rebuilt = 0;
        int falling = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case drawn = Case.of(seed, 1);
            TextbookArio expected = new TextbookArio(drawn.network(), drawn.stocks(), drawn.capital());
            expected.run(drawn.options(), drawn.events(), STEPS);
            String what = "seed " + seed + ", " + drawn.options();
            int[] sector = drawn.network().sectors().of();
            new ArioRun(drawn.network(), drawn.stocks(), drawn.capital(), drawn.options(), drawn.events())
                    .run(
                            STEPS,
                            (step, run, consumption, unmet, open) -> {
                                String when = what + ", step " + step;
                                assertThat(run.production())
                                        .as(when)
                                        .containsExactly(expected.production.get(step), within(CLOSE));
                                assertThat(run.overproduction())
                                        .as(when)
                                        .containsExactly(expected.alphas.get(step), within(CLOSE));
                                assertThat(new double[] {unmet, open})
                                        .as(when)
                                        .containsExactly(expected.sums.get(step), within(CLOSE));
                                double[][] stocks = expected.stocks.get(step);
                                run.stocks((industry, supplier, stock, ordered) -> {
                                    double other = stocks[sector[supplier]][industry];
                                    if (!Double.isInfinite(stock) || !Double.isInfinite(other)) {
                                        assertThat(stock).as(when).isCloseTo(other, within(CLOSE));
                                    }
                                });
                            },
                            RunMonitor.NONE);
            rebuilt += expected.sums.getLast()[1] > 0 ? 1 : 0;
            falling += expected.sums.getLast()[0] > 1 ? 1 : 0;
        }
        assertThat(rebuilt).as("runs with something to rebuild").isGreaterThan(NETWORKS / 3);
        assertThat(falling).as("runs that fall short to the end").isGreaterThan(NETWORKS / 20);
    }

    @Test
    void theUnitOfMoneyChangesNothing() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case one = Case.of(seed, 1);
            Case other = Case.of(seed, 1024);
            List<double[]> made = new ArrayList<>();
            new ArioRun(one.network(), one.stocks(), one.capital(), one.options(), one.events())
                    .run(
                            STEPS,
                            (step, run, c, u, open) -> made.add(run.production().clone()),
                            RunMonitor.NONE);
            int at = seed;
            new ArioRun(other.network(), other.stocks(), other.capital(), other.options(), other.events())
                    .run(
                            STEPS,
                            (step, run, c, u, open) -> assertThat(Arrays.stream(run.production())
                                            .map(x -> x / 1024)
                                            .toArray())
                                    .as("seed " + at)
                                    .containsExactly(made.get(step), within(CLOSE)),
                            RunMonitor.NONE);
        }
    }

    /** Whether an industry sells nothing: what it bought before, it does not order again. */
    private static boolean hasIdleBuyer(FirmNetwork network) {
        double[] demand = network.column(FirmNetwork.FINAL_DEMAND).orElseThrow();
        for (int f = 0; f < demand.length; f++) {
            if (demand[f] == 0 && network.bySupplier().degree(f) == 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void withoutEventsNothingHappens() {
        int seen = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            FirmNetwork network = drawn(new SplittableRandom(seed), 1);
            if (hasIdleBuyer(network)) {
                continue;
            }
            seen++;
            double[] stocks = new double[network.sectors().count()];
            Arrays.fill(stocks, seed % 5 == 0 ? Double.POSITIVE_INFINITY : 2 + seed % 30);
            double[] first = new double[network.firms()];
            new ArioRun(network, stocks, new double[network.firms()], ArioOptions.PUBLISHED, ArioEvents.NOTHING)
                    .run(
                            STEPS,
                            (step, run, consumption, unmet, open) -> {
                                if (step == 0) {
                                    System.arraycopy(run.production(), 0, first, 0, first.length);
                                }
                                assertThat(run.production()).containsExactly(first, within(CLOSE));
                                assertThat(unmet).isCloseTo(0, within(CLOSE));
                            },
                            RunMonitor.NONE);
        }
        assertThat(seen).isGreaterThan(NETWORKS / 2);
    }

    /** What households lose is asked for, and nobody loses capacity: demand is up by a sixtieth, and overproduction meets it. */
    @Test
    void whatHouseholdsLoseIsRebuilt() {
        ArioEvents events = new ArioEvents(List.of(), List.of(new ArioEvents.Damage(-1, 1, 600, 1)));
        double[] open = new double[400];
        ArioOptions options = new ArioOptions(0.9, 60, 1, 1.25, 5, 60, true);
        new ArioRun(two(), new double[] {90, 90}, new double[2], options, events)
                .run(
                        open.length,
                        (step, run, consumption, unmet, left) -> {
                            open[step] = left;
                            if (step == 1) {
                                assertThat(run.demand()[1]).isEqualTo(110);
                            }
                        },
                        RunMonitor.NONE);
        assertThat(open[0]).isZero();
        assertThat(open[1]).isLessThan(600).isGreaterThan(589);
        assertThat(open[open.length - 1]).isLessThan(3);
    }

    @Test
    void noMoreCapitalIsDestroyedThanThereIs() {
        ArioEvents events = new ArioEvents(List.of(), List.of(new ArioEvents.Damage(1, 1, 600, 1)));
        ArioRun run = new ArioRun(two(), new double[] {9, 9}, new double[] {500, 500}, ArioOptions.PUBLISHED, events);
        assertThatThrownBy(() -> run.run(3, (step, r, consumption, unmet, left) -> {}, RunMonitor.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more capital is destroyed");
    }
}
