package io.chokepoint.ui.matrix;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.study.Dollars;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each of the goods that answers speak of first loses if one good stops.
 *
 * @param stopWeeks how long it stops
 * @param horizonWeeks how long it is watched
 * @param headline the goods that answers speak of first
 * @param columns the goods whose losses are shown
 * @param rows largest loss over all columns first
 * @param swept how many goods were stopped in turn
 * @param possible how many columns there would be, were there room for all
 * @param isMoney whether rows are summed in US$; else in weeks, as the mean of the columns
 * @param steps upper ends of the steps of colour but the last, in weeks: fifths of all cells that are not empty
 */
record MatrixContent(
        int stopWeeks,
        int horizonWeeks,
        HeadlineGoods headline,
        List<Good> columns,
        List<Row> rows,
        int swept,
        int possible,
        boolean isMoney,
        double[] steps) {

    /** Losses smaller than this, in weeks, count as none. */
    static final double LEAST = 0.1;

    /** A cell that rounds to the stop is not beyond it. */
    private static final double BEYOND = 0.5;

    private static final int STEPS = 5;

    /**
     * @param country of its largest maker, ISO 3166-1 alpha-3; may be empty
     * @param lost weeks of output lost, in the order of the columns
     * @param first week in which each first falls short, from the stop; −1 for never
     * @param sum over the columns: US$ million of their sales at usual prices, or without values the mean in weeks
     */
    record Row(NodeSweep.Node node, Good good, String country, double[] lost, int[] first, double sum) {
        double weeks() {
            double sum = 0;
            for (double weeks : lost) {
                sum += weeks;
            }
            return sum;
        }
    }

    /** A place in the matrix. */
    record Cell(int row, int column) {}

    MatrixContent {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** "12 chips", in the dataset's word. */
    String counted(int goods) {
        return Amounts.counted(goods, headline.one(), headline.many());
    }

    /** The step of colour, 0 for none to 5. */
    int step(double lost) {
        if (lost < LEAST) {
            return 0;
        }
        int step = 1;
        while (step <= steps.length && lost >= steps[step - 1]) {
            step++;
        }
        return step;
    }

    /** Whether more is lost than the stop itself lasts. */
    boolean isBeyond(double lost) {
        return lost > stopWeeks + BEYOND;
    }

    /** Upper ends of all fifths of the cells but the last, rounded so that what is drawn alike reads alike; fewer where they meet. */
    static double[] fifths(List<Row> rows) {
        double[] cells = rows.stream()
                .flatMapToDouble(row -> Arrays.stream(row.lost()))
                .filter(lost -> lost >= LEAST)
                .sorted()
                .toArray();
        if (cells.length == 0) {
            return new double[0];
        }
        return IntStream.rangeClosed(1, STEPS - 1)
                .mapToDouble(step -> rounded(cells[step * cells.length / STEPS]))
                .distinct()
                .filter(end -> end > LEAST)
                .toArray();
    }

    private static double rounded(double weeks) {
        return weeks >= 10 ? Math.rint(weeks) : Math.rint(10 * weeks) / 10;
    }

    /** "US$ 88 m", or "12 weeks" where the dataset does not say what goods are worth. */
    String words(double sum) {
        return isMoney ? Dollars.brief(sum) : Amounts.weeks(sum);
    }
}
