package io.chokepoint.export.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EqualEarthTest {

    /** Corners of the projection as published with the formula: half width 2.7066297, half height 1.3173628. */
    @Test
    void theGlobeHasThePublishedExtent() {
        EqualEarth.Place east = EqualEarth.project(EqualEarth.MIDDLE + 180, 0);
        EqualEarth.Place pole = EqualEarth.project(EqualEarth.MIDDLE, 90);

        assertThat(east.x()).isCloseTo(2.7066297, within(1e-6));
        assertThat(east.y()).isZero();
        assertThat(pole.y()).isCloseTo(-1.3173628, within(1e-6));
    }

    /** A strip between two parallels has the area of the zone on the globe: 2π (sin φ₂ − sin φ₁). */
    @Test
    void areasKeepTheirSize() {
        double area = 0;
        int steps = 4000;
        for (int i = 0; i < steps; i++) {
            double low = EqualEarth.project(EqualEarth.MIDDLE, 30.0 * i / steps).y();
            double high = EqualEarth.project(EqualEarth.MIDDLE, 30.0 * (i + 1) / steps)
                    .y();
            double width = 2
                    * EqualEarth.project(EqualEarth.MIDDLE + 180, 30.0 * (i + 0.5) / steps)
                            .x();
            area += width * (low - high);
        }

        assertThat(area).isCloseTo(2 * Math.PI * Math.sin(Math.toRadians(30)), within(1e-5));
    }

    @Test
    void countriesHaveTheirAreaAndTheirPlace() {
        double globe = 510_072_000;
        World world = World.get();

        // Land areas in km² as in common reference works; outlines at this scale are rough.
        assertThat(area(world, "CHN") * globe / (4 * Math.PI)).isCloseTo(9_400_000, within(400_000.0));
        assertThat(area(world, "AUS") * globe / (4 * Math.PI)).isCloseTo(7_690_000, within(250_000.0));
        assertThat(area(world, "TWN") * globe / (4 * Math.PI)).isCloseTo(36_000, within(8_000.0));
        assertThat(world.find("SGP")).isPresent();
        assertThat(world.countries()).hasSizeGreaterThan(170);
        assertThat(world.countries())
                .allSatisfy(country -> country.rings().forEach(ring -> {
                    for (int i = 2; i < ring.length; i += 2) {
                        // No line runs across the map: rings at the date line are unwrapped.
                        assertThat(Math.abs(ring[i] - ring[i - 2]))
                                .as(country.code())
                                .isLessThan(0.6);
                    }
                }));
    }

    private static double area(World world, String code) {
        return world.find(code).orElseThrow().area();
    }
}
