package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation.FigureUse;
import io.chokepoint.study.Explanation.NumberedSource;
import io.chokepoint.study.Explanation.Step;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A run told to somebody who has never seen the program: the answer with its range, three sentences, what it rests on. Plain text without
 * markup; the same run always gives the same words, and every number in them is one that the run says elsewhere too.
 *
 * @param title of the scenario, without its marks
 * @param marks that must be read with the title, such as "upper bound"
 * @param question what the scenario asks; may be empty
 * @param caption the lines that a picture of the run carries
 * @param sentences three: who, when and how hard; why; prices or who goes without
 * @param caveats how sure, what nobody could verify, how the model did before
 * @param chainTitle "Why Car packs fall short"; empty where nothing does
 * @param steps the chain of reasons, from the answer back to the restriction
 * @param sources of the figures on the chain, by number
 */
public record Story(
        String title,
        List<String> marks,
        String question,
        RunCaption caption,
        List<String> sentences,
        List<String> caveats,
        String chainTitle,
        List<Step> steps,
        List<NumberedSource> sources) {
    private static final int MOST_UNVERIFIED = 4;

    public Story {
        marks = List.copyOf(marks);
        sentences = List.copyOf(sentences);
        caveats = List.copyOf(caveats);
        steps = List.copyOf(steps);
        sources = List.copyOf(sources);
    }

    /**
     * What a story is made of.
     *
     * @param title of the scenario, without its marks
     * @param central the run at central figures
     * @param drawn runs of the same scenario with drawn figures, if there are any
     * @param record of the model on past episodes like it, where it has been worked out
     * @param switching what would have to be true for another answer, where it has been looked for
     * @param figures the figure that the run used, for each of the dataset's; see {@link OwnFigure}
     * @param ownFigures how many of these are the user's own
     */
    public record Parts(
            String title,
            List<String> marks,
            SimulationResult central,
            Optional<MonteCarloResult> drawn,
            Optional<TrackRecord> record,
            Optional<SwitchingValues> switching,
            UnaryOperator<Figure> figures,
            int ownFigures) {}

    public static Story of(Parts parts) {
        return new Telling(parts).story();
    }

    /** What stands above the caveats. */
    public static String caveatsTitle() {
        return Texts.get("story.caveats");
    }

    /** What stands above the sources. */
    public static String sourcesTitle() {
        return Texts.get("story.sources");
    }

    /** Where the numbers come from, for a picture: the run, then the program, the dataset and its edition. */
    public String origin() {
        return caption.span() + " · " + caption.source();
    }

    /** The whole story as Markdown, which reads as plain text too. */
    public String toText() {
        StringBuilder text = new StringBuilder("# ").append(title).append('\n');
        if (!marks.isEmpty()) {
            text.append("**").append(String.join(" · ", marks)).append("**\n");
        }
        if (!question.isEmpty()) {
            text.append('\n').append(question).append('\n');
        }
        text.append("\n**")
                .append(caption.answer())
                .append("**  \n")
                .append(caption.range())
                .append('\n');
        sentences.forEach(sentence -> text.append('\n').append(sentence).append('\n'));
        text.append("\n## ").append(caveatsTitle()).append('\n');
        caveats.forEach(caveat -> text.append("- ").append(caveat).append('\n'));
        if (!sources.isEmpty()) {
            text.append("\n## ").append(sourcesTitle()).append('\n');
            sources.forEach(source -> text.append("- ").append(source.line()).append('\n'));
        }
        return text.append('\n').append(origin()).append('\n').toString();
    }

    /** One story on its way. */
    private static final class Telling {
        private final Parts parts;
        private final SimulationResult central;
        private final Headline headline;
        private final Optional<RunsHeadline> runs;
        private final Optional<Explanation> why;

        private Telling(Parts parts) {
            this.parts = parts;
            this.central = parts.central();
            this.headline = Headline.of(central);
            this.runs = parts.drawn().flatMap(drawn -> RunsHeadline.of(headline, central, drawn));
            this.why = headline.good()
                    .map(good -> Explanation.of(central, good, parts.figures()))
                    .or(() -> worstMarket().map(market -> Explanation.of(central, market, parts.figures())))
                    .or(() -> runs.map(answer -> Explanation.of(central, answer.good(), parts.figures())));
        }

        private Story story() {
            return new Story(
                    parts.title(),
                    parts.marks(),
                    central.scenario().question(),
                    RunCaption.of(central, parts.drawn(), parts.ownFigures()),
                    List.of(who(), because(), loses()),
                    caveats(),
                    headline.whyTitle().orElse(""),
                    why.map(Explanation::steps).orElse(List.of()),
                    why.map(Explanation::sources).orElse(List.of()));
        }

        private Optional<Market> worstMarket() {
            return central.hitMarkets().stream()
                    .min(Comparator.comparingDouble(
                            market -> central.outcome(market).trough()));
        }

        private String who() {
            return runs.map(answer -> Texts.get(
                            "story.drawn",
                            Amounts.counted(
                                    parts.drawn().orElseThrow().runs(),
                                    Texts.get("word.run.one"),
                                    Texts.get("word.run.many")),
                            lowest(answer.good()),
                            after(answer.howHard().answer(), answer.good().shortName() + ": "),
                            answer.howSure().answer(),
                            answer.when().answer(),
                            answer.when().detail(),
                            headline.good()
                                    .map(good -> Texts.get("story.beside", trough(good), inWeek(good), fallShort()))
                                    .orElseGet(this::fallShort)))
                    .or(() -> headline.good()
                            .map(good -> Texts.get(
                                    "story.alone",
                                    lowest(good),
                                    trough(good),
                                    inWeek(good),
                                    headline.when().answer(),
                                    fallShort())))
                    .orElseGet(() -> Texts.get(
                            "story.aloneNone", fallShort(), headline.when().answer()));
        }

        private String trough(Good good) {
            return Amounts.percent(central.outcome(good).trough());
        }

        private String inWeek(Good good) {
            return RunCaption.week(central, central.outcome(good).troughWeek());
        }

        private String fallShort() {
            return headline.who().answer();
        }

        private static String after(String words, String head) {
            return words.startsWith(head) ? words.substring(head.length()) : words;
        }

        /** "the least output of Nvidia H100", or of sales. */
        private String lowest(Good good) {
            return Texts.get(headline.hits().sellsLess(good) ? "story.leastSales" : "story.least", good.shortName());
        }

        /** The chain from the answer back to the restriction, with the numbers of its sources. */
        private String because() {
            return Explanation.whyNothing(central)
                    .or(() -> why.map(explanation -> explanation.isHit()
                            ? Texts.get(
                                    "story.because",
                                    headline.whyTitle()
                                            .orElseGet(() -> Texts.get("story.whyMarket", explanation.subject())),
                                    after(explanation.quote(), head(explanation.quote())))
                            : explanation.quote()))
                    .orElseGet(() -> Texts.get("story.noReason"));
        }

        /** A quote says what falls how far, then after a colon why; names hold no colon followed by a reason. */
        private String head(String quote) {
            int subject = why.map(explanation -> explanation.subject().length()).orElse(0);
            int colon = quote.indexOf(": ", subject + 2);
            return colon < 0 ? "" : quote.substring(0, colon + 2);
        }

        private String loses() {
            Optional<MoneyLost> money = MoneyLost.of(central, parts.drawn().flatMap(MonteCarloResult::prices));
            Optional<DearestInput> dearest =
                    DearestInput.of(central, parts.drawn().flatMap(MonteCarloResult::prices));
            if (money.isPresent() && dearest.isPresent()) {
                return Texts.get(
                        dearest.get().good().isPresent() ? "story.price" : "story.noPrice",
                        dearest.get().words(),
                        money.get().headline(),
                        money.get().detail());
            }
            return worstMarket()
                    .map(market -> Texts.get(
                            "story.market",
                            central.hitMarkets().size(),
                            central.dataset().markets().size(),
                            market.name(),
                            Amounts.percent(central.outcome(market).trough()),
                            RunCaption.week(central, central.outcome(market).troughWeek())))
                    .orElseGet(() -> Texts.get("story.noMarket"));
        }

        private List<String> caveats() {
            List<String> caveats = new ArrayList<>();
            caveats.add(runs.map(answer -> Texts.get(
                            "story.howSure", answer.known(), answer.howSure().answer()))
                    .orElseGet(() -> Texts.get("story.noRange")));
            why.filter(Explanation::isHit)
                    .ifPresent(
                            explanation -> caveats.add(explanation.assumptions().sentence() + unverified(explanation)));
            caveats.add(Texts.get(
                    "story.record",
                    parts.record().map(TrackRecord::line).orElseGet(() -> Texts.get("story.noRecord"))));
            parts.switching().ifPresent(values -> caveats.add(Texts.get("story.switching", values.brief())));
            caveats.addAll(RunRemarks.of(central));
            caveats.add(Texts.get("story.noForecast"));
            return caveats;
        }

        /** Which figures of the chain nobody published. */
        private static String unverified(Explanation explanation) {
            List<String> assumed = explanation.steps().stream()
                    .flatMap(step -> step.figures().stream())
                    .filter(use -> use.figure().evidence().basis() == Basis.ASSUMPTION)
                    .filter(use -> !OwnFigure.isOwn(use.figure().evidence()))
                    .map(FigureUse::what)
                    .distinct()
                    .toList();
            if (assumed.isEmpty()) {
                return "";
            }
            String some = String.join("; ", assumed.subList(0, Math.min(MOST_UNVERIFIED, assumed.size())));
            int left = assumed.size() - MOST_UNVERIFIED;
            return " "
                    + (left > 0 ? Texts.get("story.unverifiedMore", some, left) : Texts.get("story.unverified", some));
        }
    }
}
