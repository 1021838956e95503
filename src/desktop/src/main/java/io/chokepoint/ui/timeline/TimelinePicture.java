package io.chokepoint.ui.timeline;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.TimeAxis;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.timeline.TimelineEvents.Bar;
import io.chokepoint.ui.timeline.TimelineEvents.Event;
import io.chokepoint.ui.timeline.TimelineSeen.Place;
import io.chokepoint.ui.timeline.TimelineSeen.SeenMark;
import io.chokepoint.ui.timeline.TimelineViewModel.Band;
import io.chokepoint.ui.timeline.TimelineViewModel.Content;
import io.chokepoint.ui.timeline.TimelineViewModel.Curve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the timeline: restriction bars and events above, curves with their ranges below, dates at the foot. */
final class TimelinePicture {
    /** Middle of the lane of restrictions and events. */
    static final double LANE = 12;
    /** From the lane of A to that of B, where two runs are compared. */
    static final double NEXT_LANE = 17;
    /** Half the width of an event's mark. */
    static final double MARK = 5;

    private static final double LEFT = 10;
    /** Where two runs are compared, their letters stand before their lanes. */
    private static final double LETTER = 16;

    private static final double RIGHT = 20;
    private static final double CURVES_TOP = 34;
    private static final double AXIS = 22;
    private static final double LABEL_GAP = 6;
    /** Ranges of pinned goods are fainter than the main one, so that several can overlap. */
    private static final double PINNED_BAND = 0.55;

    private static final double TICK_WIDTH = 76;
    private static final double LINE = 14;
    /** How far a name may stand from its curve and still be seen to be its own, in px. */
    private static final double NEAR = 4;

    /** Radius of the dot of what was seen, in px. */
    private static final double SEEN = 3.5;
    /** The weeks that it is about are fainter than the dot. */
    private static final double WEEKS_SEEN = 0.3;

    /** Dashes of the pinned curves; the main one is solid. */
    private static final double[][] DASHES = {{6, 3}, {2, 3}, {9, 3, 2, 3}, {4, 4}, {1, 2}, {12, 4}};

    private final Content shown;
    private final @Nullable Band range;
    private final double width;
    private final double height;
    private final Palette colours;
    private final TextMeasure measure;
    private final CurvePlot plot;
    private final Picture.Builder out = new Picture.Builder();
    private final Chart chart;
    private final List<Place> places;

    /** @param range of the main curve, if known */
    TimelinePicture(
            Content shown, @Nullable Band range, double width, double height, Palette colours, TextMeasure measure) {
        this.shown = shown;
        this.range = range;
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.measure = measure;
        this.plot = plot(shown, range, width, height);
        this.chart = new Chart(out, plot);
        this.places = TimelineSeen.places(shown.seen(), plot);
    }

    /** Where weeks and values lie in a timeline of this size. */
    static CurvePlot plot(Content shown, @Nullable Band range, double width, double height) {
        List<double[]> all =
                new ArrayList<>(shown.curves().stream().map(Curve::values).toList());
        List<Band> bands = new ArrayList<>(
                shown.curves().stream().flatMap(curve -> curve.range().stream()).toList());
        if (range != null) {
            bands.add(range);
        }
        for (Band band : bands) {
            all.add(band.low());
            all.add(band.high());
        }
        for (SeenMark mark : shown.seen()) {
            if (!mark.isWeek()) {
                all.add(new double[] {mark.seen().low(), mark.seen().high()});
            }
        }
        boolean two = shown.against().isPresent();
        double left = LEFT + (two ? LETTER : 0);
        double top = CURVES_TOP + (two ? NEXT_LANE : 0);
        return new CurvePlot(
                left,
                Math.max(1, width - left - RIGHT),
                top,
                Math.max(1, height - top - AXIS - 4),
                shown.weeks(),
                ValueScale.of(all));
    }

