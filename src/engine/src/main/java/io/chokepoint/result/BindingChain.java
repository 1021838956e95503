package io.chokepoint.result;

import io.chokepoint.model.Activity;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to <em>why</em> (model page, section 6): from an activity that falls short, link by link, back to a restriction.
 *
 * @param links from the activity asked for upstream; empty where it never falls short
 */
public record BindingChain(List<Cause> links) {

    public BindingChain {
        links = List.copyOf(links);
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
