package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.DataPackage;
import io.chokepoint.ui.AnswerBarViewModel.Facts;
import io.chokepoint.ui.support.StudyState;
import org.junit.jupiter.api.Test;

/** The answer bar over a dataset about batteries. */
class OtherSubjectTest {
    @Test
    void theAnswerBarSpeaksOfBatteryPacks() {
        DataPackage data = Batteries.data();
        StudyState state = PanelStage.state(Batteries.run(data, "anode-ban"));

        Facts facts = new AnswerBarViewModel(state).factsProperty().get();

        assertThat(facts.who().detail()).isEqualTo("3 of 3 battery packs, 3 of 3 markets; 9 sell less");
        assertThat(facts.when().answer()).isEqualTo("Battery packs: from week 15");
        assertThat(facts.howHard().answer()).isEqualTo("Car packs: 70\u202F%");
        assertThat(facts.all()).noneMatch(fact -> (fact.answer() + fact.detail()).contains("chip"));
    }
}
