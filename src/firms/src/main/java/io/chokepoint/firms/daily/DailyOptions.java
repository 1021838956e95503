package io.chokepoint.firms.daily;

/**
 * Which of the model's variants is meant.
 *
 * @param rationing who gets how much
 * @param ordering what is ordered
 * @param tau days over which a gap of the inventory is closed, &gt; 0
 * @param recovery how capacity comes back
 * @param textbook whether the common level of {@link Rationing#SMALL_ORDERS_FIRST} and {@link
 *     Rationing#SMALL_ORDERS_FIRST_FINAL_LAST} is that of the equations. Off, as the published program computes: a client that orders
 *     nothing is delivered the first level, and what final customers would take is used up even after they have been served
 */
public record DailyOptions(Rationing rationing, Ordering ordering, double tau, Recovery recovery, boolean textbook) {

    /** Days over which a gap of the inventory is closed, unless said otherwise. */
    public static final double TAU = 6;

    /** As the published program runs if nothing is said. */
    public static final DailyOptions PUBLISHED =
            new DailyOptions(Rationing.PROPORTIONAL, Ordering.TARGET_FOLLOWS_PRODUCTION, TAU, Recovery.NONE, false);

    public DailyOptions {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("tau " + tau);
        }
    }

    public DailyOptions with(Rationing other) {
        return new DailyOptions(other, ordering, tau, recovery, textbook);
    }

    public DailyOptions with(Ordering other) {
        return new DailyOptions(rationing, other, tau, recovery, textbook);
    }

    public DailyOptions with(Recovery other) {
        return new DailyOptions(rationing, ordering, tau, other, textbook);
    }

    public DailyOptions withTextbook(boolean other) {
        return new DailyOptions(rationing, ordering, tau, recovery, other);
    }
}
