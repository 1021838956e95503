package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.export.Html;
import io.chokepoint.study.Headline;
import io.chokepoint.study.MoneyLost;
import io.chokepoint.study.RunsHeadline;
import io.chokepoint.study.ScenarioAssessment;
import java.util.List;

/** The parts of a scenario's page that say how far its answer can be relied on. */
final class AssessmentPart {
    private AssessmentPart() {}

    /** The answer of runs with drawn figures; nothing where there are none. */
    static void writeRanges(ScenarioAssessment assessment, Html page) {
        assessment.drawn().ifPresent(drawn -> ranges(assessment, drawn, page));
    }

    /** What would have to be true for another answer, and how the model did before. */
    static void writeReliance(ScenarioAssessment assessment, Html page) {
        list(
                "switching",
                ScenarioAssessment.switchingTitle(),
                assessment.switching().sentences(),
                page);
        list("record", ScenarioAssessment.recordTitle(), assessment.record().sentences(), page);
    }

    private static void ranges(ScenarioAssessment assessment, MonteCarloResult drawn, Html page) {
        page.section("ranges", ScenarioAssessment.rangesTitle(drawn));
        RunsHeadline.of(Headline.of(assessment.central()), assessment.central(), drawn)
                .ifPresent(answer -> {
                    ReportWriter.facts(List.of(answer.who(), answer.when(), answer.howHard(), answer.howSure()), page);
                    page.element("p", "muted", answer.more());
                });
        MoneyLost.of(assessment.central(), drawn.prices()).ifPresent(lost -> {
            page.element("p", ScenarioAssessment.moneySentence(lost));
            page.element("p", "muted", lost.more());
        });
        page.end();
    }

    private static void list(String id, String title, List<String> sentences, Html page) {
        page.section(id, title);
        page.raw("<ul>");
        sentences.forEach(sentence -> page.element("li", sentence));
        page.raw("</ul>").end();
    }
}
