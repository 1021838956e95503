package io.chokepoint.ui.flows;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Outline.Bounds;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Block;
import io.chokepoint.ui.flows.FlowsContent.Node;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Typography;
import java.util.List;
import java.util.Optional;

/** Draws the flows around a good at one week. */
final class FlowsPicture {
    private static final double CHIP = 42;
    /** From one line of a name to the next. */
    private static final double LINE = 14;
    /** Left and right of a block's words. */
    private static final double PAD = 8;

    private final FlowsContent content;
    private final FlowsLevels levels;
    private final Palette palette;
    private final TextMeasure measure;
    private final FlowsLayout layout;
    private final double width;
    private final double height;
    private final Picture.Builder out = new Picture.Builder();

    FlowsPicture(
            FlowsContent content,
            FlowsLevels levels,
            Palette palette,
            TextMeasure measure,
            double width,
            double height) {
        this.content = content;
        this.levels = levels;
        this.palette = palette;
        this.measure = measure;
        this.width = width;
        this.height = height;
        this.layout = new FlowsLayout(content, width, height, this::isTall);
    }

    Picture draw() {
        heads();
        layout.runs().forEach(this::band);
        bars();
        for (List<Block> column : content.columns()) {
            column.forEach(this::block);
        }
        legend();
        return out.build(
                Texts.get("flows.title", content.good().name(), levels.week()),
                width,
                height,
                Tones.of(palette.canvas()));
    }

    private void heads() {
        for (int column = 0; column < 5; column++) {
            List<Block> blocks = content.columns().get(column);
            double x = layout.left(column);
            out.text(x, 16, Texts.get("flows.column." + column), 12, true, Tones.of(palette.text()), Mark.Align.START);
            String detail = blocks.isEmpty() ? Texts.get("flows.column." + column + ".none") : "";
            if (column == FlowsContent.MAKERS) {
                detail = Texts.get("flows.column.of", content.good().shortName());
            }
            out.text(x, 32, measure.fit(detail, 12, false, layout.blockWidth() + 40), Tones.of(palette.muted()));
        }
    }

    private void band(Band band, FlowsLayout.Run run) {
        double whole = run.width();
        double left = Math.clamp(levels.left(band), 0, 1);
        Tone tone = Tones.of(palette.edge());
        // What is lost lies at the lower side of the band.
        double flowing = whole * left;
        double lost = whole - flowing;
        double top1 = run.y1() - whole / 2;
        double top2 = run.y2() - whole / 2;
        if (flowing > 0.2) {
            out.fill(ribbon(run.x1(), top1, run.x2(), top2, flowing), tone.withOpacity(0.34));
        }
        if (lost > 0.4) {
            Tone loss = Tones.of(palette.lossFill().get(3));
            out.shape(
                    ribbon(run.x1(), top1 + flowing, run.x2(), top2 + flowing, lost),
                    new Fill.Hatch(loss.withOpacity(0.16), loss, 5, 1.1),
                    null);
        }
        if (band.restricted()) {
            out.draw(
                    Outline.builder()
                            .move(run.x1(), run.y1())
                            .curve(middle(run), run.y1(), middle(run), run.y2(), run.x2(), run.y2())
                            .build(),
                    Line.dashed(Tones.of(palette.ink()), 1.4, 5));
        }
        out.target(
                band,
                ribbon(run.x1(), top1 - 1, run.x2(), top2 - 1, whole + 2),
                FlowsBuilder.name(band.from()) + " → " + FlowsBuilder.name(band.to()) + "\n" + band.meaning() + "\n"
                        + levels.words(band));
    }

    private static double middle(FlowsLayout.Run run) {
        return (run.x1() + run.x2()) / 2;
    }

    private static Outline ribbon(double x1, double top1, double x2, double top2, double width) {
        double middle = (x1 + x2) / 2;
        return Outline.builder()
                .move(x1, top1)
                .curve(middle, top1, middle, top2, x2, top2)
                .line(x2, top2 + width)
                .curve(middle, top2 + width, middle, top1 + width, x1, top1 + width)
                .close()
                .build();
    }

    private void bars() {
        Bounds before = layout.beforeMakers();
        if (!content.columns().get(1).isEmpty()) {
            out.fill(
                    Outline.rounded(before.x(), before.y(), before.width(), before.height(), 2),
                    Tones.of(palette.outputBar()));
        }
        Bounds whole = layout.boxes().get(new Node.Whole(content.good()));
        if (whole != null) {
            out.fill(
                    Outline.rounded(whole.x(), whole.y(), whole.width(), whole.height(), 2),
                    Tones.of(palette.outputBar()));
            double left = levels.output(new Node.Whole(content.good())).orElse(1.0);
            double lost = Math.clamp(1 - left, 0, 1) * whole.height();
            if (lost > 0.5) {
                out.fill(
                        Outline.rectangle(whole.x(), whole.y() + whole.height() - lost, whole.width(), lost),
                        Tones.of(palette.lossFillOf(left)));
            }
        }
    }

