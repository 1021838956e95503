package io.chokepoint.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where products are wanted: a demand for one function that several products can meet. Equal by id.
 *
 * @param shortName at most 26 characters, for cards; the name where none is given
 * @param function what is wanted, with its unit
 * @param country ISO 3166-1 alpha-3, or empty
 * @param switchWeeks weeks over which buyers move to other products, ≥ 1
 * @param priceSensitivity η, how strongly they react to cost, ≥ 0
 * @param tolerance R_m: the multiple of the baseline price at which half of the buyers have given up, ≥ 1.05; null where nobody says
 */
public record Market(
        String id,
        String name,
        String shortName,
        String function,
        String country,
        List<String> tags,
        double switchWeeks,
        Figure priceSensitivity,
        String description,
        List<Offer> offers,
        @Nullable Figure tolerance)
        implements SupplyNode {

    public Market {
        Objects.requireNonNull(id);
        tags = List.copyOf(tags);
        offers = List.copyOf(offers);
    }

    /** A market whose name is short enough for a card. */
    public Market(
            String id,
            String name,
            String function,
            String country,
            List<String> tags,
            double switchWeeks,
            Figure priceSensitivity,
            String description,
            List<Offer> offers) {
        this(id, name, name, function, country, tags, switchWeeks, priceSensitivity, description, offers);
    }

    /** A market of whose buyers nobody says what they would pay. */
    public Market(
            String id,
            String name,
            String shortName,
            String function,
            String country,
            List<String> tags,
            double switchWeeks,
            Figure priceSensitivity,
            String description,
            List<Offer> offers) {
        this(id, name, shortName, function, country, tags, switchWeeks, priceSensitivity, description, offers, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Market market && market.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
