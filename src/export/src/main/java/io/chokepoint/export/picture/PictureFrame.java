package io.chokepoint.export.picture;

import java.util.List;

/**
 * What a picture needs to be understood away from the program: above it what it is of, the marks that belong to the title, what is shown and
 * the answer with its range; below it where it comes from. Every line is broken, none is cut.
 *
 * @param title of the scenario, or of what else is shown
 * @param marks that must be read with the title, such as "upper bound"
 * @param lines what is shown and when, the answer, how sure
 * @param source program, dataset and its edition, run
 */
public record PictureFrame(String title, List<String> marks, List<String> lines, String source) {
    private static final double EDGE = 16;
    private static final double TITLE = 18;
    private static final double TEXT = 13;
    private static final double SMALL = 11;
    private static final double LEADING = 1.4;
    private static final double MARK_PAD = 8;
    private static final double GAP = 10;

    /** Narrower pictures get this much room, in px, so that the words round them stay few lines. */
    private static final double LEAST_WIDTH = 560;

    public PictureFrame {
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
    }

    /** All of it in one sentence each, for those who do not see the picture. */
    public String inWords() {
        StringBuilder words = new StringBuilder(title);
        marks.forEach(mark -> words.append(" (").append(mark).append(')'));
        lines.forEach(line -> words.append(". ").append(line));
        return words.append(". ").append(source).toString();
    }

    /** The picture in its frame; nothing of it answers. */
    public Picture around(Picture picture, FrameTones ink, TextMeasure measure) {
        double width = Math.max(LEAST_WIDTH, picture.width() + 2 * EDGE);
        Writing writing = new Writing(width - 2 * EDGE, ink, measure);
        writing.paragraph(title, TITLE, true, ink.text());
        if (!marks.isEmpty()) {
            writing.marks(marks);
        }
        for (int i = 0; i < lines.size(); i++) {
            writing.paragraph(lines.get(i), TEXT, false, i == 0 ? ink.muted() : ink.text());
        }
        double top = writing.y + GAP;
        writing.y = top + picture.height() + GAP;
        writing.paragraph(source, SMALL, false, ink.muted());
        Picture.Builder out = new Picture.Builder();
        out.add(picture, Math.round((width - picture.width()) / 2), top);
        writing.out.build("", 0, 0, Tone.CLEAR).marks().forEach(out::add);
        return out.build(inWords() + " " + picture.title(), width, Math.ceil(writing.y + EDGE / 2), ink.paper());
    }

    /** Lines below each other. */
    private static final class Writing {
        private final Picture.Builder out = new Picture.Builder();
        private final double room;
        private final FrameTones ink;
        private final TextMeasure measure;
        private double y = EDGE / 2;

        private Writing(double room, FrameTones ink, TextMeasure measure) {
            this.room = room;
            this.ink = ink;
            this.measure = measure;
        }

        private void paragraph(String text, double size, boolean semibold, Tone tone) {
            for (String line : measure.lines(text, size, semibold, room)) {
                y += size * LEADING;
                out.text(EDGE, y - size * (LEADING - 1), line, size, semibold, tone, Mark.Align.START);
            }
        }

        private void marks(List<String> marks) {
            double height = TEXT * LEADING + 4;
            double x = EDGE;
            y += 4;
            for (String mark : marks) {
                double width = measure.width(mark, TEXT, true) + 2 * MARK_PAD;
                if (x > EDGE && x + width > EDGE + room) {
                    x = EDGE;
                    y += height + 4;
                }
                out.fill(Outline.rounded(x, y, width, height, 4), ink.mark());
                out.text(x + MARK_PAD, y + height / 2 + TEXT * 0.36, mark, TEXT, true, ink.onMark(), Mark.Align.START);
                x += width + MARK_PAD;
            }
            y += height + 2;
        }
    }
}
