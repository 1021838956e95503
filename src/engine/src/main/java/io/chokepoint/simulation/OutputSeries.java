package io.chokepoint.simulation;

/**
 * The outputs of one run without names and causes, for studies of many runs.
 *
 * @param goods by good of the dataset, then week: output as a part of baseline
 * @param markets by market of the dataset, then week: served part of demand, in [0, 1]
 * @param activities by watched activity, then week: output as a part of its baseline
 */
public record OutputSeries(double[][] goods, double[][] markets, double[][] activities) {}
