package io.chokepoint.result;

import io.chokepoint.model.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to <em>why</em> (model page, section 6): from an activity that falls short, link by link, back to a restriction.
 *
 * @param links from the activity asked for upstream; empty where it never falls short
 */
public record BindingChain(List<Cause> links) {

    public BindingChain {
        links = List.copyOf(links);
    }

    /** The supplier at whose restricted flow the chain ends, if it ends so. */
    public Optional<Activity> restrictedSupplier() {
        return links.isEmpty() || !links.getLast().flowRestricted()
                ? Optional.empty()
                : links.getLast().supplier();
    }

    /** Every activity on the chain, from the one asked for to the last supplier. */
    public List<Activity> activities() {
        List<Activity> all = new ArrayList<>();
        for (Cause link : links) {
            all.add(link.activity());
        }
        if (!links.isEmpty()) {
            links.getLast().supplier().filter(last -> !all.contains(last)).ifPresent(all::add);
        }
        return List.copyOf(all);
    }
}
