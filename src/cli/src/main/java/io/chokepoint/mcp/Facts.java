package io.chokepoint.mcp;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Source;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Provenance;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.study.TrackRecord;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts of answers as JSON: what every answer carries is the same everywhere. */
final class Facts {
    private Facts() {}

    /** A figure with its range, basis, note and sources. */
    static Map<String, Object> figure(Figure figure, String what, Dataset dataset) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", figure.id());
        facts.put("what", what);
        facts.put("low", figure.low());
        facts.put("central", figure.central());
        facts.put("high", figure.high());
        facts.put("unit", figure.unit());
        facts.put("basis", OwnFigure.basis(figure.evidence()));
        facts.put("note", figure.evidence().note());
        facts.put("table", figure.evidence().file());
        facts.put("line", figure.evidence().line());
        List<Map<String, Object>> sources = new ArrayList<>();
        figure.evidence()
                .sources()
                .forEach(id -> dataset.findSource(id).map(Facts::source).ifPresent(sources::add));
        facts.put("sources", sources);
        return facts;
    }

    private static Map<String, Object> source(Source source) {
        return Map.of(
                "id",
                source.id(),
                "title",
                source.title(),
                "publisher",
                source.publisher(),
                "year",
                source.year(),
                "url",
                source.url());
    }

    /** "0.69 (0.6 to 0.75) part of world output, derived". */
    static String inWords(Figure figure) {
        return Texts.get(
                figure.isUncertain() ? "mcp.range" : "mcp.point",
                Amounts.number(figure.central()),
                Amounts.number(figure.low()),
                Amounts.number(figure.high()),
                figure.unit(),
                OwnFigure.basis(figure.evidence()));
    }

    /** What became of one good, and of how many runs with drawn figures the same can be said. */
    static Map<String, Object> outcome(Good good, Outcome outcome, Optional<MonteCarloResult> drawn) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("good", good.id());
        facts.put("name", good.name());
        facts.put(
                "first_loss_week",
                week(
                        outcome.firstLossWeek().isPresent(),
                        outcome.firstLossWeek().orElse(0)));
        facts.put("trough", outcome.trough());
        facts.put("trough_week", outcome.troughWeek());
        facts.put("lost_output_weeks", outcome.lostOutputWeeks());
        facts.put(
                "recovery_week",
                week(outcome.recoveryWeek().isPresent(), outcome.recoveryWeek().orElse(0)));
        drawn.ifPresent(runs -> facts.put("drawn_runs", drawn(good, runs)));
        return facts;
    }

    private static @Nullable Integer week(boolean isThere, int week) {
        return isThere ? week : null;
    }

    private static Map<String, Object> drawn(Good good, MonteCarloResult runs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("part_of_runs_hit", runs.probabilityHit(good));
        facts.put("first_loss_week", spread(runs.spread(good, Measure.FIRST_LOSS)));
        facts.put("trough", spread(runs.spread(good, Measure.TROUGH)));
        facts.put("lost_output_weeks", spread(runs.spread(good, Measure.LOST_OUTPUT)));
        return facts;
    }

    /** What is never reached is null: JSON has no infinity. */
    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("p10", finite(spread.p10()));
        facts.put("p50", finite(spread.p50()));
        facts.put("p90", finite(spread.p90()));
        return facts;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** How many runs there were and how well they know their ranges. */
    static Map<String, Object> sampling(MonteCarloResult runs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("runs", runs.runs());
        facts.put("seed", runs.seed());
        facts.put("range", "p10 to p90: 8 of 10 runs lie within");
        return facts;
    }

    /** How past episodes like it came out. */
    static Map<String, Object> record(TrackRecord record) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sentences", record.sentences());
        facts.put(
                "episodes",
                record.episodes().stream()
                        .map(episode -> episode.scenario().id())
                        .toList());
        facts.put("observations", record.observations());
        facts.put("as_seen", record.quantities().inRange() + record.prices().inRange());
        facts.put(
                "too_harsh",
                record.quantities().overPredicts() + record.prices().overPredicts());
        facts.put(
                "too_mild",
                record.quantities().underPredicts() + record.prices().underPredicts());
        return facts;
    }

    /** The figures of a chain of causes that nobody has published or derived, each once. */
    static List<Map<String, Object>> notVerified(Explanation why, Dataset dataset) {
        Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
        for (Explanation.Step step : why.steps()) {
            for (Explanation.FigureUse use : step.figures()) {
                if (use.figure().evidence().basis() == Basis.ASSUMPTION) {
                    facts.putIfAbsent(use.figure().id(), figure(use.figure(), use.what(), dataset));
                }
            }
        }
        return List.copyOf(facts.values());
    }

    /** What an answer rests on: how many of the figures of its chain are assumptions. */
    static Map<String, Object> basis(Explanation.Assumptions assumptions) {
        return Map.of("figures", assumptions.figures(), "assumed", assumptions.assumed());
    }

    /** How to know the run again. */
    static Map<String, Object> provenance(Provenance provenance) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", provenance.version());
        provenance.model().ifPresent(model -> facts.put("model", model.toString()));
        facts.put("dataset", provenance.dataset());
        facts.put("dataset_fingerprint", provenance.inputs().dataset());
        facts.put("scenario", provenance.scenario());
        facts.put("scenario_fingerprint", provenance.inputs().scenario());
        facts.put("figures", provenance.figures());
        return facts;
    }
}
