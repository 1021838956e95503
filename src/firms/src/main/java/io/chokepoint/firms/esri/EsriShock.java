package io.chokepoint.firms.esri;

/**
 * What stops at first.
 *
 * @param firms the firms that are hit, each once
 * @param down by hit firm, the lost part of its capacity in the downstream cascade, 0 … 1
 * @param up the same for the upstream cascade
 */
public record EsriShock(int[] firms, double[] down, double[] up) {

    /** One firm stops altogether. */
    public static EsriShock stop(int firm) {
        return new EsriShock(new int[] {firm}, new double[] {1}, new double[] {1});
    }
}
