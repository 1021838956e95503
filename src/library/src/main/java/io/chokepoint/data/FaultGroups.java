package io.chokepoint.data;

import io.chokepoint.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults by their cause: three rows that were taken out of {@code goods.csv} make 61 others faulty, which is one thing to mend and not 61.
 *
 * @param groups what is missing, with all faults that name it; by table, in the order of the documentation
 * @param others faults with causes of their own, in their order
 */
public record FaultGroups(List<Missing> groups, List<Problem> others) {
    /** Fewer are no crowd that hides others. */
    private static final int FEWEST = 3;

    private static final Pattern UNKNOWN =
            Pattern.compile("'([^']*)' is no (?:id of (\\w+)\\.csv|(good|maker|provider|market) of the dataset)\\b.*");

    public FaultGroups {
        groups = List.copyOf(groups);
        others = List.copyOf(others);
    }

    /**
     * Ids that one table lacks and others name.
     *
     * @param table its name
     * @param ids in their order
     * @param problems all that follow, by id; those that are only counted come last
     */
    public record Missing(String table, List<String> ids, List<Problem> problems) {
        public Missing {
            ids = List.copyOf(ids);
            problems = List.copyOf(problems);
        }

        /** How many places name one of them, those that are only counted among them. */
        public long places() {
            return problems.stream().mapToLong(UnlistedFaults::count).sum();
        }
    }

    /** Where faults of one reading are of the same place in the files: what is only counted belongs to those that are listed. */
    private record Where(String file, String field) {
        static Where of(Problem problem) {
            return new Where(problem.file(), problem.field());
        }
    }

    /** @param problems of one reading of a dataset */
    public static FaultGroups of(List<Problem> problems) {
        Map<String, Map<String, List<Problem>>> byTable = new LinkedHashMap<>();
        Tables.all().forEach(table -> byTable.put(table.name(), new TreeMap<>()));
        for (Problem problem : problems) {
            Matcher unknown = UNKNOWN.matcher(reason(problem));
            Map<String, List<Problem>> ids = unknown.matches() ? byTable.get(table(unknown)) : null;
            if (ids != null && problem.isError()) {
                ids.computeIfAbsent(unknown.group(1), id -> new ArrayList<>()).add(problem);
            }
        }
        List<Missing> groups = new ArrayList<>();
        List<Problem> left = new ArrayList<>(problems);
        byTable.forEach((table, ids) -> {
            List<Problem> all =
                    new ArrayList<>(ids.values().stream().flatMap(List::stream).toList());
            if (all.size() >= FEWEST) {
                all.addAll(counted(problems, all));
                groups.add(new Missing(table, List.copyOf(ids.keySet()), all));
                left.removeAll(Set.copyOf(all));
            }
        });
        return new FaultGroups(groups, left);
    }

    /** A selector of a scenario is quoted before what is wrong with it. */
    private static String reason(Problem problem) {
        String message = problem.message();
        int within = message.startsWith("in '") ? message.indexOf("': '") : -1;
        return within < 0 ? message : message.substring(within + "': ".length());
    }

    private static String table(Matcher unknown) {
        if (unknown.group(2) != null) {
            return unknown.group(2);
        }
        return unknown.group(3).equals("maker") ? Tables.PROVIDERS.name() : unknown.group(3) + "s";
    }

    /** The lines that count faults like those of a group, where so many of them are listed that no others can be meant. */
    private static List<Problem> counted(List<Problem> problems, List<Problem> group) {
        Map<Where, Integer> listed = new LinkedHashMap<>();
        group.forEach(problem -> listed.merge(Where.of(problem), 1, Integer::sum));
        return problems.stream()
                .filter(problem -> UnlistedFaults.count(problem) > 1
                        && listed.getOrDefault(Where.of(problem), 0) >= Faults.MOST_OF_A_KIND)
                .toList();
    }
}
