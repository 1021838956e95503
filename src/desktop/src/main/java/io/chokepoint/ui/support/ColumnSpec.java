package io.chokepoint.ui.support;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link TableContent}.
 *
 * @param id its name in files
 * @param title its head
 * @param hint what it means, with its unit
 * @param width at first, in px
 * @param look how its cells look
 * @param value what it is sorted by and what goes into files: a number or text; null sorts last
 * @param text what is read on screen
 */
public record ColumnSpec<R>(
        String id,
        String title,
        String hint,
        double width,
        Look look,
        Function<R, @Nullable Object> value,
        Function<R, String> text) {

    /** How cells look. */
    public enum Look {
        TEXT,
        NAME,
        NUMBER,
        /** A number on the colour of its loss; the value is the part of baseline output. */
        OUTPUT,
        /** A number with a bar beside it; the longest bar of the column is the largest number. */
        BAR,
        /** A curve; the value is not sorted by. */
        CURVE,
        /** What several models say, as marks on one axis from nothing to the usual; the value is the distance between them. */
        MARKS
    }

    boolean isNumber() {
        return look == Look.NUMBER || look == Look.OUTPUT || look == Look.BAR;
    }
}
