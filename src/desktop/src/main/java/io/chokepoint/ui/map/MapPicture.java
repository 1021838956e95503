package io.chokepoint.ui.map;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.world.EqualEarth;
import io.chokepoint.export.world.World;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import io.chokepoint.ui.support.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the map. */
final class MapPicture {
    /** Upper ends of the steps in which parts of supply and purchases are shaded. */
    static final double[] PARTS = {0.05, 0.2, 0.4, 0.6, 1.01};

    /** Upper ends of the steps in which US$ million lost over a run are coloured: each ten times the last. */
    private static final double[] MONEY = {10, 100, 1_000, 10_000, Double.POSITIVE_INFINITY};

    /** The same for a week. */
    private static final double[] MONEY_OF_WEEK = {1, 10, 100, 1_000, Double.POSITIVE_INFINITY};

    private static final double LEAST_ARC = 1.2;
    private static final double MOST_ARC = 9;
    private static final double ARC_TARGET = 4;
    private static final double LEAST_MARKED = 0.02;

    private static final double[] SHADES = {0.14, 0.30, 0.48, 0.68, 0.9};
    private static final double DOT = 4.5;
    private static final int MOST_LABELS = 14;

    private final MapContent content;
    private final MapFrame frame;
    private final Palette palette;
    private final TextMeasure measure;
    private final Optional<String> chosen;
    private final Optional<String> made;
    private final boolean flows;
    private final Picture.Builder out = new Picture.Builder();

    /**
     * @param chosen code of the country that is outlined
     * @param made name of the good whose makers are marked
     * @param flows whether the flows are drawn that the restrictions hold
     */
    MapPicture(
            MapContent content,
            MapFrame frame,
            Palette palette,
            TextMeasure measure,
            Optional<String> chosen,
            Optional<String> made,
            boolean flows) {
        this.made = made;
        this.flows = flows;
        this.content = content;
        this.frame = frame;
        this.palette = palette;
        this.measure = measure;
        this.chosen = chosen;
    }

    Picture draw() {
        World world = World.get();
        List<World.Country> withDots = new ArrayList<>();
        for (World.Country country : world.countries()) {
            Optional<CountryFigure> figure = figure(country);
            if (country.rings().isEmpty() || frame.isSmall(country)) {
                if (figure.isPresent()) {
                    withDots.add(country);
                }
            }
            if (!country.rings().isEmpty()) {
                land(country, figure);
            }
        }
        outlineRestricting(world);
        if (flows) {
            arcs(world);
        }
        for (World.Country country : withDots) {
            dot(country, figure(country).orElseThrow());
        }
        chosen.flatMap(world::find).ifPresent(country -> {
            if (!country.rings().isEmpty()) {
                out.draw(frame.outline(country), Line.of(Tones.of(palette.accent()), 2));
            }
        });
        marks(world);
        labels(world);
        MapLegend.draw(content, flows, made, palette, measure, frame, out);
        return out.build(title(), frame.width(), frame.height(), Tones.of(palette.canvas()));
    }

    private String title() {
        StringBuilder words = new StringBuilder(content.head()).append(". ").append(content.explanation());
        content.countries().stream()
                .limit(5)
                .forEach(figure -> words.append(' ')
                        .append(figure.name())
                        .append(' ')
                        .append(figure.text())
                        .append(';'));
        return words.toString();
    }

    private Optional<CountryFigure> figure(World.Country country) {
        return country.code().isEmpty() ? Optional.empty() : content.find(country.code());
    }

    private void land(World.Country country, Optional<CountryFigure> figure) {
        Outline outline = frame.outline(country);
        Line border = Line.of(Tones.of(palette.canvas()), 0.7);
        out.shape(outline, figure.map(this::fill).orElse(Fill.of(none())), border);
        figure.ifPresent(f -> out.target(country.code(), outline, hint(f)));
    }

    private Tone none() {
        return Tones.of(palette.rail());
    }

    private static String hint(CountryFigure figure) {
        StringBuilder text = new StringBuilder(figure.name()).append(": ").append(figure.text());
        figure.details().stream().limit(3).forEach(detail -> text.append('\n').append(detail.text()));
        return text.toString();
    }

    private Fill fill(CountryFigure figure) {
        return fill(content.measure(), content.span(), figure.value(), palette);
    }

