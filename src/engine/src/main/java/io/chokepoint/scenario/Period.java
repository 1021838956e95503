package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a restriction is in force, in weeks from 0. Its first and last week may be uncertain; then {@code start} and {@code end} are the
 * central ones.
 *
 * @param start first week
 * @param end first week in which it is no longer in force; {@link #OPEN} for none
 * @param rampWeeks weeks until full strength; 0 for full strength at once
 * @param startFigure the start where it is uncertain, in weeks
 * @param endFigure the end where it is uncertain, in weeks
 */
public record Period(int start, int end, double rampWeeks, Optional<Figure> startFigure, Optional<Figure> endFigure) {

    /** No end. */
    public static final int OPEN = Integer.MAX_VALUE;

    public Period {
        if (start < 0) {
            throw new IllegalArgumentException("start must be 0 or later, but is " + start);
        }
        if (end < start) {
            throw new IllegalArgumentException("end " + end + " is before start " + start);
        }
        if (!(rampWeeks >= 0) || Double.isInfinite(rampWeeks)) {
            throw new IllegalArgumentException("rampWeeks must be 0 or more, but is " + rampWeeks);
        }
    }

    /** A period that is known. */
    public Period(int start, int end, double rampWeeks) {
        this(start, end, rampWeeks, Optional.empty(), Optional.empty());
    }

    /** The figures of its first and last week, those that are uncertain. */
    public List<Figure> figures() {
        return Stream.of(startFigure, endFigure).flatMap(Optional::stream).toList();
    }

    /** The period at one number for each figure, rounded to whole weeks, halves up; one that would end before it starts is empty. */
    public Period at(FigureValues values) {
        if (startFigure.isEmpty() && endFigure.isEmpty()) {
            return this;
        }
        int first = startFigure.map(figure -> week(values.of(figure))).orElse(start);
        int last = endFigure.map(figure -> week(values.of(figure))).orElse(end);
        return new Period(first, Math.max(first, last), rampWeeks);
    }

    /** A week that is uncertain as one number, halves up. */
    public static int week(double week) {
        return (int) Math.floor(week + 0.5);
    }

    /** From the start on, without an end or a ramp. */
    public static Period from(int start) {
        return new Period(start, OPEN, 0);
    }

    public boolean isOpen() {
        return end == OPEN;
    }

    public boolean isInForce(int week) {
        return week >= start && week < end;
    }

    /** g of the model page, section 4, in [0, 1]: min(1, (t − start + 1) / rampWeeks) while in force, otherwise 0. */
    public double strength(int week) {
        if (!isInForce(week)) {
            return 0;
        }
        return rampWeeks <= 1 ? 1 : Math.min(1, (week - start + 1) / rampWeeks);
    }
}
