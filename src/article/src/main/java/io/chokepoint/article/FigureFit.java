package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which figure of a sentence says how strong an instrument is, from when and for how long. */
final class FigureFit {
    private static final int NEAR = 8;
    private static final Pattern CUT_BY = Pattern.compile(
            "\\b(?:cut|cuts|reduce[ds]?|lower(?:ed|s)?|slash(?:ed|es)?|down|fell|drop(?:ped)?)\\b[^.;]*\\bby\\s*$|减少\\s*$|削减\\s*$|下降\\s*$");
    private static final Pattern PRICES =
            Pattern.compile("\\b(?:price|prices|share|shares|stock|revenue|sales|profit|market)\\b");
    private static final Pattern FOR = Pattern.compile(
            ".*\\b(?:for|at least|lasting|lasts|last|about|around|up to|least|next|of)\\s*$|.*(?:为期|停产|暂停|至少|约)\\s*$",
            Pattern.DOTALL);

    /** A figure and the words it was read from. */
    record Fit(double value, String words) {}

    private FigureFit() {}

    static Optional<Fit> of(RestrictionParameter parameter, MarkedSentence sentence, Passage instrument) {
        if (parameter == RestrictionKinds.RATE) {
            return percents(sentence, instrument).map(found -> new Fit(value(found), found.text()));
        }
        if (parameter == RestrictionKinds.CAP) {
            return percents(sentence, instrument)
                    .filter(found -> value(found) <= 1)
                    .map(found -> {
                        boolean by = CUT_BY.matcher(
                                        sentence.between(sentence.sentence().start(), found.start()))
                                .find();
                        return new Fit(by ? rounded(1 - value(found)) : value(found), found.text());
                    });
        }
        if (parameter == RestrictionKinds.LOST) {
            return percents(sentence, instrument)
                    .filter(found -> value(found) <= 1)
                    .filter(
                            found -> sentence.between(
                                            found.end(),
                                            Math.min(sentence.sentence().end(), found.end() + 40))
                                    .matches(
                                            "\\s*(?:of )?(?:its |the |their |local |global |total |world )*(?:the )?(?:output|capacity|production|supply|wafer|fabs?).*"))
                    .map(found -> new Fit(value(found), found.text()));
        }
        if (parameter == RestrictionKinds.PROCESSING_WEEKS) {
            return sentence.of(Kind.DURATION).stream()
                    .filter(found -> sentence.sameClause(found.start(), instrument.start()))
                    .filter(found ->
                            found.text().contains("working") || found.text().contains("工作日"))
                    .findFirst()
                    .map(found -> new Fit(value(found), found.text()));
        }
        return Optional.empty();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static double value(Passage figure) {
        return Double.parseDouble(figure.id());
    }

    private static Optional<Passage> percents(MarkedSentence sentence, Passage instrument) {
        List<Passage> near = sentence.of(Kind.PERCENT).stream()
                .filter(found -> sentence.sameClause(found.start(), instrument.start()))
                .filter(found -> distance(sentence, instrument, found) <= NEAR)
                .filter(found -> !PRICES.matcher(sentence.between(
                                Math.min(instrument.end(), found.end()), Math.max(instrument.start(), found.start())))
                        .find())
                .toList();
        return near.stream().min(Comparator.comparingInt(found -> distance(sentence, instrument, found)));
    }

    private static int distance(MarkedSentence sentence, Passage instrument, Passage figure) {
        return figure.end() <= instrument.start()
                ? sentence.words(figure.end(), instrument.start())
                : sentence.words(instrument.end(), figure.start());
    }

    /** "for two weeks", only of what happens and of stops that end. */
    static Optional<Fit> duration(MarkedSentence sentence, Passage instrument) {
        if (!Roles.isEvent(instrument) && !instrument.id().equals("export-ban")) {
            return Optional.empty();
        }
        return sentence.of(Kind.DURATION).stream()
                .filter(found ->
                        !found.text().contains("working") && !found.text().contains("工作日"))
                .filter(found -> FOR.matcher(
                                sentence.between(sentence.sentence().start(), found.start()))
                        .matches())
                .filter(found -> found.start() >= instrument.start())
                .findFirst()
                .map(found -> new Fit(value(found), found.text()));
    }

    /** The date from which it holds: one behind "from" or "effective" before any other in the same sentence. */
    static Optional<Passage> start(MarkedSentence sentence, Passage instrument) {
        List<Passage> dates = sentence.of(Kind.DATE);
        return dates.stream()
                .min(Comparator.comparingInt((Passage date) -> sentence.cues(Cue.START).stream()
                                        .anyMatch(cue -> cue.end() <= date.start()
                                                        && sentence.words(cue.end(), date.start()) <= 1
                                                || cue.start() >= date.end() && cue.start() - date.end() <= 1)
                                ? 0
                                : 1)
                        .thenComparingInt(date -> distance(sentence, instrument, date)))
                .filter(date -> !sentence.wordBefore(date.start()).matches("until|till|by|to|before|.*[至到]"));
    }
}
