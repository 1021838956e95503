package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Source;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds goods, makers, scenarios and sources of one dataset by their names and other names, Chinese ones too. */
final class SearchIndex {

    /** What can be found in a dataset. */
    sealed interface Target {
        record OfGood(Good good) implements Target {}

        record OfMarket(Market market) implements Target {}

        record OfMaker(Provider provider) implements Target {}

        record OfScenario(Scenario scenario) implements Target {}

        record OfEpisode(Episode episode) implements Target {}

        record OfSource(Source source) implements Target {}
    }

    /** The groups of the list, in their order, with the least number of rows each gets. */
    enum Group {
        GOODS(3),
        ACTIONS(3),
        MAKERS(2),
        SCENARIOS(2),
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
            Group group, Target target, String title, String detail, List<String> names, List<String> others) {}

    /** Finding by another name comes after finding by the name in the same way. */
    private static final int OTHER_NAME = 5;

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
                    good.aliases());
        }
        for (Market market : dataset.markets()) {
            add(
                    Group.GOODS,
                    new Target.OfMarket(market),
                    market.name(),
                    Texts.get("search.market"),
                    List.of(market.name(), market.id()),
                    market.tags());
        }
        addMakers(dataset);
        for (Scenario scenario : data.scenarios()) {
            add(
                    Group.SCENARIOS,
                    new Target.OfScenario(scenario),
                    scenario.title(),
                    scenario.question(),
                    List.of(scenario.title(), scenario.id()),
                    List.of(scenario.question()));
        }
        for (Episode episode : data.episodes()) {
            add(
                    Group.SCENARIOS,
                    new Target.OfEpisode(episode),
                    episode.scenario().title(),
                    Texts.get("search.episode"),
                    List.of(episode.scenario().title(), episode.scenario().id()),
                    List.of());
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
                    country + Texts.get("search.makes", what),
                    List.of(provider.name(), provider.id()),
                    List.of());
        });
    }

    private void add(Group group, Target target, String title, String detail, List<String> names, List<String> others) {
        entries.add(new Entry(
                group,
                target,
                title,
                detail,
                names.stream().map(SearchText::fold).toList(),
                others.stream().map(SearchText::fold).toList()));
    }

    /** Everything that matches, best first, then in dataset order. */
    List<Found> find(String query) {
        String folded = SearchText.fold(query.strip());
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = Math.min(best(entry.names(), folded), other(entry, folded));
            if (rank != SearchText.NONE) {
                found.add(new Found(entry.group(), entry.target(), entry.title(), entry.detail(), rank));
            }
        }
        found.sort(Comparator.comparingInt(Found::rank));
        return found;
    }

    private static int other(Entry entry, String query) {
        int rank = best(entry.others(), query);
        return rank == SearchText.NONE ? rank : rank + OTHER_NAME;
    }

    private static int best(List<String> names, String query) {
        return names.stream()
                .mapToInt(name -> SearchText.rank(name, query))
                .min()
                .orElse(SearchText.NONE);
    }
}
