package io.chokepoint.ui.chain;

import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.model.Market;
import io.chokepoint.ui.chain.ChainContent.StageRow;
import io.chokepoint.ui.support.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands: stages as bands from the mines down to the markets, goods as tiles of one width, as wide as the room
 * allows, so that both ends of the chain are always in sight. Nothing scrolls.
 */
final class ChainLayout {
    static final double GAP = 2;

    private static final double MARGIN = 12;
    private static final double NAMES = 132;
    /** Between two stages. */
    private static final double BETWEEN = 7;
    /** Heights of a line to be tried, the most comfortable first; letters of 12 px just stand in the last. */
    private static final double[] LINES = {19, 17, 15, 14, 13};

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
    private final double room;
    private final double tile;
    private final double lineHeight;

    /**
     * @param markets name of the last band
     * @param width in px; the height likewise
     */
    ChainLayout(ChainContent content, String markets, TextMeasure measure, double width, double height) {
        room = Math.max(SMALLEST_TILE, width - 2 * MARGIN - NAMES);
        int count = content.stages().size() + (content.markets().isEmpty() ? 0 : 1);
        double free = Math.max(1, height - MARGIN - count * BETWEEN);
        List<List<Double>> natural = marketLines(content.markets(), measure, Double.MAX_VALUE);
        List<List<Double>> narrow = marketLines(content.markets(), measure, LEAST_MARKET);
        Fit fit = fit(content, List.of(natural, narrow), free);
        int perLine = fit.perLine();
        List<List<Double>> shownMarkets = fit.markets();
        tile = Math.floor((room + GAP) / perLine) - GAP;
        int lines = lines(content, perLine) + shownMarkets.size();
        lineHeight = Math.floor(Math.clamp(free / Math.max(1, lines), 8, MOST_LINE));
        place(content, markets, perLine, shownMarkets);
    }

    /** What fits: so many tiles a line, and the markets like this. */
    private record Fit(int perLine, List<List<Double>> markets) {}

    /** The widest tiles at the most comfortable height; only where none with a figure fits, those with a country alone. */
    private Fit fit(ChainContent content, List<List<List<Double>>> markets, double free) {
        for (double leastTile : new double[] {LEAST_TILE, SMALLEST_TILE}) {
            for (double leastLine : LINES) {
                for (List<List<Double>> tried : markets) {
                    for (int n = perLine(MOST_TILE); n <= perLine(leastTile); n++) {
                        if ((lines(content, n) + tried.size()) * leastLine <= free) {
                            return new Fit(n, tried);
                        }
                    }
                }
            }
        }
        return new Fit(perLine(SMALLEST_TILE), markets.getLast());
    }

    private int perLine(double width) {
        return Math.max(1, (int) ((room + GAP) / (width + GAP)));
    }

    private static int lines(ChainContent content, int perLine) {
        return content.stages().stream()
                .mapToInt(row -> (row.tiles().size() + perLine - 1) / perLine)
                .sum();
    }

    /** Widths of the markets, line by line: each as wide as its name, up to a limit. */
    private List<List<Double>> marketLines(List<Market> markets, TextMeasure measure, double most) {
        List<List<Double>> lines = new ArrayList<>();
        double x = room + 1;
        for (Market market : markets) {
            double width =
                    Math.min(Math.min(most, room), Math.ceil(measure.width(market.shortName(), 12, false)) + AROUND);
            if (x + width > room) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(width);
            x += width + GAP;
        }
        return lines;
    }

    private void place(ChainContent content, String marketsName, int perLine, List<List<Double>> marketLines) {
        double y = MARGIN / 2;
        int line = 0;
        for (StageRow row : content.stages()) {
            int used = (row.tiles().size() + perLine - 1) / perLine;
            for (int i = 0; i < row.tiles().size(); i++) {
                places.add(new Place(
                        new Selection.OfGood(row.tiles().get(i).good()),
                        line + i / perLine,
                        left() + i % perLine * (tile + GAP),
                        y + i / perLine * lineHeight,
                        tile,
                        lineHeight - GAP));
            }
            bands.add(new Band(row.stage().name(), y, used * lineHeight));
            line += used;
            y += used * lineHeight + BETWEEN;
        }
        if (marketLines.isEmpty()) {
            return;
        }
        bands.add(new Band(marketsName, y, marketLines.size() * lineHeight));
        int next = 0;
        for (List<Double> widths : marketLines) {
            double x = left();
            for (double width : widths) {
                places.add(new Place(
                        new Selection.OfMarket(content.markets().get(next++)), line, x, y, width, lineHeight - GAP));
                x += width + GAP;
            }
            y += lineHeight;
            line++;
        }
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
