package io.chokepoint.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A picture of the window that somebody asks for.
 *
 * @param week the week to show; empty for the one the window opens with
 * @param focus id of the good to select, if any
 */
public record Picture(
        Path file, View view, boolean dark, OptionalInt week, Optional<String> focus, int width, int height) {

    /** The ways to look at a run, by their words on the command line. */
    public enum View {
        GRAPH,
        SANKEY,
        MAP,
        MATRIX,
        TABLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Picture ofWindow(Path file, boolean dark) {
        return new Picture(file, View.GRAPH, dark, OptionalInt.empty(), Optional.empty(), 1440, 900);
    }
}