    private void block(Block block) {
        Bounds box = layout.boxes().get(block.node());
        if (box == null) {
            return;
        }
        Optional<Double> output = levels.output(block.node());
        Outline outline = Outline.rounded(box.x(), box.y(), box.width(), box.height(), 5);
        boolean binding = levels.isBinding(block.node());
        Tone border = Tones.of(binding ? palette.accent() : block.restricted() ? palette.ink() : palette.border());
        out.shape(
                outline,
                Fill.of(Tones.of(palette.card())),
                Line.of(border, binding ? 2 : block.restricted() ? 1.5 : 1));
        List<String> name =
                isTall(block, box.width()) ? inTwo(block.name(), box.width() - 2 * PAD) : List.of(block.name());
        double middle = box.y() + Math.min(box.height() / 2, name.size() == 1 ? 20 : 22);
        double base = middle + 4 - (name.size() - 1) * LINE / 2;
        for (int line = 0; line < name.size(); line++) {
            boolean beside = line == name.size() - 1;
            double room = box.width() - 2 * PAD - (beside ? chipRoom(output) : 0);
            out.text(
                    box.x() + PAD,
                    base + line * LINE,
                    measure.fit(name.get(line), 12, true, room),
                    12,
                    true,
                    Tones.of(palette.text()),
                    Mark.Align.START);
        }
        double last = base + (name.size() - 1) * LINE;
        output.ifPresent(value -> chip(box, last, name.size() == 1 ? 17 : 15, value));
        if (box.height() >= 40 + (name.size() - 1) * LINE) {
            out.text(box.x() + PAD, last + 16, detail(block), Tones.of(palette.muted()));
        }
        out.target(block.node(), outline, hint(block, output));
    }

    /**
     * Whether a name leaves no room for the output beside it, and takes two lines, the output beside the second. The same in every week, so
     * that nothing moves when the week does.
     */
    private boolean isTall(Block block, double blockWidth) {
        double chip = levels.output(block.node()).isPresent() ? CHIP + 4 : 0;
        return measure.width(block.name(), 12, true) > blockWidth - 2 * PAD - chip;
    }

    private double chipRoom(Optional<Double> output) {
        return output.map(value -> chipWidth(value) + 4).orElse(0.0);
    }

    /** As many words on the first line as fit, the others on the second. */
    private List<String> inTwo(String name, double room) {
        int end = -1;
        for (int i = name.indexOf(' '); i > 0; i = name.indexOf(' ', i + 1)) {
            if (end < 0 || measure.width(name.substring(0, i), 12, true) <= room) {
                end = i;
            }
        }
        return end < 0 ? List.of(name) : List.of(name.substring(0, end), name.substring(end + 1));
    }

    private String detail(Block block) {
        String text = block.node() instanceof Node.OfMaker
                ? Texts.get("flows.share", Amounts.percent(block.size()))
                : levels.isBinding(block.node()) ? Texts.get("flows.binding") : "";
        if (block.restricted() && text.isEmpty()) {
            text = Texts.get("flows.restricted");
        }
        return measure.fit(text, 12, false, layout.blockWidth() - 14);
    }

    private double chipWidth(double output) {
        return output < 0.995
                ? Math.max(CHIP, Math.ceil(measure.width(chipText(output), 12, true)) + 8)
                : measure.width(chipText(output), 12, false) + 2;
    }

    private static String chipText(double output) {
        return (output > 1.005 ? "▲" : "") + Typography.output(output);
    }

    private void chip(Bounds box, double base, double chipHeight, double output) {
        Tone fill = Tones.of(palette.lossFillOf(output));
        double right = box.x() + box.width() - 4;
        if (fill.opacity() > 0) {
            double width = chipWidth(output);
            out.fill(Outline.rounded(right - width, base - 4.5 - chipHeight / 2, width, chipHeight, 4), fill);
        }
        boolean gain = output > 1.005;
        out.text(
                right - 4,
                base,
                chipText(output),
                12,
                output < 0.995,
                Tones.of(gain ? palette.gain() : palette.lossTextOf(output)),
                Mark.Align.END);
    }

    private String hint(Block block, Optional<Double> output) {
        StringBuilder text = new StringBuilder(levels.fullName(block.node()));
        output.ifPresent(
                value -> text.append('\n').append(Texts.get("flows.hint", Typography.output(value), levels.week())));
        if (levels.isBinding(block.node())) {
            text.append('\n').append(Texts.get("flows.binding"));
        }
        if (block.restricted()) {
            text.append('\n').append(Texts.get("flows.restricted"));
        }
        return text.toString();
    }

    private void legend() {
        double y = height - 22;
        double x = 12;
        Tone loss = Tones.of(palette.lossFill().get(3));
        out.fill(Outline.rectangle(x, y, 26, 14), Tones.of(palette.edge()).withOpacity(0.34));
        x = words(x + 32, y, "flows.legend.flowing");
        out.shape(Outline.rectangle(x, y, 26, 14), new Fill.Hatch(loss.withOpacity(0.16), loss, 5, 1.1), null);
        x = words(x + 32, y, "flows.legend.lost");
        out.draw(Outline.line(x, y + 7, x + 26, y + 7), Line.dashed(Tones.of(palette.ink()), 1.4, 5));
        x = words(x + 32, y, "flows.legend.restricted");
        out.draw(Outline.rounded(x, y, 26, 14, 3), Line.of(Tones.of(palette.accent()), 2));
        x = words(x + 32, y, "flows.legend.binding");
        String width1 = Texts.get("flows.legend.width." + content.width());
        if (x + measure.width(width1, 12, false) + 12 <= width) {
            out.text(width - 12, y + 11, width1, 12, false, Tones.of(palette.muted()), Mark.Align.END);
        } else {
            out.text(width - 12, y - 8, width1, 12, false, Tones.of(palette.muted()), Mark.Align.END);
        }
    }

    private double words(double x, double y, String key) {
        String text = Texts.get(key);
        out.text(x, y + 11, text, Tones.of(palette.muted()));
        return x + measure.width(text, 12, false) + 16;
    }
}
