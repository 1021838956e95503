package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.HandMadeRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 7);

    private static Scenario scenario(Restriction... acts) {
        return HandMadeRun.scenario(acts).withStartDate(DAY);
    }

    private static List<Seen> seen(Scenario scenario) {
        Observation observation = new Observation(
                HandMadeRun.OXIDE.id(),
                Optional.of("japan"),
                false,
                Quantity.LEAST_OUTPUT,
                3,
                9,
                new Figure("seen", 0.6, 0.7, 0.8, "part of baseline", Evidence.assumption("")),
                "",
                "Some of it stood.");
        Episode episode = new Episode(scenario(HandMadeRun.ban(4, 12)), true, List.of(observation));
        return Seen.of(List.of(episode), scenario, HandMadeRun.dataset());
    }

    @Test
    void aScenarioThatHoldsTheEpisodesRestrictionsShowsWhatWasSeen() {
        List<Seen> seen = seen(scenario(HandMadeRun.licence(0), HandMadeRun.ban(4, 12)));

        assertThat(seen).singleElement().satisfies(one -> {
            assertThat(one.good()).contains(HandMadeRun.OXIDE);
            assertThat(one.maker()).contains(HandMadeRun.OXIDE_JAPAN);
            assertThat(one.isWhole()).isFalse();
            assertThat(one.text(HandMadeRun.dataset()))
                    .startsWith("Yttrium oxide, Japan: 60–80 %, weeks 3 to 9. Some of it stood.");
        });
    }

    @Test
    void anotherDayOtherWeeksOrNoneOfItShowNothing() {
        assertThat(seen(scenario(HandMadeRun.ban(4, 12)).withStartDate(DAY.plusWeeks(1))))
                .isEmpty();
        assertThat(seen(HandMadeRun.scenario(HandMadeRun.ban(4, 12)))).isEmpty();
        assertThat(seen(scenario(HandMadeRun.ban(4, 13)))).isEmpty();
        assertThat(seen(scenario(HandMadeRun.licence(4)))).isEmpty();
    }
}
