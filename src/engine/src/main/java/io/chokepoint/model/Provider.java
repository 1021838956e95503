package io.chokepoint.model;

import java.util.Objects;

/**
 * Who makes a good: a company or, where only that is known, a country. Equal by id.
 *
 * @param country ISO 3166-1 alpha-3; empty for a rest-of-world row
 */
public record Provider(String id, String name, ProviderType type, String country) {

    public Provider {
        Objects.requireNonNull(id);
        Objects.requireNonNull(country);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Provider provider && provider.id.equals(id);
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
