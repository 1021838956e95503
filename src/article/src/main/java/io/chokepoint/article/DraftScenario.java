package io.chokepoint.article;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Basis;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes an ordinary scenario of drafts: it says which sentence each restriction is from and what of it is assumed. */
public final class DraftScenario {
    /** Weeks that a run goes on after the last rule starts. */
    private static final int AFTER = 104;
    /** Rules that lie further apart are not put on one line of time. */
    private static final int MOST_APART = 104;

    private static final int MOST_QUOTED = 300;
    private static final int MOST_ID = 50;

    private DraftScenario() {}

    /**
     * A scenario of the drafts that are taken.
     *
     * @param drafts those that the reader takes, of one or several articles; may be none, and then nothing is restricted
     * @param articles from which they are
     */
    public static Scenario of(List<Draft> drafts, List<Article> articles) {
        Map<Draft, LocalDate> days = new LinkedHashMap<>();
        int year = likeliestYear(drafts);
        drafts.forEach(
                draft -> draft.start().flatMap(start -> day(start, year)).ifPresent(day -> days.put(draft, day)));
        Optional<LocalDate> last = days.values().stream().max(LocalDate::compareTo);
        Optional<LocalDate> first = days.values().stream()
                .filter(day -> ChronoUnit.WEEKS.between(day, last.orElseThrow()) <= MOST_APART)
                .min(LocalDate::compareTo)
                .map(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        List<Restriction> restrictions = new ArrayList<>();
        int latest = 0;
        for (Draft draft : drafts) {
            Optional<Integer> later = draft.start().flatMap(DraftScenario::weeksLater);
            int start = later.isPresent()
                    ? later.get()
                    : first.isPresent() && days.containsKey(draft)
                            ? (int) Math.max(0, Math.ceilDiv(ChronoUnit.DAYS.between(first.get(), days.get(draft)), 7L))
                            : 0;
            latest = Math.max(latest, start);
            restrictions.add(placed(draft, start, days.containsKey(draft) || later.isPresent()));
        }
        String names = articles.stream().map(Article::shortName).distinct().collect(Collectors.joining(", "));
        String title = articles.size() == 1 ? articles.getFirst().title() : names;
        List<String> sources = drafts.stream()
                .flatMap(draft -> draft.measures().stream())
                .flatMap(measure -> measure.sources().stream())
                .distinct()
                .toList();
        return new Scenario(
                id(names),
                title,
                "What follows if the rules of which the article speaks hold?",
                "A draft from " + names + ", not a finding: "
                        + (drafts.isEmpty()
                                ? "the text states no rule that could be run."
                                : "each restriction names the sentence that it was read from, and what the text does not say is assumed."),
                first,
                Math.min(Scenario.MOST_HORIZON_WEEKS, Math.max(Scenario.DEFAULT_HORIZON_WEEKS, latest + AFTER)),
                Optional.empty(),
                restrictions,
                List.of(),
                List.of(),
                sources);
    }

    private static Restriction placed(Draft draft, int start, boolean dated) {
        Restriction.Terms terms = draft.restriction().terms();
        Period period = terms.period();
        Period moved = period.isOpen()
                ? new Period(start, Period.OPEN, period.rampWeeks())
                : new Period(
                        start,
                        period.end() + start,
                        period.rampWeeks(),
                        Optional.empty(),
                        period.endFigure()
                                .map(end -> end.with(
                                        end.low() + start, end.central() + start, end.high() + start, end.evidence())));
        List<String> note = new ArrayList<>();
        note.add("From the article: “"
                + quoted(draft.statements().getFirst().sentence().text()) + "”");
        for (Draft.Stated figure : draft.figures()) {
            note.add(
                    figure.isAssumed()
                            ? "Assumed: " + figure.name() + " " + figure.value() + " (" + withoutPoint(figure.why())
                                    + ")."
                            : "As stated: " + figure.name() + " " + figure.value() + " (“" + figure.why() + "”).");
        }
        if (!dated) {
            note.add("Assumed: it starts in week 0; "
                    + (draft.start().isEmpty() ? "the text states no day." : "the day could not be placed."));
        }
        draft.start()
                .flatMap(DraftScenario::weeksLater)
                .ifPresent(weeks -> note.add("As stated: it starts "
                        + (weeks == 0 ? "at once" : Amounts.counted(weeks, "week", "weeks") + " later")
                        + ", counted from week 0."));
        note.addAll(draft.remarks());
        draft.measures()
                .forEach(measure ->
                        note.add("See " + measure.id() + ": " + measure.title() + " (" + measure.status() + ")."));
        String source = draft.measures().stream()
                .flatMap(measure -> measure.sources().stream())
                .distinct()
                .collect(Collectors.joining(";"));
        return draft.restriction()
                .withTerms(new Restriction.Terms(
                        terms.select(), terms.endUse(), moved, String.join(" ", note), source, Basis.ASSUMPTION));
    }

    private static String withoutPoint(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String quoted(String sentence) {
        String line = sentence.replaceAll("\\s+", " ");
        return line.length() <= MOST_QUOTED
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0, Math.min(MOST_QUOTED, line.codePointCount(0, line.length()))))
                        + " …";
    }

    /** The year that the drafts name most, for days without one; 0 if they name none. */
    private static int likeliestYear(List<Draft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.start().stream())
                .filter(start -> !start.startsWith("-") && !start.startsWith("P"))
                .map(start -> Integer.parseInt(start.substring(0, 4)))
                .collect(Collectors.groupingBy(year -> year, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** "Immediately", "next week": weeks after the text, which is week 0. */
    private static Optional<Integer> weeksLater(String start) {
        return start.startsWith("P") ? Optional.of(java.time.Period.parse(start).getDays() / 7) : Optional.empty();
    }

    private static Optional<LocalDate> day(String start, int year) {
        if (start.startsWith("P")) {
            return Optional.empty();
        }
        String[] parts = start.startsWith("-") ? start.substring(1).split("-") : start.split("-");
        try {
            if (start.startsWith("-")) {
                return year == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(
                                year, Integer.parseInt(parts[1]), parts.length > 2 ? Integer.parseInt(parts[2]) : 1));
            }
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts[0]),
                    parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                    parts.length > 2 ? Integer.parseInt(parts[2]) : 1));
        } catch (java.time.DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String id(String names) {
        String slug = names.toLowerCase(Locale.ROOT)
                .replaceAll("\\.[a-z]+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String id = "draft-" + (slug.isEmpty() ? "article" : slug);
        return id.length() <= MOST_ID ? id : id.substring(0, MOST_ID).replaceAll("-+$", "");
    }
}
