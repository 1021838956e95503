package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes rows of one table as they come, so that a table may be longer than memory. Numbers have full precision and {@code .} as
 * the decimal sign, whatever the locale. Closing it ends the table and flushes, but leaves the underlying writer open.
 */
public interface RowWriter extends Closeable {

    /** File formats that other programs read. */
    enum Format {
        /** RFC 4180 with a header row; an empty cell where there is no value. Lines end in LF. */
        CSV,
        /**
         * An array with one object a row, named as the columns; {@code null} where there is no value. The first row of a result also
         * has {@code provenance}, see {@link ProvenanceJson}.
         */
        JSON;

        /** The word on the command line, also the ending of a file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Starts a table.
     *
     * @throws IOException if the header cannot be written
     */
    static RowWriter open(Format format, List<String> columns, Writer out) throws IOException {
        return open(format, columns, null, out);
    }

    /**
     * Starts a result's table. Only JSON has a place for where it comes from: the columns of CSV are a contract.
     *
     * @param provenance where the result comes from, if it is one
     * @throws IOException if the header cannot be written
     */
    static RowWriter open(Format format, List<String> columns, @Nullable Provenance provenance, Writer out)
            throws IOException {
        return open(format, columns, provenance, json -> {}, out);
    }

    /**
     * As above, with more that is said of the result as a whole.
     *
     * @param facts writes properties into the first row of JSON, behind the provenance
     */
    static RowWriter open(
            Format format,
            List<String> columns,
            @Nullable Provenance provenance,
            Consumer<JsonGenerator> facts,
            Writer out)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(columns, out);
            case JSON -> new JsonRowWriter(columns, provenance, facts, out);
        };
    }

    /**
     * @param cells one a column: text, whole or decimal number, boolean, or null for no value; a number that is not finite counts
     *     as no value
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    void row(@Nullable Object... cells) throws IOException;
}
