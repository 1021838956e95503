package io.chokepoint.ui.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.layout.Box;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Palette;
import java.util.List;

/** Paints a card with one line for each maker: name, share as number and bar, its own output. */
final class MakerPainter {
    private static final double SIDE = 8;
    private static final double SIZE = 12;

    private final CardPainter cards;

    MakerPainter(CardPainter cards) {
        this.cards = cards;
    }

    void paint(Ink ink, MakerCard card, NodeFacts facts, int week) {
        Palette palette = ink.palette();
        Box box = card.box();
        ink.fill(box, CardPainter.RADIUS, palette.card());
        List<String> name = ink.text().wrap(facts.node().label(), true, SIZE, box.width() - 2 * SIDE, 2);
        for (int line = 0; line < name.size(); line++) {
            ink.left(name.get(line), box.x() + SIDE, box.y() + 12.5 + line * 14, true, SIZE, palette.text());
        }
        double y = box.y() + 43;
        double end = cards.chip(ink, box.x() + SIDE - 2, y, facts, week, SIZE);
        facts.firstLoss()
                .ifPresent(first ->
                        ink.left(Texts.get("graph.card.fromWeek", first), end + 6, y, false, SIZE, palette.muted()));
        for (int line = 0; line < card.lines(); line++) {
            maker(ink, card, facts, line, week);
        }
        if (card.folded() > 0) {
            String more = Texts.get("graph.card.moreMakers", card.folded());
            ink.left(more, box.x() + SIDE, card.lineTop(card.lines()) + 11, false, SIZE, palette.muted());
        }
        ink.outline(box, CardPainter.RADIUS, 1, palette.accent());
    }

    private static void maker(Ink ink, MakerCard card, NodeFacts facts, int line, int week) {
        NodeFacts.Maker maker = facts.makers().get(line);
        Palette palette = ink.palette();
        double left = card.box().x() + SIDE;
        double right = card.box().right() - SIDE;
        double middle = card.lineTop(line) + 10;
        String share = Amounts.percent(maker.share());
        double output = maker.output(week);
        double end = right;
        if (output < 0.99) {
            String words = facts.words(output);
            double width = ink.width(words, true, SIZE) + 6;
            ink.fill(new Box(right - width, middle - 8, width, 16), 3, palette.lossFillOf(output));
            ink.left(words, right - width + 3, middle, true, SIZE, palette.lossTextOf(output));
            end = right - width - 4;
        }
        ink.right(share, end, middle, false, SIZE, palette.muted());
        double room = end - ink.width(share, false, SIZE) - 6 - left;
        ink.left(ink.text().shorten(maker.name(), false, SIZE, room), left, middle, false, SIZE, palette.text());
        double width = right - left;
        ink.fill(new Box(left, card.lineTop(line) + 20, width, 2), 1, palette.rail());
        ink.fill(new Box(left, card.lineTop(line) + 20, Math.max(1, width * maker.share()), 2), 1, palette.outputBar());
    }
}
