package io.chokepoint.exchange;

import io.chokepoint.exchange.graph.GraphExporter;
import io.chokepoint.exchange.graph.GraphImporter;
import io.chokepoint.exchange.outlet.Exporter;
import io.chokepoint.exchange.xlsx.XlsxExporter;
import java.util.List;
import java.util.Optional;

/** The formats that can be written: the one list, for command line and window. */
public final class Exporters {
    private static final List<Exporter> ALL = List.of(
            new XlsxExporter(),
            new GraphExporter(GraphImporter.Kind.GRAPHML),
            new GraphExporter(GraphImporter.Kind.GEXF),
            new GraphExporter(GraphImporter.Kind.DOT),
            new DataPackageExporter());

    private Exporters() {}

    /** In the order of the documentation. */
    public static List<Exporter> all() {
        return ALL;
    }

    public static Optional<Exporter> find(String format) {
        return ALL.stream().filter(each -> each.format().equals(format)).findFirst();
    }
}
