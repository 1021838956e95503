package io.chokepoint.export.report;

import io.chokepoint.export.Html;
import io.chokepoint.model.Good;
import io.chokepoint.model.Source;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import java.util.Optional;

/** What is restricted, and why the good that the answer speaks of falls short. */
final class WhyPart {
    private WhyPart() {}

    static void write(SimulationResult result, Headline headline, Html page) {
        restrictions(result, page);
        Optional<Good> good = headline.good();
        good.ifPresent(one -> why(Explanation.of(result, one), headline, page));
    }

    private static void restrictions(SimulationResult result, Html page) {
        Scenario scenario = result.scenario();
        page.section("restricted", Texts.get("report.restricted"));
        if (scenario.restrictions().isEmpty()) {
            page.element("p", Texts.get("report.restricted.none")).end();
            return;
        }
        page.raw("<ol>");
        for (Restriction restriction : scenario.restrictions()) {
            page.raw("<li>");
            page.element("span", RestrictionSentence.of(restriction, result.dataset(), scenario.startDate()));
            String note = restriction.terms().note();
            String basis = Texts.get(
                    "report.restricted.basis", restriction.terms().basis().id());
            page.element("div", "muted", note.isEmpty() ? basis : note + " " + basis);
            page.raw("</li>");
        }
        page.raw("</ol>").end();
    }

    private static void why(Explanation explanation, Headline headline, Html page) {
        headline.whyTitle().ifPresent(title -> page.section("why", title));
        page.element("blockquote", explanation.quote());
        page.raw("<ol>");
        for (Explanation.Step step : explanation.steps()) {
            page.raw("<li>");
            page.element("span", step.sentence() + Explanation.marks(step.sources()));
            page.raw("<ul class=\"muted\">");
            for (Explanation.FigureUse use : step.figures()) {
                page.element("li", use.what() + ": " + use.text() + Explanation.marks(use.sources()));
            }
            page.raw("</ul></li>");
        }
        page.raw("</ol>");
        page.element("p", explanation.assumptions().sentence());
        page.raw("<ul class=\"muted sources\">");
        for (Explanation.NumberedSource source : explanation.sources()) {
            String url = source.source().map(Source::url).orElse("");
            page.raw("<li>[" + source.number() + "] " + Html.linked(source.text(), url) + "</li>");
        }
        page.raw("</ul>").end();
    }
}
