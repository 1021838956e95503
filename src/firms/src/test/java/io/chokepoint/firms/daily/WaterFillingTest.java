package io.chokepoint.firms.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The search of firms with many clients gives what the rounds give. */
class WaterFillingTest {
    private static final int CASES = 20_000;

    @Test
    void searchAndRoundsAgree() {
        int served = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int clients = random.nextInt(seed % 2 == 0 ? 10 : 80);
            double[] base = random.doubles(clients, 0.1, 30).toArray();
            double[] orders = new double[clients];
            double demand = 0;
            for (int i = 0; i < clients; i++) {
                orders[i] = switch (random.nextInt(6)) {
                    case 0 -> 0;
                    case 1 -> base[i];
                    case 2 -> base[i] / 2;
                    default -> base[i] * random.nextDouble() * 2;
                };
                demand += orders[i];
            }
            double last = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 40;
            boolean textbook = random.nextBoolean();
            // No amount that is used up just where a part is reached: there the published way has two answers.
            double amount = (demand + last) * (random.nextInt(4) == 0 ? 1 : random.nextDouble());
            double[] searched = orders.clone();
            double[] inRounds = orders.clone();
            WaterFilling search = new FillingBySearch(searched, base, clients, textbook);
            WaterFilling rounds = new FillingInRounds(inRounds, base, clients, textbook);
            String what = "seed " + seed + ": " + Arrays.toString(orders) + " of " + Arrays.toString(base) + ", " + last
                    + ", amount " + amount;
            search.ordered(0, clients);
            if (random.nextInt(3) > 0) {
                double one = search.withFinal(0, clients, amount, demand + last, last);
                double other = rounds.withFinal(0, clients, amount, demand + last, last);
                assertThat(one).as(what).isCloseTo(other, within(1e-11));
            } else {
                search.clientsOnly(0, clients, amount, demand);
                rounds.clientsOnly(0, clients, amount, demand);
            }
            assertThat(searched).as(what).containsExactly(inRounds, within(1e-11));
            served += Arrays.stream(searched).sum() > 0 ? 1 : 0;
        }
        assertThat(served).isGreaterThan(CASES / 2);
    }

    @Test
    void smallestOrdersFirst() {
        double[] flow = {2, 6, 20};
        double[] base = {10, 10, 10};
        new FillingInRounds(flow, base, 3, true).clientsOnly(0, 3, 12, 28);
        assertThat(flow).containsExactly(new double[] {2, 5, 5}, within(1e-12));
    }

    @Test
    void finalCustomersStandBesideClientsWithAPartOfOne() {
        double[] flow = {2, 20};
        double[] base = {10, 10};
        double last = new FillingInRounds(flow, base, 2, true).withFinal(0, 2, 10, 26, 4);
        assertThat(flow).containsExactly(new double[] {2, 8 / 1.4}, within(1e-12));
        assertThat(last).isCloseTo(4 * 0.8 / 1.4, within(1e-12));
    }

    /** What the published program does, and the equations do not. */
    @Test
    void whoOrdersNothingIsDeliveredTheFirstLevel() {
        double[] flow = {0, 5};
        double[] base = {10, 10};
        new FillingInRounds(flow, base, 2, false).clientsOnly(0, 2, 11, 5);
        assertThat(flow).containsExactly(new double[] {5, 5}, within(1e-12));
    }

    @Test
    void finalCustomersUseUpLevelsAfterTheyAreServed() {
        double[] flow = {20};
        double[] base = {10};
        double last = new FillingInRounds(flow, base, 1, false).withFinal(0, 1, 26, 30, 10);
        assertThat(last).isCloseTo(10, within(1e-12));
        assertThat(flow[0])
                .as("10 of the first level, and all of the 6 that are left")
                .isCloseTo(16, within(1e-12));
        double[] more = {20, 30};
        double[] before = {10, 10};
        new FillingInRounds(more, before, 2, false).withFinal(0, 2, 60, 60, 10);
        assertThat(more)
                .as(
                        "level 1 takes 30; level 2 would take 30 with the final customers, so that the two share what is left")
                .containsExactly(new double[] {25, 25}, within(1e-12));
    }
}
