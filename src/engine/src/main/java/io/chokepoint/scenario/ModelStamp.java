package io.chokepoint.scenario;

/**
 * A model as it was when something was written with it.
 *
 * @param name of the model, e.g. "weekly"
 * @param version the model's own, e.g. "1"
 */
public record ModelStamp(String name, String version) {
    @Override
    public String toString() {
        return name + " " + version;
    }
}
