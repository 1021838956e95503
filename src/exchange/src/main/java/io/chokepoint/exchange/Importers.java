package io.chokepoint.exchange;

import io.chokepoint.exchange.controls.ControlsImporter;
import io.chokepoint.exchange.eto.EtoImporter;
import io.chokepoint.exchange.graph.GraphImporter;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.mrio.MrioImporter;
import io.chokepoint.exchange.table.CsvImporter;
import io.chokepoint.exchange.table.SankeyImporter;
import io.chokepoint.exchange.xlsx.XlsxImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats that can be read: the one list, for command line and window. */
public final class Importers {
    private static final List<Importer> ALL = List.of(
            new XlsxImporter(),
            new CsvImporter(),
            new GraphImporter(GraphImporter.Kind.GRAPHML),
            new GraphImporter(GraphImporter.Kind.GEXF),
            new GraphImporter(GraphImporter.Kind.DOT),
            new SankeyImporter(),
            new MrioImporter(),
            new EtoImporter(),
            new ControlsImporter());

    private static final Set<String> ENDINGS =
            Set.of("xlsx", "graphml", "xml", "gexf", "dot", "gv", "csv", "tsv", "txt");

    private Importers() {}

    /** In the order of the documentation. */
    public static List<Importer> all() {
        return ALL;
    }

    public static Optional<Importer> find(String format) {
        return ALL.stream().filter(each -> each.format().equals(format)).findFirst();
    }

    /** Whether a file or folder has the name, or a folder the files, that another tool gives; a folder that is a dataset has not. */
    public static boolean isOther(Path input) {
        if (Files.isDirectory(input)) {
            return !Files.exists(input.resolve("datapackage.json"))
                    && !guess(input).format().equals("csv");
        }
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The format that a file or folder most likely has, by its name, or by the names of what lies in it; the user may know better. */
    public static Importer guess(Path input) {
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        String format;
        if (Files.isDirectory(input)) {
            format = Files.exists(input.resolve("provision.csv"))
                    ? "eto"
                    : Files.exists(input.resolve("Z.txt")) || Files.exists(input.resolve("A.txt")) ? "mrio" : "csv";
        } else {
            format = switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "xlsx" -> "xlsx";
                case "graphml", "xml" -> "graphml";
                case "gexf" -> "gexf";
                case "dot", "gv" -> "dot";
                default ->
                    name.contains("sankey")
                            ? "sankey"
                            : name.matches(".*(control|measure|restriction|licen[cs]e|sanction).*")
                                    ? "controls"
                                    : "csv";
            };
        }
        return find(format).orElseThrow();
    }
}
