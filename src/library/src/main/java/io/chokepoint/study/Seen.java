package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Source;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that was seen in the past episode which a scenario repeats, with what it speaks of.
 *
 * @param market empty of a good
 * @param good empty of a market
 * @param maker the one that is meant, if only one is
 */
public record Seen(Observation observation, Optional<Market> market, Optional<Good> good, Optional<Activity> maker) {

    /**
     * What was seen where a scenario repeats past episodes: it starts on the day that the episode starts, and every restriction of the
     * episode is among its own, with the same figures. So a scenario that holds what really happened shows what really followed, until
     * somebody changes what happened.
     */
    public static List<Seen> of(List<Episode> episodes, Scenario scenario, Dataset dataset) {
        return episodes.stream()
                .filter(episode -> repeats(scenario, episode.scenario()))
                .flatMap(episode -> episode.observations().stream())
                .map(seen -> ObservedSubject.of(seen, dataset))
                .map(subject -> new Seen(subject.seen(), subject.market(), subject.good(), subject.maker()))
                .toList();
    }

    private static boolean repeats(Scenario scenario, Scenario past) {
        return past.startDate().isPresent()
                && past.startDate().equals(scenario.startDate())
                && !past.restrictions().isEmpty()
                && past.restrictions().stream()
                        .allMatch(act -> scenario.restrictions().stream().anyMatch(act::restrictsAs));
    }

    public What what() {
        return observation.what();
    }

    /** Whether it is a week, rather than a part of something over some weeks. */
    public boolean isWeek() {
        return observation.quantity() == Quantity.FIRST_LOSS;
    }

    /** Whether all makers of the good are meant, or the whole of a market. */
    public boolean isWhole() {
        return maker.isEmpty() && observation.reading().region().isWorld();
    }

    /** Whether it speaks of makers on one side of a restriction and of none on the other. */
    public boolean isOf(Predicate<Activity> side, Dataset dataset) {
        ObservedSubject subject = new ObservedSubject(observation, market, good, maker);
        return good.stream()
                .flatMap(made -> dataset.suppliesOf(made).stream())
                .map(supply -> supply.activity())
                .filter(subject::has)
                .allMatch(side);
    }

    /** "Cars, lean lines in Japan, stop": what an observation speaks of. */
    public static String subject(Observation seen, Dataset dataset) {
        String name = dataset.findGood(seen.subject())
                .map(Good::shortName)
                .or(() -> dataset.findMarket(seen.subject()).map(Market::name))
                .orElse(seen.subject());
        String maker = seen.provider()
                .flatMap(dataset::findProvider)
                .map(provider -> ", " + provider.name())
                .orElse("");
        return name
                + maker
                + where(seen.reading().region())
                + (seen.what() == What.OUTPUT ? "" : ", " + Texts.get("episodes.what." + seen.what()));
    }

    private static String where(Region region) {
        String countries =
                region.countries().stream().map(Countries::inSentence).collect(Collectors.joining(", "));
        return region.isWorld() ? "" : " " + Texts.get(region.others() ? "price.outside" : "price.inside", countries);
    }

    /** "97–100 %", "2.6–3.9 ×" or "week 5 to 9": the range of what was seen. */
    public static String range(Observation observation) {
        double low = observation.seen().low();
        double high = observation.seen().high();
        if (observation.what() == What.PRICE) {
            String most = Texts.get("episodes.multiple", Amounts.number(high));
            return Amounts.number(low).equals(Amounts.number(high)) ? most : Amounts.number(low) + "–" + most;
        }
        return observation.quantity() == Quantity.FIRST_LOSS
                ? Texts.get("episodes.weeks", Amounts.number(low), Amounts.number(high))
                : Amounts.percentNumber(low) + "–" + Amounts.percent(high);
    }

    /** All of it in words: of what, how much, when, what the source says, and which it is. */
    public String text(Dataset dataset) {
        String source =
                dataset.findSource(observation.source()).map(Seen::source).orElse(observation.source());
        String when = isWeek() ? "" : ", " + weeks();
        return Texts.get(
                "seen.text", subject(observation, dataset), range(observation) + when, observation.text(), source);
    }

    private String weeks() {
        return observation.fromWeek() == observation.toWeek()
                ? Texts.get("episodes.week", Integer.toString(observation.fromWeek()))
                : Texts.get(
                        "seen.weeks", Integer.toString(observation.fromWeek()), Integer.toString(observation.toWeek()));
    }

    private static String source(Source source) {
        return Stream.of(source.publisher(), source.title(), source.year())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
