package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.BestResponseStudy;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.MeasureWorth;
import io.chokepoint.study.MitigationStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.helps.HelpsContent.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages of an answer, each on a worker: chains and single measures, two together, sets of stocks, the bound. They report one
 * progress in parts of a hundred, of which each stage has its share.
 */
final class HelpsStages {
    private static final int WHOLE = 100;
    private static final int FOUND = 15;
    private static final int ALONE = 45;
    private static final int PAIRS = 65;
    private static final int SETS = 95;

    private final StudyRunner runner;
    private final HelpsQuestion asked;
    private final Settings settings;
    private final MeasureWorth worth;
    private final MitigationTarget target;
    private final Mitigation mitigation;

    HelpsStages(StudyRunner runner, HelpsQuestion asked) {
        this.runner = runner;
        this.asked = asked;
        settings = asked.settings();
        worth = new MeasureWorth(runner, asked.work().values());
        target = asked.target().on(worth);
        mitigation = new MitigationStudy(runner)
                .of(asked.work().scenario(), asked.work().values(), target);
    }

    HelpsContent alone(RunMonitor monitor) {
        Trial asIs = mitigation.asIs(settings, monitor);
        List<Option> options = mitigation.find(settings, new Share(monitor, 0, FOUND));
        List<Trial> alone = mitigation.alone(options, asIs, settings, new Share(monitor, FOUND, ALONE - 10));
        return new HelpsContent(
                asked.target(),
                target,
                asIs,
                worth.weekOf(target),
                rows(alone, new Share(monitor, ALONE - 10, ALONE)),
                Optional.empty());
    }

    HelpsContent pairs(HelpsContent found, RunMonitor monitor) {
        List<Trial> best = found.alone().stream()
                .map(Row::trial)
                .sorted((a, b) -> Double.compare(b.gainedWeeks(), a.gainedWeeks()))
                .toList();
        List<Trial> pairs = mitigation.pairs(best, found.asIs(), settings, new Share(monitor, ALONE, PAIRS - 10));
        return found.withPairs(rows(pairs, new Share(monitor, PAIRS - 10, PAIRS)));
    }

    /** @param now the question, which may ask for another level than at first */
    Trial cheapest(HelpsContent found, HelpsQuestion now, RunMonitor monitor) {
        return mitigation.cheapest(found.asIs(), now.settings(), new Share(monitor, PAIRS, SETS));
    }

    /** Empty for one maker: the bound is of what goods lose. */
    Optional<LeastLoss> bound(double seconds, RunMonitor monitor) {
        monitor.progress(SETS, WHOLE, "sets of stocks tried");
        return target.provider().isPresent()
                ? Optional.empty()
                : Optional.of(new BestResponseStudy(runner)
                        .run(
                                asked.work().scenario(),
                                asked.work().values(),
                                target.goods(),
                                seconds,
                                new Share(monitor, SETS, WHOLE)));
    }

    private List<Row> rows(List<Trial> trials, RunMonitor monitor) {
        List<Row> rows = new ArrayList<>();
        double[][] without = trials.isEmpty() ? new double[0][] : mitigation.outputs(List.of(), settings, monitor);
        for (Trial trial : trials) {
            monitor.checkCancelled();
            rows.add(new Row(
                    trial,
                    worth.cost(trial.options()),
                    worth.gainPerCost(trial, target),
                    worth.losers(without, mitigation.outputs(trial.options(), settings, monitor), target)));
            monitor.progress(rows.size(), trials.size(), "losers looked for");
        }
        return rows;
    }

    /** A stage's progress as a part of the whole. */
    private record Share(RunMonitor whole, int from, int to) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {
            if (total > 0) {
                whole.progress(from + Math.min(done, total) * (to - from) / total, WHOLE, what);
            }
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
