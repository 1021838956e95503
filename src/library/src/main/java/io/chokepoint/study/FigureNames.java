package io.chokepoint.study;

import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.util.HashMap;
import java.util.Map;

/** What each figure of a dataset and a scenario is, in plain words: for lists of figures out of their place. Immutable. */
public final class FigureNames {
    private final Map<String, String> names = new HashMap<>();

    private FigureNames(Dataset dataset, Scenario scenario) {
        dataset.supplies().forEach(this::add);
        dataset.dependencies().forEach(this::add);
        dataset.sourcing().forEach(this::add);
        dataset.markets().forEach(this::add);
        dataset.values().forEach(this::add);
        for (Restriction restriction : scenario.restrictions()) {
            Period period = restriction.period();
            period.startFigure().ifPresent(start -> put(start, when("figureName.start", restriction, dataset)));
            period.endFigure().ifPresent(end -> put(end, when("figureName.end", restriction, dataset)));
            for (Restriction.Parameter parameter : restriction.parameters()) {
                put(
                        parameter.value(),
                        RestrictionSentence.pill(restriction, dataset).who() + ", "
                                + RestrictionSentence.pill(restriction, dataset).what() + ": "
                                + parameter.of().phrase());
            }
        }
        for (Measure measure : scenario.measures()) {
            switch (measure) {
                case Measure.StockBuild build -> put(build.weeks(), Texts.get("figureName.build"));
                case Measure.Expansion expansion -> put(expansion.added(), added(expansion, dataset));
            }
        }
    }

    private static String when(String key, Restriction restriction, Dataset dataset) {
        RestrictionSentence.Pill pill = RestrictionSentence.pill(restriction, dataset);
        return Texts.get(key, pill.who(), pill.what());
    }

    private void add(GoodValue value) {
        put(value.value(), Texts.get("figureName.value", value.good().name()));
        put(
                value.otherTolerance(),
                Texts.get("figureName.otherTolerance", value.good().name()));
    }

    private static String added(Measure.Expansion expansion, Dataset dataset) {
        SelectorWords words = SelectorWords.of(expansion.select(), dataset);
        return words.who() + ", " + words.what() + ": capacity added";
    }

    public static FigureNames of(Dataset dataset, Scenario scenario) {
        return new FigureNames(dataset, scenario);
    }

    /** The figure's name; its id where it is of another dataset or scenario. */
    public String of(Figure figure) {
        return names.getOrDefault(figure.id(), figure.id());
    }

    private void put(Figure figure, String name) {
        names.putIfAbsent(figure.id(), Wording.capitalised(name));
    }

    private void add(Supply supply) {
        String maker = supply.provider().name();
        String good = supply.good().name();
        put(supply.share(), Texts.get("figureName.share", maker, good));
        put(supply.spare(), Texts.get("figureName.spare", maker, good));
    }

    private void add(Dependency dependency) {
        String way = Texts.get(
                "figureName.way",
                dependency.input().name(),
                dependency.consumer().name());
        put(dependency.criticality(), Texts.get("figureName.criticality", way));
        put(dependency.useShare(), Texts.get("figureName.useShare", way));
        put(dependency.stockWeeks(), Texts.get("figureName.stock", way));
        put(dependency.qualificationWeeks(), Texts.get("figureName.qualification", way));
        put(dependency.costShare(), Texts.get("figureName.costShare", way));
        for (Alternative alternative : dependency.alternatives()) {
            String instead = Texts.get("figureName.instead", alternative.good().name(), way);
            put(alternative.cap(), Texts.get("figureName.cap", instead));
            put(alternative.qualificationWeeks(), Texts.get("figureName.alternativeWait", instead));
        }
    }

    private void add(SourcingException exception) {
        String way = Texts.get(
                "figureName.wayOf",
                exception.input().name(),
                exception.consumer().provider().name(),
                exception.consumer().good().name());
        if (exception.stockWeeks() != null) {
            put(exception.stockWeeks(), Texts.get("figureName.stock", way));
        }
        if (exception.qualificationWeeks() != null) {
            put(exception.qualificationWeeks(), Texts.get("figureName.qualification", way));
        }
    }

    private void add(Market market) {
        put(market.priceSensitivity(), Texts.get("figureName.priceSensitivity", market.name()));
        if (market.tolerance() != null) {
            put(market.tolerance(), Texts.get("figureName.tolerance", market.name()));
        }
        for (Offer offer : market.offers()) {
            String product = offer.product().name();
            put(
                    offer.useShare(),
                    offer.provider() == null
                            ? Texts.get("figureName.offer", product, market.name())
                            : Texts.get("figureName.offerOf", offer.provider().name(), product, market.name()));
        }
    }
}