    /** The fill for a figure, in the map and its legend alike. */
    static Fill fill(MapMeasure measure, Span span, double value, Palette palette) {
        if (measure == MapMeasure.MONEY) {
            return value < 0 ? gained(palette) : lost(moneyStep(value, span), palette);
        }
        if (measure != MapMeasure.SALES) {
            int step = 0;
            while (value >= PARTS[step]) {
                step++;
            }
            return Fill.of(Tones.of(palette.rail()).towards(Tones.of(palette.ink()), SHADES[step]));
        }
        return value <= -0.01 ? gained(palette) : lost(LossStep.ofOutput(1 - value), palette);
    }

    private static Fill gained(Palette palette) {
        return new Fill.Hatch(Tones.of(palette.gainSubtle()), Tones.of(palette.gain()), 8, 2.5);
    }

    /** The same colours mean the same amounts in every run, so that maps can be compared. */
    private static LossStep moneyStep(double millions, Span span) {
        double[] ends = span == Span.WEEK ? MONEY_OF_WEEK : MONEY;
        int step = 1;
        while (step < ends.length && millions >= ends[step - 1]) {
            step++;
        }
        return LossStep.values()[step];
    }

    static Fill lost(LossStep step, Palette palette) {
        if (step == LossStep.NONE) {
            return Fill.of(Tones.of(palette.rail()));
        }
        Tone ground = Tones.of(palette.lossFill().get(step.ordinal()));
        // From here on the colour alone would have to carry too much.
        return step.compareTo(LossStep.FROM_15) >= 0
                ? new Fill.Hatch(
                        ground, ground.towards(Tones.of(palette.lossText().get(step.ordinal())), 0.3), 7, 1.2)
                : Fill.of(ground);
    }

    private void outlineRestricting(World world) {
        for (CountryFigure figure : content.countries()) {
            if (figure.restricts()) {
                world.find(figure.code())
                        .filter(country -> !country.rings().isEmpty())
                        .ifPresent(country -> out.draw(frame.outline(country), Line.of(Tones.of(palette.ink()), 1.8)));
            }
        }
    }

    private void arcs(World world) {
        Tone tone = Tones.of(palette.outputBar());
        double most = content.arcs().isEmpty() ? 1 : content.arcs().getFirst().size();
        for (MapContent.Arc arc : content.arcs()) {
            Optional<World.Country> from = world.find(arc.from());
            Optional<World.Country> to = world.find(arc.to());
            if (from.isEmpty() || to.isEmpty()) {
                continue;
            }
            EqualEarth.Place start = frame.place(from.get().anchor());
            EqualEarth.Place end = frame.place(to.get().anchor());
            double distance = Math.hypot(end.x() - start.x(), end.y() - start.y());
            double rise = Math.min(0.22 * distance, 90);
            double x1 = start.x() + (end.x() - start.x()) / 3;
            double x2 = start.x() + 2 * (end.x() - start.x()) / 3;
            double y1 = start.y() + (end.y() - start.y()) / 3 - rise;
            double y2 = start.y() + 2 * (end.y() - start.y()) / 3 - rise;
            Outline curve = Outline.builder()
                    .move(start.x(), start.y())
                    .curve(x1, y1, x2, y2, end.x(), end.y())
                    .build();
            // In proportion to the size, down to a width that can be seen.
            double width = Math.max(LEAST_ARC, MOST_ARC * arc.size() / most);
            out.draw(curve, Line.of(Tones.of(palette.canvas()).withOpacity(0.55), width + 2));
            out.draw(curve, Line.dashed(tone.withOpacity(width > 3 ? 0.62 : 1), width, 5));
            double reach = width / 2 + ARC_TARGET;
            out.target(
                    arc,
                    Outline.builder()
                            .move(start.x(), start.y() - reach)
                            .curve(x1, y1 - reach, x2, y2 - reach, end.x(), end.y() - reach)
                            .line(end.x(), end.y() + reach)
                            .curve(x2, y2 + reach, x1, y1 + reach, start.x(), start.y() + reach)
                            .close()
                            .build(),
                    arc.hint());
            out.shape(
                    Outline.circle(end.x(), end.y(), 3),
                    Fill.of(Tones.of(palette.ink())),
                    Line.of(Tones.of(palette.canvas()), 1));
        }
    }

