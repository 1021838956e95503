package io.chokepoint.simulation;

import io.chokepoint.result.RunPrices;
import java.util.Optional;

/**
 * The outputs of one run without names and causes, for studies of many runs.
 *
 * @param goods by good of the dataset, then week: output as a part of baseline
 * @param markets by market of the dataset, then week: served part of demand, in [0, 1]
 * @param activities by watched activity, then week: output as a part of its baseline
 * @param prices prices and money; empty unless they were asked for and the dataset says what its goods are worth
 */
public record OutputSeries(double[][] goods, double[][] markets, double[][] activities, Optional<RunPrices> prices) {}
