package io.chokepoint.model;

import io.chokepoint.base.Stable;

/** What sort of thing a good is. */
@Stable
public enum GoodKind {
    MATERIAL("material"),
    COMPONENT("component"),
    EQUIPMENT("equipment"),
    PROCESS("process"),
    SOFTWARE("software"),
    PRODUCT("product");

    private final String id;

    GoodKind(String id) {
        this.id = id;
    }

    /** The word in the dataset's files and in selectors. */
    public String id() {
        return id;
    }
}
