package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.ui.control.Tones;
import java.util.OptionalInt;

/** Draws a whole table, for files: all rows, however many. */
public final class TablePicture {
    private static final double ROW = 24;
    private static final double PAD = 8;

    private TablePicture() {}

    public static <R> Picture draw(TableContent<R> content, Palette palette, TextMeasure measure) {
        Picture.Builder out = new Picture.Builder();
        double x = 0;
        double height = ROW * (content.rows().size() + 1) + 28;
        for (ColumnSpec<R> column : content.columns()) {
            double width = width(column, content, measure);
            column(column, content, x, width, palette, measure, out);
            x += width;
        }
        Line line = Line.of(Tones.of(palette.border()), 1);
        for (int i = 1; i <= content.rows().size() + 1; i++) {
            out.draw(Outline.line(0, i * ROW + 0.5, x, i * ROW + 0.5), line);
        }
        String note = (content.note() + " " + content.leftOut()).strip();
        out.text(PAD, height - 9, note, Tones.of(palette.muted()));
        return out.build(
                content.name(),
                Math.max(x, PAD * 2 + measure.width(note, 12, false)),
                height,
                Tones.of(palette.background()));
    }

    /** As on screen, or as wide as the longest words: a file has room for them. */
    private static <R> double width(ColumnSpec<R> column, TableContent<R> content, TextMeasure measure) {
        boolean semibold = column.look() == ColumnSpec.Look.NAME;
        return !semibold && column.look() != ColumnSpec.Look.TEXT
                ? column.width()
                : Math.max(
                        column.width(),
                        2 * PAD
                                + content.rows().stream()
                                        .mapToDouble(row -> Math.ceil(
                                                measure.width(column.text().apply(row), 12, semibold)))
                                        .max()
                                        .orElse(0));
    }

    private static <R> void column(
            ColumnSpec<R> column,
            TableContent<R> content,
            double x,
            double width,
            Palette palette,
            TextMeasure measure,
            Picture.Builder out) {
        double room = width - 2 * PAD;
        Mark.Align align = column.isNumber() ? Mark.Align.END : Mark.Align.START;
        double at = column.isNumber() ? x + width - PAD : x + PAD;
        double most = content.most(column);
        out.text(at, 16, measure.fit(column.title(), 12, true, room), 12, true, Tones.of(palette.text()), align);
        for (int i = 0; i < content.rows().size(); i++) {
            R row = content.rows().get(i);
            double top = ROW * (i + 1);
            if (column.look() == ColumnSpec.Look.CURVE) {
                double[] values = content.series().apply(row);
                RunCurve.draw(values, x + PAD, top + 2, room, ROW - 4, OptionalInt.empty(), palette, out);
                continue;
            }
            if (column.look() == ColumnSpec.Look.MARKS) {
                ModelMarks.draw(content.series().apply(row), x + PAD, top + 1, room, ROW - 2, palette, out);
                continue;
            }
            Tone tone = Tones.of(palette.text());
            if (column.look() == ColumnSpec.Look.BAR
                    && most > 0
                    && column.value().apply(row) instanceof Number number
                    && number.doubleValue() > 0) {
                double bar = Math.max(1, number.doubleValue() / most * (room - BarCell.NUMBER));
                out.fill(Outline.rounded(x + PAD, top + 8, bar, 8, 2), Tones.of(palette.outputBar()));
            }
            if (column.look() == ColumnSpec.Look.OUTPUT
                    && column.value().apply(row) instanceof Double output
                    && palette.lossFillOf(output).getOpacity() > 0) {
                out.fill(Outline.rounded(at - 46, top + 3, 50, ROW - 6, 4), Tones.of(palette.lossFillOf(output)));
                tone = Tones.of(palette.lossTextOf(output));
            }
            boolean semibold = column.look() == ColumnSpec.Look.NAME;
            out.text(
                    at, top + 16, measure.fit(column.text().apply(row), 12, semibold, room), 12, semibold, tone, align);
        }
    }
}
