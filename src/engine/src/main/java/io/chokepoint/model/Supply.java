package io.chokepoint.model;

/**
 * A row of {@code supply.csv}: one activity and how much of the good it makes.
 *
 * @param share part of the world's baseline output, in (0, 1]; the shares of one good sum to 1
 * @param spare extra capacity as a part of the activity's baseline, ≥ 0
 * @param rampWeeks weeks until the spare capacity is reached, ≥ 1
 * @param year what the share is of, as the dataset says it; may be empty
 */
public record Supply(Activity activity, Figure share, Figure spare, double rampWeeks, String year, Evidence evidence) {

    public Good good() {
        return activity.good();
    }

    public Provider provider() {
        return activity.provider();
    }
}
