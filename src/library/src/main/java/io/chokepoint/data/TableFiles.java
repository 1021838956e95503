package io.chokepoint.data;

import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a dataset folder, some of them as somebody is changing them and not yet as they are on disk.
 *
 * @param edited texts by file name; they count in place of the files
 * @param monitor may cancel the reading of a large table
 */
record TableFiles(Path folder, Map<String, TableText> edited, RunMonitor monitor) {
    TableFiles {
        edited = Map.copyOf(edited);
    }

    /** Opens the text of a table, without a byte order mark. */
    @FunctionalInterface
    interface Source {
        Reader open() throws IOException;
    }

    /** Whether there is anything by the name of a table, readable or not. */
    boolean has(TableSchema table) {
        return edited.containsKey(table.file())
                || Files.exists(folder.resolve(table.file()), LinkOption.NOFOLLOW_LINKS);
    }

    /** The text of a table; null if its file may not be read, and then a fault says why. */
    @Nullable
    Source source(TableSchema table, Faults faults) {
        TableText text = edited.get(table.file());
        if (text != null) {
            String whole = text.text();
            return () -> new StringReader(whole.startsWith("\uFEFF") ? whole.substring(1) : whole);
        }
        Path path = folder.resolve(table.file());
        String file = CsvTable.shown(folder, table.file());
        return InputFiles.mayRead(path, file, CsvTable.MOST_BYTES, faults)
                        && InputFiles.staysWithin(folder, path, file, faults)
                        && TextFiles.isUtf8(path, file, faults)
                ? () -> TextFiles.reader(path)
                : null;
    }
}
