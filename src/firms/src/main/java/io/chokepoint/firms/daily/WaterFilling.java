package io.chokepoint.firms.daily;

/**
 * Shares out an amount among the clients of a firm so that the smallest orders, as parts of those before the shock, are served first:
 * a common level rises from 0, and who has got the own part drops out. Holds the room for one firm's clients; not for several
 * threads.
 */
interface WaterFilling {
    /** An order below this part of that before the shock is none. */
    double NOTHING = 1e-20;

    /**
     * Links up to which a network is filled in rounds: the same operations in the same order as the published program makes them, so
     * that rounding decides the same where a client's order is all but 0. In larger networks that would take longer than all else.
     */
    int LINKS_IN_ROUNDS = 20_000;

    /**
     * @param flow orders by link, replaced by deliveries
     * @param base orders before the shock, in the same places
     * @param most the most clients of a firm
     * @param textbook see {@link DailyOptions}
     */
    static WaterFilling of(double[] flow, double[] base, int most, boolean textbook) {
        return flow.length <= LINKS_IN_ROUNDS
                ? new FillingInRounds(flow, base, most, textbook)
                : new FillingBySearch(flow, base, most, textbook);
    }

    /**
     * What the clients of a firm order together. To be called before the other two.
     *
     * @param from the firm's first link
     * @param to behind its last one
     */
    double ordered(int from, int to);

    /**
     * Final customers have a part of 1 and stand beside the clients.
     *
     * @param amount what is there
     * @param demand what is ordered by all
     * @param finalDemand what final customers want
     * @return what they get
     */
    double withFinal(int from, int to, double amount, double demand, double finalDemand);

    /**
     * Only the clients get something.
     *
     * @param demand what they order
     */
    void clientsOnly(int from, int to, double amount, double demand);
}
