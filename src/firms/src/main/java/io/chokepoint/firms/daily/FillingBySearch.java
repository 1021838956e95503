package io.chokepoint.firms.daily;

/**
 * {@link WaterFilling} by a search for the last part that the level reaches: the clients are halved around one of them, as quicksort
 * does without sorting both sides, and sorted when few are left. What is spent when the level reaches a part v is
 *
 * <pre>
 * spent(v) = sum of A_k min(x_k, v)   (+ c min(1, v) for final customers)
 * </pre>
 *
 * and grows with v, so that one comparison drops one side. In the published program's way c v stands for c min(1, v), and clients who
 * order nothing take the smallest part of all others too. Sums are those of the rounds but for rounding.
 */
final class FillingBySearch implements WaterFilling {
    private static final int FEW = 16;

    private final double[] flow;
    private final double[] base;
    private final boolean textbook;

    /** By client, the part; and of those who order something the parts and orders before the shock, in whatever order. */
    private final double[] ratio;

    private final double[] part;
    private final double[] weight;

    /** Whether a client orders nothing, or more than before the shock. */
    private boolean anyNothing;

    private boolean anyMore;

    private double idle;
    private double firstRound;
    private double smallest;
    private double above;
    private double level;
    private double spent;

    FillingBySearch(double[] flow, double[] base, int most, boolean textbook) {
        this.flow = flow;
        this.base = base;
        this.textbook = textbook;
        ratio = new double[most];
        part = new double[most + 1];
        weight = new double[most + 1];
    }

    @Override
    public double ordered(int from, int to) {
        double sum = 0;
        boolean nothing = false;
        boolean more = false;
        for (int link = from; link < to; link++) {
            double order = flow[link];
            sum += order;
            nothing |= order <= NOTHING * base[link];
            more |= order > base[link];
        }
        anyNothing = nothing;
        anyMore = more;
        return sum;
    }

    @Override
    public double withFinal(int from, int to, double amount, double demand, double finalDemand) {
        boolean plain = textbook || !anyNothing && !(anyMore && finalDemand > 0);
        if (amount >= demand && plain) {
            return finalDemand;
        }
        int clients = take(from, to, 1);
        part[clients] = 1;
        weight[clients] = textbook ? finalDemand : 0;
        if (amount > firstRound + smallest * finalDemand) {
            raise(clients + 1, amount, textbook ? 0 : finalDemand);
        } else {
            stayBelow(clients + 1);
        }
        double sharers = above + (textbook || level >= 1 ? 0 : finalDemand);
        double reached = level + (sharers > 0 ? (amount - spent) / sharers : 0);
        deliver(from, to, reached);
        return level >= 1 ? finalDemand : reached * finalDemand;
    }

    @Override
    public void clientsOnly(int from, int to, double amount, double demand) {
        if (amount >= demand && (textbook || !anyNothing)) {
            return;
        }
        int clients = take(from, to, Double.POSITIVE_INFINITY);
        if (clients > 0 && amount > firstRound) {
            raise(clients, amount, 0);
        } else {
            stayBelow(clients);
        }
        deliver(from, to, level + (above > 0 ? (amount - spent) / above : 0));
    }

    /**
     * Puts who orders something into the room and counts them; {@link #idle} is what the others ordered before the shock, {@link
     * #smallest} the smallest part, and {@link #firstRound} what clients take when the level reaches it. That one is added as the
     * published program adds: a firm that makes as much as before the shock, and whose clients order more or nothing, has exactly what
     * the first round takes, and then the last bit decides.
     */
    private int take(int from, int to, double least) {
        int count = 0;
        double none = 0;
        double first = least;
        for (int link = from; link < to; link++) {
            double before = base[link];
            double x = flow[link] / before;
            boolean orders = x > NOTHING;
            ratio[link - from] = x;
            part[count] = x;
            weight[count] = before;
            count += orders ? 1 : 0;
            none += orders ? 0 : before;
            first = orders && x < first ? x : first;
        }
        double cost = 0;
        if (textbook) {
            for (int i = 0; i < count; i++) {
                cost += first * weight[i];
            }
        } else {
            for (int link = from; link < to; link++) {
                cost += first * base[link];
            }
        }
        idle = none;
        smallest = first;
        firstRound = cost;
        return count;
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
    private void raise(int count, double amount, double always) {
        int from = 0;
        int to = count;
        double served = textbook || idle == 0 ? 0 : idle * smallest;
        above = 0;
        while (to - from > FEW) {
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
        raiseAmongFew(from, to, amount, served, always);
    }

    private void raiseAmongFew(int from, int to, double amount, double served, double always) {
        sort(from, to);
        double open = above + always;
        for (int i = from; i < to; i++) {
            open += weight[i];
        }
        double lower = served;
        int at = from;
        while (at < to) {
            double v = part[at];
            double total = lower + v * open;
            if (!(amount > total || v == smallest)) {
                break;
            }
            level = v;
            spent = total;
            lower += v * weight[at];
            open -= weight[at++];
        }
        for (int i = at; i < to; i++) {
            above += weight[i];
        }
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double x = part[i];
            double w = weight[i];
            int at = i;
            while (at > from && part[at - 1] > x) {
                part[at] = part[at - 1];
                weight[at] = weight[--at];
            }
            part[at] = x;
            weight[at] = w;
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
    private void deliver(int from, int to, double reached) {
        double forNothing = textbook || level == 0 ? 0 : smallest;
        for (int link = from; link < to; link++) {
            double x = ratio[link - from];
            double most = x > NOTHING ? reached : forNothing;
            flow[link] = x > NOTHING && x <= level ? flow[link] : most * base[link];
        }
    }
}
