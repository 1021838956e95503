package io.chokepoint.cli;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.text.Countries;

/** Names of nodes as tables show them. Files keep the code of a country, which programs look for. */
final class NodeNames {
    private NodeNames() {}

    static String of(Node node) {
        return node.kind() == Kind.COUNTRY ? Countries.name(node.id()) : node.name();
    }
}
