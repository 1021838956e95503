package io.chokepoint.export.report;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Small charts side by side, each of one good: the run at central figures as a line, 8 of 10 runs with drawn figures as a band. */
final class SmallCharts {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 150;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int TOP = 26;
    private static final int BOTTOM = 24;
    private static final int TITLE = 14;

    /** What the vertical axis counts. */
    enum Unit {
        PERCENT(value -> Amounts.percentNumber(value) + " %"),
        TIMES(value -> "×" + Amounts.number(value));

        private final DoubleFunction<String> words;

        Unit(DoubleFunction<String> words) {
            this.words = words;
        }
    }

    /** What the band lies between, week by week. */
    record Band(double[] low, double[] high) {}

    /** One good's chart. */
    record One(String name, double[] values, Optional<Band> band) {}

    private SmallCharts() {}

    /** Nothing where there are no charts. */
    static void write(List<One> charts, Unit unit, String caption, Html page) {
        if (charts.isEmpty()) {
            return;
        }
        page.raw("<figure class=\"charts\">");
        charts.forEach(chart -> page.raw(SvgPicture.inline(draw(chart, unit), PageTones.cssNames())));
        page.element("figcaption", caption);
        page.raw("</figure>");
    }

    private static Picture draw(One chart, Unit unit) {
        List<double[]> all = new ArrayList<>(List.of(chart.values()));
        chart.band().ifPresent(band -> {
            all.add(band.low());
            all.add(band.high());
        });
        CurvePlot plot = new CurvePlot(
                LEFT, WIDTH - LEFT - RIGHT, TOP, HEIGHT - TOP - BOTTOM, chart.values().length, ValueScale.of(all));
        Picture.Builder out = new Picture.Builder();
        out.text(LEFT, TITLE, chart.name(), 12, true, PageTones.INK, Mark.Align.START);
        Chart picture = new Chart(out, plot).values(unit.words, PageTones.MUTED, PageTones.GRID);
        chart.band().ifPresent(band -> picture.band(band.low(), band.high(), PageTones.BAND));
        picture.curve(chart.values(), Line.of(PageTones.CURVE, 2)).weeks(HEIGHT - 8, PageTones.MUTED);
        return out.build(chart.name(), WIDTH, HEIGHT, Tone.CLEAR);
    }
}
