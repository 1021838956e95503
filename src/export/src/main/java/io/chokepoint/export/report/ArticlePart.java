package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.export.Html;
import io.chokepoint.export.report.ArticleExcerpt.Cited;
import io.chokepoint.export.report.ArticleExcerpt.Figure;
import io.chokepoint.export.report.ArticleExcerpt.Known;
import io.chokepoint.export.report.ArticleExcerpt.Mark;
import io.chokepoint.export.report.ArticleExcerpt.Passage;
import io.chokepoint.export.report.ArticleExcerpt.Rule;
import io.chokepoint.export.report.ArticleExcerpt.Said;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.study.RunsHeadline;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The article's passages left, what follows right: the rules read off them with what they lead to, and what is known of their claims. */
final class ArticlePart {
    /** Of sources, which stand below the page's own why. */
    private static final Pattern MARKS = Pattern.compile("\\s?\\[\\d+(?:, ?\\d+)*]");

    private static final List<String> KINDS = List.of("goods", "maker", "country", "buyer", "instrument", "figure");

    private final Report report;
    private final Report.FromArticle from;
    private final Scenario scenario;
    private final Html page;

    private ArticlePart(Report report, Report.FromArticle from, Html page) {
        this.report = report;
        this.from = from;
        this.scenario = report.result().scenario();
        this.page = page;
    }

    /** Nothing where the page is not about an article. */
    static void write(Report report, Html page) {
        report.article().ifPresent(from -> new ArticlePart(report, from, page).write());
    }

    private void write() {
        page.section("article", Texts.get("report.article"));
        page.element("p", Texts.get("report.article.how"));
        legend();
        for (ArticleExcerpt.Text text : from.excerpt().texts()) {
            page.element("h3", text.title());
            page.element(
                    "p",
                    "muted",
                    Texts.get(
                            text.quoted() < text.sentences() ? "report.article.quoted" : "report.article.whole",
                            text.name(),
                            text.quoted(),
                            text.sentences()));
            text.passages().forEach(this::passage);
        }
        others();
        page.end();
    }

    private void legend() {
        StringBuilder words = new StringBuilder("<p class=\"legend muted\">");
        for (String kind : KINDS) {
            words.append("<mark class=\"m-")
                    .append(kind)
                    .append("\">")
                    .append(Html.escaped(Texts.get("report.article.mark." + kind)))
                    .append("</mark> ");
        }
        words.append("<span class=\"claimed\">")
                .append(Html.escaped(Texts.get("report.article.mark.claim")))
                .append("</span> <span class=\"drafted\">")
                .append(Html.escaped(Texts.get("report.article.mark.draft")))
                .append("</span></p>");
        page.raw(words.toString());
    }

    private void passage(Passage passage) {
        page.raw("<div class=\"pair\"><div class=\"said\">");
        if (passage.leftOut()) {
            page.element("p", "muted", Texts.get("report.article.leftOut"));
        }
        StringBuilder text = new StringBuilder("<p>");
        passage.said().forEach(said -> sentence(said, text));
        page.raw(text.append("</p>").toString());
        page.raw("</div><div class=\"follows\">");
        passage.rules().forEach(this::rule);
        passage.known().forEach(this::known);
        if (passage.isUnchecked()) {
            page.element("p", "muted", Texts.get("report.article.notChecked"));
        }
        page.raw("</div></div>");
    }

    private static void sentence(Said said, StringBuilder out) {
        List<String> styles = new ArrayList<>();
        if (said.drafted()) {
            styles.add("drafted");
        }
        if (said.claimed()) {
            styles.add("claimed");
        }
        if (said.notChecked()) {
            styles.add("unchecked");
        }
        out.append(styles.isEmpty() ? "<span>" : "<span class=\"" + String.join(" ", styles) + "\">");
        int at = 0;
        for (Mark mark : said.marks()) {
            // What a page says of itself is no more trusted than what an article says.
            if (mark.start() < at || mark.end() > said.text().length() || mark.end() <= mark.start()) {
                continue;
            }
            String kind = KINDS.contains(mark.kind()) ? mark.kind() : "figure";
            out.append(Html.escaped(said.text().substring(at, mark.start())));
            out.append("<mark class=\"m-").append(kind).append('"');
            if (!mark.means().isEmpty()) {
                out.append(" title=\"").append(Html.escaped(mark.means())).append('"');
            }
            out.append('>')
                    .append(Html.escaped(said.text().substring(mark.start(), mark.end())))
                    .append("</mark>");
            at = mark.end();
        }
        out.append(Html.escaped(said.text().substring(at))).append("</span> ");
    }

