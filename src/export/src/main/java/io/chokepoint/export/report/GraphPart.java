package io.chokepoint.export.report;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import java.util.List;

/** The graph: one still picture of the worst week, in the place of which a script puts the graph that moves. */
final class GraphPart {
    private static final double NAME = 11.5;
    private static final double INSET = 7;

    private GraphPart() {}

    static void write(GraphViews views, SimulationResult result, Headline headline, Html page) {
        int week =
                headline.good().map(good -> result.outcome(good).troughWeek()).orElse(0);
        page.section("graph", Texts.get("report.graph"));
        page.element("p", "muted still", Texts.get("report.graph.noScript"));
        page.raw("<div id=\"stage\" hidden=\"\"></div>");
        String caption = Texts.get(
                "report.graph.still", Wording.weekWithDate(result.scenario().startDate(), week));
        page.raw("<figure class=\"wide still\">");
        page.raw(SvgPicture.inline(draw(views, result, week, caption), PageTones.cssNames()));
        page.element("figcaption", caption);
        page.raw("</figure>").end();
    }

    private static Picture draw(GraphViews views, SimulationResult result, int week, String title) {
        ColumnPicture still = views.still();
        Picture.Builder out = new Picture.Builder();
        still.columns().forEach(column -> head(column, out));
        for (Route route : still.routes()) {
            boolean onWay = isOnWay(views, route);
            out.draw(outline(route), Line.of(onWay ? PageTones.WAY : PageTones.GRID, onWay ? 2.5 : 0.8));
        }
        still.places().forEach(place -> place(place, views, result, week, out));
        return out.build(title, still.width(), still.height(), Tone.CLEAR);
    }

    private static boolean isOnWay(GraphViews views, Route route) {
        int from = views.way().indexOf(route.edge().from());
        return from >= 0 && views.way().indexOf(route.edge().to()) == from + 1;
    }

    private static void head(Column column, Picture.Builder out) {
        if (!column.isOpen()) {
            return;
        }
        Box box = column.box();
        double size = 11;
        String name = GraphViews.MEASURE.fit(column.stage().name(), size, true, box.width() + 12);
        out.text(box.x(), box.y() + 14, name, size, true, PageTones.INK, Mark.Align.START);
        out.text(
                box.x(),
                box.y() + 29,
                Texts.get("report.graph.head", column.hit(), column.total()),
                size,
                false,
                PageTones.MUTED,
                Mark.Align.START);
    }

    static Outline outline(Route route) {
        Outline.Builder path = Outline.builder().move(route.x(0), route.y(0));
        if (route.isBracket()) {
            double out = Math.max(route.x(0), route.x(1)) + route.bracketDepth() * 4 / 3;
            return path.curve(out, route.y(0), out, route.y(1), route.x(1), route.y(1))
                    .build();
        }
        for (int joint = 1; joint < route.size(); joint++) {
            double middle = (route.x(joint - 1) + route.x(joint)) / 2;
            path.curve(middle, route.y(joint - 1), middle, route.y(joint), route.x(joint), route.y(joint));
        }
        return path.build();
    }

    private static void place(Place place, GraphViews views, SimulationResult result, int week, Picture.Builder out) {
        Box box = place.box();
        double output = GraphViews.series(result, place.node())[week];
        boolean onWay = views.way().contains(place.node());
        Tone rim = onWay ? PageTones.WAY : views.restricted().contains(place.node()) ? PageTones.INK : PageTones.GRID;
        Outline outline = Outline.rounded(box.x(), box.y(), box.width(), box.height(), 4);
        out.fill(outline, PageTones.fill(output));
        out.draw(outline, Line.of(rim, onWay ? 2 : 1));
        if (place.kind() != Place.Kind.CARD) {
            return;
        }
        Tone ink = PageTones.ink(output);
        double y = box.y() + 16;
        for (String line : lines(place.node().label(), box.width() - 2 * INSET)) {
            out.text(box.x() + INSET, y, line, NAME, true, ink, Mark.Align.START);
            y += NAME + 1.5;
        }
        out.text(box.x() + INSET, box.bottom() - 8, Amounts.output(output), 13, false, ink, Mark.Align.START);
    }

    /** A name on one line or two, broken between words. */
    private static List<String> lines(String name, double width) {
        String[] words = name.split(" ");
        StringBuilder first = new StringBuilder(words[0]);
        int next = 1;
        while (next < words.length && GraphViews.MEASURE.width(first + " " + words[next], NAME, true) <= width) {
            first.append(' ').append(words[next]);
            next++;
        }
        String top = GraphViews.MEASURE.fit(first.toString(), NAME, true, width);
        String rest = String.join(" ", List.of(words).subList(next, words.length));
        return rest.isEmpty() ? List.of(top) : List.of(top, GraphViews.MEASURE.fit(rest, NAME, true, width));
    }
}
