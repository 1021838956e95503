package io.chokepoint.ui.timeline;

import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.Seen;
import io.chokepoint.ui.support.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was seen in the past episode that a scenario repeats, as marks beside the curve of the same thing. */
final class TimelineSeen {
    /** Least distance of two marks that would lie on each other, in px. */
    private static final double APART = 12;
    /** Marks of weeks stand above the foot of the curves, one row above the other. */
    private static final double ROW = 9;

    private TimelineSeen() {}

    /**
     * A mark.
     *
     * @param isWeek whether the figure is the week in which something happened; otherwise a part of baseline from week to week
     * @param isWhole whether it is of the same thing as the curve, not of exports or of some makers only
     * @param text all that is to be said of it
     */
    record SeenMark(boolean isWeek, boolean isWhole, int from, int to, Figure seen, String text) {
        /** Whether a week is among those that it is about. */
        boolean isAt(int week) {
            return isWeek ? seen.low() <= week && week <= seen.high() : from <= week && week <= to;
        }

        private boolean isAsLarge(SeenMark other) {
            return isWeek == other.isWeek
                    && isWhole == other.isWhole
                    && (isWeek || from == other.from && to == other.to)
                    && seen.low() == other.seen.low()
                    && seen.central() == other.seen.central()
                    && seen.high() == other.seen.high();
        }

        private SeenMark and(SeenMark other) {
            return new SeenMark(isWeek, isWhole, from, to, seen, text + "\n" + other.text);
        }
    }

    /** Where a mark lies: its dot, in px. */
    record Place(SeenMark mark, double x, double y) {
        /** Whether somebody who points there means it. */
        boolean isAt(double px, double py) {
            return Math.hypot(px - x, py - y) <= 8;
        }
    }

    /**
     * The marks of what is selected, or of a good where nothing is. Prices have a picture of their own.
     *
     * @param main the good whose curve is shown, if it is one
     */
    static List<SeenMark> of(List<Seen> all, Dataset dataset, Selection selection, Optional<Good> main) {
        List<SeenMark> marks = new ArrayList<>();
        List<Seen> shown = all.stream()
                .filter(seen -> !seen.what().needsPrices() && isOf(seen, selection, main))
                .toList();
        for (Seen seen : shown) {
            Optional<Seen> stop = shown.stream()
                    .filter(other -> seen.isWeek()
                            && seen.what() == What.OUTPUT
                            && other.what() == What.STOP
                            && other.maker().equals(seen.maker()))
                    .findFirst();
            if (stop.isEmpty()) {
                add(marks, mark(seen, dataset, selection));
            }
        }
        return List.copyOf(marks);
    }

    private static boolean isOf(Seen seen, Selection selection, Optional<Good> main) {
        if (selection.market().isPresent()) {
            return seen.market().equals(selection.market());
        }
        return seen.good().isPresent()
                && (selection.maker().isPresent()
                        ? seen.maker().equals(selection.maker())
                        : seen.good().equals(main));
    }

    private static SeenMark mark(Seen seen, Dataset dataset, Selection selection) {
        boolean sameMakers = seen.isWhole() || selection.maker().isPresent();
        boolean isOutput = seen.what() != What.EXPORTS;
        return new SeenMark(
                seen.isWeek(),
                sameMakers && isOutput,
                seen.observation().fromWeek(),
                seen.observation().toWeek(),
                seen.observation().seen(),
                seen.text(dataset));
    }

    /** The same range of two things is one mark. */
    private static void add(List<SeenMark> marks, SeenMark mark) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).isAsLarge(mark)) {
                marks.set(i, marks.get(i).and(mark));
                return;
            }
        }
        marks.add(mark);
    }

    /** Values in the middle of their weeks, weeks in rows above the foot, none on another; those after the run are left out. */
    static List<Place> places(List<SeenMark> marks, CurvePlot plot) {
        List<Place> places = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (SeenMark mark : marks) {
            int last = Math.min(mark.to(), plot.weeks() - 1);
            if (mark.isWeek()) {
                double from = plot.x(mark.seen().low()) - APART / 2;
                double to = plot.x(mark.seen().high()) + APART / 2;
                if (mark.seen().central() < plot.weeks()) {
                    double y = plot.bottom() - 5 - ROW * row(rows, from, to);
                    places.add(new Place(mark, plot.x(mark.seen().central()), y));
                }
            } else if (mark.from() <= last) {
                double x = (plot.x(mark.from()) + plot.x(last)) / 2;
                double y = plot.y(mark.seen().central());
                while (isTaken(places, x)) {
                    x += APART;
                }
                places.add(new Place(mark, x, y));
            }
        }
        return places;
    }

    private static boolean isTaken(List<Place> places, double x) {
        return places.stream().anyMatch(other -> !other.mark().isWeek() && Math.abs(other.x() - x) < APART);
    }

    private static int row(List<double[]> rows, double from, double to) {
        int row = 0;
        while (isTaken(rows, row, from, to)) {
            row++;
        }
        rows.add(new double[] {row, from, to});
        return row;
    }

    private static boolean isTaken(List<double[]> rows, int row, double from, double to) {
        return rows.stream().anyMatch(other -> other[0] == row && from < other[2] && to > other[1]);
    }
}
