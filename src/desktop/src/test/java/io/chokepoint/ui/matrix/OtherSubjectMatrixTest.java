package io.chokepoint.ui.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.Batteries;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The matrix of a dataset about batteries: its columns are its headline goods, without those made in tiny numbers. */
class OtherSubjectMatrixTest {
    @Test
    void columnsAndWordsAreTheDatasets() {
        MatrixContent content = MatrixBuilder.build(new StudyRunner(Batteries.data()), 26, RunMonitor.NONE);

        assertThat(content.columns()).extracting(Good::id).containsExactly("car-packs", "storage-packs");
        assertThat(content.counted(2)).isEqualTo("2 battery packs");
        assertThat(content.counted(1)).isEqualTo("1 battery pack");
        assertThat(MatrixFacts.of(Optional.of(content)))
                .noneMatch(fact -> (fact.answer() + fact.detail()).contains("chip"))
                .anyMatch(fact -> fact.answer().endsWith(" of 2 battery packs"));
    }
}
