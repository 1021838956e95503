package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The few lines that a run's pictures and tables carry away with them, so that they can be understood elsewhere.
 *
 * @param span how long the run is, and from when
 * @param answer who, when and how hard; with runs with drawn figures the middle of these
 * @param range the range in which 8 of 10 runs lie, or that there is none
 * @param source program, dataset and its edition, figures used
 */
public record RunCaption(String span, String answer, String range, String source) {
    /** So many digits tell two copies of a dataset apart. */
    private static final int SHORT_FINGERPRINT = 8;

    /**
     * @param drawn runs of the same scenario with drawn figures, if there are any
     * @param ownFigures how many figures were replaced by the user's own
     */
    public static RunCaption of(SimulationResult central, Optional<MonteCarloResult> drawn, int ownFigures) {
        Headline headline = Headline.of(central);
        Optional<RunsHeadline> runs = drawn.flatMap(many -> RunsHeadline.of(headline, central, many));
        return new RunCaption(
                span(central),
                runs.map(answer -> Texts.get(
                                "headline.line",
                                answer.who().answer(),
                                answer.when().answer(),
                                answer.howHard().answer()))
                        .orElseGet(headline::line),
                runs.map(answer -> Texts.get(
                                "caption.range",
                                answer.howSure().answer(),
                                Amounts.count(drawn.orElseThrow().runs()),
                                central(headline)))
                        .orElseGet(() -> Texts.get("caption.noRange")),
                source(central, ownFigures));
    }

    /** What the run at central figures says beside the middle of many. */
    private static String central(Headline headline) {
        return headline.good().isPresent()
                ? headline.howHard().answer()
                : headline.who().answer();
    }

    private static String span(SimulationResult central) {
        String weeks = Amounts.weeks(central.weeks());
        return central.scenario()
                .startDate()
                .map(day -> Texts.get("caption.spanFrom", weeks, Wording.date(day)))
                .orElse(Texts.get("caption.span", weeks));
    }

    /** One week of the run, as it stands below a title: "week 12 (23 Feb 2026)". */
    public static String week(SimulationResult central, int week) {
        return Wording.weekWithDate(central.scenario().startDate(), week);
    }

    private static String source(SimulationResult central, int ownFigures) {
        Provenance provenance = central.provenance();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.get("caption.program", provenance.version()));
        provenance.model().ifPresent(model -> parts.add(Texts.get("caption.model", model)));
        parts.add(dataset(central));
        parts.add(Texts.get("caption.scenario", central.scenario().id()));
        parts.add(figures(central, ownFigures));
        return String.join(" · ", parts);
    }

    /** Which figures the run used: "central figures", and how many of them are the user's own. */
    public static String figures(SimulationResult central, int ownFigures) {
        String used = central.provenance().figuresInWords();
        return ownFigures > 0 ? Texts.get("caption.ownFigures", used, ownFigures) : used;
    }

    /** Title and edition of the run's dataset, and the first digits of its fingerprint. */
    public static String dataset(SimulationResult central) {
        Dataset dataset = central.dataset();
        String title = dataset.title().isEmpty() ? dataset.id() : dataset.title();
        String edition = dataset.edition().isEmpty() ? title : title + " " + dataset.edition();
        String digits = central.provenance().inputs().dataset();
        return Texts.get("caption.dataset", edition)
                + (digits.isEmpty() ? "" : " " + Texts.get("caption.digits", digits.substring(0, SHORT_FINGERPRINT)));
    }
}
