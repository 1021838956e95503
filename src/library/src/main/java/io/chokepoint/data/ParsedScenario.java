package io.chokepoint.data;

import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario or episode as read, with the place in the file of everything that is to be held against a dataset.
 *
 * @param scenario with stand-in values where the file is at fault
 * @param places the line of each field, by path
 */
record ParsedScenario(
        String file,
        Scenario scenario,
        boolean heldAside,
        List<Placed<Restriction>> restrictions,
        List<Placed<Measure>> measures,
        List<Placed<Selector>> classes,
        List<Placed<String>> sources,
        List<Placed<Observation>> observations,
        Map<String, Integer> places) {

    /**
     * Something at a place in the file.
     *
     * @param selectors paths of the selectors in it, in their order; empty where it has none
     */
    record Placed<T>(T value, String path, List<String> selectors) {
        Placed {
            selectors = List.copyOf(selectors);
        }

        static <T> Placed<T> at(String path, T value) {
            return new Placed<>(value, path, List.of());
        }
    }

    /**
     * A scenario that was not read from a file: its parts are where their lists say.
     *
     * @param where what faults name instead of a file
     */
    static ParsedScenario of(Scenario scenario, String where) {
        List<Placed<Restriction>> restrictions = new ArrayList<>();
        List<Placed<String>> sources = new ArrayList<>();
        for (int i = 0; i < scenario.restrictions().size(); i++) {
            Restriction restriction = scenario.restrictions().get(i);
            String path = "restrictions[" + i + "]";
            restrictions.add(new Placed<>(
                    restriction,
                    path,
                    selectPaths(path, restriction.terms().select().size())));
            for (String id : Cells.splitList(restriction.terms().source())) {
                sources.add(Placed.at(path + ".source", id));
            }
        }
        List<Placed<Measure>> measures = new ArrayList<>();
        for (int i = 0; i < scenario.measures().size(); i++) {
            Measure measure = scenario.measures().get(i);
            String path = "measures[" + i + "]";
            measures.add(new Placed<>(
                    measure, path, selectPaths(path, measure.select().size())));
        }
        List<Placed<Selector>> classes = new ArrayList<>();
        if (scenario.rationing().orElse(RationingRule.PROPORTIONAL) instanceof RationingRule.Priority priority) {
            for (int i = 0; i < priority.classes().size(); i++) {
                for (Selector selector : priority.classes().get(i).customers()) {
                    classes.add(Placed.at("rationing.classes[" + i + "]", selector));
                }
            }
        }
        return new ParsedScenario(
                where, scenario, false, restrictions, measures, classes, sources, List.of(), Map.of());
    }

    private static List<String> selectPaths(String path, int selectors) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < selectors; i++) {
            paths.add(path + ".select[" + i + "]");
        }
        return paths;
    }

    /** The line of a field, or of the nearest one around it that is known; 0 if none is. */
    int line(String path) {
        String at = path;
        while (!at.isEmpty()) {
            Integer line = places.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return 0;
    }
}
