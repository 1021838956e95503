package io.chokepoint.model;

/** What sort of maker a provider is. */
public enum ProviderType {
    COMPANY("company"),
    COUNTRY("country"),
    /** The rest of the world, which closes the sum of shares. */
    REST("rest");

    private final String id;

    ProviderType(String id) {
        this.id = id;
    }

    /** The word in the dataset's files. */
    public String id() {
        return id;
    }
}
