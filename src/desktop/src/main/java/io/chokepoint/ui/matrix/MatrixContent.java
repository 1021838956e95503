package io.chokepoint.ui.matrix;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import java.util.List;

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
 */
record MatrixContent(
        int stopWeeks,
        int horizonWeeks,
        HeadlineGoods headline,
        List<Good> columns,
        List<Row> rows,
        int swept,
        int possible) {

    /** Losses smaller than this, in weeks, count as none. */
    static final double LEAST = 0.1;

    /**
     * @param country of its largest maker, ISO 3166-1 alpha-3; may be empty
     * @param lost weeks of output lost, in the order of the columns
     * @param first week in which each first falls short, from the stop; −1 for never
     */
    record Row(NodeSweep.Node node, Good good, String country, double[] lost, int[] first) {
        double total() {
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

    /** The step of colour, 0 to 5, by the lost part of the stop. */
    static int step(double lost, int stopWeeks) {
        double part = lost / stopWeeks;
        if (lost < LEAST) {
            return 0;
        }
        return part < 0.05 ? 1 : part < 0.15 ? 2 : part < 0.3 ? 3 : part < 0.6 ? 4 : 5;
    }
}
