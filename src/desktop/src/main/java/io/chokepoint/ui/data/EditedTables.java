package io.chokepoint.ui.data;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.ui.support.FileStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The tables of a dataset folder while they are edited. Immutable; compared by identity, as each step of undo is another one. */
final class EditedTables {
    private final Map<String, TableText> byFile;

    /** @param byFile the tables that are there, by file name */
    EditedTables(Map<String, TableText> byFile) {
        this.byFile = Map.copyOf(byFile);
    }

    /**
     * What a folder holds.
     *
     * @param stamp of the bytes that the texts were made of
     */
    record Read(EditedTables tables, FileStamp stamp) {}

    /**
     * Reads the tables of a folder. Takes a moment; not for the UI thread.
     *
     * @throws IOException if one of them cannot be read or is not UTF-8, which could not be given back as it was
     */
    static Read read(Path folder) throws IOException {
        FileStamp stamp = stamp(folder);
        Map<String, TableText> texts = new LinkedHashMap<>();
        for (TableSchema table : Tables.all()) {
            Path file = folder.resolve(table.file());
            if (Files.isRegularFile(file)) {
                texts.put(table.file(), TableText.read(Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        return new Read(new EditedTables(texts), stamp);
    }

    static FileStamp stamp(Path folder) throws IOException {
        return FileStamp.of(
                Tables.all().stream().map(table -> folder.resolve(table.file())).toList());
    }

    /** Whether the folder has the table, or will have it once it is saved. */
    boolean has(TableSchema table) {
        return byFile.containsKey(table.file());
    }

    /** A table; without rows where the folder lacks it. */
    TableText text(TableSchema table) {
        return byFile.getOrDefault(table.file(), EmptyTables.of(table));
    }

    EditedTables with(TableSchema table, TableText text) {
        Map<String, TableText> others = new LinkedHashMap<>(byFile);
        others.put(table.file(), text);
        return new EditedTables(others);
    }

    EditedTables with(TableSchema table, UnaryOperator<TableText> change) {
        TableText before = text(table);
        TableText after = change.apply(before);
        return after == before ? this : with(table, after);
    }

    /** The tables that differ from those of another state, by file name. */
    Map<String, TableText> differing(EditedTables from) {
        Map<String, TableText> changed = new LinkedHashMap<>();
        byFile.forEach((file, text) -> {
            if (from.byFile.get(file) != text) {
                changed.put(file, text);
            }
        });
        return changed;
    }

    /** The tables of this state that another lacks or has otherwise, and those that only the other has. */
    List<TableSchema> changed(EditedTables from) {
        List<TableSchema> changed = new ArrayList<>();
        for (TableSchema table : Tables.all()) {
            if (byFile.get(table.file()) != from.byFile.get(table.file())) {
                changed.add(table);
            }
        }
        return changed;
    }

    /** Those of some files as they are here, all others as there. */
    EditedTables takingFrom(EditedTables there, Collection<String> except) {
        Map<String, TableText> mixed = new LinkedHashMap<>(there.byFile);
        for (String file : except) {
            TableText mine = byFile.get(file);
            if (mine != null) {
                mixed.put(file, mine);
            }
        }
        return new EditedTables(mixed);
    }

    /** One for each table, so that one that is not there stays the same object. */
    private static final class EmptyTables {
        private static final Map<String, TableText> ALL = all();

        private static Map<String, TableText> all() {
            Map<String, TableText> empty = new LinkedHashMap<>();
            Tables.all().forEach(table -> empty.put(table.file(), TableText.of(table)));
            return empty;
        }

        static TableText of(TableSchema table) {
            return ALL.getOrDefault(table.file(), TableText.of(table));
        }
    }
}
