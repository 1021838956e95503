package io.chokepoint.firms.daily;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Links;
import java.util.Arrays;

/**
 * Runs one shock through a network, day by day. With A<sub>ij</sub> what client i ordered a day of supplier j before the shock, s a
 * supplier's sector, c final demand, n the target inventory in days, sums over a sector written A<sub>is</sub> and S<sub>is</sub>, and
 * a star on what is delivered, the state before day 0 is
 *
 * <pre>
 * P_i = D_i = P0_i = c_i + sum of A_ki over clients k      S_ij = n_i A_ij      O_ij = O*_ij = A_ij      delta_i = 0
 * </pre>
 *
 * and a day does, in this order,
 *
 * <pre>
 * shock       delta_i is set where it starts
 * inventory   S_ij := max(0, S_ij + O*_ij - S_ij (P_i / P0_i) (A_is / S_is))           (the day before's O*, P and S_is)
 * orders      O_ij := max(0, {@link Ordering})                                         (the day before's P)
 * demand      D_i  := c_i + sum of O_ki over clients k
 * production  P_i  := min((1 - delta_i) P0_i, min over s of S_is / A_is P0_i, D_i)
 * deliveries  O*_ki, c*_i by {@link Rationing}
 * recovery    delta_i by {@link Recovery}, for firms that are hit, from the next day on
 * </pre>
 *
 * A firm that made nothing before the shock keeps its stocks, orders A<sub>ij</sub> and makes nothing. What is used is drawn from the
 * suppliers of a sector as their parts of the stock; a demand that changes by less than 1e-20 does not change. Each number is computed
 * in the order of operations of the published program (ProductionNetworkSimulator), because an order of exactly 0 has an effect there,
 * and rounding decides what is exactly 0.
 *
 * <p>Clients and suppliers are gone through in blocks of firms, in parallel; no block writes what another one reads, and sums over
 * firms are made by one thread, so results do not depend on the number of threads. A run is used once.
 */
public final class DailyRun {
    /** Amounts up to here count as 0, as in the published program. */
    private static final double NOTHING = 1e-20;

    /** Links and firms of a block, and links from which on a further thread is worth waking. */
    private static final int BLOCK = 1 << 14;

    private static final int LINKS_A_THREAD = 30_000;

    private final DailyNetwork net;
    private final DailyOptions options;
    private final DailyShock shock;
    private final boolean targetAsBefore;
    private final boolean neverBelowNeed;
    private final double speed;
    private final int firms;
    private final Links sales;
    private final int[] purchases;

    /** By supplier's link: in the evening what was delivered, at noon what is ordered. */
    private final double[] flow;

    private final double[] stock;

    /** By firm. */
    private final double[] capacity;

    private final double[] production;
    private final double[] most;
    private final double[] demand;
    private final double[] served;
    private final double[] lost;

    private final int[] buyerBlocks;
    private final int[] sellerBlocks;

    /** What a day leaves behind. */
    @FunctionalInterface
    public interface Days {
        /**
         * Called in the evening of each day, and once for the day before the shock.
         *
         * @param day −1, 0, 1 …
         * @param production what all firms made
         * @param valueAdded its value added, each firm's part of output being that before the shock
         * @param finalConsumption what final customers got
         * @param firms by firm, what it made; overwritten on the next day
         */
        void day(int day, double production, double valueAdded, double finalConsumption, double[] firms);
    }

    public DailyRun(DailyNetwork net, DailyOptions options, DailyShock shock) {
        this.net = net;
        this.options = options;
        this.shock = shock;
        targetAsBefore = options.ordering() == Ordering.TARGET_AS_BEFORE;
        neverBelowNeed = options.ordering() == Ordering.NEVER_BELOW_NEED;
        speed = 1 / options.tau();
        firms = net.network.firms();
        sales = net.network.bySupplier();
        purchases = net.network.byBuyer().start();
        flow = sales.amount().clone();
        stock = net.base.clone();
        for (int firm = 0; firm < firms; firm++) {
            for (int link = purchases[firm]; link < purchases[firm + 1]; link++) {
                stock[link] *= net.target[firm];
            }
        }
        capacity = net.output.clone();
        production = net.output.clone();
        demand = net.output.clone();
        served = net.finalDemand.clone();
        most = new double[firms];
        lost = new double[firms];
        buyerBlocks = blocks(purchases);
        sellerBlocks = blocks(sales.start());
    }

