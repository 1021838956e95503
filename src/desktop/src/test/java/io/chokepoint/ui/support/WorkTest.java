package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.RestrictionSentence;
import org.junit.jupiter.api.Test;

class WorkTest {

    /** Else the restriction would say 90 % while the run uses 65 %. */
    @Test
    void aValueOfARestrictionIsChangedWhereItIsShown() throws Exception {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        Work work = Work.on(data.findAny("taiwan-foundry-outage").orElseThrow());
        Figure lost = work.scenario()
                .restrictions()
                .getFirst()
                .parameters()
                .getFirst()
                .value();
        double less = (lost.low() + lost.central()) / 2;
        FigureEdit edit = new FigureEdit(lost.id(), lost.low(), less, lost.high(), "", "");

        Work changed = work.withFigure(edit).withValue(edit);

        Restriction restriction = changed.scenario().restrictions().getFirst();
        assertThat(restriction.parameters().getFirst().value().central()).isEqualTo(less);
        assertThat(changed.figures()).isEmpty();
        assertThat(RestrictionSentence.pill(restriction, data.dataset()))
                .isNotEqualTo(
                        RestrictionSentence.pill(work.scenario().restrictions().getFirst(), data.dataset()));
        assertThat(changed.scenario().restrictions().subList(1, 2))
                .isEqualTo(work.scenario().restrictions().subList(1, 2));
    }

    @Test
    void anyOtherValueIsAnOwnFigure() throws Exception {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        Work work = Work.on(data.findAny("taiwan-foundry-outage").orElseThrow());
        Figure any = data.dataset().figures().getFirst();
        FigureEdit edit = new FigureEdit(any.id(), any.low(), any.low(), any.high(), "", "");

        Work changed = work.withValue(edit);

        assertThat(changed.findFigure(any.id())).contains(edit);
        assertThat(changed.scenario()).isEqualTo(work.scenario());
    }
}
