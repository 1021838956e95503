package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSides;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Market;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run says of prices and money, in sentences and rows with no more than two significant digits, and with ranges where there are runs
 * with drawn figures. Of a dataset without values there is none.
 *
 * @param sentences the answer, then what it rests on
 * @param goods those whose price rises by more than a tenth anywhere, the highest price first
 * @param goodsLeft how many more there are
 * @param countries those that lose or gain, the largest loss of value added first, restricting ones among them in any case
 * @param countriesLeft how many more there are
 */
public record PriceAnswer(
        List<String> sentences, List<GoodRow> goods, int goodsLeft, List<CountryRow> countries, int countriesLeft) {

    /** So many rows a table at most. */
    private static final int MOST_ROWS = 8;

    private static final int MOST_RESTRICTED = 2;

    /** A scarcity price is passed on and counted up to a hundred times the usual one. */
    private static final double MOST_TOLD = 99.5;

    /** A good's highest prices, as multiples of its usual price: of all makers, outside and inside; empty where it has no two sides. */
    public record GoodRow(Good good, String price, String outside, String inside, String week, int weeksAbove) {
        /** Headings of the cells. */
        public static List<String> headings() {
            return texts("good", "highest", "outside", "inside", "week", "above");
        }

        public List<String> cells() {
            return List.of(good.name(), price, outside, inside, week, String.valueOf(weeksAbove));
        }
    }

    /** A country's money; the gain is empty unless who can pay is served. */
    public record CountryRow(String name, String salesLost, String valueAddedLost, String gain) {
        /** Headings of the cells. */
        public static List<String> headings() {
            return texts("country", "sales", "valueAdded", "gain");
        }

        public List<String> cells() {
            return List.of(name, salesLost, valueAddedLost, gain);
        }
    }

    /** What the answer is about, for a heading. */
    public static String title() {
        return Texts.get("prices.title");
    }

    /** How the rows are to be read. */
    public static String note() {
        return Texts.get("prices.note");
    }

    /** What the rows of goods leave out; empty if nothing. */
    public String moreGoods() {
        return goodsLeft > 0 ? Texts.get("prices.left", goodsLeft) : "";
    }

    /** What the rows of countries leave out; empty if nothing. */
    public String moreCountries() {
        return countriesLeft > 0 ? Texts.get("prices.countriesLeft", countriesLeft) : "";
    }

    /** A multiple of the usual price: "12", "1.4", "100 or more"; empty for 0, where nothing is made. */
    static String number(double times) {
        return times == 0 ? "" : times > MOST_TOLD ? Texts.get("prices.most") : Amounts.number(times);
    }

    private static List<String> texts(String... keys) {
        return Arrays.stream(keys).map(key -> Texts.get("prices.column." + key)).toList();
    }

    public PriceAnswer {
        sentences = List.copyOf(sentences);
        goods = List.copyOf(goods);
        countries = List.copyOf(countries);
    }

    /** The answer of one run; empty where the dataset does not say what its goods are worth. */
    public static Optional<PriceAnswer> of(SimulationResult result) {
        return of(result, Optional.empty());
    }

    /** @param drawn prices of the same scenario's runs with drawn figures, if there are any */
    public static Optional<PriceAnswer> of(SimulationResult result, Optional<PriceSpreads> drawn) {
        return result.prices().map(prices -> new Making(result, prices, drawn).answer());
    }

    /** What is said of one good: its price, what its makers lose and earn, what its value rests on; empty without values. */
    public static List<String> of(SimulationResult result, Good good) {
        return of(result, good, Optional.empty());
    }

    /** @param drawn prices of the same scenario's runs with drawn figures, if there are any: of these comes how far the price rises */
    public static List<String> of(SimulationResult result, Good good, Optional<PriceSpreads> drawn) {
        return result.prices()
                .map(prices -> new Making(result, prices, drawn).about(good))
                .orElse(List.of());
    }

    /** What is said of one market: what its basket costs, what of its demand is not met and what it pays more; empty without values. */
    public static List<String> of(SimulationResult result, Market market) {
        return result.prices()
                .map(prices -> new Making(result, prices, Optional.empty()).about(market))
                .orElse(List.of());
    }

    /** For how many goods what they are worth is published, derived or an assumption, as a sentence. */
    static String basis(Dataset dataset) {
        int published = 0;
        int derived = 0;
        int assumed = 0;
        for (GoodValue value : dataset.values()) {
            switch (value.value().evidence().basis()) {
                case PUBLISHED -> published++;
                case DERIVED -> derived++;
                case ASSUMPTION -> assumed++;
            }
        }
        return Texts.get("prices.basis", published, derived, assumed);
    }

    /** One answer on its way. */
    private static final class Making {
        private final SimulationResult result;
        private final RunPrices prices;
        private final Optional<PriceSpreads> drawn;
        private final Set<Activity> restricted;
        private final PriceSides sides;

        private Making(SimulationResult result, RunPrices prices, Optional<PriceSpreads> drawn) {
            this.result = result;
            this.prices = prices;
            this.drawn = drawn;
            this.restricted = result.restrictedMakers();
            this.sides = drawn.map(PriceSpreads::sides).orElseGet(() -> PriceSides.of(result.dataset(), restricted));
        }

        private PriceAnswer answer() {
            List<GoodRow> rows = new ArrayList<>();
            List<Good> raised = result.dataset().goods().stream()
                    .filter(good -> highest(good) > RunPrices.RAISED)
                    .sorted(Comparator.comparingDouble((Good good) -> -highest(good)))
                    .toList();
            raised.stream().limit(MOST_ROWS).forEach(good -> rows.add(row(good)));
            List<CountryRow> countries = new ArrayList<>();
            int countriesLeft = countries(countries);
            List<String> sentences = new ArrayList<>();
            spokenOf(raised).forEach(good -> sentences.add(sentence(good)));
            if (raised.isEmpty()) {
                sentences.add(Texts.get("prices.none"));
            }
            sentences.addAll(money());
            if (!prices.servedByPrice()) {
                sentences.add(Texts.get("prices.onlyTold"));
            }
            sentences.add(basis(result.dataset()));
            return new PriceAnswer(sentences, rows, raised.size() - rows.size(), countries, countriesLeft);
        }

        private List<Good> spokenOf(List<Good> raised) {
            Set<Good> goods = restricted.stream().map(Activity::good).collect(Collectors.toSet());
            Set<Good> spoken = new LinkedHashSet<>();
            raised.stream().filter(goods::contains).limit(MOST_RESTRICTED).forEach(spoken::add);
            Headline.headlineGood(result).filter(raised::contains).ifPresent(spoken::add);
            if (spoken.isEmpty()) {
                raised.stream().findFirst().ifPresent(spoken::add);
            }
            return List.copyOf(spoken);
        }

        /** The highest price on the dearer side. */
        private double highest(Good good) {
            double world = RunPrices.highest(prices.price(good));
            return sides.inside(good).isEmpty()
                    ? world
                    : Math.max(world, Math.max(highest(good, true), highest(good, false)));
        }

        private double[] price(Good good, boolean inside) {
            return prices.price(good, maker -> sides.isInside(maker) == inside);
        }

        private double highest(Good good, boolean inside) {
            double most = RunPrices.highest(price(good, inside));
            return Double.isNaN(most) ? 0 : most;
        }

        private GoodRow row(Good good) {
            double[] world = prices.price(good);
            boolean split = sides.inside(good).isPresent();
            return new GoodRow(
                    good,
                    times(RunPrices.highest(world), good, Measure.HIGHEST_PRICE),
                    split ? times(highest(good, false), good, Measure.HIGHEST_OUTSIDE) : "",
                    split ? times(highest(good, true), good, Measure.HIGHEST_INSIDE) : "",
                    String.valueOf(RunPrices.highestWeek(world)),
                    RunPrices.raisedWeeks(world));
        }

        private String times(double central, Good good, Measure measure) {
            return drawn.map(many -> many.spread(good, measure))
                    .filter(spread -> !Double.isNaN(spread.p50()))
                    .map(spread -> range(spread))
                    .orElse(number(central));
        }

        private static String range(Spread spread) {
            String low = number(spread.p10());
            String high = number(spread.p90());
            return low.equals(high) ? low : low + " to " + high;
        }

        private String sentence(Good good) {
            String name = Wording.inSentence(good, result.dataset());
            Optional<String> inside = sides.inside(good);
            if (inside.isEmpty()) {
                return Wording.capitalised(
                        name + " " + moves(name, prices.price(good), good, Measure.HIGHEST_PRICE, true) + ".");
            }
            String country = Countries.inSentence(inside.get());
            return Wording.capitalised(Texts.get(
                    "prices.sides",
                    name,
                    country,
                    moves(name, price(good, false), good, Measure.HIGHEST_OUTSIDE, true),
                    Wording.isPlural(name) ? Texts.get("prices.they") : Texts.get("prices.it"),
                    moves(name, price(good, true), good, Measure.HIGHEST_INSIDE, false)));
        }

        /** "rises to about 12 times its usual price by week 30", "does not move". */
        private String moves(String name, double[] price, Good good, Measure measure, boolean inFull) {
            double most = RunPrices.highest(price);
            boolean plural = Wording.isPlural(name);
            Optional<Spread> spread =
                    drawn.map(many -> many.spread(good, measure)).filter(known -> !Double.isNaN(known.p50()));
            double told = spread.map(Spread::p90).orElse(most);
            if (Double.isNaN(told)) {
                return Texts.get(plural ? "prices.noneMade.many" : "prices.noneMade.one");
            }
            if (told <= RunPrices.RAISED) {
                return Texts.get(plural ? "prices.still.many" : "prices.still.one");
            }
            String rise = Texts.get(plural ? "prices.rise.many" : "prices.rise.one");
            String words = spread.map(known -> Texts.get("prices.riseRange", rise, range(known), number(known.p50())))
                    .orElseGet(() -> most > MOST_TOLD
                            ? Texts.get("prices.riseMost", rise, RunPrices.highestWeek(price))
                            : Texts.get("prices.riseTo", rise, number(most), RunPrices.highestWeek(price)));
            return inFull ? words : words.replace(" " + Texts.get("prices.usual"), "");
        }

        private List<String> money() {
            RunMoney all = prices.money();
            List<String> sentences = new ArrayList<>();
            sentences.add(Texts.get(
                    "prices.lost",
                    sum(all.salesLost(), Money.SALES_LOST),
                    sum(all.valueAddedLost(), Money.VALUE_ADDED_LOST)));
            for (String country : restrictingCountries()) {
                RunMoney own = prices.moneyByCountry().get(country);
                if (own != null) {
                    sentences.add(Wording.capitalised(restricting(country, own)));
                }
            }
            double unmet = 0;
            double paid = all.otherUsesCost();
            for (Market market : result.dataset().markets()) {
                unmet += prices.unmet(market);
                paid += prices.servedByPrice() ? prices.extraCost(market) : 0;
            }
            if (prices.servedByPrice()) {
                sentences.add(Texts.get(
                        "prices.paid", sum(all.scarcityGain(), Money.SCARCITY_GAIN), sum(paid, Money.EXTRA_COST)));
            }
            if (!result.dataset().markets().isEmpty()) {
                sentences.add(Texts.get("prices.unmet", sum(unmet, Money.UNMET_DEMAND)));
            }
            return sentences;
        }

        private String restricting(String country, RunMoney own) {
            String name = Countries.inSentence(country);
            if (drawn.isEmpty() && own.salesLost() < 0) {
                String more = Dollars.of(-own.salesLost());
                return prices.servedByPrice()
                        ? Texts.get("prices.restrictingSells", name, more, gain(own, country))
                        : Texts.get("prices.restrictingOnlySells", name, more);
            }
            String lost = sum(own.salesLost(), country, Money.SALES_LOST);
            return prices.servedByPrice()
                    ? Texts.get("prices.restricting", name, lost, gain(own, country))
                    : Texts.get("prices.restrictingLoses", name, lost);
        }

        private String gain(RunMoney own, String country) {
            return sum(own.scarcityGain(), country, Money.SCARCITY_GAIN);
        }

        /** Countries whose makers are restricted, in dataset order; none where there are more than two. */
        private List<String> restrictingCountries() {
            List<String> countries = restricted.stream()
                    .map(maker -> maker.provider().country())
                    .filter(country -> !country.isEmpty())
                    .distinct()
                    .toList();
            return countries.size() <= 2 ? countries : List.of();
        }

        private String sum(double central, Money money) {
            return drawn.map(many -> rangeOfMoney(many.spread(money))).orElseGet(() -> Dollars.of(central));
        }

        private String sum(double central, String country, Money money) {
            return drawn.map(many -> rangeOfMoney(many.spread(country, money))).orElseGet(() -> Dollars.of(central));
        }

        private static String rangeOfMoney(Spread spread) {
            return Dollars.range(spread.p10(), spread.p90());
        }

        private int countries(List<CountryRow> rows) {
            List<String> restricting = restrictingCountries();
            List<String> all = prices.moneyByCountry().entrySet().stream()
                    .filter(entry -> matters(entry.getValue()))
                    .sorted(Comparator.comparingDouble(
                            entry -> -entry.getValue().valueAddedLost()))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> shown = new ArrayList<>(all.subList(0, Math.min(MOST_ROWS, all.size())));
            restricting.stream()
                    .filter(all::contains)
                    .filter(c -> !shown.contains(c))
                    .forEach(shown::add);
            for (String country : shown) {
                RunMoney own = prices.moneyByCountry().getOrDefault(country, RunMoney.NONE);
                rows.add(new CountryRow(
                        Countries.name(country)
                                + (restricting.contains(country) ? " " + Texts.get("prices.restricts") : ""),
                        sum(own.salesLost(), country, Money.SALES_LOST),
                        sum(own.valueAddedLost(), country, Money.VALUE_ADDED_LOST),
                        prices.servedByPrice() ? gain(own, country) : ""));
            }
            return all.size() - rows.size();
        }

        private static boolean matters(RunMoney money) {
            return !Dollars.of(money.salesLost()).equals("0")
                    || !(Double.isNaN(money.scarcityGain())
                            || Dollars.of(money.scarcityGain()).equals("0"));
        }

        private List<String> about(Good good) {
            RunMoney own = prices.money(good);
            List<String> sentences = new ArrayList<>();
            sentences.add(sentence(good));
            sentences.add(
                    prices.servedByPrice()
                            ? Texts.get("prices.ofGood", Dollars.of(own.salesLost()), Dollars.of(own.scarcityGain()))
                            : Texts.get("prices.ofGoodLost", Dollars.of(own.salesLost())));
            result.dataset()
                    .findValue(good)
                    .ifPresent(value -> sentences.add(Texts.get(
                            "prices.worth",
                            worth(value),
                            OwnFigure.basis(value.value().evidence()),
                            Wording.valueWithRange(value.otherTolerance()).replace(" multiple of the price", ""),
                            OwnFigure.basis(value.otherTolerance().evidence()))));
            return sentences;
        }

        private static String worth(GoodValue value) {
            String central = Dollars.of(value.value().central());
            return value.value().isUncertain()
                    ? central + " ("
                            + Dollars.range(value.value().low(), value.value().high())
                            + ")"
                    : central;
        }

        private List<String> about(Market market) {
            double[] basket = prices.price(market);
            double most = RunPrices.highest(basket);
            List<String> sentences = new ArrayList<>();
            sentences.add(
                    most > RunPrices.RAISED
                            ? Texts.get("prices.basket", number(most), RunPrices.highestWeek(basket))
                            : Texts.get("prices.basketStill"));
            String unmet = Dollars.of(prices.unmet(market));
            sentences.add(
                    prices.servedByPrice()
                            ? Texts.get("prices.ofMarket", unmet, Dollars.of(prices.extraCost(market)))
                            : Texts.get("prices.ofMarketUnmet", unmet));
            return sentences;
        }
    }
}
