package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How large a dataset is and how many of its rows rest on what. */
record DatasetCounts(
        int goods, int dependencies, int supplies, int markets, int scenarios, int episodes, Map<Basis, Long> rows) {

    static DatasetCounts of(DataPackage data) {
        Dataset dataset = data.dataset();
        Map<Basis, Long> rows = new EnumMap<>(Basis.class);
        evidence(dataset).forEach(evidence -> rows.merge(evidence.basis(), 1L, Long::sum));
        return new DatasetCounts(
                dataset.goods().size(),
                dataset.dependencies().size(),
                dataset.supplies().size(),
                dataset.markets().size(),
                data.scenarios().size(),
                data.episodes().size(),
                rows);
    }

    private static Stream<Evidence> evidence(Dataset dataset) {
        return Stream.of(
                        dataset.supplies().stream().map(Supply::evidence),
                        dataset.dependencies().stream().map(Dependency::evidence),
                        dataset.dependencies().stream()
                                .map(Dependency::alternatives)
                                .flatMap(List::stream)
                                .map(Alternative::evidence),
                        dataset.sourcing().stream().map(SourcingException::evidence),
                        dataset.markets().stream()
                                .map(Market::offers)
                                .flatMap(List::stream)
                                .map(Offer::evidence))
                .flatMap(stream -> stream);
    }

    String sentence() {
        return String.join(
                        ", ",
                        counted(goods, "good", "goods"),
                        counted(dependencies, "dependency", "dependencies"),
                        counted(supplies, "supply row", "supply rows"),
                        counted(markets, "market", "markets"),
                        counted(scenarios, "scenario", "scenarios"),
                        counted(episodes, "past episode", "past episodes"))
                + "; rows with figures: " + basis();
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** E.g. "31 % published, 24 % derived, 45 % assumption". */
    String basis() {
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        return String.join(
                ", ",
                Stream.of(Basis.values())
                        .map(basis -> (all == 0 ? 0 : Math.round(100.0 * rows.getOrDefault(basis, 0L) / all)) + " % "
                                + basis.id())
                        .toList());
    }
}
