package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.export.Html;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Output week by week: how the shortage travels, and who loses most, with the range of runs with drawn figures. */
final class CurvesPart {
    private CurvesPart() {}

    static void write(SimulationResult result, Headline headline, Optional<MonteCarloResult> drawn, Html page) {
        List<Good> chain = chain(result, headline);
        List<Good> losers = result.hitGoods().stream()
                .filter(result.dataset().headline()::contains)
                .sorted((a, b) -> Double.compare(
                        result.outcome(b).lostOutputWeeks(), result.outcome(a).lostOutputWeeks()))
                .toList();
        if (chain.isEmpty() && losers.isEmpty()) {
            return;
        }
        page.section("curves", Texts.get("report.curves"));
        String most =
                Texts.get("report.curves.most", result.dataset().headline().many());
        picture(result, chain, Texts.get("report.curves.way"), page);
        if (drawn.isEmpty()) {
            picture(result, losers, most, page);
        } else {
            ranges(result, chain, drawn.get(), Texts.get("report.curves.wayRange"), page);
            ranges(result, losers, drawn.get(), most + " " + Texts.get("report.curves.range"), page);
        }
        page.end();
    }

    /** The goods on the way from the restriction to the headline, upstream first. */
    private static List<Good> chain(SimulationResult result, Headline headline) {
        Set<Good> goods = new LinkedHashSet<>();
        headline.good()
                .ifPresent(good ->
                        result.chain(good).activities().reversed().forEach(activity -> goods.add(activity.good())));
        headline.good().ifPresent(goods::add);
        return List.copyOf(goods);
    }

    private static void picture(SimulationResult result, List<Good> goods, String caption, Html page) {
        if (goods.isEmpty()) {
            return;
        }
        String whole = caption + left(goods);
        List<CurvesSvg.Curve> curves = goods.stream()
                .map(good -> new CurvesSvg.Curve(good.shortName(), result.output(good)))
                .toList();
        page.raw("<figure class=\"wide\">").raw(CurvesSvg.of(curves, whole));
        page.element("figcaption", whole);
        page.raw("</figure>");
    }

    private static String left(List<Good> goods) {
        int left = goods.size() - CurvesSvg.MOST_CURVES;
        return left > 0 ? " " + Texts.get("report.curves.left", left, goods.size()) : "";
    }

    private static void ranges(
            SimulationResult result, List<Good> goods, MonteCarloResult drawn, String caption, Html page) {
        SmallCharts.write(
                goods.stream()
                        .limit(CurvesSvg.MOST_CURVES)
                        .map(good -> new SmallCharts.One(
                                good.shortName(),
                                result.output(good),
                                Optional.of(new SmallCharts.Band(drawn.band(good, 0.1), drawn.band(good, 0.9)))))
                        .toList(),
                SmallCharts.Unit.PERCENT,
                caption + left(goods),
                page);
    }
}
