package io.chokepoint.export.living;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.export.report.ArticleExcerpt;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.Repeat;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.SealedRun;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.study.StudyRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs what a report is made of: for whoever writes one, and for the command that makes it again. */
public final class ReportMaker {
    private final StudyRunner runner;
    private final int threads;
    private final RunMonitor monitor;

    /**
     * @param runner without own figures; those of a {@link Wish} are put in by {@link #make}
     * @param threads for runs with drawn figures
     */
    public ReportMaker(StudyRunner runner, int threads, RunMonitor monitor) {
        this.runner = runner;
        this.threads = threads;
        this.monitor = monitor;
    }

    /** What to compare with, and what the two are called. */
    public record Side(Scenario scenario, String name, String nameOfFirst) {}

    /**
     * What the report is to be about.
     *
     * @param specs the restrictions of the scenario in words, if it was made from these
     * @param own the user's figures in place of those of dataset and scenario; an id that neither has is passed over
     * @param samples runs with drawn figures; 0 for none
     * @param command line, word by word; empty where there was none
     * @param article what is quoted of the article from which the scenario was made, if it was
     */
    public record Wish(
            Scenario scenario,
            List<String> specs,
            List<Bundle.Own> own,
            Optional<Side> side,
            int samples,
            long seed,
            List<String> command,
            LocalDate date,
            Optional<ArticleExcerpt> article) {

        public Wish {
            specs = List.copyOf(specs);
            own = List.copyOf(own);
            command = List.copyOf(command);
        }

        private Optional<MonteCarlo.Settings> drawing(int threads) {
            return samples == 0
                    ? Optional.empty()
                    : Optional.of(MonteCarlo.Settings.all(samples, seed, threads)
                            .withPrices(MonteCarlo.Settings.Prices.WEEKLY));
        }
    }

    /**
     * Runs it.
     *
     * @param dataset a zip of it that is to lie inside, if any
     * @throws io.chokepoint.base.ChokepointException with all faults if a scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Report make(Wish wish, Optional<byte[]> dataset) {
        StudyRunner used =
                runner.with(OwnFigure.of(wish.own, wish.scenario, runner.data().dataset()));
        SimulationResult first = used.run(wish.scenario, monitor);
        Optional<Report.Other> other =
                wish.side.map(side -> new Report.Other(used.run(side.scenario, monitor), side.name, side.nameOfFirst));
        Report report = Report.of(ScenarioAssessment.of(used, first, wish.drawing(threads), threads, monitor))
                .comparedWith(other)
                .from(wish.article.map(excerpt -> new Report.FromArticle(excerpt, alone(used, first))));
        return report.repeatedBy(new Repeat(
                wish.command,
                wish.date,
                wish.samples,
                wish.samples == 0 ? OptionalLong.empty() : OptionalLong.of(wish.seed),
                Optional.of(Enclosure.of(sealed(wish, report), dataset))));
    }

    /** By restriction, what it does by itself. */
    private List<SimulationResult> alone(StudyRunner used, SimulationResult whole) {
        Scenario scenario = whole.scenario();
        if (scenario.restrictions().size() == 1) {
            return List.of(whole);
        }
        List<SimulationResult> alone = new ArrayList<>();
        for (Restriction restriction : scenario.restrictions()) {
            alone.add(used.run(scenario.withRestrictions(List.of(restriction)), monitor));
        }
        return alone;
    }

    private SealedRun sealed(Wish wish, Report report) {
        Provenance provenance = report.result().provenance();
        SealedRun.@Nullable Compared compare = wish.side
                .map(side -> new SealedRun.Compared(ScenarioWriter.toJson(side.scenario), side.name, side.nameOfFirst))
                .orElse(null);
        return new SealedRun(
                SealedRun.FORM,
                provenance.version(),
                provenance.model().map(ModelStamp::name).orElse(""),
                provenance.model().map(ModelStamp::version).orElse(""),
                provenance.dataset(),
                provenance.inputs().dataset(),
                ScenarioWriter.toJson(wish.scenario),
                wish.specs,
                own(wish),
                compare,
                wish.samples,
                wish.seed,
                wish.command,
                wish.date.toString(),
                SealedRun.figures(report),
                wish.article.orElse(null));
    }

    private static Map<String, SealedRun.Own> own(Wish wish) {
        Map<String, SealedRun.Own> own = new LinkedHashMap<>();
        wish.own.forEach(each ->
                own.put(each.figureId(), new SealedRun.Own(each.low(), each.central(), each.high(), each.source())));
        return own;
    }

    /**
     * The scenario of a page: the dataset's own where it is the same, as its figures know where they stand.
     *
     * @param text as {@link ScenarioWriter#toJson} writes it
     * @param shownAs where it stands, as the user knows it
     * @throws io.chokepoint.base.ChokepointException with all faults if it does not fit the dataset
     */
    public static Scenario scenario(String text, Path shownAs, DataPackage data) {
        return Stream.concat(data.scenarios().stream(), data.episodes().stream().map(Episode::scenario))
                .filter(known -> ScenarioWriter.toJson(known).equals(text))
                .findFirst()
                .orElseGet(() ->
                        ScenarioReader.readDraft(text, shownAs, data.dataset()).orThrow());
    }
}
