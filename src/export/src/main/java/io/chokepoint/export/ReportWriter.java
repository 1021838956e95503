package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Source;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Hits;
import io.chokepoint.study.Parting;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.study.VendorShift;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as one HTML file that needs nothing else: the question, the answer, why, curves, what is hit, what sources expect, the real
 * legal status, and every source by name.
 */
public final class ReportWriter {
    private static final int ALL_TEXT = Integer.MAX_VALUE;

    private final SimulationResult result;
    private final Scenario scenario;
    private final Dataset dataset;
    private final Headline headline;
    private final Html page = new Html();

    private final @Nullable Other other;
    private final @Nullable ScenarioAssessment assessment;

    /**
     * Another run to compare with.
     *
     * @param name what it is called
     * @param nameOfFirst what the page's own run is called beside it
     */
    public record Other(SimulationResult result, String name, String nameOfFirst) {}

    private ReportWriter(SimulationResult result, @Nullable Other other, @Nullable ScenarioAssessment assessment) {
        this.other = other;
        this.assessment = assessment;
        this.result = result;
        this.scenario = result.scenario();
        this.dataset = result.dataset();
        this.headline = Headline.of(result);
    }

    /** Writes the page; the same run always gives the same bytes. */
    public static void write(SimulationResult result, Writer out) throws IOException {
        out.write(new ReportWriter(result, null, null).page());
        out.flush();
    }

    /** Writes the page with how far its answer can be relied on, and with where the run and another part if there is another. */
    public static void write(ScenarioAssessment assessment, @Nullable Other other, Writer out) throws IOException {
        out.write(new ReportWriter(assessment.central(), other, assessment).page());
        out.flush();
    }

    private String page() throws IOException {
        page.raw("<!DOCTYPE html>");
        page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.element("title", scenario.title());
        page.raw("<style>").raw(styleSheet().strip()).raw("</style></head><body>");
        question();
        answer();
        if (assessment != null) {
            AssessmentPart.write(assessment, page);
        }
        parting();
        restrictions();
        why();
        curves();
        goods();
        markets();
        if (assessment != null) {
            assessment
                    .drawn()
                    .ifPresent(drawn -> headline.good().ifPresent(good -> NarrowingSection.write(good, drawn, page)));
        }
        prices();
        vendors();
        expectations();
        legalStatus();
        sources();
        footer();
        return page.raw("</body></html>").toString();
    }

    static String styleSheet() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportWriter.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void question() {
        page.element("h1", scenario.title());
        page.element("p", "question", scenario.question());
        if (!scenario.remarks().status().isEmpty()) {
            page.element("p", "status", "In law: " + scenario.remarks().status());
        }
        page.element("p", scenario.narrative());
    }

    private void answer() {
        page.raw("<dl class=\"facts\">");
        for (Headline.Fact fact : List.of(headline.who(), headline.when(), headline.howHard(), headline.howSure())) {
            page.raw("<div>");
            page.element("dt", fact.question());
            page.element("dd", "answer", fact.answer());
            page.element("dd", fact.detail());
            page.raw("</div>");
        }
        page.raw("</dl>");
        Explanation.whyNothing(result).ifPresent(sentence -> page.element("p", sentence));
        RunRemarks.of(result).forEach(remark -> page.element("p", "muted", remark));
    }

    private void parting() {
        if (other == null) {
            return;
        }
        String first = other.nameOfFirst();
        Parting parting = Parting.of(result, first, other.result(), other.name());
        page.element("h2", Parting.title(first, other.name()));
        parting.sentences().forEach(sentence -> page.element("p", sentence));
        if (!parting.rows().isEmpty()) {
            page.table(parting.more(), Parting.headings(first, other.name()), 1, parting.rows());
        }
        if (!parting.countries().isEmpty()) {
            page.table("", Parting.countryHeadings(first, other.name()), 1, parting.countries());
        }
    }

    private void restrictions() {
        page.element("h2", "What is restricted");
        if (scenario.restrictions().isEmpty()) {
            page.element("p", "Nothing.");
            return;
        }
        page.raw("<ol>");
        for (Restriction restriction : scenario.restrictions()) {
            page.raw("<li>");
            page.element("span", RestrictionSentence.of(restriction, dataset, scenario.startDate()));
            String note = restriction.terms().note();
            String basis =
                    "Basis of its figures: " + restriction.terms().basis().id() + ".";
            page.element("div", "muted", note.isEmpty() ? basis : note + " " + basis);
            page.raw("</li>");
        }
        page.raw("</ol>");
    }

