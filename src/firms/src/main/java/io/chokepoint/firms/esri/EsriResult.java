package io.chokepoint.firms.esri;

import java.util.List;

/**
 * What one shock does.
 *
 * @param indices by column of weights, the indices
 * @param iterations how many steps were made, ≥ 1
 * @param settled whether it ended by the stop rule, not by the limit of steps
 * @param residual the largest fall of any firm's production in the last step; with {@link StopRule#LIMIT} its largest change, up or
 *     down, in one step more than was made
 */
public record EsriResult(List<Index> indices, int iterations, boolean settled, double residual) {

    /**
     * The lost part of all firms' weights.
     *
     * @param esri by each firm's worse side
     * @param down by the downstream cascade alone
     * @param up by the upstream cascade alone
     */
    public record Index(double esri, double down, double up) {}
}
