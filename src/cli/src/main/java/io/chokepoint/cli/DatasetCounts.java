package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Supply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How large a dataset is and what its rows rest on. Supplier mixes are not counted: they are many and mostly arithmetic, and would
 * drown the rest.
 */
record DatasetCounts(DataPackage data) {

    String sentence() {
        Dataset dataset = data.dataset();
        return String.join(
                        ", ",
                        counted(dataset.goods().size(), "good", "goods"),
                        counted(dataset.dependencies().size(), "dependency", "dependencies"),
                        counted(dataset.supplies().size(), "supply row", "supply rows"),
                        counted(dataset.markets().size(), "market", "markets"),
                        counted(data.scenarios().size(), "scenario", "scenarios"),
                        counted(data.episodes().size(), "past episode", "past episodes"))
                + "; basis of rows: "
                + Stream.of(
                                basis("supply", dataset.supplies().stream().map(Supply::evidence)),
                                basis(
                                        "dependencies",
                                        dataset.dependencies().stream().map(Dependency::evidence)),
                                basis("demand", demand(dataset)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static Stream<Evidence> demand(Dataset dataset) {
        return dataset.markets().stream()
                .map(Market::offers)
                .flatMap(List::stream)
                .map(Offer::evidence);
    }

    /** E.g. "supply 31 % published, 24 % derived, 45 % assumption"; empty for no rows. */
    private static String basis(String table, Stream<Evidence> evidence) {
        Map<Basis, Long> rows = new EnumMap<>(Basis.class);
        evidence.forEach(one -> rows.merge(one.basis(), 1L, Long::sum));
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return "";
        }
        return table + " "
                + Stream.of(Basis.values())
                        .map(basis -> Math.round(100.0 * rows.getOrDefault(basis, 0L) / all) + " % " + basis.id())
                        .collect(Collectors.joining(", "));
    }

    static String counted(long count, String one, String many) {
        return count + " " + Amounts.word(count, one, many);
    }
}
