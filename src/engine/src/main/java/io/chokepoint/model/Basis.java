package io.chokepoint.model;

/** What a figure rests on. */
public enum Basis {
    /** The source states it. */
    PUBLISHED("published"),
    /** Computed from what the source states; the note says how. */
    DERIVED("derived"),
    /** Nobody published it; the note says why this range. */
    ASSUMPTION("assumption");

    private final String id;

    Basis(String id) {
        this.id = id;
    }

    /** The word in the dataset's files. */
    public String id() {
        return id;
    }
}
