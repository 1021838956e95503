package io.chokepoint.spark;

import io.chokepoint.base.RunMonitor;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What a task does in an executor with its one element, the numbers of its units. */
final class UnitTask extends AbstractFunction1<Iterator<long[]>, UnitsDone> implements Serializable {
    private final Broadcast<SweepSource> source;

    UnitTask(Broadcast<SweepSource> source) {
        this.source = source;
    }

    @Override
    public UnitsDone apply(Iterator<long[]> units) {
        TaskContext task = TaskContext.get();
        return ExecutorSweep.of(source).compute(units.next(), new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return task.isInterrupted();
            }
        });
    }
}