    private void rule(Rule rule) {
        boolean taken = rule.restriction() >= 0
                && rule.restriction() < scenario.restrictions().size();
        page.raw("<div class=\"rule" + (taken ? "" : " left") + "\">");
        String words = taken ? words(scenario.restrictions().get(rule.restriction())) : rule.words();
        page.raw("<p><strong>" + Html.escaped(words) + "</strong> <span class=\"pill\">" + Html.escaped(rule.status())
                + "</span></p>");
        if (taken) {
            follows(from.alone().get(rule.restriction()));
        } else {
            page.element(
                    "p",
                    rule.fault().isEmpty()
                            ? Texts.get("report.article.left")
                            : Texts.get("report.article.cannot", rule.fault()));
        }
        if (!rule.figures().isEmpty()) {
            page.raw("<ul class=\"muted\">");
            for (Figure figure : rule.figures()) {
                page.element(
                        "li",
                        Texts.get(
                                figure.assumed() ? "report.article.assumed" : "report.article.stated",
                                figure.words(),
                                figure.why()));
            }
            page.raw("</ul>");
        }
        rule.remarks().forEach(remark -> page.element("p", "muted", remark));
        page.raw("</div>");
    }

    private String words(Restriction restriction) {
        return RestrictionSentence.of(restriction, report.result().dataset(), scenario.startDate());
    }

    /** Answer, when, how hard, how sure and why; of a rule among several, what it does by itself. */
    private void follows(SimulationResult alone) {
        boolean only = scenario.restrictions().size() == 1;
        Headline central = Headline.of(alone);
        Optional<MonteCarloResult> drawn =
                only ? report.assessment().flatMap(ScenarioAssessment::drawn) : Optional.empty();
        Optional<RunsHeadline> runs = drawn.flatMap(known -> RunsHeadline.of(central, alone, known));
        List<Headline.Fact> facts = runs.map(
                        answer -> List.of(answer.who(), answer.when(), answer.howHard(), answer.howSure()))
                .orElseGet(() -> List.of(central.who(), central.when(), central.howHard(), central.howSure()));
        if (!only) {
            page.element("p", "muted", Texts.get("report.article.byItself"));
        }
        page.raw("<dl class=\"follow\">");
        for (Headline.Fact fact : facts) {
            page.raw("<div>");
            page.element("dt", fact.question());
            page.raw("<dd><strong>" + Html.escaped(fact.answer()) + "</strong> " + Html.escaped(fact.detail())
                    + "</dd></div>");
        }
        String why = central.why()
                .map(found -> MARKS.matcher(found.quote()).replaceAll(""))
                .or(() -> Explanation.whyNothing(alone))
                .orElse("");
        if (!why.isEmpty()) {
            page.raw("<div>");
            page.element("dt", Texts.get("report.article.why"));
            page.element("dd", why);
            page.raw("</div>");
        }
        page.raw("</dl>");
    }

    private void known(Known known) {
        page.raw("<div class=\"known\">");
        page.element("p", "muted", known.kind());
        page.raw("<p><strong>" + Html.escaped(known.title()) + "</strong>"
                + (known.verdict().isEmpty()
                        ? ""
                        : " <span class=\"pill\">" + Html.escaped(known.verdict()) + "</span>")
                + "</p>");
        known.lines().forEach(line -> page.element("p", line));
        if (!known.sources().isEmpty()) {
            page.raw("<ul class=\"muted\">");
            for (Cited source : known.sources()) {
                page.raw("<li>" + Html.linked(source.text(), source.url()) + "</li>");
            }
            page.raw("</ul>");
        }
        page.raw("</div>");
    }

    /** Restrictions that are in the scenario and in none of the articles. */
    private void others() {
        int[] read = from.excerpt().texts().stream()
                .flatMap(text -> text.passages().stream())
                .flatMap(passage -> passage.rules().stream())
                .mapToInt(Rule::restriction)
                .toArray();
        List<Restriction> rest = IntStream.range(0, scenario.restrictions().size())
                .filter(at -> Arrays.stream(read).noneMatch(known -> known == at))
                .mapToObj(scenario.restrictions()::get)
                .toList();
        if (!rest.isEmpty()) {
            page.element("h3", Texts.get("report.article.others"));
            page.raw("<ul>");
            rest.forEach(restriction -> page.element("li", words(restriction)));
            page.raw("</ul>");
        }
    }
}
