package io.chokepoint.study;

import io.chokepoint.analysis.NodeSweep.Node;

/**
 * How long a node may be down, and what its loss costs while it recovers.
 *
 * @param surviveWeeks longest outage without any loss of the targets
 * @param survivesAll whether that is longer than was looked for
 * @param lostWeeks least loss while the node recovers, in weeks of baseline output, the mean over the targets
 * @param exposure that loss as a part of the largest of all nodes, in [0, 1]; 0 if no node costs anything
 */
public record NodeResilience(Node node, double surviveWeeks, boolean survivesAll, double lostWeeks, double exposure) {}
