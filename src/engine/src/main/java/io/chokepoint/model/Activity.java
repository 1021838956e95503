package io.chokepoint.model;

/** A provider making a good: the name of a node of the compiled network. */
public record Activity(Good good, Provider provider) {

    /** {@code good@provider}, the form used in messages. */
    @Override
    public String toString() {
        return good.id() + "@" + provider.id();
    }
}
