package io.chokepoint.export.picture;

import org.jspecify.annotations.Nullable;

/** One thing in a picture. */
public sealed interface Mark {

    /**
     * A shape, filled, drawn along its outline, or both.
     *
     * @param fill null for none
     * @param line null for none
     */
    record Shape(
            Outline outline, @Nullable Fill fill, @Nullable Line line) implements Mark {}

    /**
     * A line of text.
     *
     * @param x where it starts, has its middle, or ends
     * @param y of the base line
     * @param size of the font, in px
     * @param halo colour round the letters where they lie on other marks; null for none
     * @param turned whether it reads from bottom to top
     */
    record Text(
            double x,
            double y,
            String text,
            double size,
            boolean semibold,
            Tone tone,
            Align align,
            @Nullable Tone halo,
            boolean turned)
            implements Mark {}

    /** The same further right and down, in px. */
    default Mark moved(double dx, double dy) {
        return switch (this) {
            case Shape shape -> new Shape(shape.outline().moved(dx, dy), shape.fill(), shape.line());
            case Text text ->
                new Text(
                        text.x() + dx,
                        text.y() + dy,
                        text.text(),
                        text.size(),
                        text.semibold(),
                        text.tone(),
                        text.align(),
                        text.halo(),
                        text.turned());
        };
    }

    /** The same so many times as large, seen from the upper left corner. */
    default Mark scaled(double factor) {
        return switch (this) {
            case Shape shape ->
                new Shape(
                        shape.outline().scaled(factor),
                        shape.fill() == null ? null : shape.fill().scaled(factor),
                        shape.line() == null ? null : shape.line().scaled(factor));
            case Text text ->
                new Text(
                        text.x() * factor,
                        text.y() * factor,
                        text.text(),
                        text.size() * factor,
                        text.semibold(),
                        text.tone(),
                        text.align(),
                        text.halo(),
                        text.turned());
        };
    }

    /** Which part of a text lies at its x. */
    enum Align {
        START,
        MIDDLE,
        END
    }
}