    /**
     * @param week the playhead's
     * @param start date of week 0, where the scenario has dates
     * @param median whether the main curve is the middle of many runs rather than the central one
     */
    Picture draw(int week, Optional<LocalDate> start, boolean median) {
        if (!shown.curves().isEmpty() || !shown.events().bars().isEmpty()) {
            axes(start);
            curves();
            seen();
            playhead(week);
            lane(shown.events(), LANE);
            shown.against().ifPresent(other -> {
                lane(other, LANE + NEXT_LANE);
                Tone tone = Tones.of(colours.text());
                out.text(1, LANE + Chart.MIDDLE, "A", 12, true, tone, Mark.Align.START);
                out.text(1, LANE + NEXT_LANE + Chart.MIDDLE, "B", 12, true, tone, Mark.Align.START);
            });
            endLabels(median);
        }
        return out.build("", width, height, Tone.CLEAR);
    }

    private void axes(Optional<LocalDate> start) {
        List<TimeAxis.Tick> ticks = TimeAxis.of(
                plot.weeks(), start, (int) (plot.width() / TICK_WIDTH), at -> Texts.get("timeline.week", at));
        double foot = height - AXIS;
        chart.times(
                ticks,
                plot.top() - 10,
                foot,
                foot + AXIS / 2 + Chart.MIDDLE,
                width,
                Tones.of(colours.muted()),
                Tones.of(colours.border()),
                measure);
        chart.level(1, Line.dashed(Tones.of(colours.borderStrong()), 1, new double[] {2, 3}));
    }

    private void curves() {
        Tone band = Tones.of(colours.band());
        if (range != null) {
            chart.band(range.low(), range.high(), band);
        }
        Tone faint = band.withOpacity(band.opacity() * PINNED_BAND);
        for (Curve curve : shown.curves()) {
            curve.range().ifPresent(pinned -> chart.band(pinned.low(), pinned.high(), faint));
        }
        int pinned = 0;
        for (Curve curve : shown.curves()) {
            chart.curve(
                    curve.values(),
                    curve.isMain()
                            ? Line.of(Tones.of(colours.text()), 1.75)
                            : Line.dashed(Tones.of(colours.muted()), 1.25, DASHES[pinned++ % DASHES.length]));
        }
    }

    /** A dot with its range, and the weeks that it is about; hollow where it is not of the same thing as the curve. */
    private void seen() {
        Tone ink = Tones.of(colours.ink());
        Tone faint = ink.withOpacity(WEEKS_SEEN);
        for (Place place : places) {
            SeenMark mark = place.mark();
            double x = place.x();
            double y = place.y();
            Line line = Line.of(ink, 1.5);
            if (mark.isWeek()) {
                out.draw(
                        Outline.line(
                                plot.x(mark.seen().low()), y, plot.x(mark.seen().high()), y),
                        line);
            } else {
                double last = plot.x(Math.min(mark.to(), plot.weeks() - 1));
                out.draw(Outline.line(plot.x(mark.from()), y, last, y), Line.of(faint, 3));
                out.draw(
                        Outline.line(
                                x,
                                plot.y(mark.seen().low()),
                                x,
                                plot.y(mark.seen().high())),
                        line);
            }
            out.shape(
                    Outline.circle(x, y, SEEN),
                    Fill.of(mark.isWhole() ? ink : Tones.of(colours.background())),
                    Line.of(ink, 1.5));
        }
    }

    private void playhead(int week) {
        double x = plot.x(week);
        double foot = height - AXIS + 2;
        Tone accent = Tones.of(colours.accent());
        out.draw(Outline.line(x, 2, x, foot), Line.of(accent, 1.5));
        out.fill(polygon(x - 6, foot + 5, x, foot - 2, x + 6, foot + 5), accent);
        if (!shown.curves().isEmpty() && week < shown.curves().getFirst().values().length) {
            double value = shown.curves().getFirst().values()[week];
            chart.dot(week, value, 5.5, Tones.of(colours.background())).dot(week, value, 4, accent);
        }
    }

