package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is dropped on the scenario row or the timeline. */
class GoodDragTest {
    private final Dataset dataset = SmallRun.result().dataset();
    private final List<Good> dropped = new ArrayList<>();

    @Test
    void aGoodOfTheOpenDatasetIsTaken() {
        assertThat(GoodDrag.drop("wafers", dataset::findGood, dropped::add)).isTrue();

        assertThat(dropped).containsExactly(dataset.getGood("wafers"));
    }

    @Test
    void aGoodOfAnotherDatasetAndAnythingElseAreNot() {
        assertThat(GoodDrag.drop("polysilicon", dataset::findGood, dropped::add))
                .isFalse();
        assertThat(GoodDrag.drop(42, dataset::findGood, dropped::add)).isFalse();
        assertThat(GoodDrag.drop(null, dataset::findGood, dropped::add)).isFalse();

        assertThat(dropped).isEmpty();
    }
}
