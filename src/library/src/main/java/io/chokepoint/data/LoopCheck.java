package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.Good;
import io.chokepoint.model.SourcingException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of loops of wholly needed inputs that nothing bridges: consumed without a stock, or access. Once such a loop is down it
 * stays down (model page, section 2).
 */
final class LoopCheck {
    private final Path folder;
    private final Dataset dataset;
    private final Faults faults;

    LoopCheck(Path folder, Dataset dataset, Faults faults) {
        this.folder = folder;
        this.dataset = dataset;
        this.faults = faults;
    }

    void run() {
        Set<Dependency> withStock = new HashSet<>();
        for (SourcingException exception : dataset.sourcing()) {
            if (exception.stockWeeks() != null && exception.stockWeeks().central() > 0) {
                dataset.findDependency(exception.input(), exception.consumer().good())
                        .ifPresent(withStock::add);
            }
        }
        DirectedView<Good, Dependency> dry =
                dataset.graph().dependencies().where(need -> DatasetChecks.isDry(need, withStock));
        for (List<Good> ring : dry.loops()) {
            Good first = ring.getFirst();
            Good second = ring.get(ring.size() == 1 ? 0 : 1);
            int line = dataset.findDependency(first, second)
                    .map(d -> d.evidence().line())
                    .orElse(0);
            faults.warning(
                    CsvTable.shown(folder, Tables.DEPENDENCIES.file()),
                    line,
                    "stock_weeks",
                    "a cycle of essential inputs without stock: " + DatasetChecks.ring(ring)
                            + "; once down, it stays down. Expected a stock somewhere in it.");
        }
    }
}
