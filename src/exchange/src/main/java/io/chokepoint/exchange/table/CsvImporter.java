package io.chokepoint.exchange.table;

import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.links.Links;
import io.chokepoint.exchange.links.NetworkDrafter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Any list of nodes, edges or makers, one file or a folder of them, by a mapping of its columns. */
public final class CsvImporter implements Importer {

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String description() {
        return "any list of nodes, edges or makers, with a mapping of its columns";
    }

    @Override
    public boolean takesMapping() {
        return true;
    }

    @Override
    public String suggest(ImportRequest request, Findings findings) throws IOException {
        return MappingDraft.of(TableFiles.of(request.input(), findings), findings);
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Findings findings = draft.findings();
        if (request.mapping().isEmpty()) {
            findings.faultAt(
                    request.shown(),
                    0,
                    "",
                    "its columns can mean anything",
                    "a mapping with --mapping F; --suggest drafts one");
            return;
        }
        Mapping mapping = Mapping.read(request.mapping().get(), findings);
        List<Path> files = TableFiles.of(request.input(), findings);
        if (findings.hasFaults()) {
            return;
        }
        draft.describe(Ids.slug(request.stem()), request.stem(), "");
        Links links = new Links(request.shown());
        Units units = new Units();
        NumberCell numbers = new NumberCell(request.locale(), findings);
        // Nodes first, so that edges find them.
        List<Path> later = new ArrayList<>();
        for (Path file : files) {
            boolean hasNodes = mapping.of(TableFiles.name(file)).stream()
                    .anyMatch(line -> line.meaning()
                            .filter(known -> known.of().equals(Meaning.NODE))
                            .isPresent());
            if (hasNodes) {
                read(file, mapping, links, units, numbers, findings);
            } else {
                later.add(file);
            }
        }
        for (Path file : later) {
            request.monitor().checkCancelled();
            read(file, mapping, links, units, numbers, findings);
        }
        if (!findings.hasFaults()) {
            links.unit(String.join(", ", units.stated));
            NetworkDrafter.fill(links, draft);
        }
    }

    /** The units that were stated. */
    private static final class Units {
        private final Set<String> stated = new HashSet<>();
    }

    private static void read(
            Path file, Mapping mapping, Links links, Units units, NumberCell numbers, Findings findings)
            throws IOException {
        String shown = TableFiles.shown(file);
        links.in(shown);
        DelimitedText.read(
                file,
                shown,
                TableFiles.separator(file),
                findings,
                new Rows(shown, mapping.of(TableFiles.name(file)), links, units, numbers, findings));
    }

    /** The rows of one file. */
    private static final class Rows implements DelimitedText.Reader {
        private final String shown;
        private final List<Mapping.Line> lines;
        private final Links links;
        private final Units units;
        private final NumberCell numbers;
        private final Findings findings;

        private Rows(
                String shown,
                List<Mapping.Line> lines,
                Links links,
                Units units,
                NumberCell numbers,
                Findings findings) {
            this.shown = shown;
            this.lines =
                    lines.stream().filter(line -> line.meaning().isPresent()).toList();
            this.links = links;
            this.units = units;
            this.numbers = numbers;
            this.findings = findings;
            Map<String, Mapping.Line> byColumn = new HashMap<>();
            lines.forEach(line -> byColumn.putIfAbsent(line.column(), line));
            this.known = byColumn;
        }

        private final Map<String, Mapping.Line> known;

        @Override
        public boolean header(List<String> columns) {
            for (String column : columns) {
                Mapping.Line line = known.get(column);
                if (line == null || line.meaning().isEmpty()) {
                    findings.leftOut(
                            "the column '" + column + "'",
                            shown,
                            line == null ? "the mapping does not name it" : "the mapping gives it no meaning");
                }
            }
            for (Mapping.Line line : lines) {
                if (!columns.contains(line.column())) {
                    findings.fault(shown, 1, line.column(), "", "the column that the mapping names");
                }
            }
            if (lines.isEmpty()) {
                findings.leftOut("the file", shown, "the mapping gives none of its columns a meaning");
                return false;
            }
            return needs(Meaning.EDGE, "source", "target")
                    && needs(Meaning.SUPPLY, "provider", "good")
                    && needs(Meaning.NODE, "id");
        }

