package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Palette;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** Paints a good or market as a card: name, output this week, leading country, week of the first loss, output as a bar. */
final class CardPainter {
    static final double RADIUS = 6;

    private static final double SIDE = 5;
    private static final double TOP = 5;
    private static final double LINE = 14;
    private static final double CHIP = 16;
    private static final double BAR = 4;
    private static final double MAKER_LINE = 17;
    /** Where makers are shown, text keeps nearly its normal size on screen, so that there is room for them. */
    static final double MAKERS_TEXT = 1.1;

    private static final Color SHADOW = Color.rgb(27, 31, 36, 0.06);

    /** @param border its colour */
    void paint(Ink ink, Box box, NodeFacts facts, int week, Paint border, boolean withMakers) {
        Palette palette = ink.palette();
        if (!palette.dark()) {
            ink.fill(new Box(box.x(), box.y() + 1, box.width(), box.height()), RADIUS, SHADOW);
        }
        ink.fill(box, RADIUS, palette.card());
        double unit = withMakers ? MAKERS_TEXT / ink.zoom() : ink.unit();
        double bottom = box.bottom() - BAR - 4 * unit;
        double chipTop = bottom - CHIP * unit;
        double size = Ink.LEAST_TEXT * unit;
        double makersHeight = 0;
        int makers = 0;
        if (withMakers) {
            double free = box.height() - TOP - LINE * unit - CHIP * unit - BAR - 6 * unit;
            makers = Math.min(facts.makers().size(), (int) (free / (MAKER_LINE * unit)));
            makersHeight = makers * MAKER_LINE * unit;
            chipTop -= makersHeight;
        }
        int lines = box.y() + TOP + 2 * LINE * unit <= chipTop + 3 ? 2 : 1;
        double nameWidth = nameWidth(box.width());
        List<String> name = ink.text().wrap(facts.node().label(), true, size, nameWidth, lines);
        for (int line = 0; line < name.size(); line++) {
            double y = box.y() + TOP + (line + 0.5) * LINE * unit + 0.5;
            ink.left(name.get(line), box.x() + SIDE + 3, y, true, size, palette.text());
        }
        numbers(ink, box, facts, week, chipTop + CHIP * unit / 2, size, unit);
        if (makers > 0) {
            makers(ink, box, facts, week, bottom - makersHeight + 2 * unit, makers, unit);
        }
        bar(ink, box, facts, week);
        ink.outline(box, RADIUS, ink.unit(), border);
    }

    /** Room for a line of the name on a card of the given width, in px. */
    static double nameWidth(double cardWidth) {
        return cardWidth - 2 * SIDE - 3;
    }

    private void numbers(Ink ink, Box box, NodeFacts facts, int week, double y, double size, double unit) {
        double left = box.x() + SIDE;
        double right = box.right() - SIDE + 1;
        double end = chip(ink, left, y, facts, week, size);
        double room = right - end - 2 * unit;
        if (facts.isDifference()) {
            return;
        }
        Optional<String> points = facts.points(week);
        if (points.isPresent()) {
            ink.right(points.get(), right, y, true, size, ink.palette().text());
            return;
        }
        String weekText = facts.firstLoss().isPresent()
                ? Texts.get("graph.card.week", facts.firstLoss().getAsInt())
                : Texts.get("graph.card.noLoss");
        if (facts.isMarket()) {
            for (String key : List.of("graph.card.demandMet", "graph.card.met")) {
                String words = Texts.get(key);
                double width = ink.width(words, false, size);
                if (width <= room) {
                    ink.left(
                            words, end + 3 * unit, y, false, size, ink.palette().muted());
                    if (ink.width(weekText, false, size) <= room - width - 3 * unit) {
                        ink.right(weekText, right, y, false, size, ink.palette().muted());
                    }
                    return;
                }
            }
            return;
        }
        double weekWidth = ink.width(weekText, false, size);
        if (weekWidth > room) {
            return;
        }
        ink.right(weekText, right, y, false, size, ink.palette().muted());
        String country = facts.country();
        double countryWidth = ink.width(country, false, size) + 3 * unit;
        if (!country.isEmpty() && weekWidth + countryWidth <= room) {
            ink.right(
                    country,
                    right - weekWidth - 3 * unit,
                    y,
                    false,
                    size,
                    ink.palette().text());
        }
    }

    /** The loss colour for a thin line; the two palest steps would not be seen as one. */
    static Color outlineOf(Palette palette, double output) {
        return LossStep.ofOutput(output).ordinal() < LossStep.FROM_15.ordinal()
                ? palette.borderStrong()
                : palette.lossFillOf(output);
    }

