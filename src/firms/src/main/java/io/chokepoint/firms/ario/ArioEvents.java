package io.chokepoint.firms.ario;

import java.util.List;

/**
 * What happens to the industries.
 *
 * @param losses capacity that is lost on given steps; where several touch an industry, the largest counts
 * @param damages capital that is destroyed and rebuilt
 */
public record ArioEvents(List<Loss> losses, List<Damage> damages) {

    /** Nothing happens. */
    public static final ArioEvents NOTHING = new ArioEvents(List.of(), List.of());

    public ArioEvents {
        losses = List.copyOf(losses);
        damages = List.copyOf(damages);
    }

    /**
     * An industry loses a part of its capacity.
     *
     * @param industry which one
     * @param part the lost part, 0 … 1
     * @param first the first step on which it is lost, ≥ 0
     * @param last the last one, ≥ {@code first}
     */
    public record Loss(int industry, double part, int first, int last) {}

    /**
     * Capital of an industry, or of households, is destroyed, and rebuilt by another industry.
     *
     * @param industry whose capital it was; −1 for households, who lose no capacity
     * @param builder the industry that is asked to rebuild it
     * @param amount what is destroyed, in the unit of the flows, ≥ 0
     * @param step on which it happens, ≥ 0
     */
    public record Damage(int industry, int builder, double amount, int step) {}
}