    private void why() {
        Optional<Good> good = headline.good();
        if (good.isEmpty()) {
            return;
        }
        Explanation explanation = Explanation.of(result, good.get());
        headline.whyTitle().ifPresent(title -> page.element("h2", title));
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
        page.raw("<ul class=\"muted\">");
        for (Explanation.NumberedSource source : explanation.sources()) {
            String url = source.source().map(Source::url).orElse("");
            page.raw("<li>[" + source.number() + "] " + Html.linked(source.text(), url) + "</li>");
        }
        page.raw("</ul>");
    }

    private void curves() {
        List<Good> chain = chainGoods();
        List<Good> losers = result.hitGoods().stream()
                .filter(dataset.headline()::contains)
                .sorted((a, b) -> Double.compare(
                        result.outcome(b).lostOutputWeeks(), result.outcome(a).lostOutputWeeks()))
                .toList();
        if (chain.isEmpty() && losers.isEmpty()) {
            return;
        }
        page.element("h2", "Output week by week");
        picture(chain, "How the shortage travels: output of the goods on the way, as a part of baseline.");
        picture(losers, "The " + dataset.headline().many() + " that lose most: output as a part of baseline.");
    }

    /** The goods on the way from the restriction to the headline, upstream first. */
    private List<Good> chainGoods() {
        Set<Good> goods = new LinkedHashSet<>();
        headline.good()
                .ifPresent(good ->
                        result.chain(good).activities().reversed().forEach(activity -> goods.add(activity.good())));
        headline.good().ifPresent(goods::add);
        return List.copyOf(goods);
    }

    private void picture(List<Good> goods, String caption) {
        if (goods.isEmpty()) {
            return;
        }
        int left = goods.size() - CurvesSvg.MOST_CURVES;
        String whole = left > 0
                ? caption + " " + left + " of " + goods.size() + " are left out here; the tables below hold all."
                : caption;
        List<CurvesSvg.Curve> curves = goods.stream()
                .map(good -> new CurvesSvg.Curve(good.shortName(), result.output(good)))
                .toList();
        page.raw("<figure>").raw(CurvesSvg.of(curves, whole));
        page.element("figcaption", whole);
        page.raw("</figure>");
    }

    private void goods() {
        List<Good> hit = result.hitGoods();
        if (hit.isEmpty()) {
            return;
        }
        int left = dataset.goods().size() - hit.size();
        String rest = Headline.leftOut(left, dataset.goods().size());
        Hits hits = headline.hits();
        if (!hits.fallShort().isEmpty()) {
            page.element("h2", "What falls short");
            table(rest, hits.fallShort());
        }
        if (!hits.sellLess().isEmpty()) {
            page.element("h2", "What only sells less");
            table(
                    "These could be made, but buyers that make less order less of them. Nobody misses them.",
                    hits.sellLess());
        }
    }

    private void table(String note, List<Good> goods) {
        List<List<String>> rows = new ArrayList<>();
        for (Good good : goods) {
            rows.add(row(
                    good.name(),
                    ResultWriter.bindingInput(result, good)
                            .map(id -> dataset.findGood(id).map(Good::name).orElse(id))
                            .orElse(""),
                    result.outcome(good)));
        }
        page.table(
                note,
                List.of("good", "held back by", "first loss", "lowest", "in", "lost output", "recovers"),
                2,
                rows);
    }

    private void markets() {
        List<Market> hit = result.hitMarkets();
        if (hit.isEmpty()) {
            return;
        }
        page.element("h2", "Markets that are not served in full");
        List<List<String>> rows = new ArrayList<>();
        for (Market market : hit) {
            rows.add(row(market.name(), market.function(), result.outcome(market)));
        }
        page.table(
                "Served part of demand. " + (dataset.markets().size() - hit.size()) + " of "
                        + Amounts.counted(dataset.markets().size(), "market", "markets")
                        + " stay above 99 % of their demand and are left out.",
                List.of("market", "wants", "first unmet", "lowest", "in", "unmet demand", "recovers"),
                2,
                rows);
    }

