package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where two runs on one dataset part: two scenarios, or one under two rationing rules. A good or market parts from the first week in which
 * its output or served demand differs by a percentage point or more.
 *
 * @param sentences what differs, in words
 * @param rows goods, then markets, that part, the largest difference of lost output first; prices are empty without values
 * @param rowsLeft how many more part
 * @param countries money by country, in the same way; empty without values
 */
public record Parting(List<String> sentences, List<List<String>> rows, int rowsLeft, List<List<String>> countries) {
    private static final double NOTICED = 0.01;
    private static final int MOST_GOODS = 15;
    private static final int MOST_MARKETS = 5;
    private static final int MOST_COUNTRIES = 8;

    public Parting {
        sentences = List.copyOf(sentences);
        rows = List.copyOf(rows);
        countries = List.copyOf(countries);
    }

    /**
     * @param nameA what the first run is called
     * @param nameB what the second is
     * @throws IllegalArgumentException if they are on different datasets
     */
    public static Parting of(SimulationResult a, String nameA, SimulationResult b, String nameB) {
        if (!a.dataset().id().equals(b.dataset().id())) {
            throw new IllegalArgumentException("the runs are on different datasets");
        }
        return new Making(a, nameA, b, nameB).parting();
    }

    /** A heading: "Where price and priority part". */
    public static String title(String nameA, String nameB) {
        return Texts.get("parting.title", nameA, nameB);
    }

    /** Headings of {@link #rows()}; text to the second, then figures. */
    public static List<String> headings(String nameA, String nameB) {
        return List.of(
                Texts.get("parting.column.what"),
                Texts.get("parting.column.from"),
                Texts.get("parting.column.lowest", nameA),
                Texts.get("parting.column.lowest", nameB),
                Texts.get("parting.column.lost", nameA),
                Texts.get("parting.column.lost", nameB),
                Texts.get("parting.column.price", nameA),
                Texts.get("parting.column.price", nameB));
    }

    /** Headings of {@link #countries()}. */
    public static List<String> countryHeadings(String nameA, String nameB) {
        return List.of(
                Texts.get("prices.column.country"),
                Texts.get("parting.column.sales", nameA),
                Texts.get("parting.column.sales", nameB),
                Texts.get("parting.column.valueAdded", nameA),
                Texts.get("parting.column.valueAdded", nameB));
    }

    /** What the rows leave out; empty if nothing. */
    public String more() {
        return rowsLeft > 0 ? Texts.get("parting.left", rowsLeft) : "";
    }

    /** A subject that parts. */
    private record Row(String name, int from, Outcome a, Outcome b, String priceA, String priceB) {
        double difference() {
            return Math.abs(a.lostOutputWeeks() - b.lostOutputWeeks());
        }

        List<String> cells() {
            return List.of(
                    name,
                    String.valueOf(from),
                    Amounts.percent(a.trough()),
                    Amounts.percent(b.trough()),
                    Amounts.weeks(a.lostOutputWeeks()),
                    Amounts.weeks(b.lostOutputWeeks()),
                    priceA,
                    priceB);
        }
    }

    /** One comparison on its way. */
    private record Making(SimulationResult a, String nameA, SimulationResult b, String nameB) {

        private Parting parting() {
            List<Row> goods = new ArrayList<>();
            for (Good good : a.dataset().goods()) {
                parts(a.output(good), b.output(good))
                        .ifPresent(week -> goods.add(new Row(
                                good.name(), week, a.outcome(good), b.outcome(good), price(a, good), price(b, good))));
            }
            List<Row> markets = new ArrayList<>();
            for (Market market : a.dataset().markets()) {
                parts(a.served(market), b.served(market))
                        .ifPresent(week -> markets.add(new Row(
                                market.name(),
                                week,
                                a.outcome(market),
                                b.outcome(market),
                                price(a, market),
                                price(b, market))));
            }
            Comparator<Row> largest = Comparator.comparingDouble(row -> -row.difference());
            List<List<String>> rows = Stream.concat(
                            goods.stream().sorted(largest).limit(MOST_GOODS),
                            markets.stream().sorted(largest).limit(MOST_MARKETS))
                    .map(Row::cells)
                    .toList();
            int left = goods.size() + markets.size() - rows.size();
            return new Parting(sentences(goods, markets), rows, left, countries());
        }

        /** The first week in which two series differ. */
        private static OptionalInt parts(double[] first, double[] second) {
            for (int week = 0; week < Math.min(first.length, second.length); week++) {
                if (Math.abs(first[week] - second[week]) >= NOTICED) {
                    return OptionalInt.of(week);
                }
            }
            return OptionalInt.empty();
        }

        private static String price(SimulationResult run, Good good) {
            return run.prices().map(prices -> times(prices.price(good))).orElse("");
        }

        private static String price(SimulationResult run, Market market) {
            return run.prices().map(prices -> times(prices.price(market))).orElse("");
        }

        private static String times(double[] price) {
            double most = RunPrices.highest(price);
            return Double.isNaN(most) ? "" : PriceAnswer.number(most);
        }

        private List<String> sentences(List<Row> goods, List<Row> markets) {
            List<String> sentences = new ArrayList<>();
            if (goods.isEmpty() && markets.isEmpty()) {
                sentences.add(Texts.get("parting.nothing"));
            } else {
                Row first = Stream.concat(goods.stream(), markets.stream())
                        .min(Comparator.comparingInt(Row::from))
                        .orElseThrow();
                sentences.add(Texts.get("parting.first", first.from(), first.name(), goods.size(), markets.size()));
            }
            sentences.add(Texts.get(
                    "parting.hit",
                    nameA,
                    a.hitGoods().size(),
                    nameB,
                    b.hitGoods().size()));
            if (a.prices().isPresent() && b.prices().isPresent()) {
                RunMoney first = a.prices().get().money();
                RunMoney second = b.prices().get().money();
                sentences.add(Texts.get(
                        "parting.money",
                        nameA,
                        Dollars.of(first.valueAddedLost()),
                        nameB,
                        Dollars.of(second.valueAddedLost())));
            }
            return sentences;
        }

        private List<List<String>> countries() {
            if (a.prices().isEmpty() || b.prices().isEmpty()) {
                return List.of();
            }
            Map<String, RunMoney> first = a.prices().get().moneyByCountry();
            Map<String, RunMoney> second = b.prices().get().moneyByCountry();
            Map<String, Double> apart = new TreeMap<>();
            first.forEach((country, own) -> apart.put(
                    country,
                    Math.abs(own.valueAddedLost()
                            - second.getOrDefault(country, RunMoney.NONE).valueAddedLost())));
            return apart.entrySet().stream()
                    .filter(entry -> !Dollars.of(entry.getValue()).equals("0"))
                    .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                    .limit(MOST_COUNTRIES)
                    .map(entry -> {
                        RunMoney own = first.getOrDefault(entry.getKey(), RunMoney.NONE);
                        RunMoney other = second.getOrDefault(entry.getKey(), RunMoney.NONE);
                        return List.of(
                                Countries.name(entry.getKey()),
                                Dollars.of(own.salesLost()),
                                Dollars.of(other.salesLost()),
                                Dollars.of(own.valueAddedLost()),
                                Dollars.of(other.valueAddedLost()));
                    })
                    .toList();
        }
    }
}
