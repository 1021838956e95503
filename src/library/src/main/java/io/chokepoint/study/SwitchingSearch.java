package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.SwitchingValues.Turn;
import io.chokepoint.study.SwitchingValues.Value;
import io.chokepoint.sweep.Workers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Looks for {@link SwitchingValues}. Every figure has a harsh end, by what it is: little stock, a long wait, much that is refused. Where
 * chips fall short, all figures of their chains go to their mild ends, one by one; where none does, a run with everything at its harsh end
 * shows the chains by which it would, and their figures go to the harsh ends. Bisection then finds where the answer turns; it is taken to
 * turn once. Used once, by one thread.
 */
final class SwitchingSearch {
    /** Two for the chains, one for each figure, those to find the smallest few, and bisections. */
    static final int MOST_RUNS = 80;

    private static final int MOST_FIGURES = 24;
    /** So that scenarios with many figures of their own leave room for those of the chains. */
    private static final int MOST_STATED = 12;

    /** Of the way from the central value to the end, a threshold is known to 1/128. */
    private static final int BISECTIONS = 7;

    private static final MathContext DOWN = new MathContext(2, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(2, RoundingMode.CEILING);
    private static final double LEAST_LOSS = 1e-6;

    private final StudyRunner runner;
    private final SimulationResult central;
    private final Scenario scenario;
    private final Map<String, Figure> own;
    private final int threads;
    private final RunMonitor monitor;
    private final AtomicInteger runs = new AtomicInteger();
    private final boolean isShort;
    private final double loss;
    /** The scenario's figures and whether their harsh end is the high one. */
    private final Map<Figure, Boolean> stated = new LinkedHashMap<>();

    SwitchingSearch(
            StudyRunner runner, SimulationResult central, Map<String, Figure> own, int threads, RunMonitor monitor) {
        this.runner = runner;
        this.central = central;
        this.scenario = central.scenario();
        this.own = own;
        this.threads = threads;
        this.monitor = monitor;
        this.isShort = !shortGoods(central).isEmpty();
        this.loss = loss(central);
        scenario.restrictions().forEach(this::state);
        for (Measure measure : scenario.measures()) {
            state(measure.figure(), false);
        }
    }

    /** What a run says, as far as it is asked. */
    private record Answer(boolean isShort, double loss) {}

    private void state(Restriction restriction) {
        for (Restriction.Parameter parameter : restriction.parameters()) {
            Figure figure = parameter.value();
            double atLow = severity(restriction.effect(at(figure, figure.low())));
            double atHigh = severity(restriction.effect(at(figure, figure.high())));
            if (atLow != atHigh) {
                state(figure, atHigh > atLow);
            }
        }
        restriction.period().startFigure().ifPresent(start -> state(start, false));
        restriction.period().endFigure().ifPresent(end -> state(end, true));
    }

    private void state(Figure named, boolean harshIsHigh) {
        Figure figure = own.getOrDefault(named.id(), named);
        if (figure.isUncertain()) {
            stated.put(figure, harshIsHigh);
        }
    }

    private static FigureValues at(Figure moved, double value) {
        return figure -> figure == moved ? value : figure.central();
    }

    /** Grows with everything that a restriction does. */
    private static double severity(Effect effect) {
        return effect.lost() + effect.recoveryWeeks() - effect.permitted() + effect.delayWeeks() + effect.costRate();
    }

    SwitchingValues find() {
        boolean harsh = !isShort;
        Turn turn = isShort ? Turn.SPARED : Turn.SHORT;
        Predicate<Answer> turned = answer -> answer.isShort() != isShort;
        Optional<SimulationResult> shows = isShort ? Optional.of(central) : atHarshest();
        List<Figure> tried = figures(shows.orElse(central));
        Map<String, Answer> alone = alone(tried, harsh);
        List<Figure> singles = tried.stream()
                .filter(figure -> turned.test(alone.get(figure.id())))
                .toList();
        if (singles.isEmpty() && shows.isPresent() && turned.test(run(ends(tried, harsh)))) {
            List<Figure> few = smallest(tried, alone, harsh, turned);
            if (few.size() <= SwitchingValues.MOST_VALUES) {
                return of(turn, together(few, harsh, turned), true, 0, true);
            }
            return lossTurned(tried, alone, harsh).orElseGet(() -> of(turn, List.of(), false, 0, true));
        }
        if (singles.isEmpty()) {
            boolean extreme = harsh && shows.isPresent();
            return lossTurned(tried, alone, harsh).orElseGet(() -> of(turn, List.of(), false, 0, extreme));
        }
        return thresholds(turn, singles, harsh, turned);
    }

    private Optional<SwitchingValues> lossTurned(List<Figure> tried, Map<String, Answer> alone, boolean harsh) {
        Predicate<Answer> turned = answer -> harsh ? answer.loss() >= 2 * loss : answer.loss() <= loss / 2;
        List<Figure> figures = loss < LEAST_LOSS
                ? List.of()
                : tried.stream()
                        .filter(figure -> turned.test(alone.get(figure.id())))
                        .toList();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(thresholds(harsh ? Turn.DOUBLED : Turn.HALVED, figures, harsh, turned));
    }

    /** A value for each of the figures that turn the answer alone, no more than fit. */
    private SwitchingValues thresholds(Turn turn, List<Figure> figures, boolean harsh, Predicate<Answer> turned) {
        record Part(Figure figure, double way) {}
        List<Figure> looked = figures.subList(0, Math.min(figures.size(), SwitchingValues.MOST_VALUES));
        List<Value> values = looked.stream()
                .map(figure -> new Part(figure, bisect(List.of(figure), harsh, turned)))
                .sorted(Comparator.comparingDouble(Part::way))
                .map(part -> value(part.figure, part.way, harsh))
                .toList();
        return of(turn, values, false, figures.size() - looked.size(), true);
    }

    private SwitchingValues of(Turn turn, List<Value> values, boolean together, int left, boolean extreme) {
        return new SwitchingValues(
                turn, values, together, left, extreme, runs.get(), SwitchingValues.who(central.dataset()));
    }

    private List<Value> together(List<Figure> figures, boolean harsh, Predicate<Answer> turned) {
        double part = bisect(figures, harsh, turned);
        return figures.stream().map(figure -> value(figure, part, harsh)).toList();
    }

    private Value value(Figure figure, double part, boolean harsh) {
        double end = end(figure, harsh);
        boolean isLeast = end > figure.central();
        double exact = figure.central() + part * (end - figure.central());
        double rounded = BigDecimal.valueOf(exact).round(isLeast ? UP : DOWN).doubleValue();
        double threshold = isLeast ? Math.min(rounded, end) : Math.max(rounded, end);
        return new Value(figure, FigureNames.of(central.dataset(), scenario).of(figure), threshold, isLeast);
    }

    /** The least part of the way to the figures' ends at which the answer is turned, which it is at the ends. */
    private double bisect(List<Figure> figures, boolean harsh, Predicate<Answer> turned) {
        double not = 0;
        double is = 1;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (not + is) / 2;
            Map<String, Double> moved = new HashMap<>();
            for (Figure figure : figures) {
                moved.put(figure.id(), figure.central() + middle * (end(figure, harsh) - figure.central()));
            }
            if (turned.test(run(moved))) {
                is = middle;
            } else {
                not = middle;
            }
        }
        return is;
    }

