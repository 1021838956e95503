package io.chokepoint.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void oneNameHasOneIdAndTwoNamesHaveTwo() {
        Ids ids = new Ids();

        assertThat(ids.of("Rare earths (heavy)")).isEqualTo("rare-earths-heavy");
        assertThat(ids.of("Rare earths (heavy)")).isEqualTo("rare-earths-heavy");
        assertThat(ids.of("rare earths, heavy")).isEqualTo("rare-earths-heavy-2");
    }

    /** A Latin and a Cyrillic a: two names, and no reader could tell their ids apart. */
    @Test
    void lettersOfTwoScriptsThatLookAlikeDoNotMakeTwoIdsThatLookAlike() {
        Ids ids = new Ids();

        assertThat(ids.of("a")).isEqualTo("a");
        assertThat(ids.of("\u0430")).isEqualTo("\u0430-2");
        assertThat(ids.of("\u78c1\u94c1")).isEqualTo("\u78c1\u94c1");
    }
}
