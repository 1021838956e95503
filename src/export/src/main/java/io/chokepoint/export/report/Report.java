package io.chokepoint.export.report;

import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.ScenarioAssessment;
import java.util.List;
import java.util.Optional;

/**
 * What a page is made of.
 *
 * @param result the run that the page is about
 * @param assessment how far its answer can be relied on; empty where nobody asked
 * @param other another run to compare with
 * @param repeat how to make the page again; empty where it cannot be told
 * @param article from which the scenario was made, if it was
 */
public record Report(
        SimulationResult result,
        Optional<ScenarioAssessment> assessment,
        Optional<Other> other,
        Optional<Repeat> repeat,
        Optional<FromArticle> article) {

    /**
     * The article from which the scenario was made.
     *
     * @param excerpt what the page quotes
     * @param alone by restriction of the scenario, what it does by itself
     */
    public record FromArticle(ArticleExcerpt excerpt, List<SimulationResult> alone) {
        public FromArticle {
            alone = List.copyOf(alone);
        }
    }

    /**
     * Another run to compare with.
     *
     * @param name what it is called
     * @param nameOfFirst what the page's own run is called beside it
     */
    public record Other(SimulationResult result, String name, String nameOfFirst) {}

    /** A page about a run alone. */
    public static Report of(SimulationResult result) {
        return new Report(result, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A page that says how far its answer can be relied on. */
    public static Report of(ScenarioAssessment assessment) {
        return new Report(
                assessment.central(), Optional.of(assessment), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with where the run and another part. */
    public Report comparedWith(Optional<Other> another) {
        return new Report(result, assessment, another, repeat, article);
    }

    /** The same, with how to make it again. */
    public Report repeatedBy(Repeat how) {
        return new Report(result, assessment, other, Optional.of(how), article);
    }

    /** The same, with the article from which the scenario was made. */
    public Report from(Optional<FromArticle> text) {
        return new Report(result, assessment, other, repeat, text);
    }
}
