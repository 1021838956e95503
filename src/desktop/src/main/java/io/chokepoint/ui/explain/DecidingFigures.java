package io.chokepoint.ui.explain;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Explanation.FigureUse;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.Drivers.Driver;
import java.util.Comparator;
import java.util.List;

/**
 * The three figures on which an answer hangs most: after many runs those that go with the loss most clearly; before, the
 * assumptions on the chain with the widest range for their size.
 *
 * @param measured whether runs with drawn figures say so
 * @param lines one a figure, e.g. "stock of coated parts: 10 weeks (4 to 20), assumption"
 */
record DecidingFigures(boolean measured, List<String> lines) {
    private static final int MOST = 3;

    static DecidingFigures of(Explanation why, Drivers drivers) {
        List<Driver> clear = drivers.top().stream().filter(Driver::isClear).toList();
        if (!clear.isEmpty()) {
            return new DecidingFigures(
                    true,
                    clear.stream()
                            .limit(MOST)
                            .map(driver -> driver.name() + ": " + Wording.valueWithRange(driver.figure()))
                            .toList());
        }
        return new DecidingFigures(
                false,
                why.steps().stream()
                        .flatMap(step -> step.figures().stream())
                        .filter(use -> use.figure().evidence().basis() == Basis.ASSUMPTION
                                && use.figure().isUncertain())
                        .sorted(Comparator.comparingDouble((FigureUse use) -> -width(use.figure())))
                        .map(use -> use.what() + ": " + Wording.valueWithRange(use.figure()))
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    /** Width of the range against its centre. */
    private static double width(Figure figure) {
        double centre = Math.abs(figure.central());
        return (figure.high() - figure.low()) / Math.max(centre, 1e-9);
    }

    String title() {
        return Texts.count(measured ? "why.decide.measured" : "why.decide", lines.size());
    }
}
