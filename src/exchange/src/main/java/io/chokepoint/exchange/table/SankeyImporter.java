package io.chokepoint.exchange.table;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.intake.InputFile;
import io.chokepoint.exchange.links.Links;
import io.chokepoint.exchange.links.NetworkDrafter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flow table: the columns source, target and value, or lines {@code source [value] target} as SankeyMATIC reads them. Only proportions are used, so the
 * unit may stay unsaid.
 */
public final class SankeyImporter implements Importer {
    private static final Pattern FLOW =
            Pattern.compile("\\s*(\\S.*?)\\s*\\[\\s*([^\\]]+?)\\s*]\\s*([^#\\s][^#]*?)\\s*(#[0-9A-Fa-f.]*)?\\s*");

    private static final Map<String, String> NAMES = Map.of(
            "source", "source", "from", "source", "target", "target", "to", "target", "value", "value", "weight",
            "value");

    @Override
    public String format() {
        return "sankey";
    }

    @Override
    public String description() {
        return "a table of source, target and value, or SankeyMATIC's lines";
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Findings findings = draft.findings();
        String shown = request.shown();
        Path file = request.input();
        if (!InputFile.mayRead(file, shown, Bounds.TABLE_BYTES, findings)) {
            return;
        }
        draft.describe(Ids.slug(request.stem()), request.stem(), "");
        Links links = new Links(shown);
        NumberCell numbers = new NumberCell(request.locale(), findings);
        if (isLines(file)) {
            lines(file, shown, links, numbers, findings);
        } else {
            DelimitedText.read(
                    file, shown, TableFiles.separator(file), findings, new Table(shown, links, numbers, findings));
        }
        if (!findings.hasFaults()) {
            NetworkDrafter.fill(links, draft);
        }
    }

    /** Whether the first line that says anything is a flow in brackets. */
    private static boolean isLines(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(1 << 16);
        }
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !isRemark(line))
                .findFirst()
                .filter(line -> FLOW.matcher(line).matches())
                .isPresent();
    }

    private static boolean isRemark(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("//") || text.startsWith("'") || text.startsWith(":");
    }

    private static void lines(Path file, String shown, Links links, NumberCell numbers, Findings findings)
            throws IOException {
        String text = InputFile.text(file, shown, findings).orElse("");
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (isRemark(line)) {
                continue;
            }
            Matcher flow = FLOW.matcher(line);
            if (!flow.matches()) {
                findings.fault(shown, number, "", line.strip(), "source [value] target");
            } else if (!links.isFull()) {
                numbers.put(
                        links.edge(flow.group(1), flow.group(3), number),
                        "value",
                        "value",
                        flow.group(2),
                        false,
                        false);
            }
        }
    }

    /** Rows with columns for both ends and the value. */
    private static final class Table implements DelimitedText.Reader {
        private final String shown;
        private final Links links;
        private final NumberCell numbers;
        private final Findings findings;
        private String source = "";
        private String target = "";
        private String value = "";

        private Table(String shown, Links links, NumberCell numbers, Findings findings) {
            this.shown = shown;
            this.links = links;
            this.numbers = numbers;
            this.findings = findings;
        }

        @Override
        public boolean header(List<String> columns) {
            for (String column : columns) {
                switch (NAMES.getOrDefault(column.toLowerCase(Locale.ROOT), "")) {
                    case "source" -> source = column;
                    case "target" -> target = column;
                    case "value" -> value = column;
                    default ->
                        findings.leftOut(
                                "the column '" + column + "'", shown, "a flow is a source, a target and a value");
                }
            }
            if (source.isEmpty() || target.isEmpty() || value.isEmpty()) {
                findings.faultAt(
                        shown,
                        1,
                        "",
                        "has the columns " + Amounts.list(columns, 20),
                        "source, target and value, or lines such as 'source [12] target'");
                return false;
            }
            return true;
        }

        @Override
        public void row(DelimitedText.Row row) {
            for (String column : List.of(source, target, value)) {
                if (row.get(column).isEmpty()) {
                    findings.fault(shown, row.line(), column, "", "a " + NAMES.get(column.toLowerCase(Locale.ROOT)));
                    return;
                }
            }
            numbers.put(
                    links.edge(row.get(source), row.get(target), row.line()),
                    "value",
                    value,
                    row.get(value),
                    false,
                    false);
        }

        @Override
        public boolean isFull() {
            return links.isFull();
        }
    }
}
