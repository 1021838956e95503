package io.chokepoint.data;

import io.chokepoint.base.Problem;
import io.chokepoint.base.Range;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.FlowLimit;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.model.SupplyEdge.StandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the rows of a dataset: sums, makers for what is needed, no loops that cannot start again. */
final class DatasetChecks {
    /** How much more than 1 the parts of a good's uses may sum to (model page, section 2). */
    private static final double OVERUSE_TOLERANCE = 1e-9;

    private final Path folder;
    private final DatasetDraft draft;
    private final Dataset dataset;
    private final Faults faults;

    DatasetChecks(Path folder, DatasetDraft draft, Dataset dataset) {
        this.folder = folder;
        this.draft = draft;
        this.dataset = dataset;
        this.faults = draft.faults;
    }

    void run() {
        sharesSumToOne();
        stagesRunLeftToRight();
        alternativesHaveNoCycle();
        costSharesFit();
        if (!draft.isLossy()) {
            goodsHaveMakers();
            marketsHaveProducts();
            makersThatNeedNothing();
        }
        goodsAreNotOverused();
        specialDemandReplaces();
        BooksCheck books = new BooksCheck(folder, draft, dataset);
        books.completeness();
        List<Problem> flows = FlowLimit.problems(dataset);
        if (flows.isEmpty()) {
            new OverdraftCheck(folder, draft, dataset).run();
            if (!draft.isLossy() && !faults.hasErrors()) {
                new LoopCheck(folder, dataset, faults).run();
                books.run();
            }
        } else {
            // Who sells what to whom would be counted flow by flow, too.
            flows.forEach(one -> faults.error(one.file(), one.line(), one.field(), one.message()));
        }
    }

    private String file(TableSchema table) {
        return CsvTable.shown(folder, table.file());
    }

    private void sharesSumToOne() {
        for (Good good : dataset.goods()) {
            List<Supply> makers = dataset.suppliesOf(good);
            double sum = makers.stream().mapToDouble(s -> s.share().central()).sum();
            if (makers.isEmpty() || draft.isDoubtful(good) || Math.abs(sum - 1) <= SourcingTable.SUM_TOLERANCE) {
                continue;
            }
            List<Integer> lines = makers.stream().map(s -> s.evidence().line()).toList();
            faults.error(
                    file(Tables.SUPPLY),
                    lines.getFirst(),
                    "share",
                    "the shares of '" + good + "' sum to " + Range.plain(sum) + ", expected 1 ("
                            + SourcingTable.lines(lines) + ").");
            draft.doubt(good);
        }
    }

    private void stagesRunLeftToRight() {
        for (Dependency dependency : dataset.dependencies()) {
            if (dependency.consumer().stage().order()
                            < dependency.input().stage().order()
                    && !dependency.consumer().stage().id().isEmpty()) {
                faults.warning(
                        file(Tables.DEPENDENCIES),
                        dependency.evidence().line(),
                        "consumer",
                        "'" + dependency.input() + "' of stage '"
                                + dependency.input().stage().id() + "' goes into '"
                                + dependency.consumer() + "' of stage '"
                                + dependency.consumer().stage().id()
                                + "', which stands to its left.");
            }
        }
    }

    private void goodsHaveMakers() {
        Map<Good, String> users = new LinkedHashMap<>();
        for (Dependency dependency : dataset.dependencies()) {
            users.putIfAbsent(dependency.input(), "'" + dependency.consumer() + "' needs it");
            for (Alternative alternative : dependency.alternatives()) {
                users.putIfAbsent(
                        alternative.good(),
                        "it is to stand in for '" + dependency.input() + "' at '" + dependency.consumer() + "'");
            }
        }
        for (Market market : dataset.markets()) {
            for (Offer offer : market.offers()) {
                users.putIfAbsent(offer.product(), "market '" + market + "' wants it");
            }
        }
        for (Dependency dependency : dataset.dependencies()) {
            users.putIfAbsent(dependency.consumer(), "it needs '" + dependency.input() + "'");
        }
        for (Good good : dataset.goods()) {
            int line = draft.goods.line(good.id());
            if (!users.containsKey(good)) {
                faults.warning(
                        file(Tables.GOODS),
                        line,
                        "id",
                        "'" + good + "' is an orphan: nothing needs it, it needs nothing and no market wants it.");
            } else if (dataset.suppliesOf(good).isEmpty()) {
                faults.error(
                        file(Tables.GOODS),
                        line,
                        "id",
                        "'" + good + "' has no maker in supply.csv, but " + users.get(good)
                                + "; expected at least one.");
            }
        }
    }

