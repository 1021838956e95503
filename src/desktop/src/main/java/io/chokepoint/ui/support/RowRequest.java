package io.chokepoint.ui.support;

import javafx.event.Event;
import javafx.event.EventType;

/** Asks for a row of a table of the dataset, to be looked at and changed; travels up from where it is asked. */
public final class RowRequest extends Event {
    public static final EventType<RowRequest> TYPE = new EventType<>(Event.ANY, "ROW_REQUEST");

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String column;

    /**
     * @param file name of the table's file
     * @param line of it, from 1
     * @param column the cell; empty for the row
     */
    public RowRequest(String file, int line, String column) {
        super(TYPE);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String column() {
        return column;
    }
}
