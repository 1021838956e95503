package io.chokepoint.exchange.controls;

import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.HsCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the goods of a measure: by its customs codes if it has any, else by its commodity's name. */
final class GoodMatch {
    private static final int DIGITS = 6;

    private final List<HsCode> concordance;
    private final Map<String, Set<Good>> byName = new HashMap<>();
    private final Map<Good, Integer> codesOfGood = new HashMap<>();

    GoodMatch(Dataset dataset) {
        concordance = dataset.hsCodes();
        concordance.forEach(row -> codesOfGood.merge(row.good(), 1, Integer::sum));
        for (Good good : dataset.goods()) {
            List<String> names = new ArrayList<>(good.aliases());
            names.addAll(List.of(good.id(), good.name(), good.shortName()));
            names.forEach(name -> byName.computeIfAbsent(Ids.slug(name), unused -> new LinkedHashSet<>())
                    .add(good));
        }
    }

    /**
     * The goods and why.
     *
     * @param goods may be empty
     * @param notes sentences
     */
    record Found(List<Good> goods, List<String> notes) {
        Found {
            goods = List.copyOf(goods);
            notes = List.copyOf(notes);
        }
    }

    Found of(Measure measure) {
        return measure.codes().isEmpty() ? byName(measure.commodity()) : byCode(measure.codes());
    }

    private Found byCode(List<String> codes) {
        Map<Good, Integer> hits = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (String code : codes) {
            String six = code.substring(0, Math.min(DIGITS, code.length()));
            List<HsCode> rows = concordance.stream()
                    .filter(row -> row.code().startsWith(six))
                    .toList();
            rows.forEach(row -> hits.merge(row.good(), 1, Integer::sum));
            if (!rows.isEmpty() && code.length() > DIGITS) {
                notes.add("The measure is about " + code + ", which is only a part of " + six + ".");
            }
            rows.stream().map(row -> row.code() + ": " + row.note()).distinct().forEach(notes::add);
        }
        hits.forEach((good, count) -> {
            if (count < codesOfGood.getOrDefault(good, 0)) {
                notes.add(
                        good.name()
                                + " has other codes too, which the measure does not name: it is held to all of the good all the same.");
            }
        });
        return new Found(List.copyOf(hits.keySet()), notes.stream().distinct().toList());
    }

    private Found byName(String commodity) {
        Set<Good> goods = new LinkedHashSet<>(byName.getOrDefault(Ids.slug(commodity), Set.of()));
        if (goods.isEmpty()) {
            for (String part : commodity.split("[;,/]| and ")) {
                goods.addAll(byName.getOrDefault(Ids.slug(part), Set.of()));
            }
        }
        return new Found(
                List.copyOf(goods),
                goods.isEmpty() ? List.of() : List.of("Goods by the name '" + commodity + "'; the table has no code."));
    }
}
