package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds {@code tags.csv} against the tags of goods and markets: each described, none described for nothing. */
final class TagChecks {
    private final Path folder;
    private final DatasetDraft draft;

    /** Where a tag is used first. */
    private record Use(TableSchema table, int line) {}

    TagChecks(Path folder, DatasetDraft draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /** Without the table nothing is expected of it. */
    void run(Dataset dataset) {
        if (!draft.hasTags) {
            return;
        }
        Map<String, Use> uses = new LinkedHashMap<>();
        for (Good good : dataset.goods()) {
            good.tags().forEach(tag -> uses.putIfAbsent(tag, new Use(Tables.GOODS, draft.goods.line(good.id()))));
        }
        for (Market market : dataset.markets()) {
            market.tags()
                    .forEach(tag -> uses.putIfAbsent(tag, new Use(Tables.MARKETS, draft.markets.line(market.id()))));
        }
        uses.forEach((tag, use) -> {
            if (draft.tags.isUnknown(tag)) {
                draft.faults.warning(
                        CsvTable.shown(folder, use.table().file()),
                        use.line(),
                        "tags",
                        "'" + tag + "' is not described in tags.csv; expected its name there."
                                + Hints.nearest(tag, draft.tags.ids()));
            }
        });
        if (!isWhole(draft.goods) || !isWhole(draft.markets)) {
            return;
        }
        for (String tag : draft.tags.ids()) {
            if (!uses.containsKey(tag)) {
                draft.faults.warning(
                        CsvTable.shown(folder, Tables.TAGS.file()),
                        draft.tags.line(tag),
                        "tag",
                        "'" + tag + "' is a tag of no good or market." + Hints.nearest(tag, uses.keySet()));
            }
        }
    }

    private static boolean isWhole(Register<?> register) {
        return register.isReadable() && register.brokenIds().isEmpty();
    }
}
