package io.chokepoint.ui.timeline;

import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Hits;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What happens when in a run: when restrictions are in force, and the weeks worth stopping at.
 *
 * @param bars one a restriction
 * @param events in the order of their weeks, one a week
 */
record TimelineEvents(List<Bar> bars, List<Event> events) {
    static final TimelineEvents NONE = new TimelineEvents(List.of(), List.of());

    /** A binding input must hold this long to be worth a mark; shorter changes are a flicker between makers. */
    private static final int STEADY_WEEKS = 4;

    TimelineEvents {
        bars = List.copyOf(bars);
        events = List.copyOf(events);
    }

    /**
     * When a restriction is in force.
     *
     * @param end first week in which it no longer is; past the last week where it is still in force then
     */
    record Bar(String word, int start, int end, boolean endsWithinRun) {}

    /** What happens in a week; the ordinal is the order in which labels get room. */
    enum Kind {
        START,
        FIRST_OF_HEADLINE,
        END,
        LOWEST,
        FIRST_LOSS,
        BINDING
    }

    /**
     * What happens in a week.
     *
     * @param kind the most important of it
     * @param shortLabel the most important of it in words
     * @param label all of it
     */
    record Event(int week, Kind kind, String shortLabel, String label) {
        Event(int week, Kind kind, String label) {
            this(week, kind, label, label);
        }
    }

    static TimelineEvents of(SimulationResult result, Optional<Good> good) {
        List<Bar> bars = new ArrayList<>();
        List<Event> all = new ArrayList<>();
        for (Restriction restriction : result.scenario().restrictions()) {
            Period period = restriction.period();
            if (period.start() >= result.weeks()) {
                continue;
            }
            String word = RestrictionSentence.word(restriction);
            boolean ends = period.end() < result.weeks();
            bars.add(new Bar(word, period.start(), ends ? period.end() : result.weeks(), ends));
            all.add(new Event(period.start(), Kind.START, Texts.get("timeline.starts", word)));
            if (ends) {
                all.add(new Event(period.end(), Kind.END, Texts.get("timeline.ends", word)));
            }
        }
        firstOfHeadline(result)
                .ifPresent(week -> all.add(new Event(
                        week,
                        Kind.FIRST_OF_HEADLINE,
                        Texts.get("timeline.first", result.dataset().headline().one()))));
        good.ifPresent(chosen -> addGood(result, chosen, all));
        return new TimelineEvents(bars, merged(all));
    }

    private static OptionalInt firstOfHeadline(SimulationResult result) {
        return Hits.of(result).fallShort().stream()
                .filter(result.dataset().headline()::contains)
                .mapToInt(good -> result.outcome(good).firstLossWeek().orElseThrow())
                .min();
    }

    private static void addGood(SimulationResult result, Good good, List<Event> all) {
        Outcome outcome = result.outcome(good);
        if (!outcome.isHit()) {
            return;
        }
        int first = outcome.firstLossWeek().orElseThrow();
        boolean isFirst =
                all.stream().anyMatch(event -> event.kind() == Kind.FIRST_OF_HEADLINE && event.week() == first);
        if (!(isFirst && result.dataset().headline().contains(good))) {
            boolean less = Hits.kind(result, good).orElseThrow() == Hits.Kind.SELLS_LESS;
            all.add(new Event(
                    first,
                    Kind.FIRST_LOSS,
                    Texts.get(less ? "timeline.sellsLess" : "timeline.short", good.shortName())));
        }
        all.add(new Event(outcome.troughWeek(), Kind.LOWEST, Texts.get("timeline.lowest")));
        List<Explanation.Change> changes = Explanation.changes(result, good);
        Optional<Good> last = Optional.empty();
        for (int i = 0; i < changes.size(); i++) {
            Explanation.Change change = changes.get(i);
            int until = i + 1 < changes.size() ? changes.get(i + 1).week() : result.weeks();
            if (change.input().isEmpty()
                    || until - change.week() < STEADY_WEEKS
                    || change.input().equals(last)) {
                continue;
            }
            if (last.isPresent()) {
                all.add(new Event(
                        change.week(),
                        Kind.BINDING,
                        Texts.get("timeline.binds", change.input().get().shortName())));
            }
            last = change.input();
        }
    }

    /** One event a week: the most important one's kind, all labels. */
    private static List<Event> merged(List<Event> all) {
        Map<Integer, List<Event>> byWeek =
                all.stream().collect(Collectors.groupingBy(Event::week, TreeMap::new, Collectors.toList()));
        List<Event> merged = new ArrayList<>();
        byWeek.forEach((week, events) -> {
            events.sort(Comparator.comparing(Event::kind));
            String label = events.stream().map(Event::label).distinct().collect(Collectors.joining(", "));
            merged.add(
                    new Event(week, events.getFirst().kind(), events.getFirst().label(), label));
        });
        return merged;
    }

    OptionalInt next(int week) {
        return events.stream().mapToInt(Event::week).filter(w -> w > week).min();
    }

    OptionalInt previous(int week) {
        return events.stream().mapToInt(Event::week).filter(w -> w < week).max();
    }

    Optional<Event> at(int week) {
        return events.stream().filter(event -> event.week() == week).findFirst();
    }
}