    /** A row for one maker stands in place of the row for all makers, for that maker: it adds nothing to it. */
    private void specialDemandReplaces() {
        for (Market market : dataset.markets()) {
            for (Offer special : market.offers()) {
                if (special.provider() == null || faults.isUnread(special.useShare())) {
                    continue;
                }
                market.offers().stream()
                        .filter(offer -> offer.provider() == null
                                && offer.product().equals(special.product())
                                && !faults.isUnread(offer.useShare()))
                        .findFirst()
                        .ifPresent(general -> faults.warning(
                                file(Tables.DEMAND),
                                special.evidence().line(),
                                "provider",
                                "for '" + special.provider() + "' this row replaces the row for every maker of '"
                                        + special.product() + "' in line "
                                        + general.evidence().line() + ": use_share "
                                        + Range.plain(special.useShare().central()) + " in place of "
                                        + Range.plain(general.useShare().central()) + "."));
            }
        }
    }

    private void marketsHaveProducts() {
        for (Market market : dataset.markets()) {
            int line = draft.markets.line(market.id());
            if (market.offers().isEmpty()) {
                faults.error(
                        file(Tables.MARKETS),
                        line,
                        "id",
                        "'" + market + "' has no product in demand.csv; expected at least one.");
            }
            if (dataset.findGood(market.id()).isPresent()) {
                faults.warning(
                        file(Tables.MARKETS),
                        line,
                        "id",
                        "'" + market + "' is also the id of a good; results name both by it.");
            }
        }
    }

    /** Somebody must need the input, or its flows cannot be split among its users. */
    private void makersThatNeedNothing() {
        Map<List<Good>, Set<Evidence>> without = new HashMap<>();
        for (SourcingException exception : dataset.sourcing()) {
            if (!exception.needs()) {
                without.computeIfAbsent(
                                List.of(exception.input(), exception.consumer().good()),
                                unused -> new LinkedHashSet<>())
                        .add(exception.evidence());
            }
        }
        for (Dependency dependency : dataset.dependencies()) {
            Set<Evidence> rows = without.getOrDefault(List.of(dependency.input(), dependency.consumer()), Set.of());
            int makers = dataset.suppliesOf(dependency.consumer()).size();
            if (!rows.isEmpty() && rows.size() >= makers) {
                faults.error(
                        file(Tables.SOURCING),
                        rows.iterator().next().line(),
                        "needs",
                        "no maker of '" + dependency.consumer() + "' needs '" + dependency.input() + "' ("
                                + SourcingTable.lines(
                                        rows.stream().map(Evidence::line).toList())
                                + "); expected at least one that does.");
                draft.doubt(dependency.input());
                draft.loseRow(Tables.SOURCING, dependency.input().id());
            }
        }
    }

    private void costSharesFit() {
        for (Good good : dataset.goods()) {
            List<Dependency> inputs = dataset.inputsOf(good);
            double sum =
                    inputs.stream().mapToDouble(d -> d.costShare().central()).sum();
            boolean allRead = inputs.stream().noneMatch(d -> faults.isUnread(d.costShare()));
            if (allRead && sum > 1 + OVERUSE_TOLERANCE) {
                faults.warning(
                        file(Tables.DEPENDENCIES),
                        inputs.getFirst().evidence().line(),
                        "cost_share",
                        "the inputs of '" + good + "' cost " + Range.plain(sum)
                                + " of what it costs; expected at most 1 ("
                                + SourcingTable.lines(inputs.stream()
                                        .map(d -> d.evidence().line())
                                        .toList()) + ").");
            }
        }
    }

