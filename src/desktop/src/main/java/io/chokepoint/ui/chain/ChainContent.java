package io.chokepoint.ui.chain;

import io.chokepoint.analysis.Concentration;
import io.chokepoint.base.Amounts;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The chain without any restriction.
 *
 * @param stages those that hold goods, in dataset order
 * @param assumed part of the supply rows that are assumptions, in [0, 1]
 */
record ChainContent(List<StageRow> stages, List<Market> markets, double assumed) {
    /** From here on a good counts as made in one country. */
    private static final double ONE_COUNTRY = 0.9;

    private static final double ALL = 0.9995;

    /** A stage and its goods, the most concentrated first. */
    record StageRow(Stage stage, List<Tile> tiles) {
        StageRow {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * A good.
     *
     * @param country the one that makes most of it; empty where its makers have none
     * @param share that country's part of the world's baseline output, in (0, 1]
     * @param index Herfindahl–Hirschman index of the countries' parts, in (0, 1]
     */
    record Tile(Good good, String country, double share, double index) {
        /** The country and its part, as short as it can be read: "CN 96". */
        String brief() {
            // What is not quite all is not said to be.
            long percent = share > ALL ? 100 : Math.min(99, Math.round(100 * share));
            return code() + " " + percent;
        }

        /** The country in two letters; a dash where there is none. */
        String code() {
            String code = Countries.alpha2(country);
            return code.isEmpty() ? "–" : code;
        }

        /** For the pointer and for those who do not see the picture. */
        String sentence() {
            return Texts.get(
                    country.isEmpty() ? "chain.tile.nowhere" : "chain.tile",
                    good.name(),
                    country.isEmpty() ? "" : Countries.name(country),
                    Amounts.percent(share),
                    good.stage().name(),
                    Amounts.number(1 / index));
        }
    }

    ChainContent {
        stages = List.copyOf(stages);
        markets = List.copyOf(markets);
    }

    /** @param rows of all goods */
    static ChainContent of(DataPackage data, List<Concentration.Row> rows) {
        Map<Stage, List<Tile>> byStage = rows.stream()
                .map(row -> new Tile(row.good(), row.largestCountry(), row.largestCountryShare(), row.byCountry()))
                .collect(Collectors.groupingBy(tile -> tile.good().stage()));
        List<StageRow> stages = new ArrayList<>();
        for (Stage stage : data.dataset().stages()) {
            List<Tile> tiles = new ArrayList<>(byStage.getOrDefault(stage, List.of()));
            tiles.sort(Comparator.comparingDouble(Tile::share)
                    .reversed()
                    .thenComparing(tile -> tile.good().name()));
            if (!tiles.isEmpty()) {
                stages.add(new StageRow(stage, tiles));
            }
        }
        List<Supply> supplies = data.dataset().supplies();
        long assumed = supplies.stream()
                .filter(row -> row.evidence().basis() == Basis.ASSUMPTION)
                .count();
        return new ChainContent(
                stages,
                List.copyOf(data.dataset().markets()),
                supplies.isEmpty() ? 0 : (double) assumed / supplies.size());
    }

    List<Tile> tiles() {
        return stages.stream().flatMap(row -> row.tiles().stream()).toList();
    }

    Optional<Tile> find(Good good) {
        return tiles().stream().filter(tile -> tile.good().equals(good)).findFirst();
    }

    /** What stands in the place of the answer: no scenario has been asked yet. */
    List<Fact> facts() {
        List<Tile> all = tiles();
        Map<String, Integer> leads = new HashMap<>();
        all.stream()
                .filter(tile -> !tile.country().isEmpty())
                .forEach(tile -> leads.merge(tile.country(), 1, Integer::sum));
        List<Map.Entry<String, Integer>> leaders = leads.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        long one = all.stream().filter(tile -> tile.share() >= ONE_COUNTRY).count();
        Function<Map.Entry<String, Integer>, String> lead =
                entry -> Texts.get("chain.fact.next", Countries.inSentence(entry.getKey()), entry.getValue());
        return List.of(
                new Fact(
                        Texts.get("chain.fact.what"),
                        Texts.get("chain.fact.what.answer", all.size(), stages.size()),
                        Texts.get("chain.fact.what.detail")),
                new Fact(
                        Texts.get("chain.fact.who"),
                        leaders.isEmpty()
                                ? Texts.get("chain.fact.who.nobody")
                                : Texts.get(
                                        "chain.fact.who.answer",
                                        Countries.name(leaders.getFirst().getKey()),
                                        leaders.getFirst().getValue()),
                        leaders.size() < 2
                                ? ""
                                : Texts.get(
                                        "chain.fact.then",
                                        leaders.stream()
                                                .skip(1)
                                                .limit(2)
                                                .map(lead)
                                                .collect(Collectors.joining(", ")))),
                new Fact(
                        Texts.get("chain.fact.concentrated"),
                        Texts.get("chain.fact.concentrated.answer", one, all.size()),
                        Texts.get("chain.fact.concentrated.detail", Amounts.percent(ONE_COUNTRY))),
                new Fact(
                        Texts.get("chain.fact.sure"),
                        Texts.get("chain.fact.sure.answer", Amounts.percent(assumed)),
                        Texts.get("chain.fact.sure.detail")));
    }
}
