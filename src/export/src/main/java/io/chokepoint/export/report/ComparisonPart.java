package io.chokepoint.export.report;

import io.chokepoint.export.Html;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Parting;
import io.chokepoint.text.Texts;
import java.util.List;

/** Where the page's run and another part. */
final class ComparisonPart {
    private ComparisonPart() {}

    static void write(Report report, Html page) {
        report.other().ifPresent(other -> write(report, other, page));
    }

    private static void write(Report report, Report.Other other, Html page) {
        String first = other.nameOfFirst();
        Parting parting = Parting.of(report.result(), first, other.result(), other.name());
        page.section("comparison", Parting.title(first, other.name()));
        parting.sentences().forEach(sentence -> page.element("p", sentence));
        Headline a = Headline.of(report.result());
        Headline b = Headline.of(other.result());
        page.table(
                "",
                List.of(Texts.get("report.compare.question"), first, other.name()),
                3,
                List.of(row(a.who(), b.who()), row(a.when(), b.when()), row(a.howHard(), b.howHard())));
        if (!parting.rows().isEmpty()) {
            page.table(parting.more(), Parting.headings(first, other.name()), 1, parting.rows());
        }
        if (!parting.countries().isEmpty()) {
            page.table("", Parting.countryHeadings(first, other.name()), 1, parting.countries());
        }
        page.end();
    }

    private static List<String> row(Headline.Fact first, Headline.Fact other) {
        return List.of(first.question(), told(first), told(other));
    }

    private static String told(Headline.Fact fact) {
        return fact.detail().isEmpty() ? fact.answer() : fact.answer() + " (" + fact.detail() + ")";
    }
}