    /** The uses of a good by all makers alike: dependencies and offers of every maker. */
    private void goodsAreNotOverused() {
        for (Good good : dataset.goods()) {
            List<Dependency> uses = dataset.usesOf(good);
            double sum = uses.stream().mapToDouble(d -> d.useShare().central()).sum();
            if (sum > 1 + OVERUSE_TOLERANCE && !draft.isDoubtful(good)) {
                faults.error(
                        file(Tables.DEPENDENCIES),
                        uses.getFirst().evidence().line(),
                        "use_share",
                        "the uses of '" + good + "' sum to " + Range.plain(sum) + " of its output; expected at most 1 ("
                                + SourcingTable.lines(uses.stream()
                                        .map(d -> d.evidence().line())
                                        .toList()) + ").");
                draft.doubt(good);
            }
        }
    }

    /** Two inputs of one consumer must not stand in for each other, straight or round a ring. */
    private void alternativesHaveNoCycle() {
        DirectedView<Good, StandIn> standIns = dataset.graph().standIns();
        List<List<Good>> all = standIns.loops();
        if (all.isEmpty()) {
            return;
        }
        Map<Good, List<Dependency>> byConsumer = new LinkedHashMap<>();
        for (Dependency dependency : dataset.dependencies()) {
            if (!dependency.alternatives().isEmpty()) {
                byConsumer
                        .computeIfAbsent(dependency.consumer(), unused -> new ArrayList<>())
                        .add(dependency);
            }
        }
        Set<List<Good>> reported = new HashSet<>();
        byConsumer.forEach((consumer, dependencies) -> {
            DirectedView<Good, StandIn> own =
                    standIns.where(edge -> edge.need().consumer().equals(consumer));
            for (List<Good> ring : own.loops()) {
                reported.add(sorted(ring));
                faults.error(
                        file(Tables.ALTERNATIVES),
                        lineOf(ring, dependencies),
                        "alternative",
                        "a cycle of alternatives at '" + consumer + "': " + ring(ring)
                                + "; expected no input to stand in for itself in the end.");
            }
        });
        for (List<Good> ring : all) {
            if (reported.add(sorted(ring)) && ring.size() > 1) {
                faults.warning(
                        file(Tables.ALTERNATIVES),
                        lineOf(ring, dataset.dependencies()),
                        "alternative",
                        "a cycle of alternatives across consumers: " + ring(ring)
                                + "; each is counted on when the other is short.");
            }
        }
    }

    private static List<Good> sorted(List<Good> ring) {
        return ring.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    private static int lineOf(List<Good> ring, List<Dependency> dependencies) {
        for (Dependency dependency : dependencies) {
            for (Alternative alternative : dependency.alternatives()) {
                if (dependency.input().equals(ring.getFirst()) && ring.contains(alternative.good())) {
                    return alternative.evidence().line();
                }
            }
        }
        return 0;
    }

    /** {@code a → b → a}. */
    static String ring(List<Good> ring) {
        return String.join(" → ", ring.stream().map(Good::id).toList()) + " → "
                + ring.getFirst().id();
    }

    /** Whether the input can stop its consumer for good: wholly needed, and nothing bridges a gap. */
    static boolean isDry(Dependency dependency, Set<Dependency> withStock) {
        boolean essential = dependency.criticality().central() >= 1 - 1e-9;
        boolean bridged = dependency.mode() == DependencyMode.CAPITAL
                || (dependency.mode() == DependencyMode.CONSUMED
                        && (dependency.stockWeeks().central() > 0 || withStock.contains(dependency)));
        return essential && !bridged;
    }
}
