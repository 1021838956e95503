package io.chokepoint.cli;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.Repeat;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.SealedRun;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.study.StudyRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs what a report is made of: for the command that writes one, and for the one that makes it again. */
final class ReportMaker {
    private final StudyRunner runner;
    private final int threads;
    private final RunMonitor monitor;

    ReportMaker(StudyRunner runner, int threads, RunMonitor monitor) {
        this.runner = runner;
        this.threads = threads;
        this.monitor = monitor;
    }

    /** What to compare with, and what the two are called. */
    record Side(Scenario scenario, String name, String nameOfFirst) {}

    /**
     * What the report is to be about.
     *
     * @param specs the restrictions of the scenario in words, if it was made from these
     * @param samples runs with drawn figures; 0 for none
     * @param command line, word by word
     */
    record Wish(
            Scenario scenario,
            List<String> specs,
            Optional<Side> side,
            int samples,
            long seed,
            List<String> command,
            LocalDate date) {

        private Optional<MonteCarlo.Settings> drawing(int threads) {
            return samples == 0
                    ? Optional.empty()
                    : Optional.of(MonteCarlo.Settings.all(samples, seed, threads)
                            .withPrices(MonteCarlo.Settings.Prices.WEEKLY));
        }
    }

    /** @param dataset a zip of it that is to lie inside, if any */
    Report make(Wish wish, Optional<byte[]> dataset) {
        SimulationResult first = runner.run(wish.scenario, monitor);
        Optional<Report.Other> other = wish.side.map(
                side -> new Report.Other(runner.run(side.scenario, monitor), side.name, side.nameOfFirst));
        Report report = Report.of(ScenarioAssessment.of(runner, first, wish.drawing(threads), threads, monitor))
                .comparedWith(other);
        return report.repeatedBy(new Repeat(
                wish.command,
                wish.date,
                wish.samples,
                wish.samples == 0 ? OptionalLong.empty() : OptionalLong.of(wish.seed),
                Optional.of(Enclosure.of(sealed(wish, report), dataset))));
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
                Map.of(),
                compare,
                wish.samples,
                wish.seed,
                wish.command,
                wish.date.toString(),
                SealedRun.figures(report));
    }
}