    /** Leaves out, the least telling first, what is not needed to turn the answer. */
    private List<Figure> smallest(
            List<Figure> figures, Map<String, Answer> alone, boolean harsh, Predicate<Answer> turned) {
        List<Figure> left = new ArrayList<>(figures);
        List<Figure> order = figures.stream()
                .sorted(Comparator.comparingDouble(figure ->
                        Math.abs(Objects.requireNonNull(alone.get(figure.id())).loss() - loss)))
                .toList();
        for (Figure figure : order) {
            List<Figure> fewer = new ArrayList<>(left);
            fewer.remove(figure);
            if (!fewer.isEmpty() && turned.test(run(ends(fewer, harsh)))) {
                left = fewer;
            }
        }
        return left;
    }

    private Map<String, Answer> alone(List<Figure> figures, boolean harsh) {
        List<Callable<Answer>> pieces = figures.stream()
                .<Callable<Answer>>map(figure -> () -> run(ends(List.of(figure), harsh)))
                .toList();
        List<Answer> answers = Workers.all(pieces, threads);
        Map<String, Answer> byId = new HashMap<>();
        for (int k = 0; k < answers.size(); k++) {
            byId.put(figures.get(k).id(), answers.get(k));
        }
        return byId;
    }

    private Map<String, Double> ends(Collection<Figure> figures, boolean harsh) {
        Map<String, Double> moved = new HashMap<>();
        figures.forEach(figure -> moved.put(figure.id(), end(figure, harsh)));
        return moved;
    }

