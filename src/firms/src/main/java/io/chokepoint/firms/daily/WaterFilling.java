package io.chokepoint.firms.daily;

/**
 * Shares out an amount among the clients of a firm so that the smallest orders, as parts of those before the shock, are served first:
 * a common level rises from 0, and who has got the own part drops out.
 *
 * <p>The published program raises the level in rounds, each to the next smallest part, and so does this, for firms of few clients:
 * the same operations in the same order. That takes a time quadratic in the number of clients, so for firms of many clients {@link
 * LevelSearch} finds the last part that is reached; its sums are those of the rounds but for rounding.
 *
 * <p>Holds the room for one firm's clients; not for several threads.
 */
final class WaterFilling {
    /** Clients up to which rounds are made: by then a search is no slower. */
    static final int ROUNDS_UP_TO = 24;

    /** An order below this part of that before the shock is none. */
    static final double NOTHING = 1e-20;

    private final double[] flow;
    private final double[] base;
    private final boolean textbook;
    private final int roundsUpTo;
    private final LevelSearch search;

    private final double[] part;
    private final int[] in;

    /**
     * @param flow orders, replaced by deliveries
     * @param base orders before the shock, in the same places
     * @param most the most clients of a firm
     * @param textbook see {@link DailyOptions}
     */
    WaterFilling(double[] flow, double[] base, int most, boolean textbook, int roundsUpTo) {
        this.flow = flow;
        this.base = base;
        this.textbook = textbook;
        this.roundsUpTo = roundsUpTo;
        search = new LevelSearch(flow, base, most, textbook);
        part = new double[roundsUpTo];
        in = new int[roundsUpTo];
    }

    /**
     * Final customers have a part of 1 and stand beside the clients.
     *
     * @param from the firm's first link
     * @param to behind its last one
     * @param amount what is there
     * @param demand what is ordered by all
     * @param finalDemand what final customers want
     * @return what they get
     */
    double withFinal(int from, int to, double amount, double demand, double finalDemand) {
        return to - from <= roundsUpTo
                ? rounds(from, to, amount, 1, finalDemand)
                : search.withFinal(from, to, amount, demand, finalDemand);
    }

    /**
     * Only the clients get something.
     *
     * @param demand what they order
     */
    void clientsOnly(int from, int to, double amount, double demand) {
        if (to - from <= roundsUpTo) {
            rounds(from, to, amount, 0, 0);
        } else {
            search.clientsOnly(from, to, amount, demand);
        }
    }

    private double rounds(int from, int to, double amount, double finalPart, double finalDemand) {
        int count = 0;
        for (int link = from; link < to; link++) {
            double ratio = flow[link] / base[link];
            flow[link] = 0;
            if (!textbook || ratio > NOTHING) {
                part[count] = ratio;
                in[count++] = link;
            }
        }
        double ofFinal = finalPart;
        double remaining = amount;
        double level = 0;
        while (remaining > NOTHING && (count > 0 || ofFinal > 0)) {
            double least = ofFinal > 0 ? ofFinal : Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double x = part[i];
                least = x > NOTHING && x < least ? x : least;
            }
            if (least == Double.POSITIVE_INFINITY) {
                break;
            }
            double cost = 0;
            for (int i = 0; i < count; i++) {
                cost += least * base[in[i]];
            }
            cost += textbook && ofFinal == 0 ? 0 : least * finalDemand;
            if (!(remaining > cost)) {
                level += share(count, remaining, ofFinal > 0 ? finalDemand : 0);
                break;
            }
            level += least;
            remaining -= cost;
            count = dropServed(count, least, level);
            if (ofFinal > 0) {
                ofFinal -= least;
                ofFinal = ofFinal <= NOTHING ? 0 : ofFinal;
                finalPart = ofFinal == 0 ? level : finalPart;
            }
        }
        for (int i = 0; i < count; i++) {
            flow[in[i]] = part[i] > 0 ? level * base[in[i]] : 0;
        }
        return (ofFinal > 0 ? level : finalPart) * finalDemand;
    }

    /** What each gets beyond the level reached, when the next one is too high. */
    private double share(int count, double remaining, double finalDemand) {
        double sharers = 0;
        for (int i = 0; i < count; i++) {
            sharers += part[i] > 0 ? base[in[i]] : 0;
        }
        sharers += finalDemand;
        return sharers <= 0 ? 0 : remaining / sharers;
    }

    private int dropServed(int count, double least, double level) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double left = part[i] - least;
            int link = in[i];
            if (left <= NOTHING) {
                flow[link] = level * base[link];
            } else {
                part[kept] = left;
                in[kept++] = link;
            }
        }
        return kept;
    }
}
