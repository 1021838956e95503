package io.chokepoint.export.report;

import io.chokepoint.export.picture.FrameTones;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Explanation.NumberedSource;
import io.chokepoint.study.Explanation.Step;
import io.chokepoint.study.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A story as slides of 1920 by 1080: the whole of it on one, and each step of its chain of reasons on one of its own with the curve of its
 * good, one sentence and its sources. Words are made smaller until they fit; only the list of sources may be cut, which then says so.
 */
public final class StorySlides {
    /** Of a slide, in px. */
    public static final int WIDTH = 1920;

    public static final int HEIGHT = 1080;

    private static final double EDGE = 72;
    private static final double ROOM = WIDTH - 2 * EDGE;
    private static final double LEADING = 1.36;
    private static final double COLUMN = 700;
    private static final double GUTTER = 56;
    private static final double SMALL = 16;
    private static final int CHAIN_HEIGHT = 420;
    private static final int STEP_HEIGHT = 460;
    /** Part of the width that a step's curve has. */
    private static final double CURVE = 0.58;

    private static final double MOST_SOURCE_LINES = 2;

    private final Story story;
    private final SimulationResult run;
    private final FrameTones tones;
    private final TextMeasure measure;

    public StorySlides(Story story, SimulationResult run, FrameTones tones, TextMeasure measure) {
        this.story = story;
        this.run = run;
        this.tones = tones;
        this.measure = measure;
    }

    /** The slide of the whole story, then one for each step of the chain, then one of how sure it is. */
    public int count() {
        return story.steps().size() + 2;
    }

    /** @param picture what stands beside the sentences of the first slide */
    public Picture slide(int number, Picture picture) {
        return number == 0
                ? whole(picture)
                : number <= story.steps().size() ? step(story.steps().get(number - 1)) : sure();
    }

    /** The output of the goods on the chain, week by week, where there are any; else of nothing. */
    public Picture curves() {
        List<CurvesSvg.Curve> curves = story.steps().stream()
                .flatMap(step -> step.activity().stream())
                .map(Activity::good)
                .distinct()
                .map(this::curve)
                .toList();
        return curves.isEmpty()
                ? new Picture.Builder().build(story.caption().answer(), 960, 320, Tone.CLEAR)
                : CurvesSvg.picture(
                        curves.reversed(),
                        story.chainTitle(),
                        CHAIN_HEIGHT,
                        true,
                        tones.text(),
                        tones.muted(),
                        tones.line());
    }

    private CurvesSvg.Curve curve(Good good) {
        return new CurvesSvg.Curve(good.shortName(), run.output(good));
    }

    /** The answer, three sentences and a picture; below them how sure and the sources. */
    public Picture whole(Picture picture) {
        Sheet sheet = new Sheet();
        sheet.head(story.title(), 40);
        sheet.paragraph(story.caption().answer(), 30, true, tones.text(), EDGE, ROOM);
        sheet.paragraph(story.caption().range(), 22, false, tones.muted(), EDGE, ROOM);
        double top = sheet.y + 24;
        double foot = foot(sheet, String.join(" ", story.caveats()));
        sheet.y = top;
        sheet.fitted(story.sentences(), EDGE, COLUMN, foot - top, 27);
        double right = EDGE + COLUMN + GUTTER;
        double room = ROOM - COLUMN - GUTTER;
        List<String> caption = measure.lines(picture.title(), SMALL, false, room);
        double below = caption.size() * SMALL * LEADING + 6;
        sheet.y = sheet.picture(picture, right, top, room, foot - top - below) + 6;
        sheet.lines(caption, SMALL, false, tones.muted(), right);
        return sheet.build(String.join(" ", spoken()));
    }

    private List<String> spoken() {
        List<String> words = new ArrayList<>(List.of(story.title()));
        words.addAll(story.marks());
        words.add(story.caption().answer());
        words.add(story.caption().range());
        words.addAll(story.sentences());
        words.addAll(story.caveats());
        return words;
    }

    /** Sources and origin at the foot, above them what must be read with the answer. @return where they begin */
    private double foot(Sheet sheet, String caveats) {
        List<String> sources = measure.lines(sources(story.sources()), SMALL, false, ROOM);
        double height = (Math.min(sources.size(), MOST_SOURCE_LINES)
                        + measure.lines(story.origin(), SMALL, false, ROOM).size())
                * SMALL
                * LEADING;
        List<String> sure = measure.lines(caveats, SMALL + 3, false, ROOM);
        double top = HEIGHT - EDGE / 2 - height - 14 - sure.size() * (SMALL + 3) * LEADING - 18;
        sheet.y = top;
        sheet.rule();
        sheet.y += 8;
        sheet.lines(sure, SMALL + 3, false, tones.text(), EDGE);
        sheet.y += 8;
        sheet.sources(sources);
        sheet.paragraph(story.origin(), SMALL, false, tones.muted(), EDGE, ROOM);
        return top - 20;
    }

    private static String sources(List<NumberedSource> sources) {
        return sources.stream()
                .map(source -> "[" + source.number() + "] " + source.text())
                .collect(Collectors.joining("; "));
    }

