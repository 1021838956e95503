package io.chokepoint.cli;

import io.chokepoint.base.RunMonitor;
import java.io.PrintWriter;

/** One line on standard error that is redrawn in place, at most ten times a second, and wiped at the end. */
final class TerminalMonitor implements RunMonitor, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000L;
    static final String WIPE = "\r\u001b[K";

    private final PrintWriter err;
    private long last = System.nanoTime();
    private boolean drawn;
    private final TimeLeft left = new TimeLeft();

    TerminalMonitor(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void progress(long done, long total, String what) {
        long now = System.nanoTime();
        if (now - last < REDRAW_NANOS) {
            return;
        }
        last = now;
        drawn = true;
        err.print(WIPE + what + (total > 0 ? " " + 100 * done / total + " %" + left.text(done, total, now) : " …"));
        err.flush();
    }

    /** Ctrl-C ends the process itself; interrupting the thread cancels. */
    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(WIPE);
            err.flush();
        }
    }
}
