package io.chokepoint.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chokepoint.model.Figure;
import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.explain.InspectorContent.CountrySales;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.explain.InspectorContent.OfMarket;
import io.chokepoint.ui.explain.InspectorContent.OfRun;
import io.chokepoint.ui.explain.InspectorContent.OfSeveral;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private final StudyState state = PanelStage.state(HandMadeRun.cascade());
    private final InspectorViewModel model = new InspectorViewModel(state, PanelStage.tasks());

    private <T extends InspectorContent> T content(Class<T> kind) {
        assertThat(model.contentProperty().get()).isInstanceOf(kind);
        return kind.cast(model.contentProperty().get());
    }

    @Test
    void nothingSelectedShowsTheRun() {
        OfRun run = content(OfRun.class);

        assertThat(run.hit()).hasSize(7).startsWith(HandMadeRun.OXIDE);
        assertThat(run.hitMarkets()).containsExactly(HandMadeRun.CLOUDS);
        assertThat(run.whyNothing()).isEmpty();
    }

    @Test
    void salesAreLostInTheRestrictingCountryToo() {
        CountrySales china = content(OfRun.class).sales().stream()
                .filter(country -> country.country().equals("CHN"))
                .findFirst()
                .orElseThrow();

        assertThat(china.restricts()).isTrue();
        assertThat(china.goods().getFirst().good()).isEqualTo(HandMadeRun.OXIDE);
        assertThat(china.goods().getFirst().weeks()).isBetween(36.0, 39.0);
    }

    @Test
    void aGoodShowsMakersNeedsUsesAndMarkets() {
        state.looking().select(HandMadeRun.OXIDE);
        OfGood oxide = content(OfGood.class);
        assertThat(oxide.makers())
                .extracting(row -> row.maker().provider().id())
                .containsExactly("china", "japan");
        assertThat(oxide.makers())
                .extracting(InspectorContent.MakerRow::restricted)
                .containsExactly(true, false);
        assertThat(oxide.madeBy()).isEqualTo("China and 1 other");
        assertThat(oxide.feeds()).extracting(use -> use.consumer()).containsExactly(HandMadeRun.FEED);

        state.looking().select(HandMadeRun.B200);
        OfGood chip = content(OfGood.class);
        assertThat(chip.needs()).hasSize(3);
        assertThat(chip.markets()).containsExactly(HandMadeRun.CLOUDS);
        assertThat(chip.output(119)).isEqualTo(0.81);
    }

    @Test
    void oneMakerShowsItsOwnOutput() {
        state.looking().select(Selection.of(HandMadeRun.STEP_SMIC));

        OfGood maker = content(OfGood.class);

        assertThat(maker.madeBy()).isEqualTo("SMIC, China");
        assertThat(maker.output(119)).isEqualTo(0.9);
        assertThat(maker.outcome().trough()).isEqualTo(0.9);
    }

    @Test
    void figuresOfTheChainComeFirst() {
        state.looking().select(HandMadeRun.B200);

        assertThat(content(OfGood.class).figures().getFirst().title()).isEqualTo("On the chain");
        assertThat(content(OfGood.class).figures().getFirst().figures())
                .extracting(InspectorContent.NamedFigure::what)
                .startsWith("Stock of N4 / N5 wafers")
                .doesNotHaveDuplicates();
    }

    @Test
    void aMarketShowsVendors() {
        state.looking().select(Selection.of(HandMadeRun.CLOUDS));

        assertThat(content(OfMarket.class).vendors().orElseThrow().vendors()).containsExactly(HandMadeRun.B200_NVIDIA);
    }

    @Test
    void severalThingsAreSummedUp() {
        state.looking().select(Selection.of(HandMadeRun.B200).toggle(new Selection.OfGood(HandMadeRun.FEED)));

        OfSeveral several = content(OfSeveral.class);

        assertThat(several.lines()).hasSize(2);
        assertThat(several.firstLoss()).contains(18);
        assertThat(several.lostWeeks())
                .isEqualTo(several.lines().get(0).outcome().lostOutputWeeks()
                        + several.lines().get(1).outcome().lostOutputWeeks());
    }

    @Test
    void theWhyViewWithoutASelectionIsTheHeadlineGoods() {
        state.looking().whyProperty().set(true);
        model.whyChanged();

        assertThat(content(OfGood.class).good()).isEqualTo(HandMadeRun.B200);
    }

    @Test
    void anOwnFigureIsKeptBesideTheDatasetAndCanBeUndoneAndReverted() {
        Figure stock = HandMadeRun.dataset()
                .findDependency(HandMadeRun.FEED, HandMadeRun.PARTS)
                .orElseThrow()
                .stockWeeks();

        model.edit("Stock of yttria coating feed", new FigureEdit(stock.id(), 10, 20, 40, "own survey", ""));

        assertThat(model.ownText(stock))
                .contains(
                        "Your figure: 20 weeks (10 to 40). Dataset: 14 weeks (8 to 40). Kept in your overlay; the dataset"
                                + " is unchanged.");
        assertThat(state.undoNameProperty().get()).isEqualTo("Edit stock of yttria coating feed");
        model.revert("Stock of yttria coating feed", stock);
        assertThat(model.ownText(stock)).isEmpty();
        state.undo();
        state.undo();
        assertThat(model.own(stock)).isEmpty();
    }

    @Test
    void theReasonSpeaksOfTheOwnFigureAndTheFiguresPageOfBoth() {
        Figure stock = HandMadeRun.dataset()
                .findDependency(HandMadeRun.FEED, HandMadeRun.PARTS)
                .orElseThrow()
                .stockWeeks();
        model.edit("Stock of yttria coating feed", new FigureEdit(stock.id(), 10, 20, 40, "own survey", ""));

        state.looking().select(HandMadeRun.PARTS);

        OfGood parts = content(OfGood.class);
        assertThat(parts.explanation().quote()).contains("20 weeks of stock, your figure");
        assertThat(parts.figures().getFirst().figures().getFirst().figure().central())
                .isEqualTo(14);
    }

    @Test
    void anOwnFigureMustBeInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FigureEdit("x", 3, 2, 4, "", ""));
    }
}
