package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** Whether a scenario is something that really happened: an episode restricts the same by the same figures from the same day on. */
    public boolean isEpisode(Scenario scenario) {
        return episodes.stream()
                .map(Episode::scenario)
                .anyMatch(past -> past.startDate().equals(scenario.startDate())
                        && says(past).equals(says(scenario)));
    }

    /** What its restrictions do, without the names of their figures, which differ from scenario to scenario. */
    private static List<List<Object>> says(Scenario scenario) {
        return scenario.restrictions().stream()
                .map(restriction -> List.<Object>of(
                        restriction.kind(),
                        restriction.terms().select(),
                        restriction.terms().endUse(),
                        restriction.period(),
                        restriction.parameters().stream()
                                .map(parameter -> List.<Object>of(
                                        parameter.name(),
                                        parameter.value().low(),
                                        parameter.value().central(),
                                        parameter.value().high()))
                                .toList()))
                .toList();
    }

    /** The same with another rule where a scenario states none. */
    public DataPackage withRationing(RationingRule rule) {
        return new DataPackage(folder, dataset, defaultScenario, rule, scenarios, episodes, fingerprint);
    }
}
