package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.export.Html;
import io.chokepoint.model.Good;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.NarrowingTables;
import java.util.List;

/** The part of a report that says what would narrow its answers most. */
final class NarrowingSection {
    private NarrowingSection() {}

    /** @param good that the headline speaks of */
    static void write(Good good, MonteCarloResult drawn, Html page) {
        page.section("decide", NarrowingTables.title());
        page.element("p", NarrowingTables.on(drawn, good));
        List<NarrowingAnswer> answers = NarrowingAnswer.of(drawn, good);
        answers.forEach(answer -> page.element("p", answer.sentence()));
        NarrowingTables tables = new NarrowingTables(answers, FigureNames.of(drawn.dataset(), drawn.scenario()));
        if (tables.tell()) {
            page.table("", tables.classHeadings(), 1, tables.classRows());
            List<List<String>> figures = tables.figureRows();
            page.element("p", tables.single());
            if (!figures.isEmpty()) {
                page.table("", tables.figureHeadings(), 3, figures);
            }
            page.element("p", "muted", NarrowingTables.legend());
        }
        page.end();
    }
}
