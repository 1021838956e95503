package io.chokepoint.exchange.intake;

import io.chokepoint.data.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A dataset in the making: rows by table, other files by name, what is to be said of it. Not thread-safe. */
public final class Draft {
    private final Findings findings = new Findings();
    private final Map<String, DraftTable> tables = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private String name = "";
    private String title = "";
    private String description = "";
    private String licence = "";

    public Findings findings() {
        return findings;
    }

    /** The table of this schema, made when it is first asked for. */
    public DraftTable table(TableSchema schema) {
        return tables.computeIfAbsent(schema.name(), unused -> new DraftTable(schema, findings));
    }

    /** Those that were asked for, by name. */
    public Map<String, DraftTable> tables() {
        return Collections.unmodifiableMap(tables);
    }

    /**
     * Adds a text file of the dataset beside its tables.
     *
     * @param path within the folder, e.g. {@code scenarios/x.json}; a {@code datapackage.json} replaces the one that is drafted
     */
    public void file(String path, String text) {
        files.put(path, text);
    }

    /** Path and text. */
    public Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }

    /** @param id of the dataset: lower-case letters, digits, dots, dashes, underscores, as Data Package asks for */
    public void describe(String id, String titleInWords, String descriptionInWords) {
        name = id;
        title = titleInWords;
        description = descriptionInWords;
    }

    /** The licence in words, if the input states it. */
    public void licence(String words) {
        licence = words;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String licence() {
        return licence;
    }
}
