package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which figure of a sentence says how strong an instrument is, from when and for how long. */
final class FigureFit {
    private static final int NEAR = 14;
    private static final int FAR = 1_000;
    /** What follows is why, not what. */
    private static final Pattern CAUSE =
            Pattern.compile("\\b(?:because of|due to|amid|owing to|caused by|blamed on|following)\\b");

    private static final int MOST_DATELINE = 40;
    private static final int YEAR = 4;
    /** Weeks; a longer time is none that an office takes. */
    private static final int MOST_PROCESSING = 60;

    private static final Pattern CUT_BY = Pattern.compile(
            "\\b(?:cut|cuts|reduce[ds]?|lower(?:ed|s)?|slash(?:ed|es)?|down|fell|drop(?:ped)?)\\b[^.;]*\\bby\\s*$|减少\\s*$|削减\\s*$|下降\\s*$");
    private static final Pattern PRICES =
            Pattern.compile("\\b(?:price|prices|share|shares|stock|revenue|sales|profit|market)\\b");
    private static final Pattern FOR = Pattern.compile(
            ".*\\b(?:for|at least|lasting|lasts|last|about|around|up to|least|next|of|takes?|taking|took|within|another)\\s*$|.*(?:为期|停产|暂停|至少|约)\\s*$",
            Pattern.DOTALL);

    /** How long a rule holds, not how long a licence is good for or how long stocks last. */
    private static final Pattern HOLDS_FOR = Pattern.compile(
            ".*\\b(?:for|by|lasting|lasts|for the next|for another|for at least|for a period of|for up to)\\s*$|.*为期\\s*$",
            Pattern.DOTALL);

    private static final Pattern OF_SOMETHING_ELSE = Pattern.compile(
            "\\b(?:valid|stocks?|stockpil\\w+|suppl(?:y|ies)|inventor\\w+|lasts?|enough|negotiat\\w+|wait\\w*(?! [^;.]{0,24}\\bfor (?:an?|the|each|every|their|its|our|one) (?:\\w+ )?(?:permit|licen|approv|authori))|talks|years? of|extend\\w* the (?:truce|pause))\\b|有效期");
    /** What an office has for its decision. */
    private static final Pattern DECIDES = Pattern.compile(
            "\\b(?:decid\\w+|decision|process\\w*|review\\w*|approv\\w+|applications?|licen[cs]\\w+|permits?|authori[sz]\\w+)\\b|审查|审批|许可|申请|受理|决定");

    private static final Pattern TAKES = Pattern.compile(
            ".*(?:\\b(?:takes?|taking|took|within|has|have|had|needs?|waits?|waiting|waited|averag\\w+|up to|about|around|at least|least|of|last|lasts)|之日起|在|于|需|需要|约|内)\\s*$",
            Pattern.DOTALL);

    /** "From 7.5 % to 25 %": the first is what it was. */
    private static final Pattern FORMER =
            Pattern.compile(".*\\bfrom(?: the current| a| about)?\\s*$|.*[从由从]\\s*$", Pattern.DOTALL);

    private static final Pattern TO_ANOTHER = Pattern.compile("^\\s*(?:to|提高|上调|升至|增至|降至|下调|至|到).*", Pattern.DOTALL);
    /** "WASHINGTON, Dec 2 (Wire) -": when the text was written. */
    private static final Pattern DATELINE = Pattern.compile("^\\s*\\p{Lu}[\\p{L} ./]{2,40},?\\s*$");

    private static final Pattern NAME_OF_A_RULE =
            Pattern.compile(".*(?:\\b(?:no\\.?|number) ?\\d+ of|\\bact of|公告)\\s*$", Pattern.DOTALL);
    private static final Pattern AT_ONCE = Pattern.compile(
            "\\b(?:effective immediately|with immediate effect|takes? effect immediately|effective today|as of today|effective at once)\\b|即日起|自公布之日起|自发布之日起|立即生效");
    private static final Pattern SOON = Pattern.compile(
            "\\b(?:from|starting|effective|beginning|as early as|by|on|as of)?\\s*next (week|month|quarter|year)\\b|自?(下周|下个?月|明年)起?");
    private static final Pattern UNTIL = Pattern.compile(
            ".*(?:\\b(?:until|till|through|up to|to|expires? on|expire[sd]? (?:on|in)|ends? (?:on|in))|至|到)\\s*$",
            Pattern.DOTALL);

    private static final int AFTER = 40;
    private static final Pattern OF_OUTPUT = Pattern.compile(
            "\\s*(?:of )?(?:its |the |their |local |total )*(?:output|capacity|production|supply|wafer|fabs?)");

    /** "A plant that makes 30 % of the world's helium": what stops, in parts of the world, not of what the plant makes. */
    private static final Pattern OF_THE_WORLD =
            Pattern.compile("\\s*of (?:the )?(?:global|total global|world(?:'s|’s|wide)?|international)\\b");

    /** A figure, its range where the text has one, and the words it was read from. */
    record Fit(double value, double low, double high, String words) {
        Fit(double value, String words) {
            this(value, value, value, words);
        }

