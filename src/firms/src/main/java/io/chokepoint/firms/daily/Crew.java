package io.chokepoint.firms.daily;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Some threads that do the blocks of one piece of work after the other, many times a second. A pass over a hundred thousand firms
 * takes a few milliseconds, and to wake a thread may take as long: those that wait look out for the next pass for a while before they
 * sleep. Which thread does which block changes nothing, as long as no block writes what another one reads.
 */
final class Crew implements AutoCloseable {
    private static final int LOOKS = 20_000;

    private final Thread[] helpers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    private volatile int round;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private Work work = (worker, block) -> {};
    private int blocks;

    /** A pass over blocks that do not depend on each other. */
    @FunctionalInterface
    interface Work {
        /**
         * @param worker which thread does it, 0 … threads − 1
         * @param block 0 … blocks − 1
         */
        void block(int worker, int block);
    }

    /** @param threads how many threads work, the caller's own included */
    Crew(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = Thread.ofPlatform().daemon().name("firms-" + worker).start(() -> help(worker));
        }
    }

    /** Does all blocks of a pass; returns when they are done. */
    void pass(int count, Work pass) {
        if (helpers.length == 0 || count == 1) {
            for (int block = 0; block < count; block++) {
                pass.block(0, block);
            }
            return;
        }
        work = pass;
        blocks = count;
        next.set(0);
        busy.set(helpers.length);
        round++;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        blocks(0);
        for (int looks = 0; busy.get() > 0; looks++) {
            pause(looks);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw new IllegalStateException("a block failed", thrown);
        }
    }

    private void blocks(int worker) {
        try {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                work.block(worker, block);
            }
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            next.set(blocks);
        }
    }

    private void help(int worker) {
        int done = 0;
        while (true) {
            for (int looks = 0; round == done && !over; looks++) {
                if (looks < LOOKS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (over) {
                return;
            }
            done = round;
            blocks(worker);
            busy.decrementAndGet();
        }
    }

    private static void pause(int looks) {
        if (looks < LOOKS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        over = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
