package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.export.Html;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * A run as one HTML file that needs nothing else: the question, the answer and its range, the graph, why, curves, a map, what is hit,
 * what it rests on, what sources expect, the real legal status, every source by name, and how to make it again. All of it can be read
 * without a script; with one, graph and tables can be played with.
 */
public final class ReportWriter {
    private final Report report;
    private final SimulationResult result;
    private final Scenario scenario;
    private final Headline headline;
    private final Html page = new Html();

    private ReportWriter(Report report) {
        this.report = report;
        this.result = report.result();
        this.scenario = result.scenario();
        this.headline = Headline.of(result);
    }

    /** Writes the page; the same report always gives the same bytes. */
    public static void write(Report report, Writer out) throws IOException {
        out.write(new ReportWriter(report).page());
        out.flush();
    }

    /** The same content as XHTML in colours of paper, without what only a script needs. */
    public static String forPrint(Report report) throws IOException {
        return PageTones.printed(new ReportWriter(report).printed());
    }

    private String page() throws IOException {
        PageFrame frame = PageFrame.load();
        GraphViews views = GraphViews.of(result, headline);
        frame.begin(scenario.title(), page);
        content(views);
        frame.end(new PageData(report, headline, views).text(), report.repeat().flatMap(Repeat::enclosed), page);
        return page.toString();
    }

    private String printed() throws IOException {
        PageFrame.beginPrint(scenario.title(), page);
        content(GraphViews.of(result, headline));
        PageFrame.endPrint(page);
        return page.toString();
    }

    private void content(GraphViews views) {
        question();
        answer();
        report.assessment().ifPresent(assessment -> AssessmentPart.writeRanges(assessment, page));
        ArticlePart.write(report, page);
        GraphPart.write(views, result, headline, page);
        ComparisonPart.write(report, page);
        WhyPart.write(result, headline, page);
        CurvesPart.write(result, headline, drawn(), page);
        MapPart.write(result, page);
        new HitPart(result, headline, drawn(), page).write();
        PricesPart.write(result, drawn(), page);
        report.assessment().ifPresent(assessment -> AssessmentPart.writeReliance(assessment, page));
        drawn().ifPresent(known -> headline.good().ifPresent(good -> NarrowingSection.write(good, known, page)));
        new EvidencePart(result, headline, page).write();
        RepeatPart.write(report, page);
    }

    private Optional<MonteCarloResult> drawn() {
        return report.assessment().flatMap(ScenarioAssessment::drawn);
    }

    private void question() {
        page.element("h1", scenario.title());
        page.element("p", "question", scenario.question());
        if (!scenario.remarks().status().isEmpty()) {
            page.element(
                    "p", "status", Texts.get("report.inLaw", scenario.remarks().status()));
        }
        page.element("p", "narrative", scenario.narrative());
    }

    private void answer() {
        page.section("answer", Texts.get("report.answer"));
        facts(List.of(headline.who(), headline.when(), headline.howHard(), headline.howSure()), page);
        Explanation.whyNothing(result).ifPresent(sentence -> page.element("p", sentence));
        RunRemarks.of(result).forEach(remark -> page.element("p", "muted", remark));
        page.end();
    }

    static void facts(List<Headline.Fact> facts, Html page) {
        page.raw("<dl class=\"facts\">");
        for (Headline.Fact fact : facts) {
            page.raw("<div>");
            page.element("dt", fact.question());
            page.element("dd", "answer", fact.answer());
            page.element("dd", fact.detail());
            page.raw("</div>");
        }
        page.raw("</dl>");
    }
}
