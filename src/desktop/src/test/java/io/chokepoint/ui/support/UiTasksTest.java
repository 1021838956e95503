package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.UiTasks.WhenBusy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class UiTasksTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private long now;
    private final UiTasks tasks = new UiTasks(worker::add, Runnable::run, () -> now, errors::add);

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void resultOfCancelledWorkIsNeverDelivered() {
        tasks.submit("run", "Run", WhenBusy.CANCEL, monitor -> "old", done::add);
        tasks.submit("run", "Run", WhenBusy.CANCEL, monitor -> "new", done::add);

        work();

        assertThat(done).containsExactly("new");
        assertThat(tasks.busyProperty().get()).isFalse();
    }

    @Test
    void olderWorkLearnsThatItIsCancelled() {
        List<Boolean> seen = new ArrayList<>();
        tasks.submit("run", "Run", WhenBusy.CANCEL, monitor -> seen.add(monitor.isCancelled()), unused -> {});
        tasks.submit("run", "Run", WhenBusy.CANCEL, monitor -> seen.add(monitor.isCancelled()), unused -> {});

        work();

        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void coalescedWorkFinishesAndThenOnlyTheNewestIsDone() {
        for (String name : List.of("1", "2", "3")) {
            tasks.submit("run", "Run", WhenBusy.COALESCE, monitor -> name, done::add);
        }

        work();

        assertThat(done).containsExactly("1", "3");
    }

    @Test
    void slotsDoNotDisturbOneAnother() {
        tasks.submit("run", "Run", WhenBusy.CANCEL, monitor -> "run", done::add);
        tasks.submit("read", "Read", WhenBusy.CANCEL, monitor -> "read", done::add);

        work();

        assertThat(done).containsExactly("run", "read");
    }

    @Test
    void errorsReachTheHandlerAndFreeTheSlot() {
        tasks.submit(
                "run",
                "Run",
                WhenBusy.CANCEL,
                monitor -> {
                    throw new IllegalStateException("broken");
                },
                unused -> done.add("never"));

        work();

        assertThat(errors).singleElement().satisfies(error -> assertThat(error).hasMessage("broken"));
        assertThat(done).isEmpty();
        assertThat(tasks.isBusy("run")).isFalse();
    }

    @Test
    void progressArrivesAtMostThirtyTimesASecond() {
        List<Long> seen = new ArrayList<>();
        tasks.progressProperty().subscribe(progress -> {
            if (progress != null) {
                seen.add(progress.done());
            }
        });
        tasks.submit(
                "run",
                "Run",
                WhenBusy.CANCEL,
                monitor -> {
                    for (int i = 0; i < 1000; i++) {
                        now = i * 1_000_000L;
                        monitor.progress(i, 2000, "weeks");
                    }
                    return "x";
                },
                done::add);

        work();

        assertThat(seen).hasSizeBetween(25, 31);
        assertThat(tasks.progressProperty().get()).isNull();
    }
}