    private void dot(World.Country country, CountryFigure figure) {
        EqualEarth.Place place = frame.place(country.anchor());
        Outline circle = Outline.circle(place.x(), place.y(), DOT);
        boolean isChosen = chosen.filter(country.code()::equals).isPresent();
        out.shape(
                circle,
                fill(figure),
                isChosen ? Line.of(Tones.of(palette.accent()), 2) : Line.of(Tones.of(palette.ink()), 1));
        // A dot is small; what answers to the pointer is larger.
        out.target(country.code(), Outline.circle(place.x(), place.y(), 12), hint(figure));
    }

    /** Rings where the selected good is made, by their area: the part of the world's output. */
    private void marks(World world) {
        content.made()
                .forEach((code, part) -> world.find(code).ifPresent(country -> {
                    EqualEarth.Place place = frame.place(country.anchor());
                    Outline ring = Outline.circle(place.x(), place.y(), markRadius(part));
                    out.draw(ring, Line.of(Tones.of(palette.canvas()), 4.5));
                    out.draw(ring, Line.of(Tones.of(palette.accent()), 2.5));
                }));
    }

    static double markRadius(double part) {
        return 4 + 14 * Math.sqrt(Math.clamp(part, 0, 1));
    }

    /** The figure's words; where the selected good is made, how much of it. */
    private String words(String name, Optional<CountryFigure> figure, String code) {
        StringBuilder words = new StringBuilder(name);
        figure.filter(known -> !known.text().isEmpty())
                .ifPresent(known -> words.append(' ').append(known.text()));
        Double part = content.made().get(code);
        if (part != null && part >= LEAST_MARKED) {
            words.append(words.length() > name.length() ? " · " : " ")
                    .append(Texts.get("map.makes", Amounts.percent(part)));
        }
        return words.toString();
    }

    private void labels(World world) {
        List<CountryFigure> wanted = new ArrayList<>();
        content.countries().stream().filter(CountryFigure::restricts).forEach(wanted::add);
        content.made().forEach((code, part) -> {
            if (part >= LEAST_MARKED
                    && wanted.stream().noneMatch(known -> known.code().equals(code))) {
                wanted.add(content.find(code)
                        .orElseGet(() -> new CountryFigure(code, Countries.name(code), 0, "", false, List.of())));
            }
        });
        chosen.flatMap(content::find).filter(figure -> !wanted.contains(figure)).ifPresent(wanted::add);
        content.countries().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())))
                .filter(figure -> !wanted.contains(figure))
                .limit(MOST_LABELS)
                .forEach(wanted::add);
        MapLabels labels = new MapLabels(
                frame,
                measure,
                wanted.stream()
                        .flatMap(figure -> world.find(figure.code()).stream())
                        .toList());
        for (CountryFigure figure : wanted) {
            world.find(figure.code())
                    .flatMap(country -> labels.place(
                            country, words(figure.name(), Optional.of(figure), figure.code()), figure.restricts()))
                    .ifPresent(label -> label(label, figure));
        }
    }

    private void label(MapLabels.Label label, CountryFigure figure) {
        if (label.leader()) {
            out.draw(
                    Outline.line(label.fromX(), label.fromY(), label.toX(), label.toY()),
                    Line.of(Tones.of(palette.text()), 0.8));
        }
        Outline.Bounds box = label.box();
        if (figure.restricts()) {
            Outline pill = Outline.rounded(box.x() - 6, box.y() - 1, box.width() + 12, box.height() + 2, 9);
            out.fill(pill, Tones.of(palette.ink()));
            out.target(figure.code(), pill, hint(figure));
        } else {
            out.target(figure.code(), Outline.rectangle(box.x(), box.y(), box.width(), box.height()), hint(figure));
        }
        out.add(new Mark.Text(
                box.x(),
                box.y() + 12,
                label.text(),
                12,
                true,
                Tones.of(figure.restricts() ? palette.onInk() : palette.text()),
                Mark.Align.START,
                figure.restricts() ? null : Tones.of(palette.canvas()),
                false));
    }

    /** What stands under the map about its outlines. */
    static String caption() {
        return Texts.get("map.caption");
    }
}
