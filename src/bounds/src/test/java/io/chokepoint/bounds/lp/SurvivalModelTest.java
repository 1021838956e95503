package io.chokepoint.bounds.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two gallium makers and an acid maker feed an RF chip (1 Ga from G1, 2 acid) and an LED (2 Ga from either). Stock G1 40, G2 30, acid 50, chip
 * 20, LED 10; capacity a day 30, 10, 25, 12, 20; demand a day 10 and 15; margins 5 and 2. Figures worked by hand: with G1 down for 8 days
 * its stock makes 40 chips of 60 wanted beyond stock (20 lost), and 110 Ga from G2 make 55 LEDs of 110 (55 lost): 5·20 + 2·55 = 210.
 */
class SurvivalModelTest {
    private static HighsSolver solver = null;

    @BeforeAll
    static void load() {
        solver = HighsSolver.load().orElseThrow();
    }

    private static SurvivalModel chips() {
        SurvivalModel model = new SurvivalModel();
        int g1 = model.node(40, 30, 0, 0);
        int g2 = model.node(30, 10, 0, 0);
        int acid = model.node(50, 25, 0, 0);
        int chip = model.node(20, 12, 10, 5);
        int led = model.node(10, 20, 15, 2);
        model.need(chip, 1, 0, 0, List.of(g1));
        model.need(chip, 2, 0, 0, List.of(acid));
        model.need(led, 2, 0, 0, List.of(g1, g2));
        return model;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 210, 3.6666666666666665",
        "0, 4, 10, 3.6666666666666665",
        "1, 8, 0, 11",
        "2, 8, 175, 4.5",
        "3, 8, 300, 2"
    })
    void impactAndTimeToSurviveAreThoseWorkedByHand(int down, double recovery, double loss, double survival) {
        assertThat(chips().impact(List.of(down), recovery, solver)).isCloseTo(loss, within(1e-9 * (1 + loss)));
        assertThat(chips().survival(List.of(down), 1000, solver)).isCloseTo(survival, within(1e-9));
    }

    @Test
    void withNothingDownNothingIsLostHoweverLong() {
        assertThat(chips().impact(List.of(), 8, solver)).isCloseTo(0, within(1e-9));
        assertThat(chips().survival(List.of(), 1000, solver)).isCloseTo(1000, within(1e-9));
    }

    @Test
    void solvingOneAfterTheOtherGivesTheSameAsEachAlone() {
        SurvivalModel model = chips();
        try (SurvivalModel.Impact impacts = model.new Impact(8, solver);
                SurvivalModel.Survival survivals = model.new Survival(1000, solver)) {
            for (int node : List.of(0, 1, 2, 3, 4, 0)) {
                assertThat(impacts.of(List.of(node))).isCloseTo(model.impact(List.of(node), 8, solver), within(1e-9));
                assertThat(survivals.of(List.of(node)))
                        .isCloseTo(model.survival(List.of(node), 1000, solver), within(1e-9));
            }
        }
    }

    @Test
    void lossStartsWhereSurvivalEnds() {
        double survival = chips().survival(List.of(2), 1000, solver);

        assertThat(chips().impact(List.of(2), survival, solver)).isCloseTo(0, within(1e-9));
        assertThat(chips().impact(List.of(2), survival + 0.1, solver)).isGreaterThan(0.1);
    }
}
