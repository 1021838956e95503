package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Stage;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The words of a dataset that selectors may use. */
final class Vocabulary {
    private final Map<Field, Set<String>> makerWords = new EnumMap<>(Field.class);
    private final Set<String> customerTags = new LinkedHashSet<>();
    private final Set<String> customerCountries = new LinkedHashSet<>();

    Vocabulary(Dataset dataset) {
        for (Field field : Field.values()) {
            makerWords.put(field, new LinkedHashSet<>());
        }
        for (Good good : dataset.goods()) {
            words(Field.GOOD).add(good.id());
            words(Field.TAG).addAll(good.tags());
        }
        dataset.stages().stream().map(Stage::id).forEach(words(Field.STAGE)::add);
        Arrays.stream(GoodKind.values()).map(GoodKind::id).forEach(words(Field.KIND)::add);
        for (Provider provider : dataset.providers()) {
            words(Field.PROVIDER).add(provider.id());
            if (!provider.country().isEmpty()) {
                words(Field.COUNTRY).add(provider.country());
            }
        }
        customerTags.addAll(words(Field.TAG));
        customerCountries.addAll(words(Field.COUNTRY));
        for (Market market : dataset.markets()) {
            words(Field.MARKET).add(market.id());
            customerTags.addAll(market.tags());
            if (!market.country().isEmpty()) {
                customerCountries.add(market.country());
            }
        }
    }

    /** Adds ids that are in the files but in rows that cannot be read. */
    void allow(Field field, Collection<String> ids) {
        words(field).addAll(ids);
    }

    /** The words for a field on one side of a flow. */
    Set<String> words(Side side, Field field) {
        if (side == Side.CUSTOMER && field == Field.TAG) {
            return customerTags;
        }
        return side == Side.CUSTOMER && field == Field.COUNTRY ? customerCountries : words(field);
    }

    private Set<String> words(Field field) {
        return makerWords.getOrDefault(field, Set.of());
    }

    /** Tags of goods and markets. */
    Set<String> tags() {
        return customerTags;
    }
}
