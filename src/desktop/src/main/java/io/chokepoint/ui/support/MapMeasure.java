package io.chokepoint.ui.support;

import java.util.Locale;

/** What the colours of the map say. */
public enum MapMeasure {
    SUPPLY,
    SALES,
    /** Value added lost, in US$ million. */
    MONEY,
    EXPOSURE;

    /** Over which weeks something is added up. */
    public enum Span {
        WEEK,
        HORIZON
    }

    /** Whether it is of the run's weeks; else it is of the time before any restriction. */
    public boolean hasSpan() {
        return this == SALES || this == MONEY;
    }

    /** The column's name in files. */
    public String column() {
        return this == MONEY ? "value_added_lost_musd" : name().toLowerCase(Locale.ROOT);
    }
}