    private void lane(TimelineEvents all, double y) {
        Tone ink = Tones.of(colours.ink());
        for (Bar bar : all.bars()) {
            double end = Math.min(plot.right(), plot.x(bar.end()));
            out.draw(Outline.line(plot.x(bar.start()), y, end, y), Line.of(ink.withOpacity(0.22), 3));
        }
        List<Event> events = all.events();
        List<double[]> taken = new ArrayList<>();
        for (Event event : events) {
            double x = plot.x(event.week());
            diamond(x, y, event.kind() == TimelineEvents.Kind.END);
            taken.add(new double[] {x - MARK - 3, x + MARK + 3});
        }
        for (Event event :
                events.stream().sorted(Comparator.comparing(Event::kind)).toList()) {
            double from = plot.x(event.week()) + MARK + LABEL_GAP;
            double to = from + textWidth(event.shortLabel());
            if (to <= width && taken.stream().noneMatch(other -> from < other[1] && to > other[0])) {
                // The bar stops before the word and goes on behind it, rather than showing between its letters.
                out.fill(
                        polygon(from - 2, y - 3, to + 2, y - 3, to + 2, y + 3, from - 2, y + 3),
                        Tones.of(colours.background()));
                label(event.shortLabel(), from, y, Tones.of(colours.text()), Mark.Align.START);
                taken.add(new double[] {from, to});
            }
        }
    }

    /** Filled, or hollow for an end. */
    private void diamond(double x, double y, boolean hollow) {
        Outline shape = polygon(x, y - MARK - 1, x + MARK, y, x, y + MARK + 1, x - MARK, y);
        Tone ink = Tones.of(colours.ink());
        out.shape(shape, Fill.of(hollow ? Tones.of(colours.background()) : ink), hollow ? Line.of(ink, 1.5) : null);
    }

    private static Outline polygon(double... xy) {
        Outline.Builder shape = Outline.builder().move(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            shape.line(xy[i], xy[i + 1]);
        }
        return shape.close().build();
    }

    /** Names at the right end of the curves, each as near to its own as the others and the curves let it. */
    private void endLabels(boolean median) {
        double bottom = plot.bottom();
        double full = plot.y(1) - 8;
        List<double[]> taken = new ArrayList<>();
        // The ends of the scale are named only where they stand clear of the line at 100 %.
        if (bottom - plot.y(1) >= LINE) {
            String floor = Amounts.percent(plot.scale().floor());
            double floorEnd = plot.left() + 2 + textWidth(floor) + SEEN;
            boolean seenThere =
                    places.stream().anyMatch(place -> place.x() < floorEnd && Math.abs(place.y() - bottom + 6) < LINE);
            level(floor, seenThere ? Mark.Align.END : Mark.Align.START, bottom - 6, taken);
            level(Amounts.percent(1), Mark.Align.END, full, taken);
        } else {
            level(Amounts.percent(1), Mark.Align.START, full, taken);
        }
        if (full - plot.top() - 6 >= LINE) {
            level(Amounts.percent(plot.scale().ceiling()), Mark.Align.START, plot.top() + 6, taken);
        }
        for (Curve curve : shown.curves()) {
            String name = curve.isMain() && range != null
                    ? Texts.get(median ? "timeline.middle" : "timeline.central", curve.name())
                    : curve.name();
            double[] clear = clearOf(curve, name);
            double above = clear[0] - LINE / 2 - 2;
            double below = clear[1] + LINE / 2 + 2;
            boolean roomBelow = below <= bottom - 4;
            place(name, roomBelow ? below : above, roomBelow ? above : below, taken)
                    .ifPresent(at -> {
                        Tone tone = Tones.of(curve.isMain() ? colours.text() : colours.muted());
                        label(name, at[1], at[2], tone, Mark.Align.END);
                        taken.add(at);
                    });
        }
        seenLabel(taken);
    }

    /** A value of the scale at the left or the right end of the curves; no name is written there. */
    private void level(String value, Mark.Align end, double middle, List<double[]> taken) {
        double x = end == Mark.Align.START ? plot.left() + 2 : plot.right();
        double left = end == Mark.Align.START ? x : x - textWidth(value);
        label(value, x, middle, Tones.of(colours.muted()), end);
        taken.add(new double[] {left, left + textWidth(value), middle});
    }

