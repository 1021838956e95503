package io.chokepoint.ui.matrix;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.model.Good;
import java.util.List;

/**
 * What each chip loses if one good stops.
 *
 * @param stopWeeks how long it stops
 * @param horizonWeeks how long it is watched
 * @param chips columns
 * @param rows largest loss over all chips first
 * @param swept how many goods were stopped in turn
 */
record MatrixContent(int stopWeeks, int horizonWeeks, List<Good> chips, List<Row> rows, int swept) {

    /** Losses smaller than this, in weeks, count as none. */
    static final double LEAST = 0.1;

    /**
     * @param country of its largest maker, ISO 3166-1 alpha-3; may be empty
     * @param lost weeks of output each chip loses, in the order of the columns
     * @param first week in which each chip first falls short, from the stop; −1 for never
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
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
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
