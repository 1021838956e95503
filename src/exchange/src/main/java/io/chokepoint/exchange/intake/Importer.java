package io.chokepoint.exchange.intake;

import java.io.IOException;

/**
 * Makes a dataset, or scenarios for one, of a file of another tool. An importer understands, leaves out and assumes, and says each of the three; it fills in nothing
 * silently. No state; safe for use by many threads.
 */
public interface Importer {
    /** The word on the command line. */
    String format();

    /** What is read, in one line for people. */
    String description();

    /** Whether what it makes is scenarios for a dataset that is there, and no dataset. */
    default boolean makesScenarios() {
        return false;
    }

    /** Whether a mapping file says which column is what. */
    default boolean takesMapping() {
        return false;
    }

    /**
     * Reads the input into a draft: rows, files, and what there is to say. All faults are collected in {@link Draft#findings()} before it returns;
     * with faults nothing is written.
     *
     * @throws IOException if the input cannot be read; the caller says so
     * @throws java.util.concurrent.CancellationException if the request's monitor says so
     */
    void read(ImportRequest request, Draft draft) throws IOException;

    /**
     * A mapping file for the input, drafted from its columns, for the user to correct.
     *
     * @throws UnsupportedOperationException unless {@link #takesMapping}
     */
    default String suggest(ImportRequest request, Findings findings) throws IOException {
        throw new UnsupportedOperationException(format() + " takes no mapping");
    }
}
