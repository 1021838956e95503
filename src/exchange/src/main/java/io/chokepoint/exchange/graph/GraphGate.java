package io.chokepoint.exchange.graph;

import java.util.List;
import java.util.Map;

/**
 * What a first look at a graph file found.
 *
 * @param isDirected whether its edges have a direction
 * @param nodeLines line of each node by its id
 * @param edgeLines line of each edge in the order of the file
 * @param leftOut what the reader passes over, and why
 */
record GraphGate(
        boolean isDirected, Map<String, Integer> nodeLines, List<Integer> edgeLines, Map<String, String> leftOut) {

    int lineOfNode(String id) {
        return nodeLines.getOrDefault(id, 0);
    }

    int lineOfEdge(int place) {
        return place < edgeLines.size() ? edgeLines.get(place) : 0;
    }
}
