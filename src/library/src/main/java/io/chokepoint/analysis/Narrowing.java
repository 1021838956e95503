package io.chokepoint.analysis;

import io.chokepoint.model.Figure;
import java.util.List;

/**
 * What the band of an answer, from P10 to P90 of many runs, would lose in width if a class of assumptions or a single figure were known:
 * the expected value of perfect information about it, with the width of the band as what one pays for not knowing (Strong and Oakley 2013
 * and Heath et al. 2017 review the same by regression on the runs already made).
 *
 * @param low P10 of the answer
 * @param high P90
 * @param runs how many this rests on
 * @param classes all that are drawn, those that would narrow it most first
 * @param figures single figures that are clear, those that would narrow it most first; often none
 */
public record Narrowing(double low, double high, int runs, List<OfClass> classes, List<OfFigure> figures) {
    /** So many standard errors either way hold the truth in 19 of 20 cases. */
    static final double SURE = 1.96;

    /**
     * @param part of the band's width that would go, on average over what the figures may turn out to be; at most 1, below 0 by chance
     *     only
     * @param error standard error of that part
     * @param isClear whether it goes with the answer more than the strongest of all classes, or figures, would by chance in 19 of 20
     *     studies, and the part itself is further from 0 than its error allows; nothing is to be made of one that is not
     */
    public record Gain(double part, double error, boolean isClear) {
        /** In 19 of 20 cases the true part is at least this, and never below 0. */
        public double low() {
            return Math.max(0, part - SURE * error);
        }

        /** In 19 of 20 cases the true part is at most this. */
        public double high() {
            return Math.min(1, part + SURE * error);
        }
    }

    /**
     * All figures of a class.
     *
     * @param figures how many of it are drawn; of {@link FigureGroup#RULE} 0
     * @param gain at least so much: what many figures do together that each hardly does alone is told only in part
     */
    public record OfClass(FigureGroup group, int figures, Gain gain) {}

    /**
     * One figure.
     *
     * @param gain by what the figure does not share with its class; what it shares counts with the class
     */
    public record OfFigure(Figure figure, FigureGroup group, Gain gain) {}

    public Narrowing {
        classes = List.copyOf(classes);
        figures = List.copyOf(figures);
    }

    /** Whether the band has any width that could go. */
    public boolean hasWidth() {
        return high > low;
    }

    /** The classes that are clear. */
    public List<OfClass> clearClasses() {
        return classes.stream().filter(of -> of.gain().isClear()).toList();
    }
}