    /**
     * The output as a number, on the loss colour where it is short, framed where the good only sells less.
     *
     * @return its right end
     */
    double chip(Ink ink, double x, double y, NodeFacts facts, int week, double size) {
        Palette palette = ink.palette();
        double output = facts.output(week);
        double unit = size / Ink.LEAST_TEXT;
        if (facts.isGain(week)) {
            String words = facts.isDifference() ? facts.words(week) : "▲\u202F" + facts.words(week);
            double width = ink.width(words, true, size);
            if (facts.isDifference()) {
                double height = CHIP * unit;
                ink.fill(new Box(x, y - height / 2, width + 6 * unit, height), 3, palette.gainSubtle());
                ink.left(words, x + 3 * unit, y, true, size, palette.gain());
                return x + width + 6 * unit;
            }
            ink.left(words, x + 2, y, true, size, palette.gain());
            return x + 2 + width;
        }
        String words = facts.words(week);
        double width = ink.width(words, true, size);
        if (ink.outOfDate()) {
            ink.left(words, x + 2, y, true, size, palette.muted());
            return x + 2 + width;
        }
        if (LossStep.ofOutput(output) == LossStep.NONE) {
            ink.left(words, x + 2, y, true, size, palette.text());
            return x + 2 + width;
        }
        double height = CHIP * unit;
        Box box = new Box(x, y - height / 2, width + 6 * unit, height);
        if (facts.sellsLess()) {
            ink.outline(box, 3, 1.25 * unit, outlineOf(palette, output));
            ink.left(words, x + 3 * unit, y, true, size, palette.text());
        } else {
            ink.fill(box, 3, palette.lossFillOf(output));
            ink.left(words, x + 3 * unit, y, true, size, palette.lossTextOf(output));
        }
        return box.right();
    }

    private void makers(Ink ink, Box box, NodeFacts facts, int week, double top, int count, double unit) {
        double size = Ink.LEAST_TEXT * unit;
        boolean folds = count < facts.makers().size();
        for (int i = 0; i < count; i++) {
            double y = top + (i + 0.5) * MAKER_LINE * unit;
            if (folds && i == count - 1) {
                String more = Texts.get("graph.card.moreMakers", facts.makers().size() - i);
                ink.left(more, box.x() + SIDE + 2, y, false, size, ink.palette().muted());
                return;
            }
            NodeFacts.Maker maker = facts.makers().get(i);
            String output = facts.words(maker.output(week));
            double room = box.width() - 2 * SIDE - 6 - ink.width(output, false, size);
            String name = ink.text().shorten(maker.name(), false, size, room);
            ink.left(name, box.x() + SIDE + 2, y, false, size, ink.palette().text());
            ink.right(output, box.right() - SIDE, y, false, size, ink.palette().muted());
        }
    }

    /** Along the bottom edge: what is left in grey, what is lost in its colour from the right. */
    private void bar(Ink ink, Box box, NodeFacts facts, int week) {
        double output = facts.output(week);
        boolean better = facts.isDifference() && facts.isGain(week);
        Pen g = ink.g();
        double left = box.x() + 1;
        double right = box.right() - 1;
        double bottom = box.bottom() - 1;
        double top = bottom - BAR;
        double corner = RADIUS - 1;
        double lost = Math.clamp(better ? output - 1 : 1 - output, 0, 1);
        double split = right - lost * (right - left);
        g.setFill(ink.palette().outputBar());
        if (facts.sellsLess() && LossStep.ofOutput(output) != LossStep.NONE) {
            g.fillRect(left + 1, top, split - left - 1, bottom - top - 0.5);
            ink.hatch(
                    new Box(split, top, right - split - 1, bottom - top - 0.5),
                    3.5,
                    1.25,
                    outlineOf(ink.palette(), output));
            return;
        }
        bar(g, left, right, top, bottom, corner);
        if (better || LossStep.ofOutput(output) != LossStep.NONE) {
            g.setFill(better ? ink.palette().gain() : ink.palette().lossFillOf(output));
            if (right - split < corner) {
                g.fillRect(split, top, right - split, (bottom - top) * (right - split) / corner);
            } else {
                g.beginPath();
                g.moveTo(split, top);
                g.lineTo(right, top);
                g.quadraticCurveTo(right, bottom, right - corner, bottom);
                g.lineTo(split, bottom);
                g.closePath();
                g.fill();
            }
        }
    }

    /** A strip whose lower corners follow the card's. */
    private static void bar(Pen g, double left, double right, double top, double bottom, double corner) {
        g.beginPath();
        g.moveTo(left, top);
        g.lineTo(right, top);
        g.quadraticCurveTo(right, bottom, right - corner, bottom);
        g.lineTo(left + corner, bottom);
        g.quadraticCurveTo(left, bottom, left, top);
        g.closePath();
        g.fill();
    }
}
