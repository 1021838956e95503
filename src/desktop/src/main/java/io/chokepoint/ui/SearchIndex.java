package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Source;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is in one dataset by names and other names, Chinese ones too: goods, stages, markets, makers, countries, scenarios,
 * past episodes, real measures and sources. Scenarios are found by what they restrict as well.
 */
final class SearchIndex {

    /** What can be found in a dataset. */
    sealed interface Target {
        record OfGood(Good good) implements Target {}

        record OfStage(Stage stage) implements Target {}

        record OfMarket(Market market) implements Target {}

        record OfMaker(Provider provider) implements Target {}

        /** @param country ISO 3166-1 alpha-3 */
        record OfCountry(String country) implements Target {}

        record OfScenario(Scenario scenario) implements Target {}

        record OfEpisode(Episode episode) implements Target {}

        record OfControl(Control control) implements Target {}

        record OfSource(Source source) implements Target {}
    }

    /** The groups of the list, in their order, with the least number of rows each gets. */
    enum Group {
        GOODS(3),
        ACTIONS(3),
        MAKERS(2),
        SCENARIOS(2),
        CONTROLS(1),
        SOURCES(1);

        private final int rows;

        Group(int rows) {
            this.rows = rows;
        }

        int rows() {
            return rows;
        }
    }

    /**
     * Something found.
     *
     * @param title its name
     * @param detail what it is, and the other name by which it was found
     * @param rank how well it matched, 0 best
     */
    record Found(Group group, Target target, String title, String detail, int rank) {}

    private record Entry(
            Group group,
            Target target,
            String title,
            String detail,
            List<String> names,
            List<String> others,
            List<String> said) {}

    /** Finding by another name comes after finding by the name in the same way. */
    private static final int OTHER_NAME = 5;

    /** What is only spoken of comes last. */
    private static final int SAID = 10;

    private final List<Entry> entries = new ArrayList<>();

