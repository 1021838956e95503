package io.chokepoint.exchange.xlsx;

import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.Draft;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Row;

/** Lines of the sheet that holds descriptor and scenarios. */
final class FileLines implements XlsxImporter.SheetReader {
    private static final Pattern PATH =
            Pattern.compile("datapackage\\.json|(scenarios|backtests)/[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*\\.json");

    private final String place;
    private final Draft draft;
    private final Map<String, TreeMap<Integer, String>> files = new TreeMap<>();
    private boolean hasHeader;

    FileLines(String place, Draft draft) {
        this.place = place;
        this.draft = draft;
    }

    @Override
    public void row(Row row, boolean from1904) {
        if (!hasHeader) {
            hasHeader = true;
            return;
        }
        String path = text(row, 0, from1904);
        String line = text(row, 1, from1904);
        if (path.isEmpty() && line.isEmpty()) {
            return;
        }
        if (!PATH.matcher(path).matches()) {
            draft.findings()
                    .fault(
                            place,
                            row.getRowNum(),
                            "path",
                            path,
                            "datapackage.json, or a .json file of scenarios or backtests");
            return;
        }
        if (!line.matches("[1-9][0-9]{0,6}")) {
            draft.findings().fault(place, row.getRowNum(), "line", line, "a whole number from 1");
            return;
        }
        if (files.size() > Bounds.FILES) {
            draft.findings().faultAt(place, row.getRowNum(), "path", "is one file too many", "at most " + Bounds.FILES);
            return;
        }
        // Not stripped: the space in front of a line is its own.
        String text = row.hasCell(2) && row.getCell(2) != null
                ? String.valueOf(row.getCell(2).getText())
                : "";
        if (files.computeIfAbsent(path, unused -> new TreeMap<>()).put(Integer.parseInt(line), text) != null) {
            draft.findings().fault(place, row.getRowNum(), "line", line, "each line of a file once");
        }
    }

    private static String text(Row row, int column, boolean from1904) {
        return CellText.of(row.hasCell(column) ? row.getCell(column) : null, from1904)
                .text();
    }

    @Override
    public void end() {
        files.forEach((path, lines) -> draft.file(path, String.join("\n", lines.values()) + "\n"));
        if (!files.isEmpty()) {
            draft.findings().understood("other files: descriptor and scenarios", files.size());
        }
    }
}
