package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Measures in plain words. */
final class HelpsWords {
    private HelpsWords() {}

    /** E.g. "26 more weeks of chamber parts at plasma etch, TSMC". */
    static String measure(Option option, Dataset dataset) {
        String input = good(option.input(), dataset);
        String makers = makers(option.makers(), dataset);
        return switch (option.kind()) {
            case STOCK ->
                Texts.get(
                        option.makers().contains("@") ? "helps.measure.stockOne" : "helps.measure.stockAll",
                        Amounts.weeks(option.weeks()).replaceFirst(" ", " more "),
                        input,
                        makers);
            case SECOND_SOURCE -> Texts.get("helps.measure.secondSource", input, makers, Amounts.weeks(option.weeks()));
            case ALTERNATIVE -> Texts.get("helps.measure.alternative", input, makers);
            case PRIORITY -> Texts.get("helps.measure.priority", makers);
            case EARLY_LICENCE -> Texts.get("helps.measure.earlyLicence", Amounts.weeks(option.weeks()));
        };
    }

    static String measures(List<Option> options, Dataset dataset) {
        return options.stream().map(option -> measure(option, dataset)).collect(Collectors.joining(" + "));
    }

    private static String good(String id, Dataset dataset) {
        return dataset.findGood(id).map(good -> good.shortName()).orElse(id);
    }

    /** A good for all its makers, or one maker of it. */
    private static String makers(String makers, Dataset dataset) {
        int at = makers.indexOf('@');
        return at < 0
                ? good(makers, dataset)
                : Texts.get(
                        "helps.maker",
                        good(makers.substring(0, at), dataset),
                        dataset.findProvider(makers.substring(at + 1))
                                .map(provider -> provider.name())
                                .orElse(makers.substring(at + 1)));
    }

    /** "12 weeks later", "never short", "as soon". */
    static String later(Trial trial, Trial asIs) {
        OptionalInt with = trial.outcome().firstLossWeek();
        OptionalInt without = asIs.outcome().firstLossWeek();
        if (without.isEmpty()) {
            return "";
        }
        if (with.isEmpty()) {
            return Texts.get("helps.never");
        }
        int weeks = with.getAsInt() - without.getAsInt();
        return weeks == 0
                ? Texts.get("helps.asSoon")
                : Texts.get(weeks > 0 ? "helps.later" : "helps.sooner", Amounts.weeks(Math.abs(weeks)));
    }

    /** Points of output at the lowest, with their sign. */
    static String points(Trial trial, Trial asIs) {
        return Amounts.points(trial.outcome().trough() - asIs.outcome().trough());
    }
}
