package io.chokepoint.ui.explain;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.Seen;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FanChart;
import io.chokepoint.ui.explain.InspectorContent.PriceContent;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the inspector shows and what can be done there. Needs no toolkit; UI thread only. */
final class InspectorViewModel {
    private static final String SLOT = "inspector";
    private static final String DRIVERS_SLOT = "drivers";
    private static final double LOW = 0.1;
    /** Half of the runs lie below. */
    static final double MIDDLE = 0.5;

    private static final double HIGH = 0.9;

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<InspectorContent> content =
            new ReadOnlyObjectWrapper<>(new InspectorContent.Nothing());
    private final ReadOnlyObjectWrapper<Drivers> drivers = new ReadOnlyObjectWrapper<>(Drivers.NONE);

    InspectorViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.resultProperty().subscribe(ignored -> refresh());
        state.looking().selectionProperty().subscribe(ignored -> refresh());
        state.many().resultProperty().subscribe(ignored -> rankFigures());
        content.subscribe(ignored -> rankFigures());
    }

    /** What drives the loss of what is shown, after many runs. */
    ReadOnlyObjectProperty<Drivers> driversProperty() {
        return drivers.getReadOnlyProperty();
    }

    private void rankFigures() {
        MonteCarloResult drawn = state.many().resultProperty().get();
        InspectorContent shown = content.get();
        boolean ranked = drawn != null
                && (shown instanceof InspectorContent.OfGood || shown instanceof InspectorContent.OfMarket);
        if (!ranked) {
            tasks.cancel(DRIVERS_SLOT);
            drivers.set(Drivers.NONE);
            return;
        }
        tasks.submit(
                DRIVERS_SLOT,
                Texts.get("drivers.working"),
                UiTasks.WhenBusy.COALESCE,
                monitor -> switch (shown) {
                    case InspectorContent.OfGood good -> Drivers.of(drawn, good.good());
                    case InspectorContent.OfMarket market -> Drivers.of(drawn, market.market());
                    default -> Drivers.NONE;
                },
                drivers::set);
    }

    /** The curve of what is shown, with the range of the many runs once there are any. */
    FanChart.Series curve(InspectorContent.OfGood good) {
        return state.many()
                .result()
                .map(drawn -> new FanChart.Series(
                        state.many().medianProperty().get() ? drawn.band(good.good(), MIDDLE) : good.series(),
                        drawn.band(good.good(), LOW),
                        drawn.band(good.good(), HIGH)))
                .orElseGet(() -> FanChart.Series.of(good.series()));
    }

    FanChart.Series curve(InspectorContent.OfMarket market) {
        double[] central = market.result().served(market.market());
        return state.many()
                .result()
                .map(drawn -> new FanChart.Series(
                        state.many().medianProperty().get() ? drawn.band(market.market(), MIDDLE) : central,
                        drawn.band(market.market(), LOW),
                        drawn.band(market.market(), HIGH)))
                .orElseGet(() -> FanChart.Series.of(central));
    }

    /** What is said of prices, with the range of the many runs once there are any; one maker's prices have none of their own. */
    PriceContent prices(InspectorContent.OfGood good, PriceContent central) {
        Optional<PriceSpreads> drawn = weeklyPrices();
        if (drawn.isEmpty() || good.maker().isPresent()) {
            return central;
        }
        PriceSpreads prices = drawn.get();
        PriceContent said = central.saying(PriceAnswer.of(good.result(), good.good(), drawn));
        boolean two = central.lines().size() == 2
                && prices.sides().inside(good.good()).isPresent();
        return two
                ? said.with(
                        List.of(
                                range(part -> prices.sideBand(good.good(), false, part)),
                                range(part -> prices.sideBand(good.good(), true, part))),
                        isMedian())
                : said.with(List.of(range(part -> prices.band(good.good(), part))), isMedian());
    }

    PriceContent prices(InspectorContent.OfMarket market, PriceContent central) {
        return weeklyPrices()
                .map(drawn -> central.with(List.of(range(part -> drawn.band(market.market(), part))), isMedian()))
                .orElse(central);
    }

    private Optional<PriceSpreads> weeklyPrices() {
        return state.many().result().flatMap(MonteCarloResult::prices).filter(PriceSpreads::isWeekly);
    }

    private boolean isMedian() {
        return state.many().medianProperty().get();
    }

    private static PriceChart.Range range(DoubleFunction<double[]> band) {
        return new PriceChart.Range(band.apply(LOW), band.apply(MIDDLE), band.apply(HIGH));
    }

    /** The many runs, where their middle is to be shown in place of the run at central figures. */
    Optional<MonteCarloResult> middle() {
        return state.many().medianProperty().get() ? state.many().result() : Optional.empty();
    }

    ReadOnlyObjectProperty<InspectorContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    private void refresh() {
        SimulationResult result = state.resultProperty().get();
        if (result == null) {
            tasks.cancel(SLOT);
            content.set(new InspectorContent.Nothing());
            return;
        }
        Selection selection = shown();
        List<Seen> seen = state.seen();
        UnaryOperator<Figure> own = ownFigures(state.workProperty().get());
        tasks.submit(
                SLOT,
                Texts.get("inspector.working"),
                UiTasks.WhenBusy.COALESCE,
                monitor -> new ContentBuilder(result, own, seen).of(selection),
                content::set);
    }

    private static UnaryOperator<Figure> ownFigures(@Nullable Work work) {
        return figure -> work == null
                ? figure
                : work.findFigure(figure.id())
                        .map(edit -> OwnFigure.of(figure, edit.low(), edit.central(), edit.high(), edit.source()))
                        .orElse(figure);
    }

    /** What is selected; where the reason is asked for and nothing is selected, the headline good. */
    private Selection shown() {
        Selection selection = state.looking().selectionProperty().get();
        if (!selection.isEmpty() || !state.looking().whyProperty().get()) {
            return selection;
        }
        return state.answer()
                .flatMap(answer -> answer.headline())
                .map(Selection::of)
                .orElse(Selection.NONE);
    }

    /** To be called when the reason is asked for or no longer: without a selection it is the headline good's. */
    void whyChanged() {
        refresh();
    }

    /** The user's own value of a figure, if there is one. */
    Optional<FigureEdit> own(Figure figure) {
        return Optional.ofNullable(state.workProperty().get()).flatMap(work -> work.findFigure(figure.id()));
    }

    /** "Your figure: 20 weeks. Dataset: 14 weeks (8 to 40)." */
    Optional<String> ownText(Figure figure) {
        return own(figure).map(edit -> {
            Figure mine = figure.with(edit.low(), edit.central(), edit.high(), figure.evidence());
            return Texts.get("figure.yours", Wording.valueWithRange(mine), Wording.valueWithRange(figure));
        });
    }

    /**
     * Keeps the user's own value of a figure, beside the dataset or, of a restriction, in the scenario, as one step to undo; the scenario
     * runs again.
     *
     * @param what what the figure is of, for the name of the step
     * @throws IllegalArgumentException unless low ≤ central ≤ high
     */
    void edit(String what, FigureEdit edit) {
        state.editWork(Texts.get("figure.undoEdit", decapitalised(what)), work -> work.withValue(edit));
    }

    /** Back to the dataset's value. */
    void revert(String what, Figure figure) {
        state.editWork(Texts.get("figure.undoRevert", decapitalised(what)), work -> work.withoutFigure(figure.id()));
    }

    private static String decapitalised(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? text.substring(0, 1).toLowerCase(Locale.ENGLISH) + text.substring(1) : text;
    }
}
