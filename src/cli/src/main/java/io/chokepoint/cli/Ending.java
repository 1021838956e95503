package io.chokepoint.cli;

import io.chokepoint.base.AtomicFile;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens when the process is told to end (Ctrl-C, SIGTERM) while a command runs: half-written files go, one word is said, and
 * the exit code is that of a cancelled command. Nothing happens once the command is done, or when it has handed over to a window.
 */
final class Ending {
    private final AtomicBoolean running = new AtomicBoolean(true);

    /** Watches over the command that starts now. */
    static Ending watch(PrintWriter err, boolean interactive) {
        Ending ending = new Ending();
        // A shutdown hook takes a thread that has not started; it is no work of the program's own.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ending").unstarted(() -> {
            if (ending.running.get()) {
                AtomicFile.abandonAll();
                err.println((interactive ? TerminalMonitor.WIPE : "") + "Cancelled.");
                err.flush();
                Runtime.getRuntime().halt(ExitCode.CANCELLED);
            }
        }));
        return ending;
    }

    /** The command is done, or a window has taken over. */
    void over() {
        running.set(false);
    }
}
