package io.chokepoint.firms.daily;

/**
 * Who gets how much of what a firm made, where that is less than what was ordered. The place of a constant is its number in files
 * and options, from 0. P is what was made, D what was ordered, c final demand; stars mark what is delivered; x is a client's order as
 * a part of its order before the shock, 1 for final customers.
 */
public enum Rationing {
    /** Everybody the same part of the order: P / D. */
    PROPORTIONAL,

    /** Clients first and in proportion, final customers what is left: c* = max(0, c − (D − P)). */
    FINAL_LAST,

    /** A common level of x rises from 0; who has got the own x drops out, until P is used up. The authors' choice. */
    SMALL_ORDERS_FIRST,

    /** Final customers get c* = min(c, max(0, P − (D − c))), and the level rises among the clients. */
    SMALL_ORDERS_FIRST_FINAL_LAST
}
