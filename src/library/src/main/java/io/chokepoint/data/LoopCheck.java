package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.Good;
import io.chokepoint.model.SourcingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of loops of wholly needed inputs that nothing bridges: consumed without a stock, or access. Once such a loop is dry or down, it
 * stays down (model page, section 2). Warns of short loops with a stock too, where a stop that outlasts the stock leaves them down. What
 * will happen is tried in runs, and said.
 */
final class LoopCheck {
    /** Loops with a stock that are tried; each takes some runs. */
    private static final int MOST_TRIED = 12;

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
        List<List<Good>> dryLoops = dry.loops();
        List<List<Good>> shortLoops = shortLoops();
        if (dryLoops.isEmpty() && shortLoops.isEmpty()) {
            return;
        }
        LoopTrial trial = new LoopTrial(dataset);
        // What is said of a good once holds for every loop it is in.
        Set<Good> told = new HashSet<>();
        for (List<Good> loop : dryLoops) {
            told.addAll(loop);
            warn(
                    loop,
                    "a cycle of essential inputs without stock: " + DatasetChecks.ring(loop) + "; "
                            + trial.worst(loop)
                                    .map(stop -> happens(stop, loop))
                                    .orElse("once dry, or down together, it stays down")
                            + ". Expected a stock somewhere in it.");
        }
        for (List<Good> loop : shortLoops.subList(0, Math.min(MOST_TRIED, shortLoops.size()))) {
            Optional<LoopTrial.Stop> stop =
                    loop.stream().anyMatch(told::contains) ? Optional.empty() : trial.worst(loop);
            stop.ifPresent(worst -> {
                told.addAll(loop);
                warn(
                        loop,
                        "a cycle of essential inputs with too little stock: " + DatasetChecks.ring(loop) + "; "
                                + happens(worst, loop) + ". Expected a longer stock somewhere in it.");
            });
        }
    }

    private static String happens(LoopTrial.Stop stop, List<Good> loop) {
        String stands = stop.starved()
                ? "if '" + stop.stopped() + "' gets nothing from outside it for "
                : "if all makers of '" + stop.stopped() + "' stand still for ";
        String weeks = stop.weeks() == 1 ? "a week" : stop.weeks() + " weeks";
        String left = Math.round(100 * stop.left()) + " % of its usual output";
        return stands + weeks + ", " + (loop.size() == 1 ? "it" : "a part of it") + " makes " + left
                + " for good, on average, though nothing holds it up any more";
    }

    /** Loops of wholly needed inputs, with a stock or not: the shortest of each part of the network, and all of one or two goods. */
    private List<List<Good>> shortLoops() {
        DirectedView<Good, Dependency> essential =
                dataset.graph().dependencies().where(LoopCheck::isEssential);
        List<List<Good>> loops = new ArrayList<>();
        for (Dependency need : dataset.dependencies()) {
            Good from = need.input();
            Good to = need.consumer();
            if (isEssential(need) && from.equals(to)) {
                loops.add(List.of(from));
            } else if (isEssential(need)
                    && dataset.findDependency(to, from)
                            .filter(LoopCheck::isEssential)
                            .isPresent()
                    && !loops.contains(List.of(to, from))) {
                loops.add(List.of(from, to));
            }
        }
        loops.addAll(essential.loops());
        return loops;
    }

    private static boolean isEssential(Dependency need) {
        return need.mode() != DependencyMode.CAPITAL && need.criticality().central() >= 1 - 1e-9;
    }

    private void warn(List<Good> loop, String message) {
        Good second = loop.get(loop.size() == 1 ? 0 : 1);
        int line = dataset.findDependency(loop.getFirst(), second)
                .map(d -> d.evidence().line())
                .orElse(0);
        faults.warning(CsvTable.shown(folder, Tables.DEPENDENCIES.file()), line, "stock_weeks", message);
    }
}
