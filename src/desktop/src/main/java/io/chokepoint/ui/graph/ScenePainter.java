package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.support.Palette;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints a whole scene, back to front. UI thread only. */
final class ScenePainter {
    private static final double DIM = 0.4;
    /** Space on screen for what stands out of a node's box: marks, numbers, rings. */
    private static final double AROUND = 24;
    /** Lower bars have no room for a mark. */
    private static final double LEAST_MARKED = 14;

    private final TextFitter text = new TextFitter();
    private final Icons icons = new Icons();
    private final CardPainter cards = new CardPainter();
    private final TilePainter tiles = new TilePainter();
    private final MarkPainter marks = new MarkPainter();
    private final EdgePainter edges = new EdgePainter();
    private final HeadPainter heads = new HeadPainter();
    private final BlockPainter blocks = new BlockPainter();
    private final LegendPainter legend = new LegendPainter();
    private final MinimapPainter minimap = new MinimapPainter();

    /**
     * A move from an older picture.
     *
     * @param from the older picture
     * @param part how much of the way is done, in [0, 1]
     */
    record Glide(ColumnPicture from, double part) {
        Box box(Place place) {
            return from.find(place.node())
                    .map(old -> old.box().towards(place.box(), part))
                    .orElse(place.box());
        }
    }

    /** Whether rails carry their names. */
    void setRailTitles(boolean value) {
        heads.setTitles(value);
    }

    /** Rails, edges and above them the rails' titles, or from far away the bands between blocks. */
    void back(
            Pen g,
            GraphScene scene,
            Viewport viewport,
            double width,
            double height,
            Palette palette,
            @Nullable Glide glide) {
        g.setFill(palette.canvas());
        g.fillRect(0, 0, width, height);
        Ink ink = ink(g, scene, palette, viewport, width, height);
        enter(g, viewport);
        if (isFar(viewport)) {
            blocks.bands(ink, scene);
        } else {
            heads.rails(ink, scene);
            edges.paint(ink, scene, glide == null ? 1 : glide.part() * glide.part());
            heads.railTitles(ink, scene);
        }
        g.restore();
    }

    /** Cards and all other forms of nodes, and the stacks under columns. */
    void nodes(
            Pen g,
            GraphScene scene,
            Viewport viewport,
            double width,
            double height,
            Palette palette,
            @Nullable Glide glide) {
        g.clearRect(0, 0, width, height);
        Ink ink = ink(g, scene, palette, viewport, width, height);
        enter(g, viewport);
        if (isFar(viewport)) {
            blocks.tiles(ink, scene);
        } else {
            for (Place place : scene.picture().places()) {
                node(ink, scene, place, glide == null ? place.box() : glide.box(place));
            }
            heads.stacks(ink, scene);
        }
        g.restore();
    }

    /** What follows the pointer, then heads, legend and minimap, which nothing may cover. */
    void top(
            Pen g,
            GraphScene scene,
            Viewport viewport,
            double width,
            double height,
            Palette palette,
            Layers.Pointer pointer) {
        g.clearRect(0, 0, width, height);
        Ink ink = ink(g, scene, palette, viewport, width, height);
        Ink screen = ink(g, scene, palette, Viewport.NORMAL, width, height);
        enter(g, viewport);
        pointer.hover().filter(hover -> !isFar(viewport)).ifPresent(hover -> hover(ink, scene, hover));
        pointer.makers().ifPresent(card -> makers(ink, scene, card));
        pointer.focus().ifPresent(place -> focus(ink, scene, place));
        g.restore();
        if (isFar(viewport)) {
            screen.fill(new Box(0, 0, width, Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT), 0, palette.canvas());
            blocks.heads(screen, scene, viewport);
        } else {
            heads.heads(screen, scene, viewport, width);
        }
        legend.paint(screen, scene, width, height);
        if (MinimapPainter.isNeeded(scene.picture(), viewport, width, height)) {
            minimap.paint(screen, scene, viewport, width, height);
        }
        pointer.rubber().ifPresent(box -> {
            screen.fill(box, 0, palette.accent().deriveColor(0, 1, 1, 0.12));
            screen.outline(box, 0, 1, palette.accent());
        });
    }

    private Ink ink(
            Pen g, @Nullable GraphScene scene, Palette palette, Viewport viewport, double width, double height) {
        boolean outOfDate = scene != null && scene.outOfDate();
        return new Ink(g, palette, text, icons, viewport.zoom(), viewport.view(width, height), outOfDate);
    }

    private static boolean isFar(Viewport viewport) {
        return Level.of(viewport.zoom()) == Level.STAGES;
    }

    private static void enter(Pen g, Viewport viewport) {
        g.save();
        g.scale(viewport.zoom(), viewport.zoom());
        g.translate(-viewport.x(), -viewport.y());
    }

    private void node(Ink ink, GraphScene scene, Place place, Box box) {
        if (!box.grown(AROUND / ink.zoom()).intersects(ink.view())) {
            return;
        }
        ink.g().setGlobalAlpha(scene.isDim(place.node()) ? DIM : 1);
        body(ink, scene, place, box, border(ink, scene, place.node()));
        decorations(ink, scene, place, box);
    }

