package io.chokepoint.ui.matrix;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.model.Good;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.matrix.MatrixContent.Cell;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import io.chokepoint.ui.support.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Draws the matrix. */
final class MatrixPicture {
    static final double ROW = 28;
    static final double HEAD = 62;
    static final double FOOT = 40;

    private static final int HEAD_LINES = 3;
    /** Behind a cell in which more is lost than the stop itself lasts. */
    private static final String BEYOND = "▴";

    /** A broken word has at least so many letters on each side. */
    private static final int LEAST_PART = 4;

    private static final double NAMES = 214;
    private static final double TOTALS = 138;
    private static final double MARGIN = 12;
    private static final double MOST_COLUMN = 84;

    private final MatrixContent content;
    private final List<Integer> shown;
    private final int first;
    private final Optional<Cell> chosen;
    private final Palette palette;
    private final TextMeasure measure;
    private final double width;
    private final double height;
    private final double column;
    private final Picture.Builder out = new Picture.Builder();

    /**
     * @param shown places of the rows that pass the filter
     * @param first how many of them are scrolled away
     */
    MatrixPicture(
            MatrixContent content,
            List<Integer> shown,
            int first,
            Optional<Cell> chosen,
            Palette palette,
            TextMeasure measure,
            double width,
            double height) {
        this.content = content;
        this.shown = shown;
        this.first = first;
        this.chosen = chosen;
        this.palette = palette;
        this.measure = measure;
        this.width = width;
        this.height = height;
        this.column = Math.min(
                MOST_COLUMN,
                (width - 2 * MARGIN - NAMES - TOTALS)
                        / Math.max(1, content.columns().size()));
    }

    /** How many rows there is room for. */
    static int rowsIn(double height) {
        return Math.max(1, (int) ((height - HEAD - FOOT) / ROW));
    }

    Picture draw() {
        heads();
        int rows = Math.min(shown.size() - first, rowsIn(height));
        double most = content.rows().isEmpty()
                ? 1
                : content.rows().stream().mapToDouble(Row::sum).max().orElse(1);
        for (int i = 0; i < rows; i++) {
            row(shown.get(first + i), HEAD + i * ROW, most);
        }
        if (shown.isEmpty()) {
            out.text(
                    MARGIN,
                    HEAD + 24,
                    Texts.get("matrix.noRow", content.headline().one()),
                    Tones.of(palette.text()));
        }
        legend();
        return out.build(
                Texts.get(
                        "matrix.title", content.stopWeeks(), content.headline().one()),
                width,
                height,
                Tones.of(palette.background()));
    }

    private void heads() {
        for (int c = 0; c < content.columns().size(); c++) {
            List<String> lines = lines(content.columns().get(c).shortName());
            double x = left(c) + column / 2;
            for (int i = 0; i < lines.size(); i++) {
                double y = HEAD - 10 - 14 * (lines.size() - 1 - i);
                out.text(x, y, lines.get(i), 12, true, Tones.of(palette.text()), Mark.Align.MIDDLE);
            }
            out.target(
                    "head" + c,
                    Outline.rectangle(left(c), 0, column, HEAD),
                    content.columns().get(c).name());
        }
        out.text(
                left(content.columns().size()) + 14,
                HEAD - 10,
                Texts.get(
                        content.isMoney() ? "matrix.all.money" : "matrix.all",
                        content.headline().many()),
                12,
                true,
                Tones.of(palette.text()),
                Mark.Align.START);
    }

