package io.chokepoint.model;

/** Turns a figure into the one number that a run uses. Pure: the same figure always gives the same number. */
@FunctionalInterface
public interface FigureValues {

    FigureValues LOW = Figure::low;
    FigureValues CENTRAL = Figure::central;
    FigureValues HIGH = Figure::high;

    /** @return a value in [{@code figure.low()}, {@code figure.high()}] */
    double of(Figure figure);
}
