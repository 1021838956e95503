package io.chokepoint.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.Batteries;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The timeline over a dataset about batteries. */
class OtherSubjectTimelineTest {
    @Test
    void theFirstEventIsAboutBatteryPacks() {
        TimelineEvents events = TimelineEvents.of(Batteries.run(Batteries.data(), "anode-ban"), Optional.empty());

        assertThat(events.at(15).orElseThrow().label()).isEqualTo("First battery pack short");
    }
}