    /** As few lines as hold the name, at most {@link #HEAD_LINES}; names break at spaces and dashes, else within a word. */
    private List<String> lines(String name) {
        double room = column - 2;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : name.split("(?<=[ –/-])")) {
            if (!line.isEmpty() && measure.width((line + word).strip(), 12, true) > room) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
            int end = breakIn(line.strip(), room);
            if (end > 0) {
                lines.add(line.substring(0, end) + "-");
                line = line.substring(end);
            }
        }
        lines.add(line.strip());
        while (lines.size() > HEAD_LINES) {
            String last = lines.removeLast();
            lines.addLast(lines.removeLast() + " " + last);
        }
        return lines.stream().map(part -> measure.fit(part, 12, true, room)).toList();
    }

    /** Where a word too long for one line is broken; 0 where it fits. */
    private int breakIn(String word, double room) {
        if (measure.width(word, 12, true) <= room) {
            return 0;
        }
        int end = word.length() - LEAST_PART;
        while (end > LEAST_PART && measure.width(word.substring(0, end) + "-", 12, true) > room) {
            end--;
        }
        return Math.max(0, end);
    }

    private double left(int c) {
        return MARGIN + NAMES + c * column;
    }

    private void row(int index, double top, double most) {
        Row row = content.rows().get(index);
        String country = Countries.alpha2(row.country());
        double countryWidth = country.isEmpty() ? 0 : measure.width(country, 12, false) + 8;
        String name = measure.fit(row.good().shortName(), 13, false, NAMES - countryWidth - 12);
        out.text(MARGIN, top + 18, name, 13, false, Tones.of(palette.text()), Mark.Align.START);
        out.text(MARGIN + measure.width(name, 13, false) + 6, top + 18, country, Tones.of(palette.muted()));
        out.target(
                "row" + index,
                Outline.rectangle(MARGIN, top, NAMES - 6, ROW),
                row.good().name());
        for (int c = 0; c < row.lost().length; c++) {
            cell(row, index, c, top);
        }
        double x = left(content.columns().size()) + 14;
        double bar = Math.max(2, row.sum() / most * (TOTALS - 84));
        out.fill(Outline.rounded(x, top + 10, bar, 8, 2), Tones.of(palette.outputBar()));
        out.text(x + bar + 6, top + 18, content.words(row.sum()), Tones.of(palette.text()));
    }

    private void cell(Row row, int index, int c, double top) {
        double lost = row.lost()[c];
        int step = content.step(lost);
        Outline box = Outline.rounded(left(c) + 1, top + 1, column - 2, ROW - 2, 3);
        if (step == 0) {
            out.text(left(c) + column / 2, top + 17, "·", 12, false, Tones.of(palette.muted()), Mark.Align.MIDDLE);
        } else {
            out.fill(box, Tones.of(palette.lossFill().get(step)));
            out.text(
                    left(c) + column / 2,
                    top + 18,
                    Amounts.number(lost) + (content.isBeyond(lost) ? BEYOND : ""),
                    12,
                    true,
                    Tones.of(palette.lossText().get(step)),
                    Mark.Align.MIDDLE);
        }
        Cell cell = new Cell(index, c);
        if (chosen.filter(cell::equals).isPresent()) {
            out.draw(Outline.rounded(left(c), top, column, ROW, 4), Line.of(Tones.of(palette.accent()), 2.5));
            out.draw(
                    Outline.rounded(left(c) + 2, top + 2, column - 4, ROW - 4, 3),
                    Line.of(Tones.of(palette.background()), 1.2));
        }
        Good column = content.columns().get(c);
        out.target(
                cell,
                box,
                step == 0
                        ? Texts.get("matrix.hint.none", row.good().shortName(), content.stopWeeks(), column.shortName())
                        : Texts.get(
                                        "matrix.hint",
                                        row.good().shortName(),
                                        content.stopWeeks(),
                                        column.shortName(),
                                        Amounts.weeks(lost),
                                        row.first()[c] < 0 ? "–" : Integer.toString(row.first()[c]))
                                + (content.isBeyond(lost)
                                        ? "\n" + Texts.get("matrix.beyond", content.stopWeeks())
                                        : ""));
    }

    private void legend() {
        double y = height - 28;
        double x = MARGIN;
        String words = Texts.get("matrix.legend", content.stopWeeks());
        out.text(x, y + 12, words, Tones.of(palette.muted()));
        x += measure.width(words, 12, false) + 10;
        List<String> steps = legendSteps(content.steps());
        for (int i = 0; i < steps.size(); i++) {
            double w = Math.max(26, measure.width(steps.get(i), 12, true) + 12);
            out.shape(
                    Outline.rounded(x, y, w, 17, 3),
                    Fill.of(Tones.of(palette.lossFill().get(i + 1))),
                    null);
            Tone tone = Tones.of(palette.lossText().get(i + 1));
            out.text(x + w / 2, y + 12.5, steps.get(i), 12, true, tone, Mark.Align.MIDDLE);
            x += w + 2;
        }
        String none = Texts.get("matrix.legend.none")
                + (content.rows().stream()
                                .flatMapToDouble(row -> Arrays.stream(row.lost()))
                                .anyMatch(content::isBeyond)
                        ? Texts.get("matrix.legend.beyond", BEYOND)
                        : "");
        out.text(x + 10, y + 12, none, Tones.of(palette.muted()));
        if (shown.size() > rowsIn(height)) {
            String more = Texts.get(
                    "matrix.scroll",
                    first + 1,
                    Math.min(shown.size(), first + rowsIn(height)),
                    shown.size(),
                    content.swept());
            boolean hasRoom =
                    x + 10 + measure.width(none, 12, false) + measure.width(more, 12, false) + 2 * MARGIN < width;
            out.text(
                    width - MARGIN,
                    hasRoom ? y + 12 : y - 4,
                    more,
                    12,
                    false,
                    Tones.of(palette.muted()),
                    Mark.Align.END);
        }
    }

    private static List<String> legendSteps(double[] ends) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i <= ends.length; i++) {
            steps.add(
                    ends.length == 0
                            ? Texts.get("matrix.legend.any")
                            : i == 0
                                    ? "<" + Amounts.number(ends[0])
                                    : i == ends.length
                                            ? Amounts.number(ends[i - 1]) + "+"
                                            : Amounts.number(ends[i - 1]) + "–" + Amounts.number(ends[i]));
        }
        return steps;
    }
}
