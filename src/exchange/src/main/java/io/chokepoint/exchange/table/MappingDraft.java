package io.chokepoint.exchange.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.SpreadsheetText;
import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping drafted from the names of columns; units are taken from brackets in a name, otherwise left to the user. */
final class MappingDraft {
    private static final Pattern UNIT = Pattern.compile("(.+?)\\s*[(\\[]([^)\\]]{1,20})[)\\]]\\s*");

    /** Words of headers, in lower case without anything but letters, and what they mean in a list of edges. */
    private static final Map<String, String> OF_EDGES = Map.ofEntries(
            Map.entry("source", "edge.source"),
            Map.entry("from", "edge.source"),
            Map.entry("input", "edge.source"),
            Map.entry("inputgood", "edge.source"),
            Map.entry("upstream", "edge.source"),
            Map.entry("target", "edge.target"),
            Map.entry("to", "edge.target"),
            Map.entry("consumer", "edge.target"),
            Map.entry("output", "edge.target"),
            Map.entry("downstream", "edge.target"),
            Map.entry("weight", "edge.quantity"),
            Map.entry("value", "edge.quantity"),
            Map.entry("quantity", "edge.quantity"),
            Map.entry("amount", "edge.quantity"),
            Map.entry("volume", "edge.quantity"),
            Map.entry("unit", "edge.unit"));

    private static final Map<String, String> OF_MAKERS = Map.ofEntries(
            Map.entry("provider", "supply.provider"),
            Map.entry("maker", "supply.provider"),
            Map.entry("producer", "supply.provider"),
            Map.entry("company", "supply.provider"),
            Map.entry("supplier", "supply.provider"),
            Map.entry("good", "supply.good"),
            Map.entry("product", "supply.good"),
            Map.entry("commodity", "supply.good"),
            Map.entry("share", "supply.share"),
            Map.entry("marketshare", "supply.share"),
            Map.entry("quantity", "supply.quantity"),
            Map.entry("production", "supply.quantity"),
            Map.entry("amount", "supply.quantity"),
            Map.entry("country", "supply.country"),
            Map.entry("year", "supply.year"),
            Map.entry("unit", "supply.unit"));

    private static final Map<String, String> OF_NODES = Map.ofEntries(
            Map.entry("id", "node.id"),
            Map.entry("node", "node.id"),
            Map.entry("name", "node.name"),
            Map.entry("label", "node.name"),
            Map.entry("type", "node.type"),
            Map.entry("country", "node.country"),
            Map.entry("kind", "node.kind"),
            Map.entry("stage", "node.stage"),
            Map.entry("tags", "node.tags"),
            Map.entry("description", "node.description"));

    private MappingDraft() {}

    static String of(List<Path> files, Findings findings) throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(Mapping.COLUMNS);
        for (Path file : files) {
            String shown = TableFiles.shown(file);
            List<String> columns = DelimitedText.header(file, shown, TableFiles.separator(file), findings)
                    .orElse(List.of());
            lines(files.size() > 1 ? TableFiles.name(file) : "", columns, csv);
        }
        csv.flush();
        return text.toString();
    }

    private static void lines(String file, List<String> columns, CsvWriter csv) {
        Map<String, String> words = words(columns);
        Set<String> given = new HashSet<>();
        for (String column : columns) {
            Matcher unit = UNIT.matcher(column);
            boolean hasUnit = unit.matches();
            String means = words.getOrDefault(plain(hasUnit ? unit.group(1) : column), "");
            if (means.isEmpty() || !given.add(means)) {
                String own = words == OF_NODES ? "node." : words == OF_MAKERS ? "supply." : "edge.";
                String named = own + column.strip().toLowerCase(Locale.ROOT);
                means = Meaning.words().contains(named) && given.add(named) ? named : "";
            }
            boolean needsUnit = !means.isEmpty()
                    && (Meaning.of(means).isQuantity() || Meaning.of(means).isPart());
            String stated = !needsUnit ? "" : hasUnit ? unit.group(2) : Mapping.UNKNOWN;
            String note = means.isEmpty()
                    ? "left out unless 'means' says what it is"
                    : needsUnit
                            ? hasUnit ? "the unit is that of the header; check it" : "put the unit in place of ?"
                            : "";
            csv.writeRecord(guarded(file), guarded(column), means, guarded(stated), note);
        }
    }

    private static String guarded(String text) {
        return SpreadsheetText.guarded(CleanText.of(text));
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
    }

    /** What sort of list it is: the one most of whose words the header has. */
    private static Map<String, String> words(List<String> columns) {
        Map<String, String> best = OF_EDGES;
        long most = -1;
        for (Map<String, String> candidate : List.of(OF_EDGES, OF_MAKERS, OF_NODES)) {
            long count = columns.stream()
                    .map(column -> plain(UNIT.matcher(column).replaceAll("$1")))
                    .filter(candidate::containsKey)
                    .count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }
}