        /** Whether what names an edge or a node is mapped, if anything of it is. */
        private boolean needs(String of, String... names) {
            if (lines.stream().noneMatch(line -> is(line, of))) {
                return true;
            }
            for (String name : names) {
                if (column(of, name).isEmpty()) {
                    findings.faultAt(shown, 1, "", "the mapping names no column for " + of + "." + name, "one");
                    return false;
                }
            }
            return true;
        }

        private static boolean is(Mapping.Line line, String of) {
            return line.meaning().filter(meaning -> meaning.of().equals(of)).isPresent();
        }

        private Optional<String> column(String of, String name) {
            return lines.stream()
                    .filter(line -> line.meaning()
                            .filter(meaning -> meaning.equals(new Meaning(of, name)))
                            .isPresent())
                    .map(Mapping.Line::column)
                    .findFirst();
        }

        private String cell(DelimitedText.Row row, String of, String name) {
            return column(of, name).map(row::get).orElse("");
        }

        @Override
        public void row(DelimitedText.Row row) {
            if (column(Meaning.NODE, "id").isPresent() && present(row, Meaning.NODE, "id")) {
                fill(links.node(cell(row, Meaning.NODE, "id"), row.line()), row, Meaning.NODE, Set.of("id"));
            }
            if (column(Meaning.EDGE, "source").isPresent()
                    && present(row, Meaning.EDGE, "source")
                    && present(row, Meaning.EDGE, "target")) {
                Links.Edge edge =
                        links.edge(cell(row, Meaning.EDGE, "source"), cell(row, Meaning.EDGE, "target"), row.line());
                fill(edge, row, Meaning.EDGE, Set.of("source", "target"));
            }
            if (column(Meaning.SUPPLY, "good").isPresent()
                    && present(row, Meaning.SUPPLY, "provider")
                    && present(row, Meaning.SUPPLY, "good")) {
                supply(row);
            }
        }

        @Override
        public boolean isFull() {
            return links.isFull();
        }

        private boolean present(DelimitedText.Row row, String of, String name) {
            String column = column(of, name).orElse("");
            if (row.get(column).isEmpty()) {
                findings.fault(shown, row.line(), column, "", "what names the " + of);
                return false;
            }
            return true;
        }

        private void supply(DelimitedText.Row row) {
            String provider = cell(row, Meaning.SUPPLY, "provider");
            Links.Node maker = links.find(provider)
                    .filter(node -> node.get("type").equals("provider"))
                    .orElseGet(() -> links.node("provider:" + provider, row.line()));
            if (!maker.has("type")) {
                maker.set("type", "provider");
                maker.set("name", provider);
            }
            String country = cell(row, Meaning.SUPPLY, "country");
            if (!country.isEmpty()) {
                maker.set("country", country);
            }
            Links.Edge edge = links.edge(maker.id(), cell(row, Meaning.SUPPLY, "good"), row.line());
            fill(edge, row, Meaning.SUPPLY, Set.of("provider", "good", "country"));
        }

        /** Takes over the other cells of a row. */
        private void fill(Links.Part part, DelimitedText.Row row, String of, Set<String> names) {
            for (Mapping.Line line : lines) {
                Meaning meaning = line.meaning().orElseThrow();
                String text = row.get(line.column());
                if (!meaning.of().equals(of) || names.contains(meaning.name()) || text.isEmpty()) {
                    continue;
                }
                if (meaning.name().equals("unit")) {
                    unit(text, line, row);
                } else if (meaning.isNumber()) {
                    if (meaning.isQuantity()) {
                        unit(line.unit(), line, row);
                    }
                    numbers.put(
                            part,
                            meaning.name(),
                            line.column(),
                            text,
                            line.unit().equals(Mapping.PERCENT),
                            meaning.isPart());
                } else {
                    part.set(meaning.name(), text);
                }
            }
        }

        /** One unit for all quantities: sums of different ones mean nothing. */
        private void unit(String unit, Mapping.Line line, DelimitedText.Row row) {
            units.stated.add(unit);
            if (units.stated.size() > 1) {
                findings.fault(
                        shown,
                        row.line(),
                        line.column(),
                        unit,
                        "one unit for all quantities, as sums are taken of them");
            }
        }
    }
}
