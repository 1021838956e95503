package io.chokepoint.parquet;

import java.util.Objects;

/**
 * A column of a Parquet table. Every cell may be empty.
 *
 * @param name as in the file
 */
public record ParquetColumn(String name, Type type) {

    /** What its cells hold. */
    public enum Type {
        /** UTF-8, kept in a dictionary: for words that repeat. */
        TEXT,
        /** 64-bit floating point. What is not finite counts as none. */
        NUMBER,
        /** 64-bit floating point, every bit as it is, also where it is not finite or no number. */
        EXACT,
        /** 64-bit whole. */
        WHOLE
    }

    public ParquetColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }

    public static ParquetColumn text(String name) {
        return new ParquetColumn(name, Type.TEXT);
    }

    public static ParquetColumn number(String name) {
        return new ParquetColumn(name, Type.NUMBER);
    }

    public static ParquetColumn exact(String name) {
        return new ParquetColumn(name, Type.EXACT);
    }

    public static ParquetColumn whole(String name) {
        return new ParquetColumn(name, Type.WHOLE);
    }
}
