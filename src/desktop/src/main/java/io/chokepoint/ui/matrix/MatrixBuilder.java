package io.chokepoint.ui.matrix;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stops every good in turn and gathers what the goods lose that answers speak of first. */
final class MatrixBuilder {
    private static final int MOST_COLUMNS = 12;
    private static final int STOP_AT = 0;
    private static final double WEEKS_PER_YEAR = 52;

    /** Stocks and lead times of the chain pass within this after a stop. */
    private static final int AFTER = 78;

    private MatrixBuilder() {}

    /**
     * @param stopWeeks how long each good stops
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    static MatrixContent build(StudyRunner runner, int stopWeeks, RunMonitor monitor) {
        NodeStudy study = new NodeStudy(runner);
        Dataset dataset = runner.data().dataset();
        List<Good> columns = columns(dataset);
        List<NodeSweep.Node> nodes = study.nodes(NodeSweep.Kind.GOOD).stream()
                .filter(node -> !node.activities().isEmpty())
                .filter(node -> columns.stream().noneMatch(column -> column.id().equals(node.id())))
                .toList();
        int horizon = stopWeeks + AFTER;
        SweepResult swept = study.sweep(
                nodes,
                columns,
                new NodeSweep.Settings(NodeSweep.Instrument.OUTAGE, STOP_AT, stopWeeks, horizon, 1),
                monitor);
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            Row row = row(swept, n, columns, dataset);
            if (row.weeks() >= MatrixContent.LEAST) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> -row.sum()));
        return new MatrixContent(
                stopWeeks,
                horizon,
                dataset.headline(),
                columns,
                rows,
                nodes.size(),
                made(dataset).size(),
                dataset.hasValues(),
                MatrixContent.fifths(rows));
    }

    /** US$ million of sales, or the mean in weeks. */
    private static double sum(double[] lost, List<Good> columns, Dataset dataset) {
        double sum = 0;
        for (int c = 0; c < lost.length; c++) {
            double aWeek = dataset.findValue(columns.get(c))
                    .map(value -> value.value().central() / WEEKS_PER_YEAR)
                    .orElse(1.0 / lost.length);
            sum += lost[c] * aWeek;
        }
        return sum;
    }

    private static Row row(SweepResult swept, int n, List<Good> columns, Dataset dataset) {
        NodeSweep.Node node = swept.nodes().get(n);
        double[] lost = new double[columns.size()];
        int[] first = new int[columns.size()];
        for (int c = 0; c < lost.length; c++) {
            lost[c] = swept.lostWeeks(n, columns.get(c));
            first[c] = swept.firstLossWeek(n, columns.get(c)).orElse(-1);
        }
        Good good = dataset.getGood(node.id());
        String country = dataset.suppliesOf(good).stream()
                .max(Comparator.comparingDouble(supply -> supply.share().central()))
                .map(supply -> supply.provider().country())
                .orElse("");
        return new Row(node, good, country, lost, first, sum(lost, columns, dataset));
    }

    /** Of the goods that answers speak of first, those for a table of losses that somebody makes. */
    static List<Good> columns(Dataset dataset) {
        return made(dataset).stream().limit(MOST_COLUMNS).toList();
    }

    private static List<Good> made(Dataset dataset) {
        return dataset.headline().columns().stream()
                .filter(good -> !dataset.suppliesOf(good).isEmpty())
                .toList();
    }
}
