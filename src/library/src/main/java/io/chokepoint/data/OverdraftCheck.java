package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.SourcingException.SupplierPart;
import io.chokepoint.model.Supply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether every maker can serve its customers at baseline: F(j) = x̄_j − Σ Z(j,i) − markets ≥ −1e-9, with central values (model
 * page, section 2). Computed here from the rows, apart from the compiled network.
 */
final class OverdraftCheck {
    private static final double TOLERANCE = 1e-9;
    private static final int NAMED_CUSTOMERS = 3;

    private final Path folder;
    private final DatasetDraft draft;
    private final Dataset dataset;
    private final Map<Activity, Double> output = new HashMap<>();
    private final Map<Activity, List<Sale>> sales = new LinkedHashMap<>();

    /** A part of a maker's output that goes to one customer. */
    private record Sale(String customer, double amount) {}

    OverdraftCheck(Path folder, DatasetDraft draft, Dataset dataset) {
        this.folder = folder;
        this.draft = draft;
        this.dataset = dataset;
    }

    void run() {
        if (!draft.isComplete(Tables.SUPPLY) || !draft.isComplete(Tables.SOURCING)) {
            return;
        }
        for (Good good : dataset.goods()) {
            List<Supply> makers = dataset.suppliesOf(good);
            double sum = makers.stream().mapToDouble(s -> s.share().central()).sum();
            makers.forEach(s -> output.put(s.activity(), s.share().central() / sum));
        }
        Map<List<Object>, SourcingException> exceptions = new HashMap<>();
        for (SourcingException exception : dataset.sourcing()) {
            exceptions.put(List.of(exception.consumer(), exception.input()), exception);
        }
        for (Dependency dependency : dataset.dependencies()) {
            sell(dependency, exceptions);
        }
        for (Market market : dataset.markets()) {
            sell(market);
        }
        Set<Good> unsure = unsure();
        for (Supply supply : dataset.supplies()) {
            if (!unsure.contains(supply.good())) {
                judge(supply);
            }
        }
    }

    /** Goods whose own rows, or rows of whose users, are at fault: their balance says nothing. */
    private Set<Good> unsure() {
        Set<Good> unsure = new HashSet<>();
        for (Good good : dataset.goods()) {
            boolean doubtful = draft.isDoubtful(good)
                    || dataset.usesOf(good).stream().anyMatch(d -> draft.isDoubtful(d.consumer()));
            if (doubtful) {
                unsure.add(good);
            }
        }
        return unsure;
    }

    private void sell(Dependency dependency, Map<List<Object>, SourcingException> exceptions) {
        List<Supply> buyers = new ArrayList<>();
        double total = 0;
        for (Supply buyer : dataset.suppliesOf(dependency.consumer())) {
            SourcingException exception = exceptions.get(List.of(buyer.activity(), dependency.input()));
            if (exception == null || exception.needs()) {
                buyers.add(buyer);
                total += output(buyer);
            }
        }
        Good input = dependency.input();
        for (Supply buyer : buyers) {
            double bought = dependency.useShare().central() * output(buyer) / total;
            SourcingException exception = exceptions.get(List.of(buyer.activity(), input));
            String name = buyer.activity().toString();
            if (exception != null && !exception.mix().isEmpty()) {
                double parts = exception.mix().stream()
                        .mapToDouble(SupplierPart::share)
                        .sum();
                for (SupplierPart part : exception.mix()) {
                    sell(new Activity(input, part.provider()), name, bought * part.share() / parts);
                }
            } else {
                for (Supply maker : dataset.suppliesOf(input)) {
                    sell(maker.activity(), name, bought * output(maker));
                }
            }
        }
    }

    private void sell(Market market) {
        Map<Activity, Offer> best = new LinkedHashMap<>();
        for (Offer offer : market.offers()) {
            for (Supply maker : dataset.suppliesOf(offer.product())) {
                Provider only = offer.provider();
                if (only == null) {
                    best.putIfAbsent(maker.activity(), offer);
                } else if (only.equals(maker.provider())) {
                    best.put(maker.activity(), offer);
                }
            }
        }
        for (Supply supply : dataset.supplies()) {
            Offer offer = best.get(supply.activity());
            if (offer != null) {
                sell(
                        supply.activity(),
                        "market " + market.id(),
                        offer.useShare().central() * output(supply));
            }
        }
    }

    /** x̄: the share, brought to a sum of exactly 1. */
    private double output(Supply maker) {
        return output.getOrDefault(maker.activity(), 0.0);
    }

    private void sell(Activity maker, String customer, double amount) {
        if (amount > 0) {
            sales.computeIfAbsent(maker, unused -> new ArrayList<>()).add(new Sale(customer, amount));
        }
    }

    private void judge(Supply supply) {
        List<Sale> sold = sales.getOrDefault(supply.activity(), List.of());
        double sum = sold.stream().mapToDouble(Sale::amount).sum();
        double share = output(supply);
        double over = sum - share;
        if (over <= TOLERANCE) {
            return;
        }
        List<String> largest = sold.stream()
                .sorted((a, b) -> Double.compare(b.amount(), a.amount()))
                .limit(NAMED_CUSTOMERS)
                .map(sale -> sale.customer() + " " + rounded(sale.amount()))
                .toList();
        draft.faults.error(
                CsvTable.shown(folder, Tables.SUPPLY.file()),
                supply.evidence().line(),
                "share",
                "maker '" + supply.provider() + "' of good '" + supply.good() + "' is overdrawn by " + rounded(over)
                        + ": its customers take " + rounded(sum) + " of the world's output, but its share is "
                        + rounded(share) + ". Largest: " + Hints.list(largest) + ".");
    }

    private static String rounded(double value) {
        return value < 1e-4 ? String.format(Locale.ROOT, "%.2g", value) : Range.plain(Math.round(value * 1e6) / 1e6);
    }
}
