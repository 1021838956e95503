package io.chokepoint.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.SpreadsheetText;
import io.chokepoint.data.TableSchema;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.InputFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A draft as a folder: all of it or none. */
final class DatasetFolder {
    /** What the import said, kept beside what it made. */
    static final String REPORT = "IMPORT.txt";

    private DatasetFolder() {}

    /** @throws ChokepointException if something is there already */
    static void requireFree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            if (inside.findAny().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new ChokepointException(folder + " cannot be read: " + InputFile.reason(e), e);
        }
        throw new ChokepointException(folder + (Files.isDirectory(folder) ? " holds files already" : " is a file")
                + "; expected a new folder.");
    }

    /**
     * @param dataset whether it is a dataset, which has a descriptor
     * @throws ChokepointException if it cannot be written; nothing is left of it then
     */
    static void write(Draft draft, Path folder, boolean dataset) {
        try {
            whole(folder, unfinished -> fill(draft, unfinished, dataset));
        } catch (IOException e) {
            throw new ChokepointException(folder + " cannot be written: " + InputFile.reason(e), e);
        }
    }

    private static void fill(Draft draft, Path unfinished, boolean dataset) throws IOException {
        for (DraftTable table : draft.tables().values()) {
            // With no rows too: a descriptor that came along may list it.
            AtomicFile.write(unfinished.resolve(table.schema().file()), out -> write(table, out));
        }
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            AtomicFile.write(unfinished.resolve(file.getKey()), out -> out.write(file.getValue()));
        }
        if (dataset && !draft.files().containsKey(DescriptorWriter.FILE)) {
            String descriptor = DescriptorWriter.of(draft);
            AtomicFile.write(unfinished.resolve(DescriptorWriter.FILE), out -> out.write(descriptor));
        }
        String report = draft.findings().report().text();
        AtomicFile.write(unfinished.resolve(REPORT), out -> out.write(report));
    }

    /** Fills a folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Fills a folder beside the one that is meant, then puts it in its place; nothing is left of it after a failure. */
    static void whole(Path folder, Filling filling) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(unfinished);
            filling.fill(unfinished);
            Files.deleteIfExists(target);
            Files.move(unfinished, target);
        } finally {
            delete(unfinished);
        }
    }

    private static void write(DraftTable table, Writer out) throws IOException {
        List<TableSchema.Column> columns = table.schema().columns();
        // A column that may be left out and holds nothing is left out.
        int[] kept = IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).presence() != TableSchema.Presence.OPTIONAL
                        || table.rows().stream()
                                .anyMatch(row -> !row.cells().get(at).isEmpty()))
                .toArray();
        String[] cells = new String[kept.length];
        // Not closed: the file is its owner's.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        for (int i = 0; i < kept.length; i++) {
            cells[i] = columns.get(kept[i]).name();
        }
        csv.writeRecord(cells);
        for (DraftTable.Row row : table.rows()) {
            for (int i = 0; i < kept.length; i++) {
                String text = CleanText.of(row.cells().get(kept[i]));
                cells[i] = columns.get(kept[i]).type() == TableSchema.Type.TEXT ? SpreadsheetText.guarded(text) : text;
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
