package io.chokepoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one maker differs from the others in how it gets one input.
 *
 * @param consumer the maker
 * @param input the input good
 * @param mix its suppliers and their parts, summing to 1; empty where it buys by world shares
 * @param stockWeeks its own n, or null for the dependency's
 * @param qualificationWeeks its own q, or null for the dependency's
 * @param needs false where it does without the input
 */
public record SourcingException(
        Activity consumer,
        Good input,
        List<SupplierPart> mix,
        @Nullable Figure stockWeeks,
        @Nullable Figure qualificationWeeks,
        boolean needs,
        Evidence evidence) {

    /** A supplier of the input and its part in the maker's purchases, in [0, 1]. */
    public record SupplierPart(Provider provider, double share, Evidence evidence) {}

    public SourcingException {
        mix = List.copyOf(mix);
    }
}
