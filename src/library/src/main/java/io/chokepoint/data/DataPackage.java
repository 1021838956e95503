package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A dataset folder, read whole.
 *
 * @param folder where it was read from
 * @param defaultScenario id of the scenario that the window opens with, if the package names one
 * @param defaultRationing used where a scenario or an ad-hoc restriction states none
 * @param scenarios by file name
 * @param episodes historical episodes, by file name
 * @param fingerprint by which the tables can be known again, see {@link Fingerprint}; empty where they come from no folder
 */
public record DataPackage(
        Path folder,
        Dataset dataset,
        Optional<String> defaultScenario,
        RationingRule defaultRationing,
        List<Scenario> scenarios,
        List<Episode> episodes,
        String fingerprint) {

    public DataPackage {
        scenarios = List.copyOf(scenarios);
        episodes = List.copyOf(episodes);
    }

    /** Data that a program put together. */
    public DataPackage(
            Path folder,
            Dataset dataset,
            Optional<String> defaultScenario,
            RationingRule defaultRationing,
            List<Scenario> scenarios,
            List<Episode> episodes) {
        this(folder, dataset, defaultScenario, defaultRationing, scenarios, episodes, "");
    }

    public Optional<Scenario> findScenario(String id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    /** The same with another dataset in place of its own; known by the same fingerprint. */
    public DataPackage withDataset(Dataset other) {
        return new DataPackage(folder, other, defaultScenario, defaultRationing, scenarios, episodes, fingerprint);
    }

    /** The scenario of the package with an id, be it an episode's. */
    public Optional<Scenario> findAny(String id) {
        return findScenario(id)
                .or(() -> episodes.stream()
                        .map(Episode::scenario)
                        .filter(scenario -> scenario.id().equals(id))
                        .findFirst());
    }

    /** Whether a scenario is something that really happened: an episode restricts the same in the same way from the same day on. */
    public boolean isEpisode(Scenario scenario) {
        return episodes.stream()
                .map(Episode::scenario)
                .anyMatch(past -> past.startDate().equals(scenario.startDate())
                        && isSame(past.restrictions(), scenario.restrictions()));
    }

    private static boolean isSame(List<Restriction> some, List<Restriction> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(r -> some.get(r).restrictsAs(others.get(r)));
    }

    /** The same with another rule where a scenario states none. */
    public DataPackage withRationing(RationingRule rule) {
        return new DataPackage(folder, dataset, defaultScenario, rule, scenarios, episodes, fingerprint);
    }
}