    /** What the dots are, beside the first of them at which there is room. */
    private void seenLabel(List<double[]> taken) {
        String words = Texts.get("timeline.seen");
        double width = 3 * SEEN + textWidth(words);
        for (Place place : places) {
            taken.add(new double[] {place.x() - SEEN, place.x() + SEEN, place.y()});
        }
        for (Place place : places) {
            double end = place.mark().isWeek() ? plot.x(place.mark().seen().high()) : place.x() + SEEN;
            for (double y : new double[] {place.y(), place.y() + LINE, place.y() - LINE, place.y() + 2 * LINE}) {
                double[] at = {end + LABEL_GAP + 1, end + LABEL_GAP + 1 + width, y};
                if (at[1] <= plot.right()
                        && y >= plot.top()
                        && y <= plot.bottom() - LINE / 2
                        && shown.curves().stream().noneMatch(curve -> crosses(curve, at))
                        && taken.stream()
                                .noneMatch(other ->
                                        Math.abs(other[2] - at[2]) < LINE && at[0] < other[1] && other[0] < at[1])) {
                    out.fill(Outline.circle(at[0] + SEEN, y, SEEN), Tones.of(colours.ink()));
                    label(words, at[0] + 3 * SEEN, y, Tones.of(colours.muted()), Mark.Align.START);
                    return;
                }
            }
        }
    }

    /**
     * A free place for a name: next to its curve at the right end, or else left of the names there; only then farther away, where it
     * could be taken for another curve's.
     *
     * @return left, right and middle of the line of text
     */
    private Optional<double[]> place(String name, double wanted, double otherwise, List<double[]> taken) {
        double width = textWidth(name);
        double side = Math.signum(wanted - otherwise);
        for (double[] reach : new double[][] {{0, NEAR}, {NEAR + 2, plot.height()}}) {
            double right = plot.right() - 2;
            while (right - width > plot.left() + plot.width() / 2) {
                for (double away = reach[0]; away <= reach[1]; away += 2) {
                    for (double y : new double[] {wanted + side * away, otherwise - side * away}) {
                        double[] at = {right - width, right, y};
                        if (y >= plot.top() + 4
                                && y <= plot.bottom() - 4
                                && taken.stream().noneMatch(other -> covers(other, at))) {
                            return Optional.of(at);
                        }
                    }
                }
                right -= 20;
            }
        }
        return Optional.empty();
    }

    private static boolean covers(double[] one, double[] other) {
        return Math.abs(one[2] - other[2]) < LINE && one[0] < other[1] + LABEL_GAP && other[0] < one[1] + LABEL_GAP;
    }

    /** The top and bottom of a curve where its name would stand. */
    private double[] clearOf(Curve curve, String name) {
        int last = Math.min(curve.values().length, plot.weeks()) - 1;
        return clearOf(curve, plot.week(plot.right() - textWidth(name)), last);
    }

    /** Whether a curve runs through a line of text from left to right around a middle. */
    private boolean crosses(Curve curve, double[] text) {
        int last = Math.min(curve.values().length, plot.weeks()) - 1;
        int from = Math.clamp(plot.week(text[0]), 0, last);
        double[] clear = clearOf(curve, from, Math.clamp(plot.week(text[1]) + 1, from, last));
        return clear[0] < text[2] + LINE / 2 && clear[1] > text[2] - LINE / 2;
    }

    private double[] clearOf(Curve curve, int from, int last) {
        double top = plot.y(curve.values()[last]);
        double bottom = top;
        for (int week = from; week <= last; week++) {
            top = Math.min(top, plot.y(curve.values()[week]));
            bottom = Math.max(bottom, plot.y(curve.values()[week]));
        }
        return new double[] {top, bottom};
    }

    /** @param middle y of the middle of the line of text */
    private void label(String text, double x, double middle, Tone tone, Mark.Align align) {
        out.add(new Mark.Text(
                x, middle + Chart.MIDDLE, text, 12, false, tone, align, Tones.of(colours.background()), false));
    }

    private double textWidth(String text) {
        return measure.width(text, 12, false);
    }
}
