package io.chokepoint.model;

/** How an input is needed. */
public enum DependencyMode {
    /** Used up with each unit made. */
    CONSUMED("consumed"),
    /** A machine or building: its loss stops renewal and growth and so wears capacity down. */
    CAPITAL("capital"),
    /** Software, licence, service: no stock, stops at once. */
    ACCESS("access");

    private final String id;

    DependencyMode(String id) {
        this.id = id;
    }

    /** The word in the dataset's files. */
    public String id() {
        return id;
    }
}
