package io.chokepoint.firms.reach;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Components;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.Links;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many other firms are downstream of each, exactly. Firms of one strongly connected part have the same answer, and networks of
 * firms have one giant part: what lies downstream of it is counted once, and those that lead into it only count what else they reach.
 * What is left without the giant part is an acyclic graph of small parts; there, sets of parts are joined as bits, a block of
 * targets at a time, sinks first. The cost is (links between small parts) x (small parts) / 64 in the worst case of no giant part,
 * and that of reading the network once in the usual one.
 */
public final class DownstreamCounts {
    /** Words of 64 targets in a block. */
    private static final int WORDS = 4;

    private static final int BLOCK = WORDS * Long.SIZE;

    private final Components parts;
    private final int giant;

    /** Links between parts other than the giant one, by the part they come from. */
    private final int[] start;

    private final int[] to;

    /** Parts with such links, in ascending order. */
    private final int[] leading;

    private final boolean[] intoGiant;
    private final boolean[] belowGiant;

    private DownstreamCounts(FirmNetwork network) {
        Links links = network.bySupplier();
        parts = new Components(links);
        int most = 0;
        for (int part = 0; part < parts.size().length; part++) {
            most = parts.size()[part] > parts.size()[most] ? part : most;
        }
        giant = most;
        intoGiant = new boolean[parts.size().length];
        belowGiant = new boolean[parts.size().length];
        int[] from = new int[1 << 10];
        int[] into = new int[1 << 10];
        int count = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            int part = parts.of()[firm];
            for (int place = links.start()[firm]; place < links.start()[firm + 1]; place++) {
                int other = parts.of()[links.neighbour()[place]];
                if (other == part) {
                    continue;
                }
                if (part == giant) {
                    belowGiant[other] = true;
                } else if (other == giant) {
                    intoGiant[part] = true;
                } else {
                    if (count == from.length) {
                        from = Arrays.copyOf(from, count * 2);
                        into = Arrays.copyOf(into, count * 2);
                    }
                    from[count] = part;
                    into[count++] = other;
                }
            }
        }
        start = new int[parts.size().length + 1];
        for (int i = 0; i < count; i++) {
            start[from[i] + 1]++;
        }
        for (int part = 0; part < parts.size().length; part++) {
            start[part + 1] += start[part];
        }
        to = new int[count];
        int[] next = start.clone();
        for (int i = 0; i < count; i++) {
            to[next[from[i]]++] = into[i];
        }
        leading = leading();
        spreadMarks();
    }

    /**
     * Counts for all firms.
     *
     * @param threads ≥ 1; the counts do not depend on it
     * @return by firm, how many other firms buy from it, directly or through others
     * @throws CancellationException if the monitor says so or this thread is interrupted
     */
    public static int[] of(FirmNetwork network, int threads, RunMonitor monitor) {
        LongWork.begins("counting what is downstream");
        return network.firms() == 0 ? new int[0] : new DownstreamCounts(network).counts(threads, monitor);
    }

    private int[] leading() {
        int[] found = new int[parts.size().length];
        int count = 0;
        for (int part = 0; part < found.length; part++) {
            if (start[part + 1] > start[part]) {
                found[count++] = part;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Links go from higher to lower numbers: what leads into the giant part is found going up, what it leads to going down. */
    private void spreadMarks() {
        for (int part : leading) {
            for (int place = start[part]; place < start[part + 1]; place++) {
                intoGiant[part] |= intoGiant[to[place]];
            }
        }
        for (int i = leading.length - 1; i >= 0; i--) {
            for (int place = start[leading[i]]; place < start[leading[i] + 1]; place++) {
                belowGiant[to[place]] |= belowGiant[leading[i]];
            }
        }
    }

    private int[] counts(int threads, RunMonitor monitor) {
        int blocks = (parts.size().length + BLOCK - 1) / BLOCK;
        int[] reached = new int[parts.size().length];
        AtomicInteger next = new AtomicInteger();
        Callable<int[]> worker = () -> {
            int[] counts = new int[parts.size().length];
            long[] bits = leading.length == 0 ? new long[0] : new long[parts.size().length * WORDS];
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                monitor.checkCancelled();
                monitor.progress(block, blocks, "Counting");
                if (leading.length > 0) {
                    count(block * BLOCK, bits, counts);
                }
            }
            return counts;
        };
        for (int[] counts : all(worker, Math.max(1, Math.min(threads, blocks)))) {
            for (int part = 0; part < reached.length; part++) {
                reached[part] += counts[part];
            }
        }
        int below = parts.size()[giant];
        for (int part = 0; part < reached.length; part++) {
            below += belowGiant[part] ? parts.size()[part] : 0;
        }
        int[] counts = new int[parts.of().length];
        for (int firm = 0; firm < counts.length; firm++) {
            int part = parts.of()[firm];
            counts[firm] =
                    part == giant ? below - 1 : parts.size()[part] - 1 + reached[part] + (intoGiant[part] ? below : 0);
        }
        return counts;
    }

    /** Adds to each part's count the firms of the parts in one block that it leads to. */
    private void count(int first, long[] bits, int[] counts) {
        int last = Math.min(first + BLOCK, parts.size().length);
        long[] aboveOnly = new long[WORDS];
        for (int part = first; part < last; part++) {
            int bit = part - first;
            bits[part * WORDS + (bit >>> 6)] |= 1L << bit;
            if (!belowGiant[part]) {
                aboveOnly[bit >>> 6] |= 1L << bit;
            }
        }
        int from = Arrays.binarySearch(leading, first);
        for (int i = from < 0 ? -1 - from : from; i < leading.length; i++) {
            int part = leading[i];
            for (int word = 0; word < WORDS; word++) {
                long joined = 0;
                for (int place = start[part]; place < start[part + 1]; place++) {
                    joined |= bits[to[place] * WORDS + word];
                }
                bits[part * WORDS + word] |= joined;
                for (long left = intoGiant[part] ? joined & aboveOnly[word] : joined; left != 0; left &= left - 1) {
                    counts[part] += parts.size()[first + (word << 6) + Long.numberOfTrailingZeros(left)];
                }
            }
        }
        for (int i = from < 0 ? -1 - from : from; i < leading.length; i++) {
            Arrays.fill(bits, leading[i] * WORDS, leading[i] * WORDS + WORDS, 0);
        }
        Arrays.fill(bits, first * WORDS, last * WORDS, 0);
    }

    private static List<int[]> all(Callable<int[]> worker, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<int[]>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(worker));
            }
            List<int[]> results = new ArrayList<>();
            for (Future<int[]> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException problem ? problem : new IllegalStateException(failed);
        } finally {
            executor.shutdownNow();
        }
    }
}
