package io.chokepoint.analysis;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which side of a restriction a maker sells. Behind an export ban a good gets dear outside the country that bans it and not inside, so
 * one price for the world would hide both. A good has two sides where the makers of it that are restricted, or, of a good without any,
 * all that are restricted, are of one country, and it is made there and elsewhere. Immutable.
 */
public final class PriceSides {
    private final Map<Good, String> inside = new HashMap<>();

    private PriceSides() {}

    /** @param restricted makers that restrictions speak of */
    public static PriceSides of(Dataset dataset, Collection<Activity> restricted) {
        Map<Good, Set<String>> byGood = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (Activity maker : restricted) {
            String country = maker.provider().country();
            byGood.computeIfAbsent(maker.good(), unused -> new HashSet<>()).add(country);
            all.add(country);
        }
        PriceSides sides = new PriceSides();
        for (Good good : dataset.goods()) {
            Set<String> countries = byGood.getOrDefault(good, all);
            if (countries.size() == 1) {
                sides.add(dataset, good, countries.iterator().next());
            }
        }
        return sides;
    }

    private void add(Dataset dataset, Good good, String country) {
        boolean within = false;
        boolean elsewhere = false;
        for (Supply supply : dataset.suppliesOf(good)) {
            boolean there = supply.provider().country().equals(country);
            within |= there;
            elsewhere |= !there;
        }
        if (!country.isEmpty() && within && elsewhere) {
            inside.put(good, country);
        }
    }

    /** The country whose makers of the good are on the inside (ISO 3166-1 alpha-3); empty where the good has no two sides. */
    public Optional<String> inside(Good good) {
        return Optional.ofNullable(inside.get(good));
    }

    /** Whether a maker is on the inside; false where its good has no two sides. */
    public boolean isInside(Activity maker) {
        return maker.provider().country().equals(inside.get(maker.good()));
    }
}