        /** A range as "between 20 and 30 percent". */
        static Fit of(Passage found) {
            return found.ids().size() < 3
                    ? new Fit(FigureFit.value(found), found.text())
                    : new Fit(
                            FigureFit.value(found),
                            Double.parseDouble(found.ids().get(1)),
                            Double.parseDouble(found.ids().get(2)),
                            found.text());
        }

        /** What is left where so much is cut. */
        Fit rest() {
            return new Fit(rounded(1 - value), rounded(1 - high), rounded(1 - low), words);
        }
    }

    private FigureFit() {}

    static Optional<Fit> of(RestrictionParameter parameter, MarkedSentence sentence, Passage instrument) {
        // A later sentence says how long, and how long an office takes; its percentages are of something else.
        if (instrument.start() == instrument.end() && parameter != RestrictionKinds.PROCESSING_WEEKS) {
            return Optional.empty();
        }
        if (parameter == RestrictionKinds.RATE) {
            return percents(sentence, instrument).map(Fit::of);
        }
        if (parameter == RestrictionKinds.CAP) {
            return percents(sentence, instrument)
                    .filter(found -> value(found) <= 1)
                    .map(found -> {
                        boolean by =
                                CUT_BY.matcher(sentence.near(found.start())).find();
                        return by ? Fit.of(found).rest() : Fit.of(found);
                    });
        }
        if (parameter == RestrictionKinds.LOST) {
            return percents(sentence, instrument)
                    .filter(found -> value(found) <= 1)
                    .filter(found ->
                            !OF_THE_WORLD.matcher(after(sentence, found)).lookingAt())
                    .filter(found -> OF_OUTPUT.matcher(after(sentence, found)).lookingAt()
                            || CUT_BY.matcher(sentence.near(found.start())).find())
                    .map(Fit::of);
        }
        if (parameter == RestrictionKinds.PROCESSING_WEEKS) {
            return processing(sentence);
        }
        return Optional.empty();
    }

    private static String after(MarkedSentence sentence, Passage found) {
        return sentence.between(found.end(), Math.min(sentence.sentence().end(), found.end() + AFTER));
    }

    /** "Officials have 45 working days to decide": working days count of an office, others where a decision is spoken of. */
    static Optional<Fit> processing(MarkedSentence sentence) {
        boolean decides = DECIDES.matcher(sentence.between(
                        sentence.sentence().start(), sentence.sentence().end()))
                .find();
        return sentence.of(Kind.DURATION).stream()
                .filter(found -> isWorking(found)
                        || decides
                                && value(found) <= MOST_PROCESSING
                                && TAKES.matcher(sentence.near(found.start())).matches()
                                && !OF_SOMETHING_ELSE
                                        .matcher(sentence.between(
                                                sentence.clauseStart(found.start()),
                                                sentence.clauseEnd(found.end() - 1)))
                                        .find())
                .findFirst()
                .map(found -> new Fit(value(found), found.text()));
    }

    private static boolean isWorking(Passage found) {
        String words = FoldedText.fold(found.text());
        return words.contains("working") || words.contains("business") || words.contains("工作日");
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
                .filter(found -> !isFormer(sentence, found) && isNearest(sentence, instrument, found))
                .filter(found -> !PRICES.matcher(sentence.between(
                                Math.min(instrument.end(), found.end()), Math.max(instrument.start(), found.start())))
                        .find())
                .toList();
        // A row of a table: what it was stands before what it is.
        if (sentence.sentence().text().startsWith("|") && !near.isEmpty()) {
            return Optional.of(near.getLast());
        }
        return near.stream().min(Comparator.comparingInt(found -> distance(sentence, instrument, found)));
    }

    /** Of several rules or events the figure is of the one that stands nearest. */
    private static boolean isNearest(MarkedSentence sentence, Passage instrument, Passage found) {
        int own = distance(sentence, instrument, found);
        return sentence.of(Kind.INSTRUMENT).stream()
                .noneMatch(other -> other != instrument
                        && other.start() != instrument.start()
                        && distance(sentence, other, found) < own);
    }

    private static boolean isFormer(MarkedSentence sentence, Passage found) {
        return FORMER.matcher(sentence.near(found.start())).matches()
                && TO_ANOTHER
                        .matcher(sentence.between(
                                found.end(), sentence.sentence().end()))
                        .matches();
    }

    private static int distance(MarkedSentence sentence, Passage instrument, Passage figure) {
        if (figure.end() <= instrument.start()
                && CAUSE.matcher(sentence.between(figure.end(), instrument.start()))
                        .find()) {
            return FAR;
        }
        return figure.end() <= instrument.start()
                ? sentence.words(figure.end(), instrument.start())
                : sentence.words(instrument.end(), figure.start());
    }

