package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.MoneyLost;
import io.chokepoint.study.RunsHeadline;
import io.chokepoint.study.ScenarioAssessment;
import java.util.List;

/** The part of a scenario's page that says how far its answer can be relied on. */
final class AssessmentPart {
    private AssessmentPart() {}

    static void write(ScenarioAssessment assessment, Html page) {
        assessment.drawn().ifPresent(drawn -> ranges(assessment, drawn, page));
        list(ScenarioAssessment.switchingTitle(), assessment.switching().sentences(), page);
        list(ScenarioAssessment.recordTitle(), assessment.record().sentences(), page);
    }

    private static void ranges(ScenarioAssessment assessment, MonteCarloResult drawn, Html page) {
        page.element("h2", ScenarioAssessment.rangesTitle(drawn));
        RunsHeadline.of(Headline.of(assessment.central()), assessment.central(), drawn)
                .ifPresent(answer -> {
                    page.raw("<dl class=\"facts\">");
                    for (Headline.Fact fact :
                            List.of(answer.who(), answer.when(), answer.howHard(), answer.howSure())) {
                        page.raw("<div>");
                        page.element("dt", fact.question());
                        page.element("dd", "answer", fact.answer());
                        page.element("dd", fact.detail());
                        page.raw("</div>");
                    }
                    page.raw("</dl>");
                    page.element("p", "muted", answer.more());
                });
        MoneyLost.of(assessment.central(), drawn.prices()).ifPresent(lost -> {
            page.element("p", ScenarioAssessment.moneySentence(lost));
            page.element("p", "muted", lost.more());
        });
    }

    private static void list(String title, List<String> sentences, Html page) {
        page.element("h2", title);
        page.raw("<ul>");
        sentences.forEach(sentence -> page.element("li", sentence));
        page.raw("</ul>");
    }
}
