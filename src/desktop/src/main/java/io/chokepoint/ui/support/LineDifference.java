package io.chokepoint.ui.support;

import java.util.ArrayList;
import java.util.List;

/** In which lines two texts differ, for showing them side by side. */
public final class LineDifference {
    /** Longer texts are compared by place only beyond their common beginning and end: a full comparison would take too long. */
    private static final int MOST = 2000;

    /**
     * One difference; of the two lines one may be missing.
     *
     * @param left empty where the line is in the right text only
     * @param right empty where the line is in the left text only
     */
    public record Row(String left, String right) {}

    private LineDifference() {}

    /** The lines that differ, in their order; empty where the texts have the same lines. */
    public static List<Row> of(List<String> left, List<String> right) {
        int start = 0;
        while (start < Math.min(left.size(), right.size()) && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(left.size(), right.size()) - start
                && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        List<String> a = left.subList(start, left.size() - end);
        List<String> b = right.subList(start, right.size() - end);
        return a.size() > MOST || b.size() > MOST ? paired(a, b) : differing(a, b);
    }

    /** By the longest common subsequence of lines. */
    private static List<Row> differing(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Row> rows = new ArrayList<>();
        List<String> onlyA = new ArrayList<>();
        List<String> onlyB = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                rows.addAll(paired(onlyA, onlyB));
                onlyA.clear();
                onlyB.clear();
                i++;
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                onlyA.add(a.get(i++));
            } else {
                onlyB.add(b.get(j++));
            }
        }
        rows.addAll(paired(onlyA, onlyB));
        return rows;
    }

    private static List<Row> paired(List<String> a, List<String> b) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            Row row = new Row(i < a.size() ? a.get(i) : "", i < b.size() ? b.get(i) : "");
            if (!row.left().equals(row.right())) {
                rows.add(row);
            }
        }
        return rows;
    }
}
