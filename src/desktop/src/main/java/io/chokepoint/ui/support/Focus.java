package io.chokepoint.ui.support;

import io.chokepoint.model.Good;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the dataset the views show.
 *
 * @param show what is hit, everything, or the ways between two goods
 * @param from where the ways start; with {@link Show#PATH} only
 * @param to where the ways end; with {@link Show#PATH} only
 * @param shortOnly leaves out goods that only sell less
 * @param stages ids of stages; empty for no filter, as are the next three
 * @param tags only goods with any of these tags
 * @param countries only goods made in any of these countries, ISO 3166-1 alpha-3
 * @param providers only goods with a maker of any of these ids
 */
public record Focus(
        Show show,
        Optional<Good> from,
        Optional<Good> to,
        boolean shortOnly,
        Set<String> stages,
        Set<String> tags,
        Set<String> countries,
        Set<String> providers) {

    /** The three choices of the control strip. */
    public enum Show {
        HIT,
        EVERYTHING,
        PATH
    }

    public static final Focus HIT =
            new Focus(Show.HIT, Optional.empty(), Optional.empty(), false, Set.of(), Set.of(), Set.of(), Set.of());

    public Focus {
        stages = Set.copyOf(stages);
        tags = Set.copyOf(tags);
        countries = Set.copyOf(countries);
        providers = Set.copyOf(providers);
    }

    public Focus withShow(Show value) {
        return new Focus(value, from, to, shortOnly, stages, tags, countries, providers);
    }

    /** Only the goods on the ways from one good to another. */
    public Focus withPath(Good start, Good end) {
        return new Focus(
                Show.PATH, Optional.of(start), Optional.of(end), shortOnly, stages, tags, countries, providers);
    }

    public Focus withShortOnly(boolean value) {
        return new Focus(show, from, to, value, stages, tags, countries, providers);
    }

    public Focus withStages(Set<String> values) {
        return new Focus(show, from, to, shortOnly, values, tags, countries, providers);
    }

    public Focus withTags(Set<String> values) {
        return new Focus(show, from, to, shortOnly, stages, values, countries, providers);
    }

    public Focus withCountries(Set<String> values) {
        return new Focus(show, from, to, shortOnly, stages, tags, values, providers);
    }

    public Focus withProviders(Set<String> values) {
        return new Focus(show, from, to, shortOnly, stages, tags, countries, values);
    }

    /** Whether any filter is on. */
    public boolean isFiltered() {
        return shortOnly || !(stages.isEmpty() && tags.isEmpty() && countries.isEmpty() && providers.isEmpty());
    }
}
