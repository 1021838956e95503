package io.chokepoint.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardRunTest {
    private static final int UNITS = 41;

    @TempDir
    private Path folder;

    /** Units of any length with any bits, those of numbers that are none included; counts what is computed. */
    private static final class Bits implements UnitSweep {
        private final AtomicInteger computed = new AtomicInteger();
        private final int most;

        /** @param most units that are computed before somebody cancels */
        Bits(int most) {
            this.most = most;
        }

        @Override
        public long units() {
            return UNITS;
        }

        @Override
        public String what() {
            return "units";
        }

        @Override
        public Worker worker() {
            return (unit, monitor) -> {
                if (computed.incrementAndGet() > most) {
                    throw new CancellationException();
                }
                return bits(unit);
            };
        }

        static double[] bits(long unit) {
            Random random = new Random(unit);
            double[] values = new double[1 + random.nextInt(9)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(random.nextLong());
            }
            values[0] = unit % 3 == 0 ? -0.0 : Double.longBitsToDouble(0x7ff8_0000_0000_0000L + unit);
            return values;
        }
    }

    /** Keeps what is written in memory. */
    private static final class Memory implements ShardRun.PartFile {
        private final Map<Long, double[]> written = new TreeMap<>();
        private boolean done;

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public void write(UnitResults share) {
            share.each((unit, values) -> assertThat(written.put(unit, values)).isNull());
            done = true;
        }
    }

    private Path file() {
        return folder.resolve("part");
    }

    private Path progress() {
        return folder.resolve("part.progress");
    }

    private ShardRun.Outcome run(UnitSweep sweep, Shard shard, Memory part, int threads) {
        return ShardRun.run(sweep, shard, "a sweep " + shard, file(), part, threads, RunMonitor.NONE);
    }

    private static void holdsAll(Memory part, Shard shard) {
        assertThat(part.written).hasSize((int) shard.count(UNITS));
        part.written.forEach((unit, values) -> {
            assertThat(shard.owns(unit)).isTrue();
            assertThat(raw(values)).isEqualTo(raw(Bits.bits(unit)));
        });
    }

    private static long[] raw(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void everyUnitBelongsToOneShareAndSharesDifferByOneAtMost() {
        for (int of = 1; of < 60; of++) {
            int[] owners = new int[UNITS];
            for (int number = 1; number <= of; number++) {
                Shard shard = new Shard(number, of);
                assertThat(shard.count(UNITS)).isBetween((long) UNITS / of, (long) UNITS / of + 1);
                for (long place = 0; place < shard.count(UNITS); place++) {
                    assertThat(shard.owns(shard.unit(place))).isTrue();
                    owners[(int) shard.unit(place)]++;
                }
            }
            assertThat(owners).containsOnly(1);
        }
    }

    @Test
    void anInterruptedShareGoesOnWhereItWas() {
        Shard shard = new Shard(2, 3);
        for (int most = 0; most < shard.count(UNITS); most++) {
            Bits first = new Bits(most);
            Memory part = new Memory();
            assertThatThrownBy(() -> run(first, shard, part, 1)).isInstanceOf(CancellationException.class);
            assertThat(part.written).isEmpty();
            assertThat(progress()).exists();

            Bits second = new Bits(UNITS);
            assertThat(run(second, shard, part, 1 + most % 3)).isEqualTo(new ShardRun.Outcome(false, most));
            assertThat(second.computed).hasValue((int) shard.count(UNITS) - most);
            holdsAll(part, shard);
            assertThat(progress()).doesNotExist();
        }
    }

    /** A kill, a full disk or a lost page may leave anything behind the last whole record. */
    @Test
    void whatIsNotWholeIsComputedAgain() throws IOException {
        assertThatThrownBy(() -> run(new Bits(7), Shard.WHOLE, new Memory(), 1))
                .isInstanceOf(CancellationException.class);
        byte[] whole = Files.readAllBytes(progress());
        Random random = new Random(4);
        int resumed = 0;
        for (int length = 0; length <= whole.length; length += 1 + random.nextInt(3)) {
            byte[] torn = Arrays.copyOf(whole, length);
            if (length % 2 == 0 && length > 60) {
                torn[30 + random.nextInt(length - 30)] ^= (byte) (1 << random.nextInt(8));
            } else if (length % 5 == 0) {
                torn = Arrays.copyOf(torn, length + random.nextInt(40)); // zeros where nothing was written yet
            }
            Files.write(progress(), torn);
            Memory part = new Memory();
            long before = run(new Bits(UNITS), Shard.WHOLE, part, 2).doneBefore();
            assertThat(before).isLessThanOrEqualTo(7);
            resumed += (int) before;
            holdsAll(part, Shard.WHOLE);
        }
        assertThat(resumed).isPositive();
    }

    @Test
    void progressOfAnotherSweepIsRefusedAndLeftAlone() throws IOException {
        assertThatThrownBy(() -> run(new Bits(7), new Shard(1, 2), new Memory(), 1))
                .isInstanceOf(CancellationException.class);
        byte[] before = Files.readAllBytes(progress());

        assertThatThrownBy(() -> run(new Bits(UNITS), new Shard(2, 2), new Memory(), 1))
                .isInstanceOf(ChokepointException.class)
                .hasMessageStartingWith(progress() + " is of another sweep: ");
        assertThat(Files.readAllBytes(progress())).isEqualTo(before);
    }

    @Test
    void twoDoNotComputeTheSamePart() {
        try (ProgressFile first = ProgressFile.open(progress(), "a sweep 1/1")) {
            first.add(0, Bits.bits(0));
            assertThatThrownBy(() -> run(new Bits(UNITS), Shard.WHOLE, new Memory(), 1))
                    .isInstanceOf(ChokepointException.class)
                    .hasMessage(progress() + " is in use: another process computes this part.");
        }
        Memory part = new Memory();
        assertThat(run(new Bits(UNITS), Shard.WHOLE, part, 1).doneBefore()).isEqualTo(1);
        holdsAll(part, Shard.WHOLE);
    }

    @Test
    void aPartThatIsThereIsLeftAsItIs() {
        Memory part = new Memory();
        part.done = true;
        Bits sweep = new Bits(UNITS);

        assertThat(run(sweep, Shard.WHOLE, part, 1).wasThere()).isTrue();
        assertThat(sweep.computed).hasValue(0);
        assertThat(progress()).doesNotExist();
    }

    @Test
    void aFailureOfTheLastStepKeepsWhatIsDone() {
        ShardRun.PartFile full = new ShardRun.PartFile() {
            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public void write(UnitResults share) {
                throw new ChokepointException("the disk is full");
            }
        };
        assertThatThrownBy(() ->
                        ShardRun.run(new Bits(UNITS), Shard.WHOLE, "a sweep 1/1", file(), full, 2, RunMonitor.NONE))
                .hasMessage("the disk is full");

        assertThat(run(new Bits(0), Shard.WHOLE, new Memory(), 1).doneBefore()).isEqualTo(UNITS);
    }

    @Test
    void aShareWithoutUnitsIsAShare() {
        Memory part = new Memory();
        run(new Bits(0), new Shard(60, 60), part, 2);
        assertThat(part.done).isTrue();
        assertThat(part.written).isEmpty();
    }
}
