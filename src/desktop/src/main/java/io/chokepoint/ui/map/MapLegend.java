package io.chokepoint.ui.map;

import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import io.chokepoint.ui.support.Palette;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line under the map that says what colours and lines mean. */
final class MapLegend {
    private static final double SWATCH = 26;
    private static final double HEIGHT = 16;
    private static final String[] PARTS = {"<5", "5–20", "20–40", "40–60", "60+"};

    private static final String[] MONEY = {"<10 m", "10–100 m", "0.1–1 bn", "1–10 bn", "10+ bn"};
    private static final String[] MONEY_OF_WEEK = {"<1 m", "1–10 m", "10–100 m", "0.1–1 bn", "1+ bn"};

    private final Palette palette;
    private final TextMeasure measure;
    private final Picture.Builder out;
    private final double top;
    private double x = 12;

    private MapLegend(Palette palette, TextMeasure measure, double top, Picture.Builder out) {
        this.palette = palette;
        this.measure = measure;
        this.top = top;
        this.out = out;
    }

    static void draw(
            MapContent content,
            boolean flows,
            Optional<String> made,
            Palette palette,
            TextMeasure measure,
            MapFrame frame,
            Picture.Builder out) {
        Tone ground = Tones.of(palette.canvas());
        double top = frame.height() - 26;
        out.fill(Outline.rectangle(0, top - 6, frame.width(), 40), ground);
        MapLegend legend = new MapLegend(palette, measure, top, out);
        MapMeasure what = content.measure();
        legend.word(Texts.get("map.legend." + what), 8);
        if (what == MapMeasure.MONEY) {
            String[] steps = content.span() == Span.WEEK ? MONEY_OF_WEEK : MONEY;
            for (int i = 0; i < steps.length; i++) {
                legend.step(
                        steps[i],
                        MapPicture.lost(LossStep.values()[i + 1], palette),
                        Tones.of(palette.lossText().get(i + 1)));
            }
            legend.x += 10;
            legend.swatch(MapPicture.fill(what, content.span(), -1, palette), null, "map.legend.gained");
        } else if (what == MapMeasure.SALES) {
            for (LossStep step : LossStep.values()) {
                if (step != LossStep.NONE) {
                    legend.step(
                            step.label(),
                            MapPicture.lost(step, palette),
                            Tones.of(palette.lossText().get(step.ordinal())));
                }
            }
            legend.x += 10;
            legend.swatch(MapPicture.fill(what, content.span(), -1, palette), null, "map.legend.gained");
        } else {
            for (int i = 0; i < PARTS.length; i++) {
                Fill fill = MapPicture.fill(what, content.span(), MapPicture.PARTS[i] - 0.02, palette);
                legend.step(PARTS[i], fill, Tones.of(i < 3 ? palette.text() : palette.onInk()));
            }
            legend.x += 10;
        }
        legend.swatch(null, Line.of(Tones.of(palette.ink()), 1.8), "map.legend.restricts");
        legend.swatch(
                Fill.of(Tones.of(palette.rail())),
                null,
                what == MapMeasure.MONEY ? "map.legend.noMoney" : "map.legend.none");
        above(content, flows, made, palette, measure, frame, out);
    }

    /** The line above: what lines and rings are, and whose the outlines are. */
    private static void above(
            MapContent content,
            boolean flows,
            Optional<String> made,
            Palette palette,
            TextMeasure measure,
            MapFrame frame,
            Picture.Builder out) {
        double top = frame.height() - 52;
        MapLegend line = new MapLegend(palette, measure, top, out);
        if (flows && !content.arcs().isEmpty()) {
            out.draw(
                    Outline.line(line.x, top + HEIGHT / 2, line.x + SWATCH, top + HEIGHT / 2),
                    Line.dashed(Tones.of(palette.outputBar()), 3, 5));
            out.shape(
                    Outline.circle(line.x + SWATCH, top + HEIGHT / 2, 3),
                    Fill.of(Tones.of(palette.ink())),
                    Line.of(Tones.of(palette.canvas()), 1));
            line.x += SWATCH + 8;
            int shown = content.arcs().size();
            String words = Texts.get(content.arcsInMoney() ? "map.legend.flow.value" : "map.legend.flow");
            line.word(
                    shown < content.arcsInAll()
                            ? words + Texts.get("map.legend.flow.most", shown, content.arcsInAll())
                            : words,
                    16);
        }
        made.filter(unused -> !content.made().isEmpty()).ifPresent(name -> {
            out.draw(Outline.circle(line.x + 8, top + HEIGHT / 2, 7), Line.of(Tones.of(palette.accent()), 2.5));
            line.x += 22;
            line.word(Texts.get("map.legend.made", name), 16);
        });
        String caption = MapPicture.caption();
        double width = measure.width(caption, 12, false);
        if (line.x + width + 12 <= frame.width()) {
            out.text(frame.width() - 12, top + 12, caption, 12, false, Tones.of(palette.muted()), Mark.Align.END);
        }
    }

    private void word(String text, double gap) {
        out.text(x, top + 12, text, Tones.of(palette.muted()));
        x += measure.width(text, 12, false) + gap;
    }

    private void step(String label, Fill fill, Tone text) {
        double width = Math.max(SWATCH, measure.width(label, 12, true) + 10);
        out.shape(Outline.rounded(x, top, width, HEIGHT, 3), fill, null);
        out.text(x + width / 2, top + 12, label, 12, true, text, Mark.Align.MIDDLE);
        x += width + 1;
    }

    private void swatch(@Nullable Fill fill, @Nullable Line line, String text) {
        out.shape(Outline.rounded(x, top + 1, SWATCH, HEIGHT - 2, 3), fill, line);
        x += SWATCH + 6;
        word(Texts.get(text), 14);
    }
}
