package io.chokepoint.exchange.links;

import io.chokepoint.exchange.intake.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes and edges with their attributes, as a file of another tool has them. Attribute names count without case. Not thread-safe.
 */
public final class Links {
    private final String shown;
    private String file;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean directed = true;
    private String unit = "";

    /** @param shown the input as messages name it */
    public Links(String shown) {
        this.shown = shown;
        this.file = shown;
    }

    /** What is added from now on stands in this file of the input. */
    public void in(String fileShown) {
        file = fileShown;
    }

    /** What nodes and edges have alike. */
    public abstract static sealed class Part {
        private final String file;
        private final int row;
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Part(String file, int row) {
            this.file = file;
            this.row = row;
        }

        /** The file it stands in, as messages name it. */
        public String file() {
            return file;
        }

        /** Where it stands in the file, from 1; 0 where nobody knows. */
        public int row() {
            return row;
        }

        /** The text of an attribute without the spaces around it; empty if there is none. */
        public String get(String name) {
            return attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
        }

        public boolean has(String name) {
            return !get(name).isEmpty();
        }

        public void set(String name, String value) {
            attributes.put(name.toLowerCase(Locale.ROOT), value);
        }

        public Map<String, String> attributes() {
            return Collections.unmodifiableMap(attributes);
        }
    }

    /** A node. */
    public static final class Node extends Part {
        private final String id;

        private Node(String id, String file, int row) {
            super(file, row);
            this.id = id;
        }

        /** As the file has it. */
        public String id() {
            return id;
        }
    }

    /** An edge, from what is needed to what needs it. */
    public static final class Edge extends Part {
        private final Node source;
        private final Node target;

        private Edge(Node source, Node target, String file, int row) {
            super(file, row);
            this.source = source;
            this.target = target;
        }

        public Node source() {
            return source;
        }

        public Node target() {
            return target;
        }

        /** For messages. */
        String words() {
            return source.id() + " -> " + target.id();
        }
    }

    /** The node of this id, made when it is first spoken of. */
    public Node node(String id, int row) {
        return nodes.computeIfAbsent(id, unused -> new Node(id, file, row));
    }

    /** The node of this id, if it was spoken of. */
    public Optional<Node> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Edge edge(String source, String target, int row) {
        Edge edge = new Edge(node(source, row), node(target, row), file, row);
        edges.add(edge);
        return edge;
    }

    /** Whether the bounds allow no more. */
    public boolean isFull() {
        return nodes.size() > Bounds.NODES || edges.size() > Bounds.EDGES;
    }

    /** The file says that its edges have no direction. */
    public void undirected() {
        directed = false;
    }

    /** What quantities are counted in, if the file or its mapping says so. */
    public void unit(String words) {
        unit = words;
    }

    public String shown() {
        return shown;
    }

    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public List<Edge> edges() {
        return Collections.unmodifiableList(edges);
    }

    public boolean isDirected() {
        return directed;
    }

    public String unit() {
        return unit;
    }
}
