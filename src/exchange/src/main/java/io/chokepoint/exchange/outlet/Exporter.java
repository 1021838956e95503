package io.chokepoint.exchange.outlet;

import io.chokepoint.base.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes a dataset for another tool. No state; safe for use by many threads. */
public interface Exporter {
    /** The word on the command line. */
    String format();

    /** What is written, in one line for people. */
    String description();

    /** Whether the run of a scenario can be written too. */
    boolean takesRun();

    /** Whether it is UTF-8 text that may go to a terminal. */
    boolean isText();

    /** Writes all of it; does not close the stream. */
    void write(ExportSource source, OutputStream out) throws IOException;

    /** Writes a file whole or not at all. */
    default void write(ExportSource source, Path target) throws IOException {
        AtomicFile.writeBytes(target, out -> write(source, out));
    }
}