    /** One link of the chain. */
    private Picture step(Step step) {
        Sheet sheet = new Sheet();
        sheet.paragraph(
                story.chainTitle() + " · " + step.number() + "/" + story.steps().size(),
                24,
                false,
                tones.muted(),
                EDGE,
                ROOM);
        sheet.head(step.name(), 48);
        List<NumberedSource> cited = story.sources().stream()
                .filter(source -> step.sources().contains(source.number()))
                .toList();
        List<String> rests = step.figures().stream()
                .map(use -> use.what() + ": " + use.text() + Explanation.marks(use.sources()))
                .toList();
        double foot = HEIGHT - EDGE / 2 - 3 * SMALL * LEADING - 14;
        sheet.fitted(
                List.of(step.sentence() + Explanation.marks(step.sources())), EDGE, ROOM, HEIGHT * 0.5 - sheet.y, 40);
        double top = sheet.y + 24;
        step.activity()
                .map(Activity::good)
                .ifPresent(good -> sheet.picture(
                        CurvesSvg.picture(
                                List.of(curve(good)),
                                step.sentence(),
                                STEP_HEIGHT,
                                false,
                                tones.text(),
                                tones.muted(),
                                tones.line()),
                        EDGE,
                        top,
                        ROOM * CURVE,
                        foot - top - 20));
        sheet.y = top;
        sheet.fitted(rests, EDGE + ROOM * CURVE + GUTTER, ROOM * (1 - CURVE) - GUTTER, foot - top - 20, 26);
        sheet.y = foot;
        sheet.rule();
        sheet.y += 6;
        sheet.sources(measure.lines(sources(cited), SMALL, false, ROOM));
        sheet.paragraph(story.title() + " · " + story.caption().span(), SMALL, false, tones.muted(), EDGE, ROOM);
        return sheet.build(
                step.name() + ". " + step.sentence() + " " + String.join(". ", rests) + ". " + sources(cited));
    }

    private Picture sure() {
        Sheet sheet = new Sheet();
        sheet.head(Story.caveatsTitle(), 48);
        double foot = foot(sheet, "");
        sheet.y = EDGE + 120;
        sheet.fitted(story.caveats(), EDGE, ROOM, foot - sheet.y, 36);
        return sheet.build(
                Story.caveatsTitle() + ". " + String.join(" ", story.caveats()) + " " + sources(story.sources()));
    }

    /** One slide on its way. */
    private final class Sheet {
        private final Picture.Builder out = new Picture.Builder();
        private double y = EDGE * 0.7;

        private void head(String title, double size) {
            paragraph(title, size, true, tones.text(), EDGE, ROOM);
            if (story.marks().isEmpty()) {
                return;
            }
            double x = EDGE;
            y += 8;
            for (String mark : story.marks()) {
                double width = measure.width(mark, 20, true) + 24;
                out.fill(Outline.rounded(x, y, width, 34, 6), tones.mark());
                out.text(x + 12, y + 24, mark, 20, true, tones.onMark(), Mark.Align.START);
                x += width + 12;
            }
            y += 42;
        }

        private void paragraph(String text, double size, boolean semibold, Tone tone, double x, double room) {
            if (!text.isEmpty()) {
                lines(measure.lines(text, size, semibold, room), size, semibold, tone, x);
            }
        }

        private void lines(List<String> lines, double size, boolean semibold, Tone tone, double x) {
            for (String line : lines) {
                y += size * LEADING;
                out.text(x, y - size * (LEADING - 1), line, size, semibold, tone, Mark.Align.START);
            }
        }

        private void sources(List<String> lines) {
            int shown = (int) Math.min(lines.size(), MOST_SOURCE_LINES);
            for (int i = 0; i < shown; i++) {
                String line = i == shown - 1 && lines.size() > shown
                        ? measure.fit(lines.get(i) + " " + lines.get(i + 1), SMALL, false, ROOM)
                        : lines.get(i);
                paragraphLine(line);
            }
        }

        private void paragraphLine(String line) {
            lines(List.of(line), SMALL, false, tones.muted(), EDGE);
        }

        /** Paragraphs in the largest letters in which they fit. */
        private void fitted(List<String> paragraphs, double x, double room, double height, double most) {
            double size = most;
            while (size > 14 && height(paragraphs, size, room) > height) {
                size -= 1;
            }
            for (String paragraph : paragraphs) {
                paragraph(paragraph, size, false, tones.text(), x, room);
                y += size * 0.6;
            }
        }

        private double height(List<String> paragraphs, double size, double room) {
            double lines = 0;
            for (String paragraph : paragraphs) {
                lines += measure.lines(paragraph, size, false, room).size() * LEADING + 0.6;
            }
            return lines * size;
        }

        private void rule() {
            out.fill(Outline.rectangle(EDGE, y, ROOM, 1), tones.line());
        }

        /** A picture as large as there is room. @return its lower edge */
        private double picture(Picture picture, double x, double top, double width, double height) {
            double factor = Math.max(0.05, Math.min(width / picture.width(), height / picture.height()));
            out.add(picture.scaled(factor), x, top);
            return top + picture.height() * factor;
        }

        private Picture build(String words) {
            return out.build(words, WIDTH, HEIGHT, tones.paper());
        }
    }
}
