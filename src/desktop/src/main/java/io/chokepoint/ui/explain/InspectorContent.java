package io.chokepoint.ui.explain;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Hits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the inspector shows: of the run, a good, a market, or several things at once. Plain values; weeks are read off the run. */
sealed interface InspectorContent {

    /** There is no run yet. */
    record Nothing() implements InspectorContent {}

    /**
     * The run itself, where nothing is selected.
     *
     * @param hits the goods that are hit, sorted into those that fall short and those that only sell less
     * @param whyNothing why nothing falls short; empty where something does
     * @param sales who loses sales, by country, largest loss first
     */
    record OfRun(
            SimulationResult result,
            Hits hits,
            List<Market> hitMarkets,
            Optional<String> whyNothing,
            List<CountrySales> sales)
            implements InspectorContent {

        /** All goods that are hit, earliest first. */
        List<Good> hit() {
            return hits.all();
        }
    }

    /**
     * A good, or one maker of it.
     *
     * @param maker the maker, where only one is meant
     * @param stage name of its stage
     * @param madeBy who makes most of it, and how many others
     * @param outcome of the good, or of the one maker
     * @param sales who loses sales of it, by country
     * @param prices empty where the dataset does not say what its goods are worth
     */
    record OfGood(
            SimulationResult result,
            Good good,
            Optional<Activity> maker,
            String stage,
            String madeBy,
            Outcome outcome,
            Explanation explanation,
            List<MakerRow> makers,
            List<Dependency> needs,
            List<Dependency> feeds,
            List<Market> markets,
            List<FigureGroup> figures,
            List<CountrySales> sales,
            Optional<PriceContent> prices)
            implements InspectorContent {

        double output(int week) {
            return maker.map(one -> result.output(one, week)).orElseGet(() -> result.output(good, week));
        }

        double[] series() {
            return maker.map(result::output).orElseGet(() -> result.output(good));
        }
    }

    /** A market. */
    record OfMarket(
            SimulationResult result,
            Market market,
            Outcome outcome,
            Explanation explanation,
            Optional<VendorShares> vendors,
            List<FigureGroup> figures,
            Optional<PriceContent> prices)
            implements InspectorContent {}

    /**
     * Several goods, makers or markets.
     *
     * @param firstLoss the earliest first loss among them
     * @param lostWeeks sum of their lost output, in weeks of each one's baseline
     */
    record OfSeveral(SimulationResult result, List<Line> lines, Optional<Integer> firstLoss, double lostWeeks)
            implements InspectorContent {

        /** One of them. */
        record Line(String name, Outcome outcome, double[] series) {
            public Line {
                series = series.clone();
            }
        }
    }

    /** A maker and its part of the good. */
    record MakerRow(Activity maker, Figure share, boolean restricted) {}

    /** Figures under one heading. */
    record FigureGroup(String title, List<NamedFigure> figures) {
        public FigureGroup {
            figures = List.copyOf(figures);
        }
    }

    /** A figure and what it is of. */
    record NamedFigure(String what, Figure figure) {}

    /**
     * What one country's makers did not sell.
     *
     * @param country ISO 3166-1 alpha-3; empty for the rest of the world
     * @param restricts whether the scenario restricts a maker in that country
     */
    record CountrySales(String country, boolean restricts, List<GoodSales> goods) {
        public CountrySales {
            goods = List.copyOf(goods);
        }
    }

    /** @param weeks weeks of the good's world output that were not made; negative for a gain */
    record GoodSales(Good good, double weeks) {}

    /**
     * What the run says of a price.
     *
     * @param lines one, or two where the good is made on both sides of the restriction: outside first
     * @param seen what was seen of these prices, where the scenario repeats a past episode
     * @param outputTitle what is shown below the prices
     * @param sentences how far the price rises, what is lost and paid, and what that rests on
     */
    record PriceContent(
            List<PriceChart.Series> lines,
            List<PriceChart.SeenPrice> seen,
            String outputTitle,
            List<String> sentences) {
        public PriceContent {
            seen = List.copyOf(seen);
            lines = List.copyOf(lines);
            sentences = List.copyOf(sentences);
        }

        /** The same with other words below. */
        PriceContent saying(List<String> words) {
            return new PriceContent(lines, seen, outputTitle, words);
        }

        /**
         * With the range of many runs.
         *
         * @param ranges of the lines, in their order; not used where there is not one for each
         * @param median whether the middle of the runs is shown in place of the run at central figures
         */
        PriceContent with(List<PriceChart.Range> ranges, boolean median) {
            if (ranges.size() != lines.size()) {
                return this;
            }
            List<PriceChart.Series> ranged = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                PriceChart.Series line = lines.get(i);
                PriceChart.Range range = ranges.get(i);
                ranged.add(new PriceChart.Series(
                        line.name(), median ? range.middle() : line.price(), line.output(), Optional.of(range)));
            }
            return new PriceContent(ranged, seen, outputTitle, sentences);
        }
    }
}