    private double end(Figure figure, boolean harsh) {
        return harshIsHigh(figure).orElseThrow() == harsh ? figure.high() : figure.low();
    }

    private Optional<Boolean> harshIsHigh(Figure figure) {
        Optional<Boolean> ofScenario = Optional.ofNullable(stated.get(figure));
        return ofScenario.or(() -> ofClass(figure));
    }

    /** Shares are left out, as the rest of the dataset would have to change with them. */
    private static Optional<Boolean> ofClass(Figure figure) {
        return FigureClass.of(figure).flatMap(kind -> switch (kind) {
            case STOCK_WEEKS, SPARE -> Optional.of(false);
            case QUALIFICATION_WEEKS, CRITICALITY -> Optional.of(true);
            case USE_SHARE, VALUE, TOLERANCE -> Optional.empty();
        });
    }

    /** The run with every figure at its harsh end, if it turns the answer. */
    private Optional<SimulationResult> atHarshest() {
        FigureValues harshest = figure -> {
            Figure used = own.getOrDefault(figure.id(), figure);
            return harshIsHigh(used).isPresent() ? end(used, true) : used.central();
        };
        SimulationResult result = result(harshest);
        return shortGoods(result).isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** The scenario's own figures, then those on the chains, as long as there is room. */
    private List<Figure> figures(SimulationResult shows) {
        Map<String, Figure> found = new LinkedHashMap<>();
        stated.keySet().stream().limit(MOST_STATED).forEach(figure -> found.put(figure.id(), figure));
        List<Good> chips = shortGoods(shows);
        for (Good good : chips.isEmpty() ? Headline.of(shows).good().stream().toList() : chips) {
            Explanation why = Explanation.of(shows, good, figure -> own.getOrDefault(figure.id(), figure));
            why.steps().reversed().stream()
                    .flatMap(step -> step.figures().stream())
                    .map(Explanation.FigureUse::figure)
                    .map(figure -> own.getOrDefault(figure.id(), figure))
                    .filter(figure ->
                            figure.isUncertain() && harshIsHigh(figure).isPresent())
                    .forEach(figure -> found.putIfAbsent(figure.id(), figure));
        }
        return found.values().stream().limit(MOST_FIGURES).toList();
    }

    /** Headline goods that somebody misses, those that lose most first. */
    private static List<Good> shortGoods(SimulationResult result) {
        return Hits.of(result).fallShort().stream()
                .filter(result.dataset().headline()::isPrimary)
                .sorted(Comparator.comparingDouble(good -> -result.outcome(good).lostOutputWeeks()))
                .toList();
    }

    /** US$ million of value added; weeks of output of all goods where the dataset does not say what they are worth. */
    private static double loss(SimulationResult result) {
        return result.prices()
                .map(prices -> prices.money().valueAddedLost())
                .orElseGet(() -> result.hitGoods().stream()
                        .mapToDouble(good -> result.outcome(good).lostOutputWeeks())
                        .sum());
    }

    private Answer run(Map<String, Double> moved) {
        SimulationResult result = result(figure -> {
            Double value = moved.get(figure.id());
            return value != null ? value : own.getOrDefault(figure.id(), figure).central();
        });
        return new Answer(!shortGoods(result).isEmpty(), loss(result));
    }

    private SimulationResult result(FigureValues values) {
        monitor.checkCancelled();
        monitor.progress(Math.min(runs.incrementAndGet(), MOST_RUNS), MOST_RUNS, "what would have to be true");
        return runner.run(scenario, values, "moved", new Quiet(monitor));
    }

    /** A run of many does not report. */
    private record Quiet(RunMonitor monitor) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}
