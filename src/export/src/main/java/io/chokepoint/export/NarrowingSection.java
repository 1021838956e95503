package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.model.Good;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.NarrowingTables;
import io.chokepoint.text.Texts;
import java.util.List;

/** The part of a report that says what would narrow its answers most. */
final class NarrowingSection {
    private NarrowingSection() {}

    /** @param good that the headline speaks of */
    static void write(Good good, MonteCarloResult drawn, Html page) {
        page.element("h2", Texts.get("narrow.title"));
        List<NarrowingAnswer> answers = NarrowingAnswer.of(drawn, good);
        NarrowingTables tables = new NarrowingTables(answers, FigureNames.of(drawn.dataset(), drawn.scenario()));
        if (!drawn.tellsPrecision()) {
            page.element("p", Texts.get("samples.tooFew", drawn.runs(), MonteCarloResult.FEWEST_FOR_PRECISION));
            return;
        }
        page.element("p", Texts.get("narrow.of", good.name(), drawn.runsKept(), drawn.seed()));
        answers.forEach(answer -> page.element("p", answer.sentence()));
        if (tables.tell()) {
            page.table("", tables.classHeadings(), 1, tables.classRows());
            List<List<String>> figures = tables.figureRows();
            if (figures.isEmpty()) {
                page.element("p", Texts.get("narrow.noFigure", tables.runs()));
            } else {
                page.table(Texts.get("narrow.single"), tables.figureHeadings(), 3, figures);
            }
            page.element("p", "muted", Texts.get("narrow.legend"));
        }
    }
}
