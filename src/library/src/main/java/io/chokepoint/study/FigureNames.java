package io.chokepoint.study;

import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
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
        for (Restriction restriction : scenario.restrictions()) {
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
                case Measure.StockBuild build ->
                    put(build.weeks(), "Weeks of extra stock built before the rule starts");
                case Measure.Expansion expansion -> put(expansion.added(), added(expansion, dataset));
            }
        }
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
        String who = supply.provider().name() + ", " + supply.good().name();
        put(supply.share(), who + ": share of the world");
        put(supply.spare(), who + ": spare capacity");
    }

    private void add(Dependency dependency) {
        String way = dependency.input().name() + " for " + dependency.consumer().name();
        put(dependency.criticality(), way + ": how critical");
        put(dependency.useShare(), way + ": part of the world's output used");
        put(dependency.stockWeeks(), way + ": stock held");
        put(dependency.qualificationWeeks(), way + ": time to qualify a new supplier");
        put(dependency.costShare(), way + ": share of cost");
        for (Alternative alternative : dependency.alternatives()) {
            String instead = alternative.good().name() + " instead of " + way;
            put(alternative.cap(), instead + ": most it can cover");
            put(alternative.qualificationWeeks(), instead + ": time to qualify");
        }
    }

    private void add(SourcingException exception) {
        String way = exception.input().name() + " at "
                + exception.consumer().provider().name() + ", "
                + exception.consumer().good().name();
        if (exception.stockWeeks() != null) {
            put(exception.stockWeeks(), way + ": stock held");
        }
        if (exception.qualificationWeeks() != null) {
            put(exception.qualificationWeeks(), way + ": time to qualify a new supplier");
        }
    }

    private void add(Market market) {
        put(market.priceSensitivity(), market.name() + ": how strongly buyers react to cost");
        for (Offer offer : market.offers()) {
            String who = offer.provider() == null ? "" : offer.provider().name() + ", ";
            put(offer.useShare(), who + offer.product().name() + ": part that goes to " + market.name());
        }
    }
}