    /** How long an event or a rule lasts: "for two weeks". */
    static Optional<Fit> duration(MarkedSentence sentence, Passage instrument) {
        boolean event = Roles.isEvent(instrument);
        return sentence.of(Kind.DURATION).stream()
                .filter(found -> !isWorking(found))
                .filter(found -> (event ? FOR : HOLDS_FOR)
                        .matcher(sentence.near(found.start()))
                        .matches())
                .filter(found -> found.start() >= instrument.start()
                        || !event && sentence.sameClause(found.start(), instrument.start()))
                .filter(found -> !OF_SOMETHING_ELSE
                        .matcher(sentence.between(
                                sentence.clauseStart(found.start()), sentence.clauseEnd(found.end() - 1)))
                        .find())
                .findFirst()
                .map(found -> new Fit(value(found), found.text()));
    }

    /** Whether the words say that something starts on a day: "effective", "from", 自…起. */
    static boolean isStart(MarkedSentence sentence, Passage date) {
        return sentence.cues(Cue.START).stream()
                .anyMatch(cue -> cue.end() <= date.start() && sentence.words(cue.end(), date.start()) <= 1
                        || cue.start() >= date.end() && cue.start() - date.end() <= 1);
    }

    private static boolean isOfTheText(MarkedSentence sentence, Passage date) {
        String before = sentence.text(sentence.sentence().start(), date.start());
        String folded = FoldedText.fold(before);
        String after = sentence.between(date.end(), Math.min(sentence.sentence().end(), date.end() + 20));
        return DATELINE.matcher(before).matches() && after.matches("(?s)\\s*(?:\\(|:|  |$).*|(?s) .{0,12}")
                || sentence.sentence().number() == 0 && before.length() < MOST_DATELINE && dash(sentence, date)
                || NAME_OF_A_RULE.matcher(folded).matches()
                || sentence.between(date.end(), Math.min(sentence.sentence().end(), date.end() + 2))
                        .startsWith("第")
                || folded.length() < MOST_DATELINE && folded.startsWith("新华社");
    }

    private static boolean dash(MarkedSentence sentence, Passage date) {
        return sentence.text(date.end(), Math.min(sentence.sentence().end(), date.end() + MOST_DATELINE))
                .matches("(?s)\\s*(?:\\([^)]{1,20}\\)\\s*)?(?:-|–|—)\\s.*");
    }

    /** How long after the day of the text it starts, as an ISO period: "immediately", "next week". */
    static Optional<String> relativeStart(MarkedSentence sentence) {
        String text = sentence.between(
                sentence.sentence().start(), sentence.sentence().end());
        if (!text.contains("immediate")
                && !text.contains("today")
                && !text.contains("at once")
                && !text.contains("next ")
                && text.chars().noneMatch(Character::isIdeographic)) {
            return Optional.empty();
        }
        if (AT_ONCE.matcher(text).find()) {
            return Optional.of("P0W");
        }
        Matcher soon = SOON.matcher(text);
        if (!soon.find()) {
            return Optional.empty();
        }
        String what = soon.group(1) == null ? soon.group(2) : soon.group(1);
        return Optional.of(
                switch (what) {
                    case "week", "下周" -> "P1W";
                    case "month", "下月", "下个月" -> "P4W";
                    case "quarter" -> "P13W";
                    default -> "P52W";
                });
    }

    /** "From 1 May 2026 until 31 December 2026": weeks between the two days, where the sentence has both. */
    static Optional<Fit> between(MarkedSentence sentence, Passage instrument) {
        Optional<Passage> last = until(sentence, instrument);
        Optional<LocalDate> end = last.flatMap(FigureFit::day);
        Optional<LocalDate> first = start(sentence, instrument).flatMap(FigureFit::day);
        return end.isEmpty() || first.isEmpty() || !first.get().isBefore(end.get())
                ? Optional.empty()
                : Optional.of(new Fit(
                        ChronoUnit.DAYS.between(first.get(), end.get()) / 7.0,
                        "until " + last.map(Passage::text).orElseThrow()));
    }

    private static Optional<LocalDate> day(Passage date) {
        try {
            return Optional.of(LocalDate.parse(date.id()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The day until which it holds: "until 10 November 2026". */
    private static Optional<Passage> until(MarkedSentence sentence, Passage instrument) {
        return sentence.of(Kind.DATE).stream()
                .filter(date -> UNTIL.matcher(sentence.near(date.start())).matches())
                .min(Comparator.comparingInt(date -> distance(sentence, instrument, date)));
    }

    /** The date from which it holds: one behind "from" or "effective" before any other in the same sentence. */
    static Optional<Passage> start(MarkedSentence sentence, Passage instrument) {
        List<Passage> dates = sentence.of(Kind.DATE).stream()
                .filter(date -> !isOfTheText(sentence, date))
                .filter(date -> !UNTIL.matcher(sentence.near(date.start())).matches())
                .toList();
        return dates.stream()
                .filter(date -> date.id().length() > YEAR || isStart(sentence, date))
                .min(Comparator.comparingInt((Passage date) -> isStart(sentence, date) ? 0 : 1)
                        .thenComparingInt(date -> distance(sentence, instrument, date)))
                .filter(date -> !sentence.wordBefore(date.start()).matches("until|till|by|to|before|.*[至到]"));
    }
}
