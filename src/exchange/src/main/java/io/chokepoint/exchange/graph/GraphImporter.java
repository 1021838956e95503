package io.chokepoint.exchange.graph;

import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.intake.InputFile;
import io.chokepoint.exchange.intake.RefusedInput;
import io.chokepoint.exchange.links.Links;
import io.chokepoint.exchange.links.NetworkDrafter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.alg.util.Triple;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.EventDrivenImporter;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.jgrapht.nio.gexf.SimpleGEXFEventDrivenImporter;
import org.jgrapht.nio.graphml.GraphMLEventDrivenImporter;
import org.jspecify.annotations.Nullable;

/** A graph file as goods and what they need of each other. */
public final class GraphImporter implements Importer {
    /** What JGraphT's readers hand on as attributes, though it is the edge itself. */
    private static final Set<String> ENDS = Set.of("source", "target");

    private static final String WEIGHT = "weight";

    private final Kind kind;

    /** The formats. */
    public enum Kind {
        GRAPHML("graphml", "GraphML, as networkx, igraph or yEd write it"),
        GEXF("gexf", "GEXF, as Gephi or networkx write it"),
        DOT("dot", "DOT, as Graphviz reads it");

        private final String word;
        private final String description;

        Kind(String word, String description) {
            this.word = word;
            this.description = description;
        }

        String word() {
            return word;
        }

        private GraphGate gate(String text) throws RefusedInput {
            return switch (this) {
                case GRAPHML, GEXF -> XmlGraphGate.check(word, text);
                case DOT -> DotGate.check(text);
            };
        }
    }

    public GraphImporter(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String format() {
        return kind.word;
    }

    @Override
    public String description() {
        return kind.description;
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Findings findings = draft.findings();
        String shown = request.shown();
        Optional<String> text = InputFile.text(request.input(), shown, findings);
        if (text.isEmpty()) {
            return;
        }
        draft.describe(Ids.slug(request.stem()), request.stem(), "");
        Links links = new Links(shown);
        try {
            GraphGate gate = kind.gate(text.get());
            gate.leftOut().forEach((what, why) -> findings.leftOut(what, shown, why));
            if (!gate.isDirected()) {
                links.undirected();
            }
            request.monitor().checkCancelled();
            parse(text.get(), gate, links);
        } catch (RefusedInput refused) {
            refused.report(shown, findings);
            return;
        }
        if (kind == Kind.GEXF) {
            usualWeights(links, findings);
        }
        NetworkDrafter.fill(links, draft);
    }

    /** The format's own default, said aloud: without it a file of Gephi's could not be read. */
    private static void usualWeights(Links links, Findings findings) {
        if (links.edges().stream().noneMatch(edge -> edge.has(WEIGHT))) {
            return;
        }
        for (Links.Edge edge : links.edges()) {
            if (!edge.has(WEIGHT)) {
                edge.set(WEIGHT, "1");
                findings.assumed(
                        "weight of " + edge.source().id() + " -> "
                                + edge.target().id(),
                        "1",
                        "GEXF takes an edge without a weight for 1, and others have one");
            }
        }
    }

    private void parse(String text, GraphGate gate, Links links) throws RefusedInput {
        try {
            switch (kind) {
                case GRAPHML -> {
                    GraphMLEventDrivenImporter reader = new GraphMLEventDrivenImporter();
                    reader.setSchemaValidation(false);
                    run(reader, text, gate, links);
                }
                case GEXF -> {
                    SimpleGEXFEventDrivenImporter reader = new SimpleGEXFEventDrivenImporter();
                    reader.setSchemaValidation(false);
                    run(reader, text, gate, links);
                }
                case DOT -> run(new DOTEventDrivenImporter(), text, gate, links);
            }
        } catch (ImportException broken) {
            throw new RefusedInput(0, "is no " + kind.word + " that can be read: " + reason(broken), "a whole file");
        } catch (StackOverflowError deep) {
            throw new RefusedInput(0, "nests too deep", "a flatter file");
        } catch (RuntimeException broken) {
            // The readers take a file for well made; what the gate lets through can still refer to what is not there.
            throw new RefusedInput(0, "is no " + kind.word + " that can be read", "a whole file");
        }
    }

    private static String reason(ImportException broken) {
        Throwable cause = broken.getCause();
        String words = cause instanceof IllegalArgumentException || cause instanceof ImportException
                ? cause.getMessage()
                : cause == null || cause instanceof NullPointerException
                        ? "something refers to what is not there"
                        : String.valueOf(cause.getMessage());
        return words == null
                ? "something is missing"
                : words.lines().findFirst().orElse("");
    }

    private static <E, R extends BaseEventDrivenImporter<String, E> & EventDrivenImporter<String, E>> void run(
            R reader, String text, GraphGate gate, Links links) {
        Map<E, Links.Edge> latest = new HashMap<>();
        int[] count = {0};
        reader.addVertexConsumer(id -> links.node(id, gate.lineOfNode(id)));
        reader.addVertexAttributeConsumer(
                (of, value) -> set(links.node(of.getFirst(), gate.lineOfNode(of.getFirst())), of.getSecond(), value));
        reader.addEdgeConsumer(
                edge -> latest.put(edge, links.edge(source(edge), target(edge), gate.lineOfEdge(count[0]++))));
        reader.addEdgeAttributeConsumer((of, value) -> {
            Links.Edge edge = latest.get(of.getFirst());
            if (edge != null && !ENDS.contains(of.getSecond())) {
                set(edge, of.getSecond(), value);
            }
        });
        try (Reader in = new StringReader(text)) {
            reader.importInput(in);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void set(Links.Part part, String name, @Nullable Attribute value) {
        if (value != null && value.getValue() != null) {
            part.set(name, value.getValue());
        }
    }

    private static String source(Object edge) {
        return edge instanceof Triple<?, ?, ?> triple
                ? String.valueOf(triple.getFirst())
                : String.valueOf(((Pair<?, ?>) edge).getFirst());
    }

    private static String target(Object edge) {
        return edge instanceof Triple<?, ?, ?> triple
                ? String.valueOf(triple.getSecond())
                : String.valueOf(((Pair<?, ?>) edge).getSecond());
    }
}
