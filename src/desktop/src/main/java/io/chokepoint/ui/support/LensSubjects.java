package io.chokepoint.ui.support;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Supply;
import io.chokepoint.study.LensSubject;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.FindField.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.MenuItem;

/** Whose supplies can be looked at, and how it is offered wherever a maker, a country or a market is shown. */
public final class LensSubjects {
    private LensSubjects() {}

    /** All of a dataset: makers, countries, markets. */
    public static List<Choice<LensSubject>> all(Dataset dataset) {
        Set<Provider> makers = new LinkedHashSet<>();
        Set<String> countries = new TreeSet<>();
        for (Supply supply : dataset.supplies()) {
            makers.add(supply.provider());
            if (!supply.provider().country().isEmpty()) {
                countries.add(supply.provider().country());
            }
        }
        List<Choice<LensSubject>> all = new ArrayList<>();
        // Who types a country's name means all of it, not only its makers that are not named.
        countries.forEach(code -> all.add(choice(new LensSubject.OfCountry(code))));
        makers.forEach(maker -> all.add(choice(new LensSubject.OfMaker(maker))));
        dataset.markets().forEach(market -> all.add(choice(new LensSubject.OfMarket(market))));
        return all;
    }

    private static Choice<LensSubject> choice(LensSubject subject) {
        return new Choice<>(subject, subject.name(), kind(subject));
    }

    /** What it is, e.g. "maker in the United States". */
    public static String kind(LensSubject subject) {
        return switch (subject) {
            case LensSubject.OfMaker of ->
                of.provider().country().isEmpty()
                        ? Texts.get("lens.kind.maker")
                        : Texts.get(
                                of.provider().type() == ProviderType.COUNTRY
                                        ? "lens.kind.unnamedIn"
                                        : "lens.kind.makerIn",
                                Countries.inSentence(of.provider().country()));
            case LensSubject.OfCountry unused -> Texts.get("lens.kind.country");
            case LensSubject.OfMarket unused -> Texts.get("lens.kind.market");
        };
    }

    /** Of what is selected: a maker, a market, or the largest maker of a good. */
    public static Optional<LensSubject> of(Selection selection, Dataset dataset) {
        Optional<LensSubject> maker = selection.maker().map(LensSubjects::of);
        Optional<LensSubject> market = selection.market().map(LensSubjects::of);
        return maker.or(() -> market).or(() -> selection.good().flatMap(good -> largest(good, dataset)));
    }

    public static LensSubject of(Activity maker) {
        return new LensSubject.OfMaker(maker.provider());
    }

    public static LensSubject of(Market market) {
        return new LensSubject.OfMarket(market);
    }

    /** The largest maker of a good, if anybody makes it. */
    public static Optional<LensSubject> largest(Good good, Dataset dataset) {
        return dataset.suppliesOf(good).stream()
                .max(Comparator.comparingDouble(
                        (Supply supply) -> supply.share().central()))
                .map(supply -> of(supply.activity()));
    }

    /** An item of a menu. */
    public static MenuItem item(Optional<LensSubject> subject, StudyState state) {
        MenuItem item = new MenuItem(
                subject.map(of -> Texts.get("lens.open", of.name())).orElse(Texts.get("lens.openNone")));
        item.setId("lens-open");
        item.setMnemonicParsing(false);
        item.setDisable(subject.isEmpty());
        item.setOnAction(event -> subject.ifPresent(state.looking()::showLens));
        return item;
    }
}
