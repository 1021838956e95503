package io.chokepoint.ui.graph;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Stage;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Focus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be filtered for in a dataset, with names for people. */
record FilterChoices(Dataset dataset) {

    /** By what is filtered. */
    enum Kind {
        STAGE,
        TAG,
        COUNTRY,
        MAKER;

        String title() {
            return Texts.get("graph.filter." + name());
        }

        Set<String> of(Focus focus) {
            return switch (this) {
                case STAGE -> focus.stages();
                case TAG -> focus.tags();
                case COUNTRY -> focus.countries();
                case MAKER -> focus.providers();
            };
        }

        Focus with(Focus focus, Set<String> values) {
            return switch (this) {
                case STAGE -> focus.withStages(values);
                case TAG -> focus.withTags(values);
                case COUNTRY -> focus.withCountries(values);
                case MAKER -> focus.withProviders(values);
            };
        }
    }

    /** Ids in the order in which people look for them. */
    List<String> values(Kind kind) {
        return switch (kind) {
            case STAGE -> dataset.stages().stream().map(Stage::id).toList();
            case TAG -> {
                Set<String> tags = new TreeSet<>();
                dataset.goods().forEach(good -> tags.addAll(good.tags()));
                yield tags.stream()
                        .sorted(Comparator.comparing(tag -> name(Kind.TAG, tag)))
                        .toList();
            }
            case COUNTRY -> {
                Set<String> countries = new TreeSet<>(Comparator.comparing(Countries::name));
                dataset.providers().stream()
                        .map(Provider::country)
                        .filter(country -> !country.isEmpty())
                        .forEach(countries::add);
                yield List.copyOf(countries);
            }
            case MAKER ->
                dataset.providers().stream()
                        .sorted(Comparator.comparing(Provider::name))
                        .map(Provider::id)
                        .toList();
        };
    }

    String name(Kind kind, String value) {
        return switch (kind) {
            case STAGE ->
                dataset.stages().stream()
                        .filter(stage -> stage.id().equals(value))
                        .map(Stage::name)
                        .findFirst()
                        .orElse(value);
            case TAG -> Wording.capitalised(dataset.words().tagName(value));
            case COUNTRY -> Countries.name(value);
            case MAKER -> dataset.findProvider(value).map(Provider::name).orElse(value);
        };
    }
}
