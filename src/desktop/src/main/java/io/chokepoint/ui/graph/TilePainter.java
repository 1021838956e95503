package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Palette;
import java.util.List;
import javafx.scene.paint.Paint;

/** Paints goods that are too small for cards: tiles on rails, tiles with names, named lines and bars. */
final class TilePainter {
    private static final double STRIPE = 2.5;
    /** What the mark of a restricted good takes of its line. */
    private static final double MARK = 9;
    /** The widest stripe: names are wrapped alike in all weeks. */
    private static final double MOST_STRIPE = 9;
    /** From one line of a name to the next, at the least size of text. */
    private static final double NAME_PITCH = 14;

    private static final double LEAST_FILLED = 2;
    private static final double STRIPE_STEP = 1.25;

    /** A tile on a rail: what is lost fills it from the top, hatched where the good only sells less. */
    void rail(Ink ink, Box box, NodeFacts facts, int week, Paint border) {
        double radius = Math.min(4, box.height() / 3);
        double output = facts.output(week);
        ink.fill(box, radius, ink.palette().card());
        if (LossStep.ofOutput(output) != LossStep.NONE) {
            double height = filled(1 - output, box);
            Box part = new Box(box.x() + 1, box.y() + 1, box.width() - 2, height);
            if (facts.sellsLess()) {
                ink.hatch(part, 3.5, 1.25, CardPainter.outlineOf(ink.palette(), output));
            } else {
                ink.fill(part, Math.min(radius - 1, height / 2), ink.palette().lossFillOf(output));
            }
        }
        if (isBetter(facts, week)) {
            double height = filled(output - 1, box);
            ink.fill(
                    new Box(box.x() + 1, box.bottom() - 1 - height, box.width() - 2, height),
                    Math.min(radius - 1, height / 2),
                    ink.palette().gain());
        }
        ink.outline(box, radius, 1, border);
    }

    /** Height of what a part fills inside a tile's border: seen however small, unless the tile itself is thin, as while it glides. */
    private static double filled(double part, Box box) {
        double room = Math.max(0, box.height() - 2);
        return Math.min(room, Math.max(LEAST_FILLED, part * room));
    }

    /** Whether what is painted is a difference, and one for the better. */
    private static boolean isBetter(NodeFacts facts, int week) {
        return facts.isDifference() && facts.isGain(week);
    }

    /** A card from further away: a stripe in the loss colour and as much of the name as fits at a readable size. */
    void named(Ink ink, Box box, NodeFacts facts, int week, Paint border) {
        Palette palette = ink.palette();
        double unit = ink.unit();
        ink.fill(box, 4, palette.card());
        double stripe = stripe(ink, box, facts, week, unit);
        if (facts.isHit()) {
            int lines = (int) Math.max(1, (box.height() - 4) / (14 * unit));
            double size = ink.textSize();
            double room = box.width() - stripe - 7 * unit;
            List<String> name = ink.text().wrap(facts.node().label(), true, size, room, lines);
            double top = box.centreY() - (name.size() - 1) * 7 * unit;
            for (int line = 0; line < name.size(); line++) {
                ink.left(
                        name.get(line),
                        box.x() + stripe + 4 * unit,
                        top + line * 14 * unit,
                        true,
                        size,
                        palette.text());
            }
        }
        ink.outline(box, 4, unit, border);
    }

    /** One named line, where everything is shown. */
    void line(Ink ink, Box box, NodeFacts facts, int week, Paint border, double borderWidth) {
        ink.fill(box, 4, ink.palette().card());
        double stripe = stripe(ink, box, facts, week, 1);
        double size = ink.textSize();
        if (box.height() >= size) {
            double room = box.width() - MOST_STRIPE - 7 - (facts.mark().isPresent() ? MARK : 0);
            double pitch = NAME_PITCH * size / Ink.LEAST_TEXT;
            int lines = Math.max(1, (int) ((box.height() - 3) / pitch));
            List<String> name = ink.text().wrap(facts.node().label(), false, size, room, lines);
            double y = box.centreY() - (name.size() - 1) * pitch / 2;
            for (String part : name) {
                ink.left(
                        part,
                        box.x() + stripe + 4,
                        y,
                        false,
                        size,
                        ink.palette().text());
                y += pitch;
            }
        }
        ink.outline(box, 4, borderWidth, border);
    }

    /** A thin bar, where everything is shown; in the loss colour if there was no room for its name. */
    void bar(Ink ink, Box box, NodeFacts facts, int week, Paint border) {
        boolean lost = facts.step(week) != LossStep.NONE;
        double output = facts.output(week);
        if (lost && facts.sellsLess()) {
            ink.outline(box, Math.min(2, box.height() / 2), 1, CardPainter.outlineOf(ink.palette(), output));
        } else {
            Paint fill = lost
                    ? ink.palette().lossFillOf(output)
                    : isBetter(facts, week) ? ink.palette().gain() : border;
            ink.fill(box, Math.min(2, box.height() / 2), fill);
        }
    }

    /** Down the left edge: the loss colour, wider with each step. @return its width */
    private static double stripe(Ink ink, Box box, NodeFacts facts, int week, double unit) {
        LossStep step = facts.step(week);
        double width = (STRIPE + STRIPE_STEP * step.ordinal()) * unit;
        boolean better = isBetter(facts, week);
        if (step != LossStep.NONE || better) {
            Paint fill = better ? ink.palette().gain() : ink.palette().lossFillOf(facts.output(week));
            double radius = Math.min(3.5, width / 2);
            Box stripe = new Box(box.x() + 0.5, box.y() + 0.5, width, box.height() - 1);
            if (facts.sellsLess() && !better) {
                ink.hatch(stripe, 3.5 * unit, 1.25 * unit, CardPainter.outlineOf(ink.palette(), facts.output(week)));
                return width;
            }
            ink.fill(stripe, radius, fill);
            ink.fill(new Box(stripe.x() + radius, stripe.y(), width - radius, stripe.height()), 0, fill);
        }
        return width;
    }
}