    SearchIndex(DataPackage data) {
        Dataset dataset = data.dataset();
        for (Good good : dataset.goods()) {
            String also = good.aliases().isEmpty()
                    ? ""
                    : Texts.get(
                            "search.also",
                            String.join(
                                    ", ",
                                    good.aliases()
                                            .subList(
                                                    0,
                                                    Math.min(4, good.aliases().size()))));
            add(
                    Group.GOODS,
                    new Target.OfGood(good),
                    good.name(),
                    good.stage().name() + also,
                    List.of(good.name(), good.shortName(), good.id()),
                    good.aliases(),
                    List.of(good.description()));
        }
        for (Market market : dataset.markets()) {
            add(
                    Group.GOODS,
                    new Target.OfMarket(market),
                    market.name(),
                    Texts.get("search.market"),
                    List.of(market.name(), market.id()),
                    market.tags(),
                    words(market));
        }
        // A country's name is also that of its makers that are not named; who types it means the country.
        addCountries(dataset);
        addMakers(dataset);
        addStages(dataset);
        for (Scenario scenario : data.scenarios()) {
            add(scenario, new Target.OfScenario(scenario), scenario.question(), dataset);
        }
        for (Episode episode : data.episodes()) {
            add(episode.scenario(), new Target.OfEpisode(episode), Texts.get("search.episode"), dataset);
        }
        for (Control control : dataset.controls()) {
            add(
                    Group.CONTROLS,
                    new Target.OfControl(control),
                    control.title(),
                    Stream.of(control.issuer(), control.status())
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining("; ")),
                    List.of(control.title(), control.id()),
                    List.of(control.instrument(), control.issuer()),
                    List.of(control.note()));
        }
        for (Source source : dataset.sources()) {
            add(
                    Group.SOURCES,
                    new Target.OfSource(source),
                    source.title(),
                    source.publisher() + (source.year().isEmpty() ? "" : ", " + source.year()),
                    List.of(source.title(), source.id()),
                    List.of(source.publisher()));
        }
    }

    /** What is written of it, and what those buyers are called who have its tags. */
    private static List<String> words(Market market) {
        return Stream.concat(
                        Stream.of(market.description()),
                        market.tags().stream().flatMap(tag -> Texts.find("search.words." + tag).stream()))
                .toList();
    }

    private void addStages(Dataset dataset) {
        Map<Stage, Long> goods =
                dataset.goods().stream().collect(Collectors.groupingBy(Good::stage, Collectors.counting()));
        for (Stage stage : dataset.stages()) {
            add(
                    Group.GOODS,
                    new Target.OfStage(stage),
                    stage.name(),
                    Texts.get("search.stage", Texts.count("search.goods", goods.getOrDefault(stage, 0L))),
                    List.of(stage.name(), stage.id()),
                    List.of());
        }
    }

    /** Countries in which something is made. */
    private void addCountries(Dataset dataset) {
        Map<String, Set<Good>> made = new TreeMap<>(Comparator.comparing(Countries::name));
        for (Supply supply : dataset.supplies()) {
            if (!supply.provider().country().isEmpty()) {
                made.computeIfAbsent(supply.provider().country(), unused -> new HashSet<>())
                        .add(supply.good());
            }
        }
        made.forEach((country, goods) -> add(
                Group.MAKERS,
                new Target.OfCountry(country),
                Countries.name(country),
                Texts.get("search.country", Texts.count("search.goods", goods.size())),
                List.of(Countries.name(country), country),
                List.of()));
    }

    private void add(Scenario scenario, Target target, String detail, Dataset dataset) {
        List<String> kinds = scenario.restrictions().stream()
                .map(restriction -> restriction.kind().words().name())
                .distinct()
                .toList();
        Stream<String> sentences = scenario.restrictions().stream()
                .map(restriction -> RestrictionSentence.of(restriction, dataset, scenario.startDate()));
        add(
                Group.SCENARIOS,
                target,
                scenario.title(),
                detail,
                List.of(scenario.title(), scenario.id()),
                Stream.concat(Stream.of(scenario.question()), kinds.stream()).toList(),
                Stream.concat(sentences, Stream.of(scenario.narrative())).toList());
    }

    private void addMakers(Dataset dataset) {
        Map<Provider, List<Good>> makes = new LinkedHashMap<>();
        for (Supply supply : dataset.supplies()) {
            makes.computeIfAbsent(supply.provider(), unused -> new ArrayList<>())
                    .add(supply.good());
        }
        makes.forEach((provider, goods) -> {
            String what = goods.size() <= 2
                    ? goods.stream().map(Good::shortName).collect(Collectors.joining(", "))
                    : Texts.count("search.goods", goods.size());
            String country = provider.country().isEmpty() ? "" : Countries.name(provider.country()) + "; ";
            add(
                    Group.MAKERS,
                    new Target.OfMaker(provider),
                    provider.name(),
                    provider.type() == ProviderType.COUNTRY
                            ? Texts.get("search.unnamedMake", what)
                            : country + Texts.get("search.makes", what),
                    List.of(provider.name(), provider.id()),
                    List.of());
        });
    }

    private void add(Group group, Target target, String title, String detail, List<String> names, List<String> others) {
        add(group, target, title, detail, names, others, List.of());
    }

    private void add(
            Group group,
            Target target,
            String title,
            String detail,
            List<String> names,
            List<String> others,
            List<String> said) {
        entries.add(new Entry(group, target, title, detail, folded(names), folded(others), folded(said)));
    }

    private static List<String> folded(List<String> texts) {
        return texts.stream().map(SearchText::fold).toList();
    }

    /** Everything that matches, best first, then in dataset order. */
    List<Found> find(String query) {
        String folded = SearchText.fold(query.strip());
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = Math.min(
                    best(entry.names(), folded),
                    Math.min(later(OTHER_NAME, entry.others(), folded), later(SAID, entry.said(), folded)));
            if (rank != SearchText.NONE) {
                found.add(new Found(entry.group(), entry.target(), entry.title(), entry.detail(), rank));
            }
        }
        found.sort(Comparator.comparingInt(Found::rank));
        return found;
    }

    private static int later(int by, List<String> texts, String query) {
        int rank = best(texts, query);
        return rank == SearchText.NONE ? rank : rank + by;
    }

    private static int best(List<String> names, String query) {
        return names.stream()
                .mapToInt(name -> SearchText.rank(name, query))
                .min()
                .orElse(SearchText.NONE);
    }
}