    /** What sits on the edge of a node: mark, number, pin. */
    private void decorations(Ink ink, GraphScene scene, Place place, Box box) {
        ink.g().setGlobalAlpha(scene.isDim(place.node()) ? DIM : 1);
        Optional<Mark> mark = scene.facts().facts(place.node()).mark();
        boolean bar = place.kind() == Place.Kind.BAR && place.box().height() >= LEAST_MARKED;
        boolean tile = place.kind() == Place.Kind.TILE || bar;
        boolean card = place.kind() == Place.Kind.CARD && Level.of(ink.zoom()) != Level.TILES;
        if (mark.isPresent() && card) {
            marks.card(ink, box, mark.get(), scene.week());
        } else if (mark.isPresent() && tile) {
            marks.tile(ink, box, mark.get(), scene.week());
        } else if (mark.isPresent() && place.kind() == Place.Kind.LINE) {
            marks.line(ink, box, mark.get(), scene.week());
        }
        if (place.kind() != Place.Kind.BAR && place.kind() != Place.Kind.CELL) {
            scene.facts().graph().ownUse(place.node()).ifPresent(use -> edges.loop(ink, scene, use, box));
        }
        ink.g().setGlobalAlpha(1);
        Integer number = scene.numbers().get(place.node());
        if (number != null && !tile) {
            marks.number(ink, box, number);
        } else if (scene.pinned().contains(place.node()) && place.kind() == Place.Kind.CARD) {
            marks.pin(ink, box);
        }
    }

    private void body(Ink ink, GraphScene scene, Place place, Box box, Color border) {
        NodeFacts facts = scene.facts().facts(place.node());
        GraphNode node = place.node();
        boolean chain = scene.chain().contains(node);
        boolean selected = scene.selected().contains(node);
        double radius = place.kind() == Place.Kind.TILE ? 4 : CardPainter.RADIUS;
        if (selected) {
            ring(ink, box, radius);
        }
        switch (place.kind()) {
            case TILE -> tiles.rail(ink, box, facts, scene.week(), border);
            case BAR ->
                tiles.bar(
                        ink,
                        box,
                        facts,
                        scene.week(),
                        selected ? ink.palette().accent() : ink.palette().border());
            case LINE -> {
                boolean strong = chain || selected || facts.mark().isPresent();
                tiles.line(ink, box, facts, scene.week(), border, strong ? 1.5 : 1);
            }
            case CARD, CELL -> {
                Level level = Level.of(ink.zoom());
                if (level == Level.TILES || level == Level.STAGES) {
                    tiles.named(ink, box, facts, scene.week(), border);
                } else {
                    cards.paint(ink, box, facts, scene.week(), border, level == Level.MAKERS);
                }
            }
        }
        if (chain && !selected && place.kind() != Place.Kind.BAR) {
            // The chain's border is two px wide; over an ink border it stands outside.
            ink.outline(box.grown(1), radius + 1, 1, ink.palette().accent());
        }
    }

    private static Color border(Ink ink, GraphScene scene, GraphNode node) {
        Palette palette = ink.palette();
        if (scene.selected().contains(node)) {
            return palette.accent();
        }
        if (scene.facts().facts(node).mark().isPresent()) {
            return palette.ink();
        }
        return scene.chain().contains(node) ? palette.accent() : palette.border();
    }

    /** One px of accent and four of a softer one round what is selected. */
    private static void ring(Ink ink, Box box, double radius) {
        Color soft = ink.palette().accent().deriveColor(0, 1, 1, 0.35);
        ink.fill(box.grown(4), radius + 4, soft);
        ink.fill(box.grown(1), radius + 1, ink.palette().accent());
    }

    /** A veil over everything, and above it what the pointer is at, its neighbours and the edges to them. */
    private void hover(Ink ink, GraphScene scene, Hover hover) {
        ink.fill(ink.view(), 0, ink.palette().canvas().deriveColor(0, 1, 1, DIM));
        hover.routes().forEach(route -> edges.bright(ink, scene, route));
        for (Place place : hover.places()) {
            node(ink, scene, place, place.box());
        }
        hover.centre().filter(place -> !scene.selected().contains(place.node())).ifPresent(place -> {
            double radius = place.kind() == Place.Kind.CARD ? CardPainter.RADIUS : 4;
            ink.outline(place.box(), radius, 1.25, ink.palette().borderStrong());
        });
    }

    /** The ring of the keyboard's focus, 2 px outside the card; marks stay above it. */
    private void focus(Ink ink, GraphScene scene, Place place) {
        ink.outline(
                place.box().grown(4), CardPainter.RADIUS + 4, 2, ink.palette().accent());
        decorations(ink, scene, place, place.box());
    }

    /** Grey shapes where columns will be, while there is nothing to show yet. */
    void skeleton(Pen g, double width, double height, Palette palette) {
        g.setFill(palette.canvas());
        g.fillRect(0, 0, width, height);
        Ink ink = ink(g, null, palette, Viewport.NORMAL, width, height);
        Metrics metrics = Metrics.of(width, height);
        double pitch = metrics.cardWidth() + 34;
        int columns = (int) ((width - 2 * Metrics.SIDE + 34) / pitch);
        for (int column = 0; column < columns; column++) {
            double x = Metrics.SIDE + column * pitch;
            ink.fill(new Box(x, Metrics.HEAD_TOP + 6, metrics.cardWidth() * 0.6, 10), 5, palette.rail());
            for (int row = 0; row < metrics.rows(); row++) {
                Box card = new Box(x, metrics.rowTop(row), metrics.cardWidth(), metrics.cardHeight());
                ink.fill(card, CardPainter.RADIUS, palette.rail());
            }
        }
    }

    /** A card grown to hold its makers, above all others. */
    private void makers(Ink ink, GraphScene scene, MakerCard card) {
        ring(ink, card.box(), CardPainter.RADIUS);
        NodeFacts facts = scene.facts().facts(card.node());
        new MakerPainter(cards).paint(ink, card, facts, scene.week());
        facts.mark().ifPresent(mark -> marks.card(ink, card.box(), mark, scene.week()));
    }
}
