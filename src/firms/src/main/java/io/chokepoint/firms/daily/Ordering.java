package io.chokepoint.firms.daily;

/**
 * What a firm orders of a supplier. The place of a constant is its number in files and options, from 0. With A the order before the
 * shock, P / P(−1) the part of the old production that was made the day before, S the stock of that supplier's product, n the target in
 * days of use: need = A P / P(−1), and an order is never below 0.
 */
public enum Ordering {
    /** need + (n need − S) / tau: the target follows production. */
    TARGET_FOLLOWS_PRODUCTION,

    /** need + (n A − S) / tau: the target is that before the shock. */
    TARGET_AS_BEFORE,

    /** need + max(0, n need − S) / tau: a stock above the target lowers no order. */
    NEVER_BELOW_NEED
}
