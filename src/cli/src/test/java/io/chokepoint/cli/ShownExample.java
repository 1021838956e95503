package io.chokepoint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a page shows of a command: how it is typed, and what of the answer is shown. */
final class ShownExample {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String GAP = "…";

    private ShownExample() {}

    /** The words of a command line; quotes hold one together. */
    static List<String> words(String commandLine) {
        return WORD.matcher(commandLine)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
    }

    /** As many lines from the top and the bottom as are shown before and after the gap; all of them without a gap. */
    static String shortened(List<String> answer, String shown) {
        List<String> lines = shown.lines().toList();
        int gap = lines.indexOf(GAP);
        if (gap < 0) {
            return String.join("\n", answer) + "\n";
        }
        int tail = lines.size() - gap - 1;
        List<String> kept = new ArrayList<>(answer.subList(0, Math.min(gap, answer.size())));
        kept.add(GAP);
        kept.addAll(answer.subList(Math.max(answer.size() - tail, 0), answer.size()));
        return String.join("\n", kept) + "\n";
    }
}
