package io.chokepoint.export.report;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Claim;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Source;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;

/** What the answer rests on, what could not be verified, what sources expect, what the law is, and the sources by name. */
final class EvidencePart {
    private static final int ALL_TEXT = Integer.MAX_VALUE;

    private final SimulationResult result;
    private final Headline headline;
    private final Scenario scenario;
    private final Dataset dataset;
    private final Html page;

    EvidencePart(SimulationResult result, Headline headline, Html page) {
        this.result = result;
        this.headline = headline;
        this.scenario = result.scenario();
        this.dataset = result.dataset();
        this.page = page;
    }

    void write() {
        rests();
        claims();
        expectations();
        legalStatus();
        sources();
    }

    private void rests() {
        List<Explanation.FigureUse> figures = headline.why().stream()
                .flatMap(why -> why.steps().stream())
                .flatMap(step -> step.figures().stream())
                .distinct()
                .toList();
        page.section("rests", Texts.get("report.rests"));
        headline.why().ifPresent(why -> page.element("p", why.assumptions().sentence()));
        page.element("p", basis(dataset.figures()));
        List<Explanation.FigureUse> unverified = figures.stream()
                .filter(use -> use.figure().evidence().basis() == Basis.ASSUMPTION)
                .toList();
        if (unverified.isEmpty()) {
            page.element("p", Texts.get("report.unverified.none"));
        } else {
            page.element("h3", Texts.get("report.unverified"));
            page.element("p", Texts.get("report.unverified.note"));
            page.raw("<ul>");
            for (Explanation.FigureUse use : unverified) {
                String note = use.figure().evidence().note();
                page.element("li", use.what() + ": " + use.text() + (note.isEmpty() ? "" : ". " + note));
            }
            page.raw("</ul>");
        }
        page.end();
    }

    private static String basis(List<Figure> figures) {
        int[] counts = new int[Basis.values().length];
        figures.forEach(figure -> counts[figure.evidence().basis().ordinal()]++);
        return Texts.get(
                "report.rests.basis",
                Amounts.count(figures.size()),
                Amounts.count(counts[Basis.PUBLISHED.ordinal()]),
                Amounts.count(counts[Basis.DERIVED.ordinal()]),
                Amounts.count(counts[Basis.ASSUMPTION.ordinal()]));
    }

    private void claims() {
        List<Claim> claims = dataset.claims().stream()
                .filter(claim -> claim.scenario().equals(scenario.id()))
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        page.section("claims", Texts.get("report.claims"));
        page.table(
                "",
                List.of(
                        Texts.get("report.claims.claim"),
                        Texts.get("report.claims.verdict"),
                        Texts.get("report.claims.evidence")),
                ALL_TEXT,
                claims.stream()
                        .map(claim -> List.of(claim.claim(), claim.verdict().id(), claim.evidence()))
                        .toList());
        page.end();
    }

    private void expectations() {
        if (scenario.expected().isEmpty() && scenario.remarks().differs().isEmpty()) {
            return;
        }
        page.section("expected", Texts.get("report.expected"));
        page.raw("<ul>");
        for (Scenario.Expectation expectation : scenario.expected()) {
            String source =
                    dataset.findSource(expectation.source()).map(Source::title).orElse(expectation.source());
            page.element("li", expectation.text() + (source.isEmpty() ? "" : " (" + source + ")"));
        }
        page.raw("</ul>");
        page.element("p", scenario.remarks().differs());
        page.end();
    }

    private void legalStatus() {
        List<Control> controls = dataset.controls().stream()
                .filter(control -> control.scenario().equals(scenario.id()))
                .toList();
        if (controls.isEmpty()) {
            return;
        }
        page.section("law", Texts.get("report.law"));
        page.table(
                "",
                List.of(
                        Texts.get("report.law.issuer"),
                        Texts.get("report.law.measure"),
                        Texts.get("report.law.announced"),
                        Texts.get("report.law.effective"),
                        Texts.get("report.law.status"),
                        Texts.get("report.law.asOf"),
                        Texts.get("report.law.note")),
                ALL_TEXT,
                controls.stream()
                        .map(control -> List.of(
                                control.issuer(),
                                control.title(),
                                control.announced(),
                                control.effective(),
                                control.status(),
                                control.statusDate(),
                                control.note()))
                        .toList());
        page.end();
    }

    private void sources() {
        List<Source> used = scenario.sources().stream()
                .map(dataset::findSource)
                .flatMap(Optional::stream)
                .toList();
        if (used.isEmpty()) {
            return;
        }
        page.section("sources", Texts.get("report.sources"));
        page.raw("<ul>");
        for (Source source : used) {
            page.raw("<li>" + Html.linked(text(source), source.url()) + "</li>");
        }
        page.raw("</ul>").end();
    }

    /** "title, publisher, year". */
    static String text(Source source) {
        return source.title() + ", " + source.publisher() + (source.year().isEmpty() ? "" : ", " + source.year());
    }
}
