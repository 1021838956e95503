package io.chokepoint.export;

/**
 * A column of a table whose rows come one by one, for formats that keep texts and numbers apart.
 *
 * @param name as in the file
 */
public record TableColumn(String name, Kind kind) {

    /** What the cells hold. */
    public enum Kind {
        TEXT,
        NUMBER,
        WHOLE
    }

    public static TableColumn text(String name) {
        return new TableColumn(name, Kind.TEXT);
    }

    public static TableColumn number(String name) {
        return new TableColumn(name, Kind.NUMBER);
    }

    public static TableColumn whole(String name) {
        return new TableColumn(name, Kind.WHOLE);
    }
}
