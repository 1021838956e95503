package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes what, by index, and what the dataset says of how single makers buy and sell. Immutable. */
final class Makers {
    final Dataset dataset;
    /** In the order of supply.csv. */
    final List<Activity> activities;
    /** By activity, the place of its good among the dataset's. */
    final int[] goodOf;
    /** By good, where its makers start; those of the number of goods end there. */
    final int[] start;
    /** Makers, good by good. */
    final int[] inOrder;

    private final Map<Activity, Integer> index = new HashMap<>();
    private final Map<Good, int[]> ofGood = new HashMap<>();
    /** By activity, what is stated for it alone; null where nothing is. */
    private final @Nullable List<SourcingException>[] exceptions;

    /** @throws ChokepointException if no maker of a good needs an input that the good depends on */
    Makers(Dataset dataset) {
        this.dataset = dataset;
        this.activities = dataset.supplies().stream().map(Supply::activity).toList();
        for (int i = 0; i < activities.size(); i++) {
            index.put(activities.get(i), i);
        }
        goodOf = new int[activities.size()];
        start = new int[dataset.goods().size() + 1];
        inOrder = new int[activities.size()];
        int place = 0;
        for (Good good : dataset.goods()) {
            int[] own = dataset.suppliesOf(good).stream()
                    .mapToInt(supply -> index(supply.activity()))
                    .toArray();
            ofGood.put(good, own);
            System.arraycopy(own, 0, inOrder, start[place], own.length);
            start[place + 1] = start[place] + own.length;
            for (int i : own) {
                goodOf[i] = place;
            }
            place++;
        }
        exceptions = exceptionsByActivity();
        requireSomebodyNeeds();
    }

    @SuppressWarnings("unchecked") // an array of lists has no other way to be made
    private @Nullable List<SourcingException>[] exceptionsByActivity() {
        @Nullable List<SourcingException>[] all = new List[activities.size()];
        for (SourcingException exception : dataset.sourcing()) {
            Integer maker = index.get(exception.consumer());
            if (maker != null) {
                List<SourcingException> own = all[maker];
                if (own == null) {
                    own = new ArrayList<>(1);
                    all[maker] = own;
                }
                own.add(exception);
            }
        }
        return all;
    }

    private void requireSomebodyNeeds() {
        for (Dependency dependency : dataset.dependencies()) {
            boolean any = false;
            for (int maker : of(dependency.consumer())) {
                any |= needs(maker, dependency.input());
            }
            if (!any) {
                throw new ChokepointException(
                        "No maker of '" + dependency.consumer().id() + "' needs '"
                                + dependency.input().id() + "', but the dataset states that dependency.\n"
                                + "  Maybe every maker has a sourcing exception with needs = no.");
            }
        }
    }

    /** @throws IllegalArgumentException if the dataset does not state the activity */
    int index(Activity activity) {
        Integer place = index.get(activity);
        if (place == null) {
            throw new IllegalArgumentException("no activity '" + activity + "'");
        }
        return place;
    }

    int[] of(Good good) {
        return ofGood.getOrDefault(good, new int[0]);
    }

    /** Brings the values of each good's makers to the sum of 1. */
    void divideBySumOfGood(double[] byActivity) {
        for (Good good : dataset.goods()) {
            double sum = 0;
            int[] own = of(good);
            for (int i : own) {
                sum += byActivity[i];
            }
            for (int i : own) {
                byActivity[i] /= sum;
            }
        }
    }

    /** What the dataset states of how this maker alone gets an input. */
    List<SourcingException> exceptionsOf(int consumer, Good input) {
        List<SourcingException> own = exceptions[consumer];
        if (own == null) {
            return List.of();
        }
        List<SourcingException> ofInput = new ArrayList<>(1);
        for (SourcingException exception : own) {
            if (exception.input().equals(input)) {
                ofInput.add(exception);
            }
        }
        return ofInput;
    }

    boolean needs(int consumer, Good input) {
        for (SourcingException exception : exceptionsOf(consumer, input)) {
            if (!exception.needs()) {
                return false;
            }
        }
        return true;
    }

    /** Whom a sourcing exception names with a part above 0; empty where the maker buys by world shares. */
    Set<Provider> statedSuppliers(int consumer, Good input) {
        Set<Provider> stated = new LinkedHashSet<>();
        for (SourcingException exception : exceptionsOf(consumer, input)) {
            for (SourcingException.SupplierPart part : exception.mix()) {
                if (part.share() > 0) {
                    stated.add(part.provider());
                }
            }
        }
        return stated;
    }

    /** A row for one maker beats the row for every maker of the product. */
    static @Nullable Offer findOffer(Market market, Activity activity) {
        Offer general = null;
        for (Offer offer : market.offers()) {
            if (offer.product().equals(activity.good())) {
                if (offer.provider() == null) {
                    general = offer;
                } else if (offer.provider().equals(activity.provider())) {
                    return offer;
                }
            }
        }
        return general;
    }

    /**
     * Activities in an order in which customers come before their suppliers, as far as loops allow: see {@link
     * io.chokepoint.model.DirectedView#downstreamFirst()}.
     */
    int[] downstreamFirst() {
        return dataset.graph().dependencies().downstreamFirst().stream()
                .flatMapToInt(good -> Arrays.stream(of(good)))
                .toArray();
    }
}