    private void prices() {
        Optional<PriceAnswer> found = PriceAnswer.of(
                result,
                Optional.ofNullable(assessment)
                        .flatMap(ScenarioAssessment::drawn)
                        .flatMap(MonteCarloResult::prices));
        if (found.isEmpty()) {
            return;
        }
        PriceAnswer answer = found.get();
        page.element("h2", PriceAnswer.title());
        answer.sentences().forEach(sentence -> page.element("p", sentence));
        if (!answer.goods().isEmpty()) {
            page.table(
                    (PriceAnswer.note() + " " + answer.moreGoods()).strip(),
                    PriceAnswer.GoodRow.headings(),
                    1,
                    answer.goods().stream().map(PriceAnswer.GoodRow::cells).toList());
        }
        if (!answer.countries().isEmpty()) {
            page.table(
                    answer.moreCountries(),
                    PriceAnswer.CountryRow.headings(),
                    1,
                    answer.countries().stream()
                            .map(PriceAnswer.CountryRow::cells)
                            .toList());
        }
    }

    private void vendors() {
        List<List<String>> rows = VendorShift.of(result).stream()
                .filter(VendorShift::isMoved)
                .map(VendorShift::cells)
                .toList();
        if (!rows.isEmpty()) {
            page.element("h2", VendorShift.title());
            page.table(VendorShift.note(), VendorShift.headings(), 2, rows);
        }
    }

    private static List<String> row(String name, String second, Outcome outcome) {
        return List.of(
                name,
                second,
                week(outcome.firstLossWeek()),
                Amounts.percentToTenths(outcome.trough()),
                week(OptionalInt.of(outcome.troughWeek())),
                Amounts.weeks(outcome.lostOutputWeeks()),
                outcome.recoveryWeek().isPresent() ? week(outcome.recoveryWeek()) : "not in this run");
    }

    private static String week(OptionalInt week) {
        return week.isPresent() ? "week " + week.getAsInt() : "";
    }

    private void expectations() {
        if (scenario.expected().isEmpty() && scenario.remarks().differs().isEmpty()) {
            return;
        }
        page.element("h2", "What sources expect, and where the model differs");
        page.raw("<ul>");
        for (Scenario.Expectation expectation : scenario.expected()) {
            String source =
                    dataset.findSource(expectation.source()).map(Source::title).orElse(expectation.source());
            page.element("li", expectation.text() + (source.isEmpty() ? "" : " (" + source + ")"));
        }
        page.raw("</ul>");
        page.element("p", scenario.remarks().differs());
    }

    private void legalStatus() {
        List<Control> controls = dataset.controls().stream()
                .filter(control -> control.scenario().equals(scenario.id()))
                .toList();
        if (controls.isEmpty()) {
            return;
        }
        page.element("h2", "The real measures and their status");
        page.table(
                "",
                List.of("issuer", "measure", "announced", "effective", "status", "as of", "note"),
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
    }

    private void sources() {
        List<Source> used = scenario.sources().stream()
                .map(dataset::findSource)
                .flatMap(Optional::stream)
                .toList();
        if (used.isEmpty()) {
            return;
        }
        page.element("h2", "Sources of the scenario");
        page.raw("<ul>");
        for (Source source : used) {
            String text =
                    source.title() + ", " + source.publisher() + (source.year().isEmpty() ? "" : ", " + source.year());
            page.raw("<li>" + Html.linked(text, source.url()) + "</li>");
        }
        page.raw("</ul>");
    }

    private void footer() {
        page.raw("<footer>");
        page.element(
                "p",
                "A simulation, not a forecast: it shows what follows from the stated figures under the stated rules."
                        + " Many figures are assumptions because firms do not publish them; each is marked as such.");
        page.element(
                "p",
                "Chokepoint " + result.provenance().version() + ", dataset " + dataset.title() + ", scenario "
                        + scenario.id() + ", " + Amounts.weeks(result.weeks()) + ", "
                        + result.provenance().figuresInWords() + ".");
        page.element("p", provenance());
        page.element("p", dataset.licence());
        page.raw("</footer>");
    }

    private String provenance() {
        Provenance provenance = result.provenance();
        String model = provenance.model().map(stamp -> "Model " + stamp + ". ").orElse("");
        return model + "SHA-256 of the dataset: "
                + fingerprint(provenance.inputs().dataset()) + "; of the scenario: "
                + fingerprint(provenance.inputs().scenario()) + ".";
    }

    private static String fingerprint(String digits) {
        return digits.isEmpty() ? "none" : digits;
    }
}
