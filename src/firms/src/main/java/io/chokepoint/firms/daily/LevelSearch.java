package io.chokepoint.firms.daily;

/**
 * The last level that {@link WaterFilling} reaches, found by halving the clients around one of them, as quicksort does without sorting
 * both sides. What is spent when the level reaches a part v is
 *
 * <pre>
 * spent(v) = sum of A_k min(x_k, v)   (+ c min(1, v) for final customers)
 * </pre>
 *
 * and grows with v, so that one comparison drops one side. In the published program's way c v stands for c min(1, v), and clients who
 * order nothing take the smallest part of all others too.
 */
final class LevelSearch {
    private static final double NOTHING = WaterFilling.NOTHING;

    private final double[] flow;
    private final double[] base;
    private final boolean textbook;

    private final double[] part;
    private final double[] weight;

    private double idle;
    private double above;
    private double level;
    private double spent;

    LevelSearch(double[] flow, double[] base, int most, boolean textbook) {
        this.flow = flow;
        this.base = base;
        this.textbook = textbook;
        part = new double[most + 1];
        weight = new double[most + 1];
    }

    /** See {@link WaterFilling#withFinal}. */
    double withFinal(int from, int to, double amount, double demand, double finalDemand) {
        if (amount >= demand && isPlain(from, to, finalDemand > 0)) {
            return finalDemand;
        }
        int clients = take(from, to);
        part[clients] = 1;
        weight[clients] = textbook ? finalDemand : 0;
        double smallest = smallest(clients + 1);
        if (amount > firstRound(from, to, smallest) + smallest * finalDemand) {
            raise(clients + 1, amount, smallest, textbook ? 0 : finalDemand);
        } else {
            stayBelow(clients + 1);
        }
        double sharers = above + (textbook || level >= 1 ? 0 : finalDemand);
        double reached = level + (sharers > 0 ? (amount - spent) / sharers : 0);
        deliver(from, to, smallest, reached);
        return level >= 1 ? finalDemand : reached * finalDemand;
    }

    /** See {@link WaterFilling#clientsOnly}. */
    void clientsOnly(int from, int to, double amount, double demand) {
        if (amount >= demand && isPlain(from, to, false)) {
            return;
        }
        int clients = take(from, to);
        double smallest = smallest(clients);
        if (amount > firstRound(from, to, smallest)) {
            raise(clients, amount, smallest, 0);
        } else {
            stayBelow(clients);
        }
        deliver(from, to, smallest, level + (above > 0 ? (amount - spent) / above : 0));
    }

    /** Whether the orders themselves are what is delivered if there is enough for all of them. */
    private boolean isPlain(int from, int to, boolean noneAboveBefore) {
        if (textbook) {
            return true;
        }
        boolean plain = true;
        for (int link = from; link < to; link++) {
            double order = flow[link];
            plain &= order > NOTHING * base[link] & (!noneAboveBefore | order <= base[link]);
        }
        return plain;
    }

    /** Puts who orders something into the room and counts them; {@link #idle} is what the others ordered before the shock. */
    private int take(int from, int to) {
        int count = 0;
        idle = 0;
        for (int link = from; link < to; link++) {
            double before = base[link];
            double ratio = flow[link] / before;
            boolean orders = ratio > NOTHING;
            part[count] = ratio;
            weight[count] = before;
            count += orders ? 1 : 0;
            idle += orders ? 0 : before;
        }
        return count;
    }

    private double smallest(int count) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, part[i]);
        }
        return smallest;
    }

    /**
     * What clients take in the first round, added as the published program adds: a firm that makes as much as before the shock, and
     * whose clients order more or nothing, has exactly what the first round takes, and then the last bit decides.
     */
    private double firstRound(int from, int to, double smallest) {
        double cost = 0;
        for (int link = from; link < to; link++) {
            if (!textbook || flow[link] / base[link] > NOTHING) {
                cost += smallest * base[link];
            }
        }
        return cost;
    }

    /** The level does not reach the smallest part. */
    private void stayBelow(int count) {
        level = 0;
        spent = 0;
        above = 0;
        for (int i = 0; i < count; i++) {
            above += weight[i];
        }
    }

    /**
     * Finds the highest part that the level reaches, the smallest being one: sets {@link #level}, what is {@link #spent} then, and the
     * summed weight of those {@link #above}.
     *
     * @param always weight that is never served
     */
    private void raise(int count, double amount, double smallest, double always) {
        int from = 0;
        int to = count;
        double served = textbook || idle == 0 ? 0 : idle * smallest;
        above = 0;
        while (from < to) {
            double pivot = middle(part[from], part[(from + to) >>> 1], part[to - 1]);
            int less = from;
            int more = to;
            int at = from;
            double cost = 0;
            double equal = 0;
            double heavier = 0;
            while (at < more) {
                double x = part[at];
                double w = weight[at];
                if (x < pivot) {
                    cost += w * x;
                    swap(at++, less++);
                } else if (x > pivot) {
                    heavier += w;
                    swap(at, --more);
                } else {
                    equal += w;
                    at++;
                }
            }
            double lower = served + (cost + equal * pivot);
            double total = lower + pivot * (above + heavier + always);
            if (amount > total || pivot == smallest) {
                level = pivot;
                spent = total;
                served = lower;
                from = more;
            } else {
                above += heavier + equal;
                to = less;
            }
        }
    }

    private void swap(int one, int other) {
        double x = part[one];
        double w = weight[one];
        part[one] = part[other];
        weight[one] = weight[other];
        part[other] = x;
        weight[other] = w;
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Delivers what was ordered up to the level, and what was {@code reached} to the others. */
    private void deliver(int from, int to, double smallest, double reached) {
        double forNothing = textbook || level == 0 ? 0 : smallest;
        for (int link = from; link < to; link++) {
            double ratio = flow[link] / base[link];
            if (!(ratio > NOTHING)) {
                flow[link] = forNothing * base[link];
            } else if (ratio > level) {
                flow[link] = reached * base[link];
            }
        }
    }
}
