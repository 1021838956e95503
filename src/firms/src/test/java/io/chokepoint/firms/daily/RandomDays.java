package io.chokepoint.firms.daily;

import io.chokepoint.firms.FirmNetwork;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small networks drawn by chance, with final demand and inventories: self-links, firms without clients, firms that make nothing. */
final class RandomDays {
    private final int firms;
    private final int[] sector;
    private final double[] finalDemand;
    private final double[] target;
    private final double[][] amount;

    RandomDays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        firms = 2 + random.nextInt(24);
        int kinds = 1 + random.nextInt(6);
        sector = random.ints(firms, 0, kinds).toArray();
        finalDemand = random.doubles(firms).map(one -> one < 0.3 ? 0 : one * 50).toArray();
        target = random.ints(firms, 1, 16).asDoubleStream().toArray();
        amount = new double[firms][firms];
        int links = 1 + random.nextInt(5 * firms);
        for (int i = 0; i < links; i++) {
            amount[random.nextInt(firms)][random.nextInt(firms)] =
                    random.nextInt(3) == 0 ? 1 + random.nextInt(9) : random.nextDouble() * 40;
        }
    }

    int firms() {
        return firms;
    }

    FirmNetwork network() {
        return network(IntStream.range(0, firms).toArray(), 1);
    }

    /** The same with the firms in another order and all amounts in another unit. */
    FirmNetwork network(int[] order, double unit) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        double[] demand = new double[firms];
        double[] days = new double[firms];
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + order[i], "s" + sector[order[i]]);
            demand[i] = finalDemand[order[i]] * unit;
            days[i] = target[order[i]];
        }
        builder.column(FirmNetwork.FINAL_DEMAND, demand).column(FirmNetwork.INVENTORY_DAYS, days);
        for (int from : order) {
            for (int to : order) {
                builder.link("f" + from, "f" + to, amount[from][to] * unit);
            }
        }
        return builder.build();
    }

    /** Some firms lose a part or all on the first days. */
    DailyShock shock(SplittableRandom random) {
        int[] hit =
                IntStream.range(0, firms).filter(firm -> random.nextInt(4) == 0).toArray();
        double[] delta = new double[hit.length];
        int[] start = new int[hit.length];
        for (int i = 0; i < hit.length; i++) {
            delta[i] = random.nextInt(3) == 0 ? 1 : random.nextDouble();
            start[i] = random.nextInt(3) == 0 ? random.nextInt(6) : 0;
        }
        return new DailyShock(hit, delta, start);
    }
}
