package io.chokepoint.ui.chain;

import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.model.Market;
import io.chokepoint.ui.chain.ChainContent.StageRow;
import io.chokepoint.ui.support.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands: stages as bands from the mines down to the markets, so that both ends of the chain are always in sight.
 * Where there is room each good's tile is as wide as its name; else all are of one width, as wide as the room allows. Nothing scrolls.
 */
final class ChainLayout {
    static final double GAP = 2;

    private static final double MARGIN = 12;
    private static final double NAMES = 132;
    /** Between two stages. */
    private static final double BETWEEN = 7;
    /** Heights of a line to be tried, the most comfortable first; letters of 12 px just stand in the last. */
    private static final double[] LINES = {19, 17, 15, 14, 13};

    /** From this height of a line on tiles are as wide as their names. */
    private static final double NAMED_LINE = 15;

    private static final double MOST_LINE = 30;
    /** Room for a country and its part, "CN 96". */
    private static final double LEAST_TILE = 47;
    /** Room for a country alone. */
    private static final double SMALLEST_TILE = 24;

    private static final double MOST_TILE = 190;
    /** Left and right of a market's name. */
    private static final double AROUND = 8;

    private static final double LEAST_MARKET = 72;

    /**
     * A good or a market.
     *
     * @param line counted from the top over all stages
     */
    record Place(Selection.Item item, int line, double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }
    }

    /** A stage's band. */
    record Band(String name, double y, double height) {}

    private final List<Place> places = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final ChainContent content;
    private final double width;
    private final double height;
    private final double room;
    private final double lineHeight;

    /**
     * @param markets name of the last band
     * @param width in px; the height likewise
     */
    ChainLayout(ChainContent content, String markets, TextMeasure measure, double width, double height) {
        this.content = content;
        this.width = width;
        this.height = height;
        room = Math.max(SMALLEST_TILE, width - 2 * MARGIN - NAMES);
        int count = content.stages().size() + (content.markets().isEmpty() ? 0 : 1);
        double free = Math.max(1, height - MARGIN - count * BETWEEN);
        List<List<Double>> wholeMarkets = lines(marketWidths(content.markets(), measure, Double.MAX_VALUE), false);
        List<List<Double>> narrowMarkets = lines(marketWidths(content.markets(), measure, LEAST_MARKET), false);
        Fit fit = named(content, measure, wholeMarkets, free)
                .orElseGet(() -> even(content, List.of(wholeMarkets, narrowMarkets), free));
        lineHeight = Math.floor(Math.clamp(free / Math.max(1, fit.count()), 8, MOST_LINE));
        place(content, markets, fit);
    }

    /** Widths of all tiles, line by line for each stage, and of the markets. */
    private record Fit(List<List<List<Double>>> stages, List<List<Double>> markets) {
        int count() {
            return markets.size() + stages.stream().mapToInt(List::size).sum();
        }
    }

    /** Tiles with their whole names, if lines of a comfortable height have room for them. */
    private Optional<Fit> named(ChainContent content, TextMeasure measure, List<List<Double>> markets, double free) {
        List<List<List<Double>>> stages = new ArrayList<>();
        for (StageRow row : content.stages()) {
            List<Double> widths = row.tiles().stream()
                    .map(tile -> Math.min(room, ChainPicture.width(tile, measure)))
                    .toList();
            stages.add(lines(widths, true));
        }
        Fit fit = new Fit(stages, markets);
        return fit.count() * NAMED_LINE <= free ? Optional.of(fit) : Optional.empty();
    }

    /** The widest tiles of one width at the most comfortable height; only where none with a figure fits, those with a country alone. */
    private Fit even(ChainContent content, List<List<List<Double>>> markets, double free) {
        for (double leastTile : new double[] {LEAST_TILE, SMALLEST_TILE}) {
            for (double leastLine : LINES) {
                for (List<List<Double>> tried : markets) {
                    for (int n = perLine(MOST_TILE); n <= perLine(leastTile); n++) {
                        if ((countOfLines(content, n) + tried.size()) * leastLine <= free) {
                            return even(content, n, tried);
                        }
                    }
                }
            }
        }
        return even(content, perLine(SMALLEST_TILE), markets.getLast());
    }

    private Fit even(ChainContent content, int perLine, List<List<Double>> markets) {
        double tile = Math.floor((room + GAP) / perLine) - GAP;
        return new Fit(
                content.stages().stream()
                        .map(row -> lines(Collections.nCopies(row.tiles().size(), tile), false))
                        .toList(),
                markets);
    }

    private int perLine(double width) {
        return Math.max(1, (int) ((room + GAP) / (width + GAP)));
    }

    private static int countOfLines(ChainContent content, int perLine) {
        return content.stages().stream()
                .mapToInt(row -> (row.tiles().size() + perLine - 1) / perLine)
                .sum();
    }

    /** Each market as wide as its name, up to a limit. */
    private List<Double> marketWidths(List<Market> markets, TextMeasure measure, double most) {
        return markets.stream()
                .map(market -> Math.min(
                        Math.min(most, room), Math.ceil(measure.width(market.shortName(), 12, false)) + AROUND))
                .toList();
    }

    /** @param flush whether full lines are widened to end at the right edge */
    private List<List<Double>> lines(List<Double> widths, boolean flush) {
        List<List<Double>> lines = new ArrayList<>();
        double x = 0;
        for (double width : widths) {
            if (lines.isEmpty() || x + width > room) {
                if (flush && !lines.isEmpty()) {
                    widen(lines.getLast(), room - (x - GAP));
                }
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(width);
            x += width + GAP;
        }
        return lines;
    }

    private static void widen(List<Double> line, double by) {
        double each = by / line.size();
        line.replaceAll(width -> width + each);
    }

    private void place(ChainContent content, String marketsName, Fit fit) {
        double y = MARGIN / 2;
        for (int s = 0; s < content.stages().size(); s++) {
            StageRow row = content.stages().get(s);
            List<Selection.Item> items = row.tiles().stream()
                    .<Selection.Item>map(tile -> new Selection.OfGood(tile.good()))
                    .toList();
            y = place(row.stage().name(), items, fit.stages().get(s), y);
        }
        if (!content.markets().isEmpty()) {
            List<Selection.Item> items = content.markets().stream()
                    .<Selection.Item>map(Selection.OfMarket::new)
                    .toList();
            place(marketsName, items, fit.markets(), y);
        }
    }

    /** @return where the next band begins */
    private double place(String band, List<Selection.Item> items, List<List<Double>> lines, double top) {
        bands.add(new Band(band, top, lines.size() * lineHeight));
        int line = places.isEmpty() ? 0 : places.getLast().line() + 1;
        int next = 0;
        double y = top;
        for (List<Double> widths : lines) {
            double x = left();
            for (double width : widths) {
                places.add(new Place(items.get(next++), line, x, y, width, lineHeight - GAP));
                x += width + GAP;
            }
            y += lineHeight;
            line++;
        }
        return y + BETWEEN;
    }

    /** Whether it was made for this content and room. */
    boolean isOf(ChainContent otherContent, double otherWidth, double otherHeight) {
        return content == otherContent && width == otherWidth && height == otherHeight;
    }

    static double left() {
        return MARGIN + NAMES;
    }

    static double margin() {
        return MARGIN;
    }

    /** In the order of reading. */
    List<Place> places() {
        return places;
    }

    List<Band> bands() {
        return bands;
    }

    /** The lower edge of what stands lowest. */
    double bottom() {
        return bands.isEmpty() ? 0 : bands.getLast().y() + bands.getLast().height();
    }

    Optional<Place> find(Selection.Item item) {
        return places.stream().filter(place -> place.item().equals(item)).findFirst();
    }

    /** The place some columns to the right, or some lines down; the last one before the edge where there is none. */
    Place from(Place place, int columns, int rows) {
        int index = Math.clamp(places.indexOf(place) + (long) columns, 0, places.size() - 1);
        if (rows == 0) {
            return places.get(index);
        }
        int wanted = Math.clamp((long) place.line() + rows, 0, places.getLast().line());
        return places.stream()
                .filter(other -> other.line() == wanted)
                .min(Comparator.comparingDouble(other -> Math.abs(other.middle() - place.middle())))
                .orElse(place);
    }
}
