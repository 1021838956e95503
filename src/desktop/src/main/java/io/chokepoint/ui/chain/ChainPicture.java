package io.chokepoint.ui.chain;

import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.chain.ChainContent.Tile;
import io.chokepoint.ui.chain.ChainLayout.Band;
import io.chokepoint.ui.chain.ChainLayout.Place;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Draws the chain at rest. */
final class ChainPicture {
    /** Below the bands: the legend. */
    static final double FOOT = 30;

    /** Upper ends of the steps of colour: the largest country's part of world output. */
    static final double[] STEPS = {0.3, 0.5, 0.7, 0.9};

    private static final double SIZE = 12;
    /** Left and right of a tile's words. */
    private static final double INSET = 5;
    /** From here on a tile holds the good's name too. */
    private static final double LEAST_NAME = 60;

    private final ChainContent content;
    private final ChainLayout layout;
    private final Selection selection;
    private final Optional<Selection.Item> cursor;
    private final Palette palette;
    private final TextMeasure measure;
    private final Picture.Builder out = new Picture.Builder();

    /** @param cursor where the keyboard is, while the picture has the focus */
    ChainPicture(
            ChainContent content,
            ChainLayout layout,
            Selection selection,
            Optional<Selection.Item> cursor,
            Palette palette,
            TextMeasure measure) {
        this.content = content;
        this.layout = layout;
        this.selection = selection;
        this.cursor = cursor;
        this.palette = palette;
        this.measure = measure;
    }

    /** 0 for the least concentrated. */
    static int step(double share) {
        int step = 0;
        while (step < STEPS.length && share >= STEPS[step]) {
            step++;
        }
        return step;
    }

    /** Of a tile that holds the good's whole name. */
    static double width(Tile tile, TextMeasure measure) {
        double name = measure.width(tile.good().shortName(), SIZE, false);
        double brief = measure.width(tile.brief(), SIZE, false);
        return Math.ceil(Math.max(LEAST_NAME, name) + brief) + 3 * INSET + 1;
    }

    Picture draw(double width, double height) {
        Map<Good, Tile> tiles = new HashMap<>();
        content.tiles().forEach(tile -> tiles.put(tile.good(), tile));
        for (Band band : layout.bands()) {
            String name = measure.fit(band.name(), 13, true, ChainLayout.left() - ChainLayout.margin() - 10);
            out.text(
                    ChainLayout.margin(),
                    band.y()
                            + Math.min(band.height(), layout.places().getFirst().height() + ChainLayout.GAP) / 2
                            + 4,
                    name,
                    13,
                    true,
                    Tones.of(palette.text()),
                    Mark.Align.START);
        }
        for (Place place : layout.places()) {
            switch (place.item()) {
                case Selection.OfGood of -> good(place, Objects.requireNonNull(tiles.get(of.good())));
                case Selection.OfMarket market -> market(place, market);
                case Selection.OfMaker unused -> throw new IllegalStateException("a maker has no place");
            }
        }
        selection
                .goods()
                .forEach(good -> layout.find(new Selection.OfGood(good)).ifPresent(this::ring));
        selection.market().flatMap(m -> layout.find(new Selection.OfMarket(m))).ifPresent(this::ring);
        cursor.flatMap(layout::find).ifPresent(this::focus);
        legend(width, height);
        return out.build(
                Texts.get(
                        "chain.title", content.tiles().size(), content.stages().size()),
                width,
                height,
                Tones.of(palette.canvas()));
    }

    private void good(Place place, Tile tile) {
        int step = step(tile.share());
        Tone text = Tones.of(palette.shareText().get(step));
        Outline box = box(place, 0);
        out.fill(box, Tones.of(palette.shareFill().get(step)));
        double y = place.y() + place.height() / 2 + 4.3;
        String brief = tile.brief();
        double briefWidth = measure.width(brief, SIZE, false);
        double forName = place.width() - briefWidth - 3 * INSET;
        if (forName >= LEAST_NAME) {
            String name = measure.fit(tile.good().shortName(), SIZE, false, forName);
            out.text(place.x() + INSET, y, name, SIZE, false, text, Mark.Align.START);
            out.text(place.x() + place.width() - INSET, y, brief, SIZE, false, text, Mark.Align.END);
        } else {
            String words = briefWidth <= place.width() - 2 ? brief : tile.code();
            out.text(place.middle(), y, words, SIZE, false, text, Mark.Align.MIDDLE);
        }
        out.target(place.item(), box, tile.sentence());
    }

    private void market(Place place, Selection.OfMarket item) {
        Outline box = box(place, 0.5);
        out.shape(box, Fill.of(Tones.of(palette.card())), Line.of(Tones.of(palette.border()), 1));
        String name = measure.fit(item.market().shortName(), SIZE, false, place.width() - 6);
        out.text(
                place.middle(),
                place.y() + place.height() / 2 + 4.3,
                name,
                SIZE,
                false,
                Tones.of(palette.text()),
                Mark.Align.MIDDLE);
        out.target(item, box, Texts.get("chain.market", item.market().name()));
    }

    private static Outline box(Place place, double inset) {
        return Outline.rounded(
                place.x() + inset, place.y() + inset, place.width() - 2 * inset, place.height() - 2 * inset, 3);
    }

    private void ring(Place place) {
        out.draw(box(place, -1), Line.of(Tones.of(palette.background()), 3));
        out.draw(box(place, -1.5), Line.of(Tones.of(palette.accent()), 2));
    }

    private void focus(Place place) {
        out.draw(box(place, -2.5), Line.of(Tones.of(palette.accent()), 2));
    }

    private void legend(double width, double height) {
        double y = height - FOOT + 6;
        double x = ChainLayout.margin();
        String words = Texts.get("chain.legend");
        out.text(x, y + 13, words, Tones.of(palette.muted()));
        x += measure.width(words, SIZE, false) + 10;
        List<String> names = List.of(Texts.get("chain.legend.steps").split("\\|"));
        for (int i = 0; i < names.size(); i++) {
            double w = Math.max(30, measure.width(names.get(i), SIZE, false) + 12);
            out.fill(
                    Outline.rounded(x, y, w, 18, 3),
                    Tones.of(palette.shareFill().get(i)));
            out.text(
                    x + w / 2,
                    y + 13,
                    names.get(i),
                    SIZE,
                    false,
                    Tones.of(palette.shareText().get(i)),
                    Mark.Align.MIDDLE);
            x += w + 2;
        }
        String more = Texts.get("chain.legend.unit");
        if (x + 8 + measure.width(more, SIZE, false) <= width) {
            out.text(x + 8, y + 13, more, Tones.of(palette.muted()));
        }
    }
}
