package io.chokepoint.ui.explain;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Supply;
import io.chokepoint.result.SalesLost;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Hits;
import io.chokepoint.study.Seen;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.CountrySales;
import io.chokepoint.ui.explain.InspectorContent.FigureGroup;
import io.chokepoint.ui.explain.InspectorContent.GoodSales;
import io.chokepoint.ui.explain.InspectorContent.MakerRow;
import io.chokepoint.ui.explain.InspectorContent.NamedFigure;
import io.chokepoint.ui.explain.InspectorContent.OfSeveral.Line;
import io.chokepoint.ui.support.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reads off a run what the inspector shows of a selection. */
final class ContentBuilder {
    private final SimulationResult result;
    private final Dataset dataset;
    private final UnaryOperator<Figure> own;
    private final List<Seen> seen;

    /**
     * @param own the user's own figures in the place of the dataset's
     * @param seen in the past episodes that the run's scenario repeats
     */
    ContentBuilder(SimulationResult result, UnaryOperator<Figure> own, List<Seen> seen) {
        this.seen = seen;
        this.result = result;
        this.own = own;
        this.dataset = result.dataset();
    }

    InspectorContent of(Selection selection) {
        if (selection.isEmpty()) {
            return run();
        }
        return selection.single().map(this::single).orElseGet(() -> several(selection));
    }

    private InspectorContent single(Selection.Item item) {
        return switch (item) {
            case Selection.OfGood good -> good(good.good(), Optional.empty());
            case Selection.OfMaker maker -> good(maker.activity().good(), Optional.of(maker.activity()));
            case Selection.OfMarket market -> market(market.market());
        };
    }

    private InspectorContent run() {
        return new InspectorContent.OfRun(
                result, Hits.of(result), result.hitMarkets(), Explanation.whyNothing(result), sales(good -> true));
    }

    private InspectorContent good(Good good, Optional<Activity> maker) {
        Explanation why =
                maker.map(one -> Explanation.of(result, one, own)).orElseGet(() -> Explanation.of(result, good, own));
        List<Market> markets = dataset.markets().stream()
                .filter(market -> market.offers().stream()
                        .anyMatch(offer -> offer.product().equals(good)
                                && maker.map(one -> offer.provider() == null
                                                || offer.provider().equals(one.provider()))
                                        .orElse(true)))
                .toList();
        return new InspectorContent.OfGood(
                result,
                good,
                maker,
                good.stage().name(),
                maker.map(one -> one.provider().name() + ", "
                                + Countries.name(one.provider().country()))
                        .orElseGet(() -> madeBy(good)),
                maker.map(result::outcome).orElseGet(() -> result.outcome(good)),
                why,
                makers(good),
                dataset.inputsOf(good),
                dataset.usesOf(good),
                markets,
                figures(good, why),
                sales(good::equals),
                new PriceContents(result, seen).of(good, maker));
    }

    private InspectorContent market(Market market) {
        Explanation why = Explanation.of(result, market, own);
        List<FigureGroup> groups = new ArrayList<>(chainFigures(why));
        List<NamedFigure> named = new ArrayList<>();
        named.add(new NamedFigure(Texts.get("figure.priceSensitivity"), market.priceSensitivity()));
        for (Offer offer : market.offers()) {
            String who = offer.provider() == null
                    ? offer.product().shortName()
                    : offer.product().shortName() + ", " + offer.provider().name();
            named.add(new NamedFigure(Texts.get("figure.offer", who), offer.useShare()));
        }
        groups.add(new FigureGroup(Texts.get("figures.own", market.name()), named));
        return new InspectorContent.OfMarket(
                result,
                market,
                result.outcome(market),
                why,
                result.vendorShares().stream()
                        .filter(shares -> shares.market().equals(market))
                        .findFirst(),
                groups,
                new PriceContents(result, seen).of(market));
    }

    private InspectorContent several(Selection selection) {
        List<Line> lines = new ArrayList<>();
        for (Selection.Item item : selection.items()) {
            lines.add(
                    switch (item) {
                        case Selection.OfGood good ->
                            new Line(good.good().shortName(), result.outcome(good.good()), result.output(good.good()));
                        case Selection.OfMaker maker ->
                            new Line(
                                    maker.activity().good().shortName() + ", "
                                            + maker.activity().provider().name(),
                                    result.outcome(maker.activity()),
                                    result.output(maker.activity()));
                        case Selection.OfMarket market ->
                            new Line(
                                    market.market().name(),
                                    result.outcome(market.market()),
                                    result.served(market.market()));
                    });
        }
        OptionalInt first = lines.stream()
                .flatMapToInt(line -> line.outcome().firstLossWeek().stream())
                .min();
        double lost = lines.stream()
                .mapToDouble(line -> line.outcome().lostOutputWeeks())
                .sum();
        return new InspectorContent.OfSeveral(
                result, lines, first.isPresent() ? Optional.of(first.getAsInt()) : Optional.empty(), lost);
    }

