package io.chokepoint.study;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Episode.Observation;
import java.util.Optional;

/**
 * What an observation speaks of, in a dataset: a market, or a good's makers.
 *
 * @param market empty of a good
 * @param good empty of a market
 * @param maker the one that is meant, if only one is
 */
record ObservedSubject(Observation seen, Optional<Market> market, Optional<Good> good, Optional<Activity> maker) {

    /** @throws ChokepointException if the dataset does not state it */
    static ObservedSubject of(Observation seen, Dataset dataset) {
        if (seen.ofMarket()) {
            Market market = dataset.findMarket(seen.subject()).orElseThrow(() -> unknown(seen.subject()));
            return new ObservedSubject(seen, Optional.of(market), Optional.empty(), Optional.empty());
        }
        Good good = dataset.findGood(seen.subject()).orElseThrow(() -> unknown(seen.subject()));
        Optional<Activity> maker = seen.provider()
                .map(id -> new Activity(good, dataset.findProvider(id).orElseThrow(() -> unknown(id))));
        return new ObservedSubject(seen, Optional.empty(), Optional.of(good), maker);
    }

    /** Whether an activity is among the makers. */
    boolean has(Activity activity) {
        return maker.map(activity::equals)
                .orElseGet(() -> good.filter(activity.good()::equals).isPresent()
                        && seen.reading().region().has(activity.provider().country()));
    }

    /** Whether what an activity sells to a customer counts as exported. */
    boolean isExport(Activity activity, Customer customer) {
        return has(activity) && seen.reading().to().has(customer.country());
    }

    /** Whether all makers of a good are meant. */
    boolean isWholeGood() {
        return maker.isEmpty() && seen.reading().region().isWorld();
    }

    private static ChokepointException unknown(String id) {
        return new ChokepointException("An observation speaks of '" + id + "', which the dataset does not state.");
    }
}
