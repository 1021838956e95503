package io.chokepoint.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.timeline.TimelineSeen.SeenMark;
import io.chokepoint.ui.timeline.TimelineViewModel.Band;
import io.chokepoint.ui.timeline.TimelineViewModel.Content;
import io.chokepoint.ui.timeline.TimelineViewModel.Curve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No two texts of the timeline lie on each other, whatever the run and however small the timeline. */
class TimelinePictureTest {
    private static final int CASES = 4000;

    /** Height of the letters and digits of a line of 12 px, from the top of a capital to below a comma, in px. */
    private static final double LETTERS = 12;

    private static final Palette COLOURS = Palette.of(Theme.LIGHT);

    @Test
    void textsNeverLieOnEachOther() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < CASES; i++) {
            // Another font is wider or narrower; at large text the timeline has fewer px of its own.
            double letter = random.nextDouble(5, 8);
            TextMeasure measure = (text, size, semibold) -> letter * text.length() * size / 12;
            double width = random.nextDouble(120, 1900);
            double height = random.nextDouble(80, 260);
            Content content = content(random);
            Band range = random.nextBoolean() ? band(random, content.weeks()) : null;
            Optional<LocalDate> start = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));

            Picture picture = new TimelinePicture(content, range, width, height, COLOURS, measure)
                    .draw(random.nextInt(content.weeks()), start, random.nextBoolean());

            List<Mark.Text> texts = picture.marks().stream()
                    .filter(Mark.Text.class::isInstance)
                    .map(Mark.Text.class::cast)
                    .toList();
            for (int a = 0; a < texts.size(); a++) {
                for (int b = a + 1; b < texts.size(); b++) {
                    assertThat(lieOnEachOther(texts.get(a), texts.get(b), measure))
                            .as(
                                    "case %d, %.0f x %.0f, %d weeks: %s over %s",
                                    i, width, height, content.weeks(), texts.get(a), texts.get(b))
                            .isFalse();
                }
            }
        }
    }

    private static boolean lieOnEachOther(Mark.Text one, Mark.Text other, TextMeasure measure) {
        double left = left(one, measure);
        double otherLeft = left(other, measure);
        return Math.abs(one.y() - other.y()) < LETTERS
                && left < otherLeft + measure.width(other.text(), other.size(), other.semibold())
                && otherLeft < left + measure.width(one.text(), one.size(), one.semibold());
    }

    private static double left(Mark.Text text, TextMeasure measure) {
        double width = measure.width(text.text(), text.size(), text.semibold());
        return switch (text.align()) {
            case START -> text.x();
            case MIDDLE -> text.x() - width / 2;
            case END -> text.x() - width;
        };
    }

    private static Content content(SplittableRandom random) {
        int weeks = random.nextInt(2, 320);
        List<Curve> curves = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            curves.add(new Curve(
                    "Good " + "x".repeat(random.nextInt(2, 24)),
                    curve(random, weeks),
                    curves.isEmpty(),
                    random.nextBoolean() ? Optional.of(band(random, weeks)) : Optional.empty()));
        }
        List<SeenMark> seen = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(weeks);
            double low = random.nextDouble();
            seen.add(new SeenMark(
                    false,
                    true,
                    from,
                    from + random.nextInt(20),
                    new Figure("seen", low, low + 0.05, low + 0.1, "", Evidence.assumption("")),
                    "seen"));
        }
        return new Content(
                weeks,
                curves,
                events(random, weeks),
                random.nextInt(4) == 0 ? Optional.of(events(random, weeks)) : Optional.empty(),
                seen);
    }

    private static TimelineEvents events(SplittableRandom random, int weeks) {
        List<TimelineEvents.Event> events = new ArrayList<>();
        TimelineEvents.Kind[] kinds = TimelineEvents.Kind.values();
        for (int week = random.nextInt(8); week < weeks; week += random.nextInt(1, 60)) {
            events.add(new TimelineEvents.Event(
                    week, kinds[random.nextInt(kinds.length)], "Event of " + week, "Event of week " + week));
        }
        return new TimelineEvents(List.of(new TimelineEvents.Bar("Ban", 0, weeks + 1, false)), events);
    }

    /** From 1 to a level between a stop and twice the baseline. */
    private static double[] curve(SplittableRandom random, int weeks) {
        double[] values = new double[weeks];
        double end = random.nextBoolean() ? random.nextDouble(0.85, 1.3) : random.nextDouble(0, 2.2);
        for (int week = 0; week < weeks; week++) {
            values[week] = 1 + (end - 1) * week / weeks;
        }
        return values;
    }

    private static Band band(SplittableRandom random, int weeks) {
        double[] low = curve(random, weeks);
        double[] high = low.clone();
        for (int week = 0; week < weeks; week++) {
            high[week] += 0.1 * week / weeks;
        }
        return new Band(low, high);
    }
}
