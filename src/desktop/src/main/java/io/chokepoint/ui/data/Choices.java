package io.chokepoint.ui.data;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableSchema.Holds;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Countries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the cells of a column may hold, to be chosen from: words, ids of other tables as they are edited, countries, tags. */
final class Choices {
    private static final int MOST = 200;

    private final Supplier<EditedTables> tables;
    /** By table, the ids of a text; taken apart again only when it has changed. */
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(TableText text, Map<String, String> names) {}

    /**
     * One that can be chosen.
     *
     * @param detail what it is, e.g. the name of a good
     */
    record Choice(String value, String detail) {
        boolean matches(String typed) {
            return value.toLowerCase(Locale.ROOT).contains(typed)
                    || detail.toLowerCase(Locale.ROOT).contains(typed);
        }

        boolean startsWith(String typed) {
            return value.toLowerCase(Locale.ROOT).startsWith(typed)
                    || detail.toLowerCase(Locale.ROOT).startsWith(typed);
        }
    }

    Choices(Supplier<EditedTables> tables) {
        this.tables = tables;
    }

    /** Whether a cell holds several values, separated by {@code ;}. */
    static boolean isSeveral(TableSchema.Column column) {
        return column.holds() instanceof Holds.Labels || column.holds() instanceof Holds.Ids ids && ids.several();
    }

    /** Whether anything can be chosen at all. */
    static boolean isOffered(TableSchema.Column column) {
        return !(column.holds() instanceof Holds.Anything);
    }

    /** What is left to choose from once something is typed: what begins with it first. */
    List<Choice> matching(TableSchema table, TableSchema.Column column, String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        List<Choice> first = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        for (Choice choice : all(table, column)) {
            if (choice.startsWith(lower)) {
                first.add(choice);
            } else if (choice.matches(lower)) {
                others.add(choice);
            }
        }
        first.addAll(others);
        return first.subList(0, Math.min(MOST, first.size()));
    }

    private List<Choice> all(TableSchema table, TableSchema.Column column) {
        return switch (column.holds()) {
            case Holds.Anything unused -> List.of();
            case Holds.Words words ->
                words.words().stream().map(word -> new Choice(word, "")).toList();
            case Holds.Country unused ->
                Countries.codes().stream()
                        .map(code -> new Choice(code, Countries.name(code)))
                        .toList();
            case Holds.Labels unused -> labels(table, column.name());
            case Holds.Ids ids ->
                names(ids.table()).entrySet().stream()
                        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                        .toList();
        };
    }

    private List<Choice> labels(TableSchema table, String column) {
        TableText text = tables.get().text(table);
        Known before = known.get(table.name() + "/" + column);
        if (before == null || before.text() != text) {
            before = new Known(text, used(text, column));
            known.put(table.name() + "/" + column, before);
        }
        Map<String, String> words = names(Tables.TAGS.name());
        TreeSet<String> labels = new TreeSet<>(words.keySet());
        labels.addAll(before.names().keySet());
        return labels.stream()
                .map(label -> new Choice(label, words.getOrDefault(label, "")))
                .toList();
    }

    /** The labels that rows have. */
    private static Map<String, String> used(TableText text, String column) {
        Map<String, String> labels = new TreeMap<>();
        for (int row = 0; row < text.size(); row++) {
            for (String label : text.value(row, column).split(";")) {
                if (!label.isBlank()) {
                    labels.put(label.strip(), "");
                }
            }
        }
        return labels;
    }

    /** What an id of a table stands for; null where the table has no such row. */
    @Nullable
    String name(String table, String id) {
        return names(table).get(id);
    }

    /** Ids of a table with their names. */
    Map<String, String> names(String table) {
        TableSchema schema = Tables.ofFile(table + ".csv").orElseThrow();
        TableText text = tables.get().text(schema);
        Known before = known.get(table);
        if (before != null && before.text() == text) {
            return before.names();
        }
        Map<String, String> names = new TreeMap<>();
        int key = text.column(schema.key().getFirst());
        int name = Math.max(text.column("name"), text.column("title"));
        for (int row = 0; row < text.size(); row++) {
            List<String> values = text.values(row);
            if (key >= 0 && key < values.size() && !values.get(key).isBlank()) {
                names.putIfAbsent(values.get(key).strip(), name >= 0 && name < values.size() ? values.get(name) : "");
            }
        }
        known.put(table, new Known(text, names));
        return names;
    }
}
