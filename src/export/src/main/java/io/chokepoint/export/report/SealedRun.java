package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.ScenarioAssessment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * All that a page was made from, and the figures that came out. The names are those of the JSON inside a page.
 *
 * @param form of this record: {@value #FORM}
 * @param program version of the program
 * @param model name of the model
 * @param modelVersion the model's own version
 * @param dataset id of the dataset
 * @param datasetSha256 by which the dataset can be known again
 * @param scenario text of the scenario file
 * @param restrict its restrictions in words, where it was made from these; their figures are drawn by other ids than those of a file
 * @param own by id, the user's figures in place of those of dataset and scenario
 * @param compare the other run; null where there is none
 * @param samples runs with drawn figures that were asked for; 0 for none
 * @param seed of these
 * @param command as it was given
 * @param date ISO 8601
 * @param figures the full figures by name ({@link #figures}); null for never
 * @param article what the page quotes of the article from which the scenario was made; null where there is none
 */
public record SealedRun(
        int form,
        String program,
        String model,
        String modelVersion,
        String dataset,
        String datasetSha256,
        String scenario,
        List<String> restrict,
        Map<String, Own> own,
        @Nullable Compared compare,
        int samples,
        long seed,
        List<String> command,
        String date,
        Map<String, @Nullable Double> figures,
        @Nullable ArticleExcerpt article) {

    /** The form that this program writes and reads. */
    public static final int FORM = 1;

    /**
     * The other run of a comparison.
     *
     * @param scenario text of the scenario file
     * @param name what it is called
     * @param nameOfFirst what the first is called beside it
     */
    public record Compared(String scenario, String name, String nameOfFirst) {}

    /**
     * A figure of the user's own.
     *
     * @param low the least that is plausible
     * @param central low ≤ central ≤ high
     * @param high the most that is plausible
     * @param source where it comes from, in the user's words; may be empty
     */
    public record Own(double low, double central, double high, String source) {}

    /**
     * The figures of a run: {@code good/ID/COLUMN} or {@code market/ID/COLUMN}, with the columns of {@code simulate --summary}; those of
     * another run with {@code other/} before them.
     */
    public static Map<String, @Nullable Double> figures(Report report) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        Optional<MonteCarloResult> drawn = report.assessment().flatMap(ScenarioAssessment::drawn);
        put("", report.result(), drawn, figures);
        report.other().ifPresent(other -> put("other/", other.result(), Optional.empty(), figures));
        return figures;
    }

    private static void put(
            String before,
            SimulationResult result,
            Optional<MonteCarloResult> drawn,
            Map<String, @Nullable Double> figures) {
        for (Good good : result.dataset().goods()) {
            String name = before + "good/" + good.id() + "/";
            put(name, result.outcome(good), figures);
            drawn.ifPresent(many -> {
                put(name + "trough", many.spread(good, Measure.TROUGH), figures);
                put(name + "lost_output_weeks", many.spread(good, Measure.LOST_OUTPUT), figures);
            });
        }
        for (Market market : result.dataset().markets()) {
            String name = before + "market/" + market.id() + "/";
            put(name, result.outcome(market), figures);
            drawn.ifPresent(many -> {
                put(name + "trough", many.spread(market, Measure.TROUGH), figures);
                put(name + "lost_output_weeks", many.spread(market, Measure.LOST_OUTPUT), figures);
            });
        }
    }

    private static void put(String name, Outcome outcome, Map<String, @Nullable Double> figures) {
        figures.put(name + "first_loss_week", week(outcome.firstLossWeek()));
        figures.put(name + "trough", outcome.trough());
        figures.put(name + "trough_week", (double) outcome.troughWeek());
        figures.put(name + "lost_output_weeks", outcome.lostOutputWeeks());
        figures.put(name + "recovery_week", week(outcome.recoveryWeek()));
    }

    private static void put(String name, Spread spread, Map<String, @Nullable Double> figures) {
        figures.put(name + "_p10", finite(spread.p10()));
        figures.put(name + "_p50", finite(spread.p50()));
        figures.put(name + "_p90", finite(spread.p90()));
    }

    private static @Nullable Double week(OptionalInt week) {
        return week.isPresent() ? (double) week.getAsInt() : null;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
