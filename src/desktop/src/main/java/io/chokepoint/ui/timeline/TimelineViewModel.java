package io.chokepoint.ui.timeline;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.timeline.TimelineSeen.SeenMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** What the timeline shows, and playing. Time comes in through {@link #tick}; needs no toolkit. UI thread only. */
final class TimelineViewModel {
    /** Weeks a second to choose from. */
    static final List<Integer> SPEEDS = List.of(1, 2, 4, 8, 13, 26);

    private static final double NANOS_PER_SECOND = 1e9;

    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;

    /**
     * A curve.
     *
     * @param values by week, as a part of baseline; for a market the served part of its demand
     * @param isMain the selected good's
     * @param range of a pinned good; the main curve's is in {@link #bandProperty()}
     */
    record Curve(String name, double[] values, boolean isMain, Optional<Band> range) {
        static Curve main(String name, double[] values) {
            return new Curve(name, values, true, Optional.empty());
        }

        /** The same, said to be of one of two runs. */
        Curve of(String letter) {
            return new Curve(Texts.get("timeline.of", letter, name), values, isMain, range);
        }

        /** The same curve, but not as the main one. */
        Curve beside() {
            return new Curve(name, values, false, range);
        }
    }

    /** Where 8 of 10 runs of a curve lie. */
    record Band(double[] low, double[] high) {}

    /**
     * All that is drawn.
     *
     * @param against what happens when in the run that this one, A, is compared with, B; empty without a comparison
     * @param seen what was seen of the main curve's subject, where the scenario repeats a past episode
     */
    record Content(
            int weeks,
            List<Curve> curves,
            TimelineEvents events,
            Optional<TimelineEvents> against,
            List<SeenMark> seen) {
        static final Content NONE = new Content(1, List.of(), TimelineEvents.NONE, Optional.empty(), List.of());

        Content {
            seen = List.copyOf(seen);
        }
    }

    private final StudyState state;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(Content.NONE);
    private final ObjectProperty<@Nullable Band> band = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final IntegerProperty speed = new SimpleIntegerProperty(4);
    private final BooleanProperty pauseAtEvents = new SimpleBooleanProperty();
    private double played;

    TimelineViewModel(StudyState state) {
        this.state = state;
        state.resultProperty().subscribe(ignored -> refresh());
        state.againstProperty().subscribe(ignored -> refresh());
        state.looking().selectionProperty().subscribe(ignored -> refresh());
        state.many().resultProperty().subscribe(ignored -> refresh());
        state.many().medianProperty().subscribe(ignored -> refresh());
        state.looking().pinned().addListener((ListChangeListener<Good>) change -> refresh());
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** The range in which 8 of 10 runs of the main curve lie; null while it is not known. */
    ObjectProperty<@Nullable Band> bandProperty() {
        return band;
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Weeks a second, 1–26. */
    IntegerProperty speedProperty() {
        return speed;
    }

    BooleanProperty pauseAtEventsProperty() {
        return pauseAtEvents;
    }

    private void refresh() {
        SimulationResult result = state.resultProperty().get();
        if (result == null) {
            playing.set(false);
            content.set(Content.NONE);
            return;
        }
        Optional<Good> main = mainGood();
        List<Curve> curves = new ArrayList<>();
        Optional<SimulationResult> against =
                Optional.ofNullable(state.againstProperty().get());
        mainCurve(result, main)
                .map(curve -> against.isPresent() ? curve.of("A") : curve)
                .ifPresent(curves::add);
        // B has no runs with drawn figures of its own here: its curve is the central run's.
        against.flatMap(other -> centralCurve(other, main))
                .map(curve -> curve.beside().of("B"))
                .ifPresent(curves::add);
        for (Good good : state.looking().pinned()) {
            if (!main.equals(Optional.of(good))) {
                curves.add(new Curve(
                        against.isPresent() ? Texts.get("timeline.of", "A", good.shortName()) : good.shortName(),
                        shown(result, good),
                        false,
                        state.many().result().map(drawn -> range(drawn, good))));
            }
        }
        content.set(new Content(
                result.weeks(),
                List.copyOf(curves),
                TimelineEvents.of(result, main),
                against.map(other -> TimelineEvents.of(other, main)),
                TimelineSeen.of(
                        state.seen(),
                        result.dataset(),
                        state.looking().selectionProperty().get(),
                        main)));
        band.set(range(main).orElse(null));
    }

    /** Where 8 of 10 runs of the main curve lie; makers have no range of their own. */
    private Optional<Band> range(Optional<Good> main) {
        Selection selection = state.looking().selectionProperty().get();
        if (selection.maker().isPresent()) {
            return Optional.empty();
        }
        return state.many()
                .result()
                .flatMap(drawn -> selection
                        .market()
                        .map(market -> new Band(drawn.band(market, LOW), drawn.band(market, HIGH)))
                        .or(() -> main.map(good -> range(drawn, good))));
    }

    private static Band range(MonteCarloResult drawn, Good good) {
        return new Band(drawn.band(good, LOW), drawn.band(good, HIGH));
    }

    /** The run at central figures, or the middle of the many runs where that is asked for. */
    private double[] shown(SimulationResult result, Good good) {
        return middle().map(drawn -> drawn.band(good, MIDDLE)).orElseGet(() -> result.output(good));
    }

    private double[] shown(SimulationResult result, Market market) {
        return middle().map(drawn -> drawn.band(market, MIDDLE)).orElseGet(() -> result.served(market));
    }

    private Optional<MonteCarloResult> middle() {
        return state.many().medianProperty().get() ? state.many().result() : Optional.empty();
    }

    /** The selected good, or else the one that the answer is about. */
    Optional<Good> mainGood() {
        Optional<Good> selected = state.looking().selectionProperty().get().good();
        if (selected.isPresent()
                || state.looking().selectionProperty().get().market().isPresent()) {
            return selected;
        }
        return state.answer().flatMap(answer -> answer.headline());
    }

    private Optional<Curve> mainCurve(SimulationResult result, Optional<Good> main) {
        Selection selection = state.looking().selectionProperty().get();
        if (middle().isEmpty() || selection.maker().isPresent()) {
            return centralCurve(result, main);
        }
        return selection
                .market()
                .map(market -> Curve.main(Texts.get("timeline.market", market.name()), shown(result, market)))
                .or(() -> main.map(good -> Curve.main(good.shortName(), shown(result, good))));
    }

    /** The main curve of a run at central figures. */
    private Optional<Curve> centralCurve(SimulationResult result, Optional<Good> main) {
        Selection selection = state.looking().selectionProperty().get();
        if (selection.market().isPresent()) {
            return selection
                    .market()
                    .map(market -> Curve.main(Texts.get("timeline.market", market.name()), result.served(market)));
        }
        if (selection.maker().isPresent()) {
            return selection
                    .maker()
                    .map(maker -> Curve.main(
                            maker.good().shortName() + ", " + maker.provider().name(), result.output(maker)));
        }
        return main.map(good -> Curve.main(good.shortName(), result.output(good)));
    }

    void togglePlay() {
        if (playing.get()) {
            playing.set(false);
            return;
        }
        if (state.result().isEmpty()) {
            return;
        }
        if (state.looking().weekProperty().get() >= content.get().weeks() - 1) {
            state.looking().setWeek(0);
        }
        played = 0;
        playing.set(true);
    }

    void pause() {
        playing.set(false);
    }

    /** Time has passed while playing. */
    void tick(long nanos) {
        if (!playing.get()) {
            return;
        }
        played += nanos / NANOS_PER_SECOND * speed.get();
        while (playing.get() && played >= 1) {
            played -= 1;
            int week = state.looking().weekProperty().get() + 1;
            state.looking().setWeek(week);
            boolean stop =
                    pauseAtEvents.get() && content.get().events().at(week).isPresent();
            if (stop || week >= content.get().weeks() - 1) {
                playing.set(false);
            }
        }
    }

    /** Goes some weeks on, or back where negative; held within the run. */
    void step(int weeks) {
        pause();
        state.looking().setWeek(state.looking().weekProperty().get() + weeks);
    }

    void goTo(int week) {
        pause();
        state.looking().setWeek(week);
    }

    void nextEvent() {
        pause();
        content.get().events().next(state.looking().weekProperty().get()).ifPresent(state.looking()::setWeek);
    }

    void previousEvent() {
        pause();
        content.get().events().previous(state.looking().weekProperty().get()).ifPresent(state.looking()::setWeek);
    }

    void lastWeek() {
        goTo(content.get().weeks() - 1);
    }

    /** What somebody who does not see the curves hears: week, date, output, and what happens. */
    String spoken() {
        int week = state.looking().weekProperty().get();
        StringBuilder text = new StringBuilder(
                Texts.get("timeline.spoken", week, content.get().weeks() - 1));
        state.result()
                .flatMap(result -> Wording.date(result.scenario().startDate(), week))
                .ifPresent(date -> text.append(", ").append(date));
        for (Curve curve : content.get().curves()) {
            if (week < curve.values().length) {
                text.append(". ").append(curve.name()).append(": ").append(Typography.output(curve.values()[week]));
            }
        }
        content.get().events().at(week).ifPresent(event -> text.append(". ").append(event.label()));
        for (SeenMark mark : content.get().seen()) {
            if (mark.isAt(week)) {
                text.append(". ")
                        .append(Texts.get("timeline.seen"))
                        .append(": ")
                        .append(mark.text());
            }
        }
        return text.toString();
    }
}
