package io.chokepoint.firms.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The run in sparse rows gives what the equations give, day for day and firm for firm. In the published way an order of exactly 0 has
 * an effect, and rounding decides whether it is 0 or 1e-17: that these runs agree says that the operations are in the same order.
 */
class DailyAgainstTextbookTest {
    private static final int NETWORKS = 300;
    private static final int DAYS = 25;

    @Test
    void textbookRuleOfAllKinds() {
        all(true);
    }

    @Test
    void publishedRuleOfAllKinds() {
        all(false);
    }

    private static void all(boolean textbook) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            for (Rationing rationing : Rationing.values()) {
                same(seed, rationing, textbook);
            }
        }
    }

    private static void same(int seed, Rationing rationing, boolean textbook) {
        RandomDays drawn = new RandomDays(seed);
        FirmNetwork network = drawn.network();
        SplittableRandom random = new SplittableRandom(seed * 31L + rationing.ordinal());
        Recovery.Type type = Recovery.Type.of(random.nextInt(-1, 6));
        Recovery recovery = new Recovery(type, 1 + random.nextInt(9), random.nextInt(4));
        DailyOptions options = new DailyOptions(
                rationing, Ordering.values()[random.nextInt(3)], 3 + random.nextInt(8), recovery, textbook);
        DailyShock shock = drawn.shock(random);
        double[] given = new double[network.firms()];
        int[] start = new int[network.firms()];
        Arrays.fill(start, -1);
        for (int i = 0; i < shock.firms().length; i++) {
            given[shock.firms()[i]] = shock.delta()[i];
            start[shock.firms()[i]] = shock.start()[i];
        }
        TextbookDaily expected = new TextbookDaily(
                network, network.column(FirmNetwork.INVENTORY_DAYS).orElseThrow());
        expected.run(options, given, start, DAYS);
        double close = 1e-11 * expected.totals.getFirst()[0];
        new DailyRun(DailyNetwork.of(network), options, shock)
                .run(
                        DAYS,
                        1,
                        (day, made, added, consumed, firms) -> {
                            String what = "seed " + seed + ", day " + day + ", " + options;
                            assertThat(firms).as(what).containsExactly(expected.production.get(day + 1), within(close));
                            assertThat(new double[] {made, added, consumed})
                                    .as(what)
                                    .containsExactly(expected.totals.get(day + 1), within(close));
                        },
                        RunMonitor.NONE);
    }
}
