package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Source;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a good or a market falls short in a run, or why it does not, in sentences a reader can quote, with the figures and sources
 * that they rest on. Plain text without markup; the same run always gives the same words.
 *
 * @param subject name of the good or market
 * @param isHit whether it falls below 99 % of baseline in any week
 * @param quote one sentence with the numbers of its sources at its end
 * @param steps from the subject back to the restriction; empty where it is not hit
 * @param changes what binds, week by week where it changes, the first entry at the first loss
 * @param sources in the order of their numbers
 * @param assumptions how much of the chain rests on assumptions
 * @param prices what its price does, and what is lost and earned; empty where the dataset does not say what goods are worth
 * @param vendors who gains and loses ground in the market, or in the markets of the good; empty where nobody does
 */
public record Explanation(
        String subject,
        boolean isHit,
        String quote,
        List<Step> steps,
        List<Change> changes,
        List<NumberedSource> sources,
        Assumptions assumptions,
        List<String> prices,
        List<String> vendors) {

    public Explanation {
        prices = List.copyOf(prices);
        vendors = List.copyOf(vendors);
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        sources = List.copyOf(sources);
    }

    /**
     * One link of the chain.
     *
     * @param number from 1 at the subject
     * @param activity the maker that fell short or is restricted; empty for a market
     * @param name the good's or market's name
     * @param week its first loss; for a restricted maker the start of the restriction
     * @param lowest least output of the good, or served part of the market's demand, over the run, as a part of baseline
     * @param isRestricted whether the scenario restricts it: the chain ends here
     * @param clause a few words for a list: "short of N4 wafers, week 66"
     * @param sentence the step in full
     * @param figures what the step rests on, the deciding figure first
     * @param sources numbers of the sources
     */
    public record Step(
            int number,
            Optional<Activity> activity,
            String name,
            int week,
            double lowest,
            boolean isRestricted,
            String clause,
            String sentence,
            List<FigureUse> figures,
            List<Integer> sources) {
        public Step {
            figures = List.copyOf(figures);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A figure on the chain.
     *
     * @param what what it is of: "stock of yttrium oxide"
     * @param sources numbers of its sources
     */
    public record FigureUse(String what, Figure figure, List<Integer> sources) {
        public FigureUse {
            sources = List.copyOf(sources);
        }

        /** "14 weeks (8 to 40), assumption". */
        public String text() {
            return Wording.valueWithRange(figure) + ", " + OwnFigure.basis(figure.evidence());
        }
    }

    /**
     * From this week on something else binds.
     *
     * @param input the binding input; empty where none binds
     * @param sentence "From week 97: HBM3E."
     */
    public record Change(int week, Optional<Good> input, String sentence) {}

    /**
     * A source and its number.
     *
     * @param source empty for the entry that stands for "nobody published a figure"
     * @param text title, publisher, year
     */
    public record NumberedSource(int number, Optional<Source> source, String text) {

        /** "[1] title, publisher, year. address". */
        public String line() {
            String url = source.map(Source::url).orElse("");
            return "[" + number + "] " + text + "." + (url.isEmpty() ? "" : " " + url);
        }
    }

    /** Of the figures that a chain rests on, how many nobody published. */
    public record Assumptions(int assumed, int figures) {

        /** In [0, 1]; 0 where there are no figures. */
        public double share() {
            return figures == 0 ? 0 : (double) assumed / figures;
        }

        /** Whether over half of the figures are assumptions. */
        public boolean isMostly() {
            return assumed * 2 > figures;
        }

        public String sentence() {
            if (figures == 0) {
                return "Rests on no figures of the dataset.";
            }
            String count = assumed + " of " + Amounts.counted(figures, "figure", "figures") + " on the chain "
                    + Amounts.word(assumed, "is an assumption.", "are assumptions.");
            return isMostly() ? "Rests mostly on assumptions: " + count : Wording.capitalised(count);
        }
    }

    /** Why the good falls short in the run, or why it does not. */
    public static Explanation of(SimulationResult result, Good good) {
        return new Explainer(result, UnaryOperator.identity()).explain(good);
    }

    /**
     * Why the good falls short, where the run used other figures than the dataset's.
     *
     * @param figures the figure that the run used, for each of the dataset's; see {@link OwnFigure}
     */
    public static Explanation of(SimulationResult result, Good good, UnaryOperator<Figure> figures) {
        return new Explainer(result, figures).explain(good);
    }

    /** As {@link #of(SimulationResult, Good, UnaryOperator)}, of one maker. */
    public static Explanation of(SimulationResult result, Activity maker, UnaryOperator<Figure> figures) {
        return new Explainer(result, figures).explain(maker);
    }

    /** As {@link #of(SimulationResult, Good, UnaryOperator)}, of a market. */
    public static Explanation of(SimulationResult result, Market market, UnaryOperator<Figure> figures) {
        return new Explainer(result, figures).explain(market);
    }

    /** Why one maker of a good falls short in the run, or why it does not. */
    public static Explanation of(SimulationResult result, Activity maker) {
        return new Explainer(result, UnaryOperator.identity()).explain(maker);
    }

    /** Only what binds the good, where it changes; empty where it never falls short. */
    public static List<Change> changes(SimulationResult result, Good good) {
        return BindingChanges.of(result, good);
    }

    /** Why the market's demand is not met in the run, or why it is. */
    public static Explanation of(SimulationResult result, Market market) {
        return new Explainer(result, UnaryOperator.identity()).explain(market);
    }

    /**
     * The goods on the way of the explanation, each once, in the order of its steps: from what is asked about back to the
     * restriction. A picture that numbers them so has the numbers of the sentences. Empty where nothing falls short.
     */
    public List<Good> goods() {
        return steps.stream()
                .flatMap(step -> step.activity().stream())
                .map(Activity::good)
                .distinct()
                .toList();
    }

    /** Why nothing at all falls short in the run; empty where something does. */
    public static Optional<String> whyNothing(SimulationResult result) {
        return result.hitGoods().isEmpty() && result.hitMarkets().isEmpty()
                ? Optional.of(new NothingHit(result, UnaryOperator.identity()).reason())
                : Optional.empty();
    }

    /** The numbers of sources as they stand behind a sentence: " [1][3]"; empty for none. */
    public static String marks(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        numbers.forEach(number -> text.append('[').append(number).append(']'));
        return text.isEmpty() ? "" : " " + text;
    }

    private static void append(StringBuilder text, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            text.append('\n').append(title).append('\n');
            sentences.forEach(sentence -> text.append(sentence).append('\n'));
        }
    }

    /** Everything as plain text: the quote, each step with its figures, what binds when, and the sources. */
    public String toText() {
        StringBuilder text = new StringBuilder(quote).append('\n');
        for (Step step : steps) {
            text.append('\n').append(step.number()).append(". ").append(step.sentence());
            text.append(marks(step.sources())).append('\n');
            for (FigureUse use : step.figures()) {
                text.append("   ")
                        .append(Wording.capitalised(use.what()))
                        .append(": ")
                        .append(use.text());
                text.append(marks(use.sources())).append('\n');
            }
        }
        if (changes.size() > 1) {
            text.append("\nWhat binds\n");
            changes.forEach(change -> text.append(change.sentence()).append('\n'));
        }
        if (isHit) {
            text.append('\n').append(assumptions.sentence()).append('\n');
        }
        append(text, Texts.get("prices.title"), prices);
        append(text, Texts.get("vendors.title"), vendors);
        if (!sources.isEmpty()) {
            text.append("\nSources\n");
            sources.forEach(source -> text.append(source.line()).append('\n'));
        }
        return text.toString();
    }
}
