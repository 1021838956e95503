package io.chokepoint.cli;

import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A picture of the window that somebody asks for.
 *
 * @param week the week to show; empty for the one the window opens with
 * @param focus id of the good or market to select, if any
 * @param scale pixels of the PNG for one of the window, 1 or 2
 * @param panel what else is open
 * @param search what is typed into the search field; with {@link Panel#SEARCH} only
 * @param against scenario B of a comparison, if any
 * @param differenceOnly whether a comparison shows only what differs
 */
public record Picture(
        Path file,
        View view,
        boolean dark,
        OptionalInt week,
        Optional<String> focus,
        int width,
        int height,
        int scale,
        Panel panel,
        String search,
        Optional<Scenario> against,
        boolean differenceOnly) {

    /** The ways to look at a run, by their words on the command line. */
    public enum View {
        CHAIN,
        GRAPH,
        SANKEY,
        MAP,
        MATRIX,
        TABLE,
        RANKING,
        HELPS,
        LENS,
        MODELS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can stand beside or above the view, by its word on the command line. */
    public enum Panel {
        NONE,
        WHY,
        EVERYTHING,
        GALLERY,
        SEARCH,
        RESTRICT,
        DRAWER,
        EPISODES,
        RUNS,
        KEYS,
        GUIDE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Picture ofWindow(Path file, boolean dark) {
        return new Picture(
                file,
                View.GRAPH,
                dark,
                OptionalInt.empty(),
                Optional.empty(),
                1440,
                900,
                1,
                Panel.NONE,
                "",
                Optional.empty(),
                false);
    }
}
