package io.chokepoint.ui.explain;

import io.chokepoint.ui.explain.InspectorContent.FigureGroup;
import io.chokepoint.ui.explain.InspectorContent.NamedFigure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the figures of a subject stand while somebody works on them: a figure that is kept changes the run, and with it what is on the
 * chain and in which order, but the row under the hand stays where it is. Another subject begins anew. UI thread only.
 */
final class HeldFigures {
    private String subject = "";
    private List<FigureGroup> shown = List.of();
    private final Set<String> open = new HashSet<>();
    private Optional<String> edited = Optional.empty();

    /**
     * The figures as they are now in the order in which they were shown. Those new to a group follow at its end, those that have left it
     * stay until another subject is looked at.
     *
     * @param of what they are figures of
     */
    List<FigureGroup> inOrder(String of, List<FigureGroup> now) {
        if (!of.equals(subject)) {
            subject = of;
            open.clear();
            edited = Optional.empty();
            if (!now.isEmpty()) {
                open.add(now.getFirst().title());
            }
            shown = now;
            return now;
        }
        Map<String, FigureGroup> groups = new LinkedHashMap<>();
        shown.forEach(group -> groups.put(group.title(), group));
        for (FigureGroup group : now) {
            groups.merge(group.title(), group, HeldFigures::merged);
        }
        shown = List.copyOf(groups.values());
        return shown;
    }

    private static FigureGroup merged(FigureGroup before, FigureGroup now) {
        Map<String, NamedFigure> figures = new LinkedHashMap<>();
        before.figures().forEach(named -> figures.put(named.figure().id(), named));
        now.figures().forEach(named -> figures.put(named.figure().id(), named));
        return new FigureGroup(now.title(), new ArrayList<>(figures.values()));
    }

    boolean isOpen(FigureGroup group) {
        return open.contains(group.title());
    }

    void setOpen(FigureGroup group, boolean isOpen) {
        if (isOpen) {
            open.add(group.title());
        } else {
            open.remove(group.title());
        }
    }

    /** The row whose figure is about to change. */
    void edited(NamedFigure named) {
        edited = Optional.of(named.figure().id());
    }

    /** Whether the row is that of the figure which was changed last; said once. */
    boolean takeEdited(NamedFigure named) {
        boolean is = edited.equals(Optional.of(named.figure().id()));
        if (is) {
            edited = Optional.empty();
        }
        return is;
    }
}
