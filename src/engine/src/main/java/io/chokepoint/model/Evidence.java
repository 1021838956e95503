package io.chokepoint.model;

import java.util.List;

/**
 * Where the figures of one row come from.
 *
 * @param basis how far the sources carry them
 * @param sources ids of rows of {@code sources.csv}; empty only where the loader has warned
 * @param note how derived, or why this range; may be empty
 * @param file the table the row stands in
 * @param line its line there, from 1 with the header; 0 where there is none
 */
public record Evidence(Basis basis, List<String> sources, String note, String file, int line) {

    public Evidence {
        sources = List.copyOf(sources);
    }

    /** For networks made in code: an assumption without a file. */
    public static Evidence assumption(String note) {
        return new Evidence(Basis.ASSUMPTION, List.of(), note, "", 0);
    }
}
