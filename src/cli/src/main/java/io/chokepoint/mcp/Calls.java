package io.chokepoint.mcp;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.text.Texts;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that are being answered: each ends in time, when it is cancelled, or with an answer; never with a stack trace. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Duration longest;
    private int open;
    private final Map<Object, Call> running = new ConcurrentHashMap<>();

    Calls(Duration longest) {
        this.longest = longest;
    }

    /** What watches one call. */
    private final class Call implements RunMonitor {
        private final long started = System.nanoTime();
        private volatile boolean isCancelled;

        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return isCancelled || isLate() || Thread.currentThread().isInterrupted();
        }

        private boolean isLate() {
            return System.nanoTime() - started > longest.toNanos();
        }
    }

    /** @param id as the client knows the call */
    Reply run(Object id, Function<RunMonitor, Reply> work) {
        Call call = new Call();
        running.put(id, call);
        try {
            return work.apply(call);
        } catch (CancellationException e) {
            return Reply.refusal(
                    call.isLate() && !call.isCancelled
                            ? Texts.get("mcp.tooLong", longest.toSeconds())
                            : Texts.get("mcp.cancelled"));
        } catch (ChokepointException fault) {
            return Reply.refusal(
                    fault.problems().isEmpty()
                            ? String.valueOf(fault.getMessage())
                            : fault.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        } catch (RuntimeException | Error bug) {
            LOG.error("a tool failed", bug);
            return Reply.refusal(Texts.get("mcp.bug", bug.getClass().getSimpleName()));
        } finally {
            running.remove(id);
        }
    }

    void cancel(Object id) {
        Call call = running.get(id);
        if (call != null) {
            call.isCancelled = true;
        }
    }

    void cancelAll() {
        running.values().forEach(call -> call.isCancelled = true);
    }

    /** Something was asked that will be answered. */
    synchronized void asked() {
        open++;
    }

    /** An answer was sent. */
    synchronized void answered() {
        open--;
        notifyAll();
    }

    /** Whoever closes the input after a question still gets the answer, in the time that one may take. */
    synchronized void awaitAnswers() {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis(); open > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells of every line that is sent: each is the answer to one question, as this server asks and tells nothing of its own. */
    OutputStream watched(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                for (int i = from; i < from + length; i++) {
                    if (bytes[i] == '\n') {
                        out.flush();
                        answered();
                    }
                }
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }
        };
    }
}
