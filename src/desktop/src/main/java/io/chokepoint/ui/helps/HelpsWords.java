package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.MeasureWorth.Loser;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.helps.HelpsContent.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
        if (option.isOfOneMaker() && option.kind() == Kind.STOCK) {
            return Texts.get(
                    "helps.measure.stockOne", Amounts.weeks(option.weeks()).replaceFirst(" ", " more "), input, makers);
        }
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
        if (at == 0) {
            return dataset.findProvider(makers.substring(1))
                    .map(provider -> provider.name())
                    .orElse(makers);
        }
        return at < 0
                ? dataset.findGood(makers)
                        .map(good -> good.shortName())
                        .orElse(Wording.capitalised(dataset.words().tagName(makers)))
                : Texts.get(
                        "helps.maker",
                        good(makers.substring(0, at), dataset),
                        dataset.findProvider(makers.substring(at + 1))
                                .map(provider -> provider.name())
                                .orElse(makers.substring(at + 1)));
    }

    /** An id for files. */
    static String fileName(HelpsTarget target) {
        return switch (target) {
            case HelpsTarget.OfGood of -> of.good().id();
            case HelpsTarget.OfTag of -> of.tag();
            case HelpsTarget.OfMaker of -> of.maker().id();
        };
    }

    /** "US$ 3.2 m"; a dash where the dataset does not know it. */
    static String cost(Row row) {
        return row.millions().isPresent() ? Dollars.brief(row.millions().getAsDouble()) : "–";
    }

    /** "US$ 38" for each, "0.4" weeks for each; a dash where the cost is not known. */
    static String gainPerCost(Row row, boolean inMoney) {
        if (row.gainPerCost().isEmpty()) {
            return "–";
        }
        double value = row.gains() ? row.gainPerCost().getAsDouble() : 0;
        return inMoney ? Texts.get("helps.perDollar", times(value)) : times(value);
    }

    /** Two digits: no value is known better. */
    private static String times(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** "Samsung, US$ 34 m", "Samsung, 2.1 weeks" without values; empty where nobody makes less. */
    static String firstLoser(Row row) {
        return row.losers().stream().findFirst().map(HelpsWords::loser).orElse("");
    }

    static String loser(Loser loser) {
        return Texts.get(
                "helps.loser",
                loser.maker().name(),
                loser.millions().isPresent()
                        ? Dollars.brief(loser.millions().getAsDouble())
                        : Amounts.weeks(loser.lostWeeks()));
    }

    /** Who gains most from which measure, and for its cost, in a line. */
    static String answer(HelpsContent content, Dataset dataset) {
        if (content.most().isEmpty()) {
            return content.alone().isEmpty() ? "" : Texts.get("helps.best.none");
        }
        Row most = content.most().get();
        String first = Texts.get("helps.best.most", said(most, dataset));
        return content.best()
                .filter(best -> !best.equals(most))
                .map(best -> first + " " + Texts.get("helps.best.forCost", said(best, dataset)))
                .orElse(content.best().isPresent() ? first + " " + Texts.get("helps.best.both") : first);
    }

    private static String said(Row row, Dataset dataset) {
        String measure = measures(row.trial().options(), dataset);
        String gain = Amounts.weeks(row.trial().gainedWeeks());
        return row.millions().isPresent()
                ? Texts.get(
                        "helps.best.measure",
                        measure,
                        gain,
                        Dollars.brief(row.millions().getAsDouble()))
                : Texts.get("helps.best.measureOnly", measure, gain);
    }

    /** "12 weeks later", "never short", "same week". */
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
}
