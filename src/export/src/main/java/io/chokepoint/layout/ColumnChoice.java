package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses which columns are open and where each stands. What the user chose is kept; the rest is opened in the order restricted
 * goods, chips, stages of the headline chain, markets, others, each by goods that fall short, then by all goods hit, as long as two open columns stay
 * {@link Metrics#LEAST_GAP} apart.
 */
final class ColumnChoice {
    /** Gap beside a rail, as a part of the gap between two open columns. */
    private static final double BESIDE_RAIL = 0.66;

    private static final double BETWEEN_RAILS = 0.5;
    /** Below this, the picture becomes wider than the canvas. */
    private static final double LEAST = 10;
    /** Few columns stand together in the middle rather than far apart. */
    private static final double MOST_GAP = 200;

    private final PictureRequest request;
    private final Metrics metrics;
    private final List<Stage> stages;
    private final Map<Stage, Integer> hits = new LinkedHashMap<>();
    private final Map<Stage, Integer> foremost = new LinkedHashMap<>();

    ColumnChoice(PictureRequest request, Metrics metrics) {
        this.request = request;
        this.metrics = metrics;
        this.stages = request.shownStages();
        for (Stage stage : stages) {
            hits.put(stage, count(stage, request.hit()));
            foremost.put(stage, count(stage, request.foremost()));
        }
    }

    private int count(Stage stage, Set<GraphNode> of) {
        return (int) request.admittedOf(stage).stream().filter(of::contains).count();
    }

    /** A column's place: its stage, whether it is open, its left edge and width. */
    record Slot(Stage stage, boolean open, double x, double width) {}

    List<Slot> slots() {
        Set<Stage> open = open();
        double gap = gap(open);
        double x = Math.max(Metrics.SIDE, (request.width() - width(open, gap)) / 2);
        List<Slot> slots = new ArrayList<>();
        for (int index = 0; index < stages.size(); index++) {
            Stage stage = stages.get(index);
            if (index > 0) {
                x += gap * gapPart(open, stages.get(index - 1), stage);
            }
            boolean isOpen = open.contains(stage);
            double width = isOpen ? metrics.cardWidth() : Metrics.RAIL;
            slots.add(new Slot(stage, isOpen, x, width));
            x += width;
        }
        return slots;
    }

    private Set<Stage> open() {
        return open(open -> gap(open) >= Metrics.LEAST_GAP);
    }

    /**
     * The columns the user opened, and as many others as fit, most wanted first.
     *
     * @param fits whether all columns have room if these are open
     */
    Set<Stage> open(Predicate<Set<Stage>> fits) {
        Set<Stage> open = new LinkedHashSet<>();
        for (Stage stage : stages) {
            if (request.chosen().getOrDefault(stage, false)) {
                open.add(stage);
            }
        }
        for (Stage stage : wish()) {
            if (request.chosen().getOrDefault(stage, true) && open.add(stage) && !fits.test(open)) {
                open.remove(stage);
            }
        }
        return open;
    }

    /** Stages that have something to show, most wanted first. */
    private List<Stage> wish() {
        Comparator<Stage> byHits = Comparator.comparingInt((Stage stage) -> -foremost.getOrDefault(stage, 0))
                .thenComparingInt(stage -> -hits.getOrDefault(stage, 0));
        List<Stage> byHit = stages.stream()
                .filter(stage -> hits.getOrDefault(stage, 0) > 0 || holds(stage, request.first()))
                .sorted(byHits.thenComparing(Stage::order))
                .toList();
        Set<Stage> wish = new LinkedHashSet<>();
        List<Stage> restricted = byHit.stream()
                .filter(stage -> holds(stage, request.restricted()))
                .sorted(Comparator.comparing((Stage stage) -> !holds(stage, request.spine())))
                .toList();
        // Restrictions spread over many stages must not push out the other end of the story.
        int most = Math.max(1, capacity() / 2);
        wish.addAll(restricted.subList(0, Math.min(most, restricted.size())));
        request.headline().filter(stages::contains).ifPresent(wish::add);
        byHit.stream().filter(stage -> holds(stage, request.spine())).forEach(wish::add);
        request.graph().marketStage().filter(byHit::contains).ifPresent(wish::add);
        wish.addAll(byHit);
        return List.copyOf(wish);
    }

    private static boolean holds(Stage stage, Iterable<GraphNode> nodes) {
        for (GraphNode node : nodes) {
            if (node.stage().equals(stage)) {
                return true;
            }
        }
        return false;
    }

    /** How many columns can be open at all. */
    private int capacity() {
        Set<Stage> open = new LinkedHashSet<>();
        for (Stage stage : stages) {
            open.add(stage);
            if (gap(open) < Metrics.LEAST_GAP) {
                break;
            }
        }
        return Math.max(1, open.size() - 1);
    }

    /** The gap between two open columns if these were open; at least a few px, then the picture is wider than the canvas. */
    private double gap(Set<Stage> open) {
        double widths = 0;
        double parts = 0;
        for (int index = 0; index < stages.size(); index++) {
            widths += open.contains(stages.get(index)) ? metrics.cardWidth() : Metrics.RAIL;
            if (index > 0) {
                parts += gapPart(open, stages.get(index - 1), stages.get(index));
            }
        }
        double left = request.width() - 2 * Metrics.SIDE - widths;
        return parts == 0 ? Math.max(Metrics.LEAST_GAP, left) : Math.clamp(left / parts, LEAST, MOST_GAP);
    }

    private double width(Set<Stage> open, double gap) {
        double width = 0;
        for (int index = 0; index < stages.size(); index++) {
            width += open.contains(stages.get(index)) ? metrics.cardWidth() : Metrics.RAIL;
            if (index > 0) {
                width += gap * gapPart(open, stages.get(index - 1), stages.get(index));
            }
        }
        return width;
    }

    private static double gapPart(Set<Stage> open, Stage left, Stage right) {
        if (open.contains(left) && open.contains(right)) {
            return 1;
        }
        return open.contains(left) || open.contains(right) ? BESIDE_RAIL : BETWEEN_RAILS;
    }
}
