package io.chokepoint.firms;

/**
 * All links in compressed sparse rows, seen from one side: the links of firm {@code i} are the places {@code start[i]} to
 * {@code start[i + 1] - 1}, in ascending order of the firm at the other end, each of which occurs once. The arrays are shared and
 * never written to.
 *
 * @param start by firm, and one more for the end
 * @param neighbour by place, the firm at the other end
 * @param amount by place, what is sold along the link a period, &gt; 0 and finite
 */
public record Links(int[] start, int[] neighbour, double[] amount) {

    /** How many links there are. */
    public int count() {
        return neighbour.length;
    }

    /** How many links one firm has. */
    public int degree(int firm) {
        return start[firm + 1] - start[firm];
    }

    /** By firm, the sum over its links, added in the order of the places. */
    public double[] sums() {
        double[] sums = new double[start.length - 1];
        for (int firm = 0; firm < sums.length; firm++) {
            double sum = 0;
            for (int place = start[firm]; place < start[firm + 1]; place++) {
                sum += amount[place];
            }
            sums[firm] = sum;
        }
        return sums;
    }
}