    /** By firm, what final customers got today; overwritten on the next day. */
    public double[] served() {
        return served;
    }

    /**
     * Runs.
     *
     * @param days how many days, from day 0, ≥ 0
     * @param threads how many threads may work, ≥ 1; small networks take fewer
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public void run(int days, int threads, Days listener, RunMonitor monitor) {
        LongWork.begins("running a network day by day");
        int used = Math.clamp(sales.count() / LINKS_A_THREAD + 1, 1, threads);
        WaterFilling[] fillings = new WaterFilling[used];
        int widest = 0;
        for (int firm = 0; firm < firms; firm++) {
            widest = Math.max(widest, sales.degree(firm));
        }
        for (int i = 0; i < used; i++) {
            fillings[i] = WaterFilling.of(flow, sales.amount(), widest, options.textbook());
        }
        record(-1, listener);
        try (Crew crew = new Crew(used)) {
            for (int day = 0; day < days; day++) {
                monitor.checkCancelled();
                monitor.progress(day, days, "Simulating days");
                hit(day);
                crew.pass(buyerBlocks.length - 1, (worker, block) -> {
                    for (int firm = buyerBlocks[block]; firm < buyerBlocks[block + 1]; firm++) {
                        order(firm);
                    }
                });
                crew.pass(sellerBlocks.length - 1, (worker, block) -> {
                    for (int firm = sellerBlocks[block]; firm < sellerBlocks[block + 1]; firm++) {
                        produce(firm, fillings[worker]);
                    }
                });
                record(day, listener);
                recover(day);
            }
        }
    }

    private void hit(int day) {
        for (int i = 0; i < shock.firms().length; i++) {
            if (shock.start()[i] == day) {
                int firm = shock.firms()[i];
                lost[firm] = shock.delta()[i];
                capacity[firm] = net.output[firm] * (1 - lost[firm]);
            }
        }
    }

    /** Takes in what was delivered, orders, and finds how much the stocks allow to make. */
    private void order(int firm) {
        int from = purchases[firm];
        int to = purchases[firm + 1];
        double before = net.output[firm];
        double limit = capacity[firm];
        if (before == 0) {
            for (int link = from; link < to; link++) {
                int there = net.place[link];
                flow[there < 0 ? ~there : there] = net.base[link];
            }
            most[firm] = limit;
            return;
        }
        double made = production[firm];
        double active = made / before;
        for (int begin = from; begin < to; ) {
            double wanted = net.base[begin];
            double kept = stock[begin];
            int end = begin + 1;
            while (end < to && net.place[end] >= 0) {
                wanted += net.base[end];
                kept += stock[end++];
            }
            double use = Math.abs(kept) <= NOTHING ? 0 : active * (wanted / kept);
            double left = order(firm, begin, end, use, made, before);
            limit = Math.min(limit, left / wanted * before);
            begin = end;
        }
        most[firm] = limit;
    }

    /** The same for the suppliers of one sector; what is in stock of them together. */
    private double order(int firm, int begin, int end, double use, double made, double before) {
        double target = net.target[firm];
        double left = 0;
        for (int link = begin; link < end; link++) {
            int there = link == begin ? ~net.place[link] : net.place[link];
            double base = net.base[link];
            double kept = stock[link];
            kept = kept + flow[there] - kept * use;
            kept = kept <= NOTHING ? 0 : kept;
            stock[link] = kept;
            left += kept;
            double need = base * made / before;
            double gap = (targetAsBefore ? target * base : target * base * made / before) - kept;
            gap = neverBelowNeed && gap < 0 ? 0 : gap;
            flow[there] = Math.max(0, need + speed * gap);
        }
        return left;
    }

