package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What would have to be true for the answer of a run at central figures to be another: the few figures whose other end, within the range
 * that is plausible, turns it, and the value at which it turns. The switching value of cost-benefit analysis.
 *
 * <p>The answer is whether any of the dataset's headline goods that is more than a token falls short. Where no figure alone turns that, it
 * is looked for the smallest few that do together; where there are no such few, for those that halve the loss, or double it.
 *
 * @param turn how the answer is turned
 * @param values those that turn it, the one nearest to its central value first, as a part of the way to its end; all together where {@code
 *     together}
 * @param together whether only all of them at once turn the answer
 * @param left how many more turn it alone
 * @param extreme whether it turns where all figures that were tried, those of stocks, spare capacity, waits, substitutes and the scenario's
 *     own, are at their ends at once
 * @param runs how many runs it took
 */
public record SwitchingValues(
        Turn turn, List<Value> values, boolean together, int left, boolean extreme, int runs, String who) {

    /** So many values at most. */
    static final int MOST_VALUES = 3;

    /** How the answer can turn. */
    public enum Turn {
        /** Headline goods fall short, and would not. */
        SPARED,
        /** None falls short, and one would. */
        SHORT,
        /** Headline goods fall short in any case; half as much is lost. */
        HALVED,
        /** None falls short in any case; twice as much is lost. */
        DOUBLED;

        private String key(String what) {
            return "switching." + what + "." + name();
        }
    }

    /**
     * A figure and where the answer turns.
     *
     * @param name what it is
     * @param threshold on the side where the answer is turned, with two significant digits, in the figure's unit
     * @param isLeast whether it is turned from there upwards; else downwards
     */
    public record Value(Figure figure, String name, double threshold, boolean isLeast) {

        /** The threshold with its unit: "21 weeks". */
        public String thresholdWords() {
            return Wording.value(figure, threshold);
        }

        /** "Yttria coating feed for coated chamber parts: stock held is 21 weeks or more (taken: 10 weeks (4 to 40), assumption)". */
        public String clause() {
            return Texts.get(
                    isLeast ? "switching.atLeast" : "switching.atMost",
                    name,
                    thresholdWords(),
                    Wording.valueWithRange(figure),
                    OwnFigure.basis(figure.evidence()));
        }
    }

    /** Of a value, as {@link Value#clause()} but without what is taken: "…: stock held is at least 21 weeks". */
    private static String brief(Value value) {
        return Texts.get(
                value.isLeast() ? "switching.brief.atLeast" : "switching.brief.atMost",
                value.name(),
                value.thresholdWords());
    }

    public SwitchingValues {
        values = List.copyOf(values);
    }

    /**
     * Takes at most {@value SwitchingSearch#MOST_RUNS} runs.
     *
     * @param central the runner's run of a scenario, with {@code own} in place of the dataset's figures
     * @param own by id, figures in place of the dataset's
     * @param threads ≥ 1; does not change the result
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static SwitchingValues find(
            StudyRunner runner, SimulationResult central, Map<String, Figure> own, int threads, RunMonitor monitor) {
        return new SwitchingSearch(runner, central, own, threads, monitor).find();
    }

    static String who(Dataset dataset) {
        return dataset.headline().many();
    }

    /** The same in a line: "chips are spared if yttria coating feed: stock held is at least 21 weeks; or 2 others". */
    public String brief() {
        if (values.isEmpty()) {
            return Texts.get(turn.key(extreme ? "brief.onlyMany" : "brief.never"), who);
        }
        if (together) {
            return Texts.get(turn.key("brief.together"), who, values.size());
        }
        String first = Texts.get(turn.key("brief.alone"), who, brief(values.getFirst()));
        int more = values.size() - 1 + left;
        return more == 0 ? first : Texts.get("switching.brief.more", first, more);
    }

    /** What would have to be true, in sentences. */
    public List<String> sentences() {
        if (values.isEmpty()) {
            return List.of(Wording.capitalised(Texts.get(turn.key(extreme ? "onlyMany" : "never"), who)));
        }
        List<String> sentences = new ArrayList<>();
        List<String> clauses = values.stream().map(Value::clause).toList();
        if (together) {
            String all = String.join(Texts.get("switching.and"), clauses);
            sentences.add(Texts.get(turn.key("together"), who, all));
        } else {
            clauses.forEach(clause -> sentences.add(Texts.get(turn.key("alone"), who, clause)));
        }
        if (left > 0) {
            sentences.add(Texts.get("switching.left", left));
        }
        return sentences.stream().map(Wording::capitalised).toList();
    }
}