    private String madeBy(Good good) {
        List<MakerRow> makers = makers(good);
        if (makers.isEmpty()) {
            return Texts.get("inspector.noMaker");
        }
        Activity largest = makers.getFirst().maker();
        String country = Countries.name(largest.provider().country());
        String name = largest.provider().name();
        String most = name.equals(country) ? name : name + ", " + country;
        return makers.size() == 1 ? most : Texts.count("inspector.andMakers", makers.size() - 1, most);
    }

    /** Largest share first. */
    private List<MakerRow> makers(Good good) {
        Set<Activity> restricted = result.restrictedMakers();
        return dataset.suppliesOf(good).stream()
                .sorted(Comparator.comparingDouble((Supply supply) -> -result.baseline(supply.activity())))
                .map(supply -> new MakerRow(supply.activity(), supply.share(), restricted.contains(supply.activity())))
                .toList();
    }

    private List<FigureGroup> figures(Good good, Explanation why) {
        List<FigureGroup> groups = new ArrayList<>(chainFigures(why));
        List<NamedFigure> named = new ArrayList<>();
        for (Supply supply : dataset.suppliesOf(good)) {
            String maker = supply.provider().name();
            named.add(new NamedFigure(Texts.get("figure.share", maker), supply.share()));
            if (supply.spare().high() > 0) {
                named.add(new NamedFigure(Texts.get("figure.spare", maker), supply.spare()));
            }
        }
        groups.add(new FigureGroup(Texts.get("figures.makers"), named));
        for (Dependency dependency : dataset.inputsOf(good)) {
            groups.add(inputFigures(dependency));
        }
        return groups;
    }

    private static FigureGroup inputFigures(Dependency dependency) {
        List<NamedFigure> named = new ArrayList<>();
        named.add(new NamedFigure(Texts.get("figure.criticality"), dependency.criticality()));
        named.add(new NamedFigure(Texts.get("figure.useShare"), dependency.useShare()));
        named.add(new NamedFigure(Texts.get("figure.stock"), dependency.stockWeeks()));
        named.add(new NamedFigure(Texts.get("figure.qualification"), dependency.qualificationWeeks()));
        dependency.alternatives().forEach(alternative -> {
            String name = alternative.good().shortName();
            named.add(new NamedFigure(Texts.get("figure.alternativeCap", name), alternative.cap()));
            named.add(new NamedFigure(Texts.get("figure.alternativeWait", name), alternative.qualificationWeeks()));
        });
        return new FigureGroup(Texts.get("figures.input", dependency.input().shortName()), named);
    }

    /** The dataset's figures of the chain, also where the run used the user's own. */
    private List<FigureGroup> chainFigures(Explanation why) {
        Map<String, Figure> stated = new HashMap<>();
        dataset.figures().forEach(figure -> stated.put(figure.id(), figure));
        Map<String, NamedFigure> chain = new LinkedHashMap<>();
        for (Explanation.Step step : why.steps()) {
            for (Explanation.FigureUse use : step.figures()) {
                Figure figure = stated.getOrDefault(use.figure().id(), use.figure());
                String what = use.what().substring(0, 1).toUpperCase(Locale.ENGLISH)
                        + use.what().substring(1);
                chain.putIfAbsent(figure.id(), new NamedFigure(what, figure));
            }
        }
        return chain.isEmpty()
                ? List.of()
                : List.of(new FigureGroup(Texts.get("figures.chain"), List.copyOf(chain.values())));
    }

    private List<CountrySales> sales(Predicate<Good> which) {
        Set<String> restricting = new LinkedHashSet<>();
        result.restrictedMakers()
                .forEach(maker -> restricting.add(maker.provider().country()));
        Map<String, List<GoodSales>> byCountry = new LinkedHashMap<>();
        for (SalesLost entry : result.salesLost()) {
            if (which.test(entry.good()) && Math.abs(entry.weeks()) >= 0.005) {
                byCountry
                        .computeIfAbsent(entry.country(), unused -> new ArrayList<>())
                        .add(new GoodSales(entry.good(), entry.weeks()));
            }
        }
        List<CountrySales> all = new ArrayList<>();
        byCountry.forEach((country, goods) -> all.add(new CountrySales(country, restricting.contains(country), goods)));
        return all;
    }
}
