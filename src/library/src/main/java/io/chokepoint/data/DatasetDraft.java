package io.chokepoint.data;

import io.chokepoint.model.Claim;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.HsCode;
import io.chokepoint.model.Lexicon;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Source;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.model.Tag;
import io.chokepoint.model.UsualRange;
import io.chokepoint.model.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has been read so far of one dataset folder. Rows at fault leave stand-in values behind, so that everything that does not
 * depend on them can still be judged; a draft with errors never leaves this package. Not thread-safe.
 */
final class DatasetDraft {
    /** Ids that nobody knows of which the nearest good is looked for. */
    private static final int MOST_LOOKED = 1_000;

    final Faults faults;
    final Register<Stage> stages = new Register<>(Tables.STAGES);
    final Register<Good> goods = new Register<>(Tables.GOODS);
    final Register<Provider> providers = new Register<>(Tables.PROVIDERS);
    final Register<Market> markets = new Register<>(Tables.MARKETS);
    final Register<Source> sources = new Register<>(Tables.SOURCES);
    final Register<Tag> tags = new Register<>(Tables.TAGS);
    /** Whether there is a table of tags, readable or not. */
    boolean hasTags;

    final List<Supply> supplies = new ArrayList<>();
    final List<Dependency> dependencies = new ArrayList<>();
    final List<SourcingException> sourcing = new ArrayList<>();
    final Map<String, List<Offer>> offers = new LinkedHashMap<>();
    final List<GoodValue> values = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final List<Control> controls = new ArrayList<>();
    final List<HsCode> hsCodes = new ArrayList<>();
    final List<Word> words = new ArrayList<>();
    final List<UsualRange> ranges = new ArrayList<>();

    private final Map<Good, Set<Provider>> makers = new HashMap<>();
    private final Set<Good> doubtful = new HashSet<>();
    private final Set<String> nearestLooked = new HashSet<>();
    /** So many rows are at fault that looking which goods they mean takes longer than it is worth. */
    private boolean allDoubtful;

    private final Map<TableSchema, Set<String>> lostRows = new HashMap<>();
    private final Set<TableSchema> lostTables = new HashSet<>();

    DatasetDraft(Faults faults) {
        this.faults = faults;
    }

    void addSupply(Supply supply) {
        supplies.add(supply);
        makers.computeIfAbsent(supply.good(), unused -> new LinkedHashSet<>()).add(supply.provider());
    }

    /** Whether the provider makes the good. */
    boolean makes(Provider provider, Good good) {
        return makers.getOrDefault(good, Set.of()).contains(provider);
    }

    List<String> makersOf(Good good) {
        return makers.getOrDefault(good, Set.of()).stream().map(Provider::id).toList();
    }

    /** A row that bears on the good's flows is at fault: sums over them prove nothing. */
    void doubt(Good good) {
        doubtful.add(good);
    }

    boolean isDoubtful(Good good) {
        return allDoubtful || doubtful.contains(good);
    }

    /** A row that bears on the flows of a good that nobody knows is at fault; the good next to it by name is meant, if any is. */
    void doubtNearest(String goodId) {
        if (!nearestLooked.add(goodId)) {
            return;
        }
        if (nearestLooked.size() > MOST_LOOKED) {
            allDoubtful = true;
            return;
        }
        Good good = goods.find(Hints.nearestWord(goodId, goods.ids()));
        if (good != null) {
            doubt(good);
        }
    }

    /** A row with links could not be read: what seems to lack a link may have one. */
    void loseRow(TableSchema table, String... goodIds) {
        lostRows.computeIfAbsent(table, unused -> new HashSet<>()).addAll(List.of(goodIds));
    }

    /** A table with links could not be read at all. */
    void loseTable(TableSchema table) {
        lostTables.add(table);
    }

    /** Whether some link is missing because it could not be read. */
    boolean isLossy() {
        return !lostRows.isEmpty() || !lostTables.isEmpty();
    }

    /** Whether a table could be read, its single rows aside. */
    boolean isComplete(TableSchema table) {
        return !lostTables.contains(table);
    }

    /** Whether all rows of a table that name the good could be read. */
    boolean isComplete(TableSchema table, Good good) {
        return !lostTables.contains(table)
                && !lostRows.getOrDefault(table, Set.of()).contains(good.id());
    }

    /** Goods that are made and of which no row says what they are worth, where others have one. */
    List<Good> goodsWithoutValue() {
        if (values.isEmpty()) {
            return List.of();
        }
        Set<Good> known = values.stream().map(GoodValue::good).collect(Collectors.toSet());
        return makers.keySet().stream()
                .filter(good -> !known.contains(good))
                .sorted(Comparator.comparing(Good::id))
                .toList();
    }

    /** Everything read so far as a dataset, for checks and, without errors, for use. */
    Dataset toDataset(Descriptor descriptor) {
        List<Market> complete = new ArrayList<>();
        for (Market market : markets.values()) {
            complete.add(new Market(
                    market.id(),
                    market.name(),
                    market.shortName(),
                    market.function(),
                    market.country(),
                    market.tags(),
                    market.switchWeeks(),
                    market.priceSensitivity(),
                    market.description(),
                    offers.getOrDefault(market.id(), List.of()),
                    market.tolerance()));
        }
        return Dataset.builder(descriptor.name())
                .title(descriptor.title())
                .licence(descriptor.licence())
                .edition(descriptor.edition())
                .stages(stages.values())
                .goods(goods.values())
                .providers(providers.values())
                .supplies(supplies)
                .dependencies(dependencies)
                .sourcing(sourcing)
                .markets(complete)
                .claims(claims)
                .controls(controls)
                .hsCodes(hsCodes)
                .lexicon(new Lexicon(words, ranges))
                .sources(sources.values())
                .values(goodsWithoutValue().isEmpty() ? values : List.of())
                .priceTerms(descriptor.priceTerms())
                .together(descriptor.together())
                .words(descriptor.words().resolve(goods.values()).withTags(tags.values()))
                .build();
    }
}
