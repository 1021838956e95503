package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.export.Html;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.VendorShift;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;

/** Prices and money, and who sells. */
final class PricesPart {
    private PricesPart() {}

    static void write(SimulationResult result, Optional<MonteCarloResult> drawn, Html page) {
        Optional<PriceSpreads> spreads = drawn.flatMap(MonteCarloResult::prices);
        PriceAnswer.of(result, spreads).ifPresent(answer -> prices(answer, result, spreads, page));
        vendors(result, page);
    }

    private static void prices(PriceAnswer answer, SimulationResult result, Optional<PriceSpreads> spreads, Html page) {
        page.section("prices", PriceAnswer.title());
        answer.sentences().forEach(sentence -> page.element("p", sentence));
        result.prices()
                .ifPresent(prices -> SmallCharts.write(
                        answer.goods().stream()
                                .map(row -> new SmallCharts.One(
                                        row.good().shortName(),
                                        prices.price(row.good()),
                                        spreads.filter(PriceSpreads::isWeekly)
                                                .map(known -> new SmallCharts.Band(
                                                        known.band(row.good(), 0.1), known.band(row.good(), 0.9)))))
                                .toList(),
                        SmallCharts.Unit.TIMES,
                        Texts.get("report.prices.curves"),
                        page));
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
        page.end();
    }

    private static void vendors(SimulationResult result, Html page) {
        List<List<String>> rows = VendorShift.of(result).stream()
                .filter(VendorShift::isMoved)
                .map(VendorShift::cells)
                .toList();
        if (!rows.isEmpty()) {
            page.section("vendors", VendorShift.title());
            page.table(VendorShift.note(), VendorShift.headings(), 2, rows).end();
        }
    }
}
