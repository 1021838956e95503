package io.chokepoint.spark;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.sweep.Shard;
import io.chokepoint.sweep.UnitComputer;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitSweep;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Has units computed by the executors of a cluster, as one job of Spark. Its tasks are dealt the units like cards; what a task gives is
 * handed over as soon as it is there, so that a driver that is killed has lost only what was being computed.
 */
final class ClusterUnits implements UnitComputer {
    /** How many tasks the units are dealt to at most; enough for some 500 cores to be busy until shortly before the end. */
    private static final String TASKS = "spark.chokepoint.tasks";

    private static final int MOST_TASKS = 5_000;

    private final SparkConf conf;
    private final String[] command;
    private final Map<String, String> inputs;

    /** @param conf of the cluster, which is asked for executors only once there are units to compute */
    ClusterUnits(SparkConf conf, String[] command, Map<String, String> inputs) {
        this.conf = conf;
        this.command = command.clone();
        this.inputs = Map.copyOf(inputs);
    }

    @Override
    public void run(
            UnitSweep sweep, Shard shard, long[] done, UnitResults.Taker taker, int threads, RunMonitor monitor) {
        long[] left = LongStream.range(0, shard.count(sweep.units()))
                .map(shard::unit)
                .filter(unit -> Arrays.binarySearch(done, unit) < 0)
                .toArray();
        if (left.length == 0) {
            return;
        }
        SweepSource source = SweepSource.of(command, inputs);
        List<long[]> tasks = dealt(left, conf.getInt(TASKS, MOST_TASKS));
        AtomicLong finished = new AtomicLong(done.length);
        UnitResults.Taker counted = (unit, values) -> {
            taker.take(unit, values);
            monitor.progress(finished.incrementAndGet(), left.length + (long) done.length, sweep.what());
        };
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            run(spark, source, tasks, left.length, counted);
        } catch (Exception failure) { // of any kind: Scala's methods do not say which
            throw failed(failure, monitor);
        }
    }

    private void run(
            JavaSparkContext spark, SweepSource source, List<long[]> tasks, long units, UnitResults.Taker taker) {
        spark.sc()
                .setJobDescription(Texts.get(
                        "spark.job",
                        String.join(" ", command),
                        Amounts.count(units),
                        Amounts.count(source.size() / 1_000)));
        JavaRDD<long[]> numbers = spark.parallelize(tasks, tasks.size()).setName(Texts.get("spark.units"));
        Broadcast<SweepSource> sent = spark.broadcast(source);
        ClassTag<UnitsDone> tag = ClassTag$.MODULE$.apply(UnitsDone.class);
        spark.sc()
                .runJob(
                        numbers.rdd(),
                        new UnitTask(sent),
                        new AbstractFunction2<Object, UnitsDone, BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object task, UnitsDone given) {
                                for (int at = 0; at < given.units().length; at++) {
                                    taker.take(given.units()[at], given.values()[at]);
                                }
                                return BoxedUnit.UNIT;
                            }
                        },
                        tag);
    }

    private static RuntimeException failed(Exception failure, RunMonitor monitor) {
        if (failure instanceof InterruptedException || monitor.isCancelled()) {
            Thread.currentThread().interrupt();
            return new CancellationException();
        }
        return new ChokepointException(Texts.get("spark.gaveUp", String.valueOf(failure.getMessage())), failure);
    }

    private static List<long[]> dealt(long[] units, int most) {
        int tasks = Math.max(1, Math.min(Math.min(units.length, most), Shard.MOST));
        List<long[]> dealt = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            Shard hand = new Shard(task + 1, tasks);
            dealt.add(LongStream.range(0, hand.count(units.length))
                    .map(hand::unit)
                    .map(place -> units[(int) place])
                    .toArray());
        }
        return dealt;
    }
}
