package io.chokepoint.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The bytes that a straightforward program would move between memory and processor for what a benchmark did: every link and every firm
 * once a step, whether anything happens there or not. Together with {@link MemoryBandwidthBenchmark} this gives the time that memory alone
 * would take. A program that leaves out what does not change can be faster than that.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Traffic {
    /** Of a step of the cascade: the other end and the weight of a link, once by supplier and once by buyer. */
    private static final long CASCADE_LINK = 2 * (Integer.BYTES + Double.BYTES);

    private static final long CASCADE_FIRM = 48;

    /** Of a day: stock, order, delivery, amount before the shock and two orders of them. */
    private static final long DAY_LINK = 100;

    /**
     * Of a link in a week in which its input has turned to other makers, counted in the code: who fails it, what it is served, its new
     * weights, whom it orders from, sums of orders. Other weeks move less.
     */
    private static final long WEEK_LINK = 84;

    /** What was moved. */
    public long bytes;

    void cascade(long firms, long links, long steps) {
        bytes += steps * (links * CASCADE_LINK + firms * CASCADE_FIRM);
    }

    void days(long links, long days) {
        bytes += days * links * DAY_LINK;
    }

    void weeks(long links, long weeks) {
        bytes += weeks * links * WEEK_LINK;
    }

    void add(long moved) {
        bytes += moved;
    }
}
