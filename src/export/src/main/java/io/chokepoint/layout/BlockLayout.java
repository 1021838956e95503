package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out graphs too large for columns: each stage is a block of cells, as many columns of cells wide as it takes for the whole
 * to have the shape of the canvas. The picture is much larger than the canvas and is looked at from afar; its edges are drawn as
 * bands between blocks, so it has no routes.
 */
public final class BlockLayout {
    /** From this many nodes on, everything is shown in blocks. */
    public static final int FROM_NODES = 700;

    private static final double CELL_WIDTH = 120;
    private static final double CELL_HEIGHT = 72;
    private static final double CARD_WIDTH = 108;
    private static final double CARD_HEIGHT = 60;
    /** Width of the gutter between two blocks, as a part of the mean width of a block. */
    private static final double GUTTER = 0.55;

    private BlockLayout() {}

    /** The picture of everything, in blocks of cells. */
    public static ColumnPicture of(PictureRequest request) {
        List<Stage> stages = request.shownStages();
        if (stages.isEmpty()) {
            return ColumnPicture.empty(request.width(), request.height());
        }
        int most = stages.stream()
                .mapToInt(stage -> request.admittedOf(stage).size())
                .max()
                .orElse(1);
        double aspect = request.width() / Math.max(1, request.height() - Metrics.HEAD_TOP - Metrics.FOOT);
        int rows = 1;
        while (rows < most && width(request, stages, rows) / (rows * CELL_HEIGHT) > aspect) {
            rows++;
        }
        return picture(request, stages, rows);
    }

    private static double width(PictureRequest request, List<Stage> stages, int rows) {
        double cells = 0;
        for (Stage stage : stages) {
            cells += across(request, stage, rows) * CELL_WIDTH;
        }
        return cells + (stages.size() - 1) * GUTTER * cells / stages.size();
    }

    private static int across(PictureRequest request, Stage stage, int rows) {
        return Math.max(1, (request.admittedOf(stage).size() + rows - 1) / rows);
    }

    private static ColumnPicture picture(PictureRequest request, List<Stage> stages, int rows) {
        double cells = 0;
        for (Stage stage : stages) {
            cells += across(request, stage, rows) * CELL_WIDTH;
        }
        double gutter = GUTTER * cells / stages.size();
        double height = rows * CELL_HEIGHT;
        List<Column> columns = new ArrayList<>();
        Map<GraphNode, Place> places = new LinkedHashMap<>();
        double x = 0;
        for (Stage stage : stages) {
            List<GraphNode> nodes = new ArrayList<>(request.admittedOf(stage));
            nodes.sort(Comparator.comparing((GraphNode node) -> !request.hit().contains(node))
                    .thenComparingDouble(node -> -request.lost(node))
                    .thenComparingInt(node -> request.base().rank(node)));
            int across = across(request, stage, rows);
            int hit = (int) nodes.stream().filter(request.hit()::contains).count();
            for (int i = 0; i < nodes.size(); i++) {
                double left = x + (i % across) * CELL_WIDTH + (CELL_WIDTH - CARD_WIDTH) / 2;
                double upper = (i / across) * CELL_HEIGHT + (CELL_HEIGHT - CARD_HEIGHT) / 2;
                Box box = new Box(left, upper, CARD_WIDTH, CARD_HEIGHT);
                places.put(nodes.get(i), new Place(nodes.get(i), Place.Kind.CELL, box, columns.size()));
            }
            Box box = new Box(x, 0, across * CELL_WIDTH, height);
            columns.add(new Column(stage, Column.Kind.OPEN, box, nodes.size(), hit, hit, nodes.size(), false, 0));
            x += box.width() + gutter;
        }
        return new ColumnPicture(x - gutter, height, height / 2, columns, places, List.of());
    }
}
