package io.chokepoint.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.ui.flows.FlowsContent.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowsNamesTest {

    /** Ten makers of cars were ten times "Other makers". */
    @Test
    void noTwoMakersOfAGoodAreCalledTheSame() throws Exception {
        Dataset dataset = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE)
                .orThrow()
                .dataset();
        for (Good good : dataset.goods()) {
            List<String> names = dataset.supplies().stream()
                    .filter(supply -> supply.good().equals(good))
                    .map(Supply::activity)
                    .map(maker -> FlowsBuilder.name(new Node.OfMaker(maker)))
                    .toList();
            assertThat(names).as(good.name()).doesNotHaveDuplicates();
        }
    }
}
