package io.chokepoint.firms.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must not change the answer, and what the answer must be, on networks drawn by chance. */
class DailyInvariantsTest {
    private static final int NETWORKS = 200;
    private static final int DAYS = 15;

    /** Days on which rounding has not yet grown: where tau is short beside the inventories, orders swing wider each day. */
    private static final int CALM_DAYS = 6;

    private static DailyOptions options(int seed) {
        SplittableRandom random = new SplittableRandom(seed + 1_000_003L);
        return new DailyOptions(
                Rationing.values()[random.nextInt(4)],
                Ordering.values()[random.nextInt(3)],
                3 + random.nextInt(8),
                new Recovery(Recovery.Type.of(random.nextInt(0, 5)), 1 + random.nextInt(9), random.nextInt(4)),
                true);
    }

    private static List<double[]> run(FirmNetwork network, DailyOptions options, DailyShock shock, int threads) {
        List<double[]> days = new ArrayList<>();
        new DailyRun(DailyNetwork.of(network), options, shock)
                .run(
                        DAYS,
                        threads,
                        (day, made, added, consumed, firms) -> {
                            days.add(firms.clone());
                            days.add(new double[] {made, added, consumed});
                        },
                        RunMonitor.NONE);
        return days;
    }

    @Test
    void otherNumbersOfTheFirmsChangeNothing() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomDays drawn = new RandomDays(seed);
            int firms = drawn.firms();
            DailyShock shock = drawn.shock(new SplittableRandom(seed));
            int hit = shock.firms().length;
            int[] numbers = new int[hit];
            double[] delta = new double[hit];
            int[] start = new int[hit];
            for (int i = 0; i < hit; i++) {
                numbers[i] = firms - 1 - shock.firms()[hit - 1 - i];
                delta[i] = shock.delta()[hit - 1 - i];
                start[i] = shock.start()[hit - 1 - i];
            }
            List<double[]> expected = run(drawn.network(), options(seed), shock, 1);
            List<double[]> turned = run(
                    drawn.network(
                            IntStream.range(0, firms).map(i -> firms - 1 - i).toArray(), 1),
                    options(seed),
                    new DailyShock(numbers, delta, start),
                    1);
            double close = 1e-9 * expected.get(1)[0];
            for (int day = 0; day <= DAYS; day++) {
                String what = "seed " + seed + ", day " + (day - 1) + ", " + options(seed);
                double[] back = turned.get(2 * day);
                assertThat(IntStream.range(0, firms)
                                .mapToDouble(i -> back[firms - 1 - i])
                                .toArray())
                        .as(what)
                        .containsExactly(expected.get(2 * day), within(close));
                assertThat(turned.get(2 * day + 1)).as(what).containsExactly(expected.get(2 * day + 1), within(close));
            }
        }
    }

    @Test
    void theUnitOfMoneyChangesNothing() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomDays drawn = new RandomDays(seed);
            DailyShock shock = drawn.shock(new SplittableRandom(seed));
            int[] order = IntStream.range(0, drawn.firms()).toArray();
            List<double[]> expected = run(drawn.network(), options(seed), shock, 1);
            for (double unit : new double[] {1e-6, 0.01, 1e9}) {
                List<double[]> scaled = run(drawn.network(order, unit), options(seed), shock, 1);
                double close = 1e-9 * expected.get(1)[0];
                for (int i = 0; i < expected.size(); i++) {
                    double[] values = scaled.get(i).clone();
                    for (int k = 0; k < values.length; k++) {
                        values[k] /= unit;
                    }
                    assertThat(values)
                            .as("seed %s, unit %s", seed, unit)
                            .containsExactly(expected.get(i), within(close));
                }
            }
        }
    }

    @Test
    void withoutAShockNothingHappens() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            FirmNetwork network = new RandomDays(seed).network();
            DailyOptions published = options(seed).withTextbook(seed % 2 == 0);
            List<double[]> days = run(network, published, DailyShock.NOTHING, 1);
            double close = 1e-9 * days.get(1)[0];
            for (int i = 2; i < 2 * CALM_DAYS; i++) {
                assertThat(days.get(i))
                        .as("seed %s, %s", seed, published)
                        .containsExactly(days.get(i % 2), within(close));
            }
        }
    }

    @Test
    void nobodyMakesMoreThanBeforeAndNobodyGetsMoreThanIsMade() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomDays drawn = new RandomDays(seed);
            List<double[]> days = run(drawn.network(), options(seed), drawn.shock(new SplittableRandom(seed)), 1);
            double[] before = days.getFirst();
            for (int day = 0; day <= DAYS; day++) {
                double[] made = days.get(2 * day);
                for (int firm = 0; firm < made.length; firm++) {
                    assertThat(made[firm]).as("seed " + seed).isBetween(0.0, before[firm] * (1 + 1e-12));
                }
                assertThat(days.get(2 * day + 1)[2]).isBetween(0.0, days.get(2 * day + 1)[0] * (1 + 1e-12));
            }
        }
    }

    /** A network wide enough for several threads and with firms of many clients, for which the level is searched. */
    @Test
    void theNumberOfThreadsChangesNoBit() {
        SplittableRandom random = new SplittableRandom(7);
        int firms = 20_000;
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        double[] demand = random.doubles(firms, 0, 100).toArray();
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + i, "s" + random.nextInt(20));
        }
        for (int i = 0; i < 320_000; i++) {
            int supplier = random.nextInt(random.nextInt(firms) + 1);
            builder.link("f" + supplier, "f" + random.nextInt(firms), 1 + random.nextDouble() * 9);
        }
        FirmNetwork network = builder.column(FirmNetwork.FINAL_DEMAND, demand).build();
        int[] hit = IntStream.range(0, firms).filter(i -> i % 50 == 0).toArray();
        DailyShock shock = new DailyShock(hit, random.doubles(hit.length).toArray(), new int[hit.length]);
        for (Rationing rationing : Rationing.values()) {
            DailyOptions options = DailyOptions.PUBLISHED.with(rationing);
            List<double[]> alone = run(network, options, shock, 1);
            assertThat(alone.getLast()[0]).isLessThan(0.99 * alone.get(1)[0]);
            for (int threads : new int[] {2, 4}) {
                List<double[]> together = run(network, options, shock, threads);
                for (int i = 0; i < alone.size(); i++) {
                    assertThat(together.get(i)).isEqualTo(alone.get(i));
                }
            }
        }
    }

    @Test
    void stopsWhenNobodyWantsIt() {
        DailyRun run =
                new DailyRun(DailyNetwork.of(new RandomDays(3).network()), DailyOptions.PUBLISHED, DailyShock.NOTHING);
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> run.run(5, 1, (day, made, added, consumed, firms) -> {}, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
