package io.chokepoint.export.world;

/**
 * The Equal Earth projection (B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection. International Journal of
 * Geographical Information Science 33, 2019): areas keep their size, shapes look familiar.
 */
public final class EqualEarth {
    /** Middle meridian in degrees east: the cut then lies in the Bering Strait and goes through no country. */
    public static final double MIDDLE = 11;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    private EqualEarth() {}

    /** A place on the map; x to the right, y downwards, in radii of the globe from the middle. */
    public record Place(double x, double y) {}

    /**
     * @param longitude in degrees east, within 180° of {@link #MIDDLE} or a little beyond
     * @param latitude in degrees north, in [−90, 90]
     */
    public static Place project(double longitude, double latitude) {
        double theta = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        double slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
        double x = Math.toRadians(longitude - MIDDLE) * Math.cos(theta) / (M * slope);
        double y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
        return new Place(x, -y);
    }
}
