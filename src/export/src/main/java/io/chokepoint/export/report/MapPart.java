package io.chokepoint.export.report;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.export.Html.Cell;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.world.EqualEarth;
import io.chokepoint.export.world.World;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SalesLost;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Dollars;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the loss falls: a map of the world and a table of countries. The loss is value added in US$ where the dataset says what goods are
 * worth, and else the part of the output of the goods hit.
 */
final class MapPart {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 440;
    private static final double SCALE = 176;
    /** So much of the Arctic and Antarctic is cut off that the land lies in the middle. */
    private static final double DOWN = 24;

    private static final double DOT = 3.5;

    /** From which part of the largest loss a colour is given, least first. */
    private static final double[] PARTS = {0.001, 0.02, 0.1, 0.25, 0.5};

    /** Outputs whose loss has these colours, least first. */
    private static final double[] OUTPUTS = {0.98, 0.9, 0.8, 0.6, 0.2};

    private static final double LEAST_MILLIONS = 0.05;
    private static final double LEAST_PART = 0.0005;

    private final SimulationResult result;
    private final Html page;
    private final boolean inMoney;

    private MapPart(SimulationResult result, Html page) {
        this.result = result;
        this.page = page;
        this.inMoney = result.prices().isPresent();
    }

    /** Nothing where no country loses anything. */
    static void write(SimulationResult result, Html page) {
        new MapPart(result, page).write();
    }

    private void write() {
        Map<String, Double> losses = result.prices().map(MapPart::money).orElseGet(this::parts);
        double most = losses.values().stream().mapToDouble(loss -> loss).max().orElse(0);
        if (most < (inMoney ? LEAST_MILLIONS : LEAST_PART)) {
            return;
        }
        Set<String> restricting = restricting();
        page.section("map", Texts.get("report.map"));
        String caption = Texts.get(inMoney ? "report.map.money" : "report.map.parts", text(most));
        page.raw("<figure class=\"wide map\">");
        picture(losses, most, restricting, caption);
        page.element("figcaption", caption);
        page.raw("</figure>");
        table(losses, restricting);
        page.end();
    }

    /** Value added lost, in US$ million. */
    private static Map<String, Double> money(RunPrices prices) {
        Map<String, Double> losses = new LinkedHashMap<>();
        prices.moneyByCountry().forEach((country, money) -> losses.put(country, money.valueAddedLost()));
        return losses;
    }

    /** Output lost as a part of the usual output, over the goods hit. */
    private Map<String, Double> parts() {
        Set<Good> hit = new HashSet<>(result.hitGoods());
        Map<String, Double> usual = new LinkedHashMap<>();
        for (Supply supply : result.dataset().supplies()) {
            if (hit.contains(supply.good())) {
                usual.merge(
                        supply.provider().country(), result.baseline(supply.activity()) * result.weeks(), Double::sum);
            }
        }
        Map<String, Double> losses = new LinkedHashMap<>();
        for (SalesLost lost : result.salesLost()) {
            Double base = usual.get(lost.country());
            if (base != null && hit.contains(lost.good())) {
                losses.merge(lost.country(), lost.weeks() / base, Double::sum);
            }
        }
        return losses;
    }

    private Set<String> restricting() {
        Set<String> codes = new HashSet<>();
        for (Activity maker : result.restrictedMakers()) {
            codes.add(maker.provider().country());
        }
        return codes;
    }

    private String text(double loss) {
        if (inMoney) {
            return loss < 0 ? "+" + Dollars.brief(-loss) : Dollars.brief(loss);
        }
        return (loss < 0 ? "+" : "") + Amounts.percent(Math.abs(loss));
    }

    private void picture(Map<String, Double> losses, double most, Set<String> restricting, String caption) {
        String size = "width=\"" + Outline.number(WIDTH) + "\" height=\"" + Outline.number(HEIGHT) + "\"";
        page.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + Outline.number(WIDTH) + " "
                + Outline.number(HEIGHT) + "\" role=\"img\">");
        page.element("title", caption);
        for (World.Country country : World.get().countries()) {
            if (!country.code().equals("ATA")) {
                country(country, losses, most, restricting.contains(country.code()));
            }
        }
        page.raw("</svg>");
    }

    private void country(World.Country country, Map<String, Double> losses, double most, boolean restricts) {
        // Land without a code is nobody's: the loss without one is that of the rest of the world.
        double loss = country.code().isEmpty() ? 0 : losses.getOrDefault(country.code(), 0.0);
        Tone tone = PageTones.LAND;
        for (int step = 0; step < PARTS.length; step++) {
            if (loss >= PARTS[step] * most) {
                tone = PageTones.fill(OUTPUTS[step]);
            }
        }
        if (country.rings().isEmpty() && tone.equals(PageTones.LAND)) {
            return;
        }
        String name = country.code().isEmpty()
                ? ""
                : "<title>" + Html.escaped(Countries.name(country.code()) + ": " + text(loss)) + "</title>";
        page.raw("<path d=\"" + outline(country).svg() + "\" fill-rule=\"evenodd\" fill=\"" + css(tone)
                + "\" stroke=\"" + css(restricts ? PageTones.INK : PageTones.PAPER) + "\" stroke-width=\""
                + (restricts ? "1.4" : "0.5") + "\">" + name + "</path>");
    }

    private static String css(Tone tone) {
        return PageTones.cssNames().getOrDefault(tone, tone.hex());
    }

    private static Outline outline(World.Country country) {
        if (country.rings().isEmpty()) {
            EqualEarth.Place at = country.anchor();
            return Outline.circle(x(at.x()), y(at.y()), DOT);
        }
        Outline.Builder path = Outline.builder();
        for (double[] ring : country.rings()) {
            path.move(x(ring[0]), y(ring[1]));
            for (int i = 2; i < ring.length; i += 2) {
                path.line(x(ring[i]), y(ring[i + 1]));
            }
            path.close();
        }
        return path.build();
    }

    private static double x(double x) {
        return WIDTH / 2 + x * SCALE;
    }

    private static double y(double y) {
        return HEIGHT / 2 + DOWN + y * SCALE;
    }

    private void table(Map<String, Double> losses, Set<String> restricting) {
        double least = inMoney ? LEAST_MILLIONS : LEAST_PART;
        List<List<Cell>> rows = losses.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue()) >= least)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue()))
                .map(entry -> List.of(
                        Cell.of(Countries.name(entry.getKey())),
                        Cell.of(restricting.contains(entry.getKey()) ? Texts.get("report.map.restricts") : ""),
                        Cell.of(text(entry.getValue()), entry.getValue())))
                .toList();
        page.cells(
                Texts.get("report.map.table"),
                List.of(
                        Texts.get("report.map.country"),
                        Texts.get("report.map.role"),
                        Texts.get(inMoney ? "report.map.valueAdded" : "report.map.output")),
                2,
                rows);
    }
}
