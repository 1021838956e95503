package io.chokepoint.export.report;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import java.util.stream.Collectors;

/** How to make the page again, and what it is not. */
final class RepeatPart {
    private RepeatPart() {}

    static void write(Report report, Html page) {
        SimulationResult result = report.result();
        Provenance provenance = result.provenance();
        page.section("repeat", Texts.get("report.repeat"));
        report.repeat().ifPresent(repeat -> {
            if (!repeat.command().isEmpty()) {
                page.element("p", Texts.get("report.repeat.command"));
                page.raw("<pre tabindex=\"0\"><code>" + Html.escaped(line(repeat)) + "</code></pre>");
            }
            repeat.enclosed()
                    .ifPresent(inside -> page.element(
                            "p",
                            Texts.get(inside.hasDataset() ? "report.repeat.verifyWithData" : "report.repeat.verify")));
        });
        page.raw("<dl class=\"facts repeat\">");
        fact("program", "Chokepoint " + provenance.version(), page);
        provenance.model().ifPresent(stamp -> fact("model", stamp.toString(), page));
        fact("dataset", result.dataset().title() + " (" + provenance.dataset() + ")", page);
        fact("datasetPrint", print(provenance.inputs().dataset()), page);
        fact("scenario", provenance.scenario() + ", " + Amounts.weeks(result.weeks()), page);
        fact("scenarioPrint", print(provenance.inputs().scenario()), page);
        report.repeat().ifPresent(repeat -> {
            fact(
                    "figures",
                    repeat.seed().isPresent()
                            ? Texts.get(
                                    "report.repeat.drawn",
                                    repeat.samples(),
                                    repeat.seed().getAsLong())
                            : provenance.figuresInWords(),
                    page);
            fact("date", Wording.date(repeat.date()), page);
        });
        page.raw("</dl>").end();
        page.raw("<footer>");
        page.element("p", Texts.get("report.noForecast"));
        page.element("p", result.dataset().licence());
        page.raw("</footer>");
    }

    private static void fact(String key, String value, Html page) {
        page.raw("<div>");
        page.element("dt", Texts.get("report.repeat." + key));
        page.element("dd", value);
        page.raw("</div>");
    }

    private static String print(String digits) {
        return digits.isEmpty() ? Texts.get("report.repeat.none") : digits;
    }

    /** As it can be pasted into a shell. */
    private static String line(Repeat repeat) {
        return repeat.command().stream().map(RepeatPart::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