    /** Sums what is ordered, makes what can be made, and delivers it. */
    private void produce(int firm, WaterFilling filling) {
        int from = sales.start()[firm];
        int to = sales.start()[firm + 1];
        double ordered = filling.ordered(from, to);
        double last = net.finalDemand[firm];
        double wanted = last + ordered;
        if (Math.abs(wanted - demand[firm]) < NOTHING) {
            wanted = demand[firm];
        }
        demand[firm] = wanted;
        double made = Math.min(most[firm], wanted);
        production[firm] = made;
        served[firm] = switch (options.rationing()) {
            case PROPORTIONAL -> {
                double part = wanted == 0 ? 0 : made / wanted;
                scale(from, to, part);
                yield part * last;
            }
            case FINAL_LAST -> finalLast(from, to, made, wanted, last);
            case SMALL_ORDERS_FIRST -> filling.withFinal(from, to, made, wanted, last);
            case SMALL_ORDERS_FIRST_FINAL_LAST -> {
                double rest = Math.min(last, Math.max(0, made - (wanted - last)));
                filling.clientsOnly(from, to, made - rest, ordered);
                yield rest;
            }
        };
    }

    private double finalLast(int from, int to, double made, double wanted, double last) {
        double missing = Math.max(0, wanted - made);
        if (last >= missing) {
            return last - missing;
        }
        scale(from, to, wanted == 0 ? 0 : made / (wanted - last));
        return 0;
    }

    private void scale(int from, int to, double part) {
        if (part != 1) {
            for (int link = from; link < to; link++) {
                flow[link] *= part;
            }
        }
    }

    private void record(int day, Days listener) {
        double made = 0;
        double added = 0;
        double consumed = 0;
        for (int firm = 0; firm < firms; firm++) {
            made += production[firm];
            added += net.valueAdded[firm] * production[firm];
            consumed += served[firm];
        }
        listener.day(day, made, added, consumed, production);
    }

    private void recover(int day) {
        Recovery recovery = options.recovery();
        for (int i = 0; i < shock.firms().length; i++) {
            int firm = shock.firms()[i];
            if (lost[firm] > 0 && day - shock.start()[i] >= recovery.hold()) {
                lost[firm] = Math.max(0, recovered(firm, shock.delta()[i], day));
                capacity[firm] = (1 - lost[firm]) * net.output[firm];
            }
        }
    }

    private double recovered(int firm, double given, int day) {
        double days = options.recovery().days();
        return switch (options.recovery().type()) {
            case NONE, PROPORTIONAL -> days == 0 ? lost[firm] : lost[firm] - given / days;
            case UNIFORM -> lost[firm] - 1 / days;
            case AT_ONCE -> 0;
            case RENEWAL -> lost[firm] * (1 - 1 / (given / days));
            case EXPONENTIAL -> given * StrictMath.exp(-day / days);
            case DAMPED_BY_PARTNERS -> {
                double sum = partners(firm, net.network.byBuyer()) + partners(firm, sales);
                int links = net.network.byBuyer().degree(firm) + sales.degree(firm);
                double intact = links == 0 ? 1 : 1 - sum / links;
                yield lost[firm] * (1 - 1 / days * intact);
            }
        };
    }

    private double partners(int firm, Links links) {
        double sum = 0;
        for (int link = links.start()[firm]; link < links.start()[firm + 1]; link++) {
            sum += lost[links.neighbour()[link]];
        }
        return sum;
    }

    /** The first firm of each block, and the number of firms behind the last. */
    private static int[] blocks(int[] start) {
        int rows = start.length - 1;
        int[] first = new int[start[rows] / BLOCK + rows / BLOCK + 3];
        int count = 1;
        for (int row = 0; row < rows; row++) {
            int begin = first[count - 1];
            if (row > begin && start[row] - start[begin] + row - begin >= BLOCK) {
                first[count++] = row;
            }
        }
        first[count++] = rows;
        return Arrays.copyOf(first, count);
    }
}
