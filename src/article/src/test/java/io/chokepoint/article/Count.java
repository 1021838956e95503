package io.chokepoint.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was found in texts, of what there is in them. */
final class Count {
    private final List<String> wrong = new ArrayList<>();
    private int right;
    private int found;
    private int there;

    /** What one text has, and what was found in it. */
    void add(String text, Set<String> gold, Set<String> got) {
        add(gold.size(), got.size(), (int) gold.stream().filter(got::contains).count());
        gold.stream().filter(each -> !got.contains(each)).forEach(each -> wrong.add(text + ": missed " + each));
        got.stream().filter(each -> !gold.contains(each)).forEach(each -> wrong.add(text + ": not meant " + each));
    }

    void add(int inText, int inReading, int inBoth) {
        there += inText;
        found += inReading;
        right += inBoth;
    }

    /** What was missed, and what was found and is not meant. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void floor(double precision, double recall) {
        assertThat(precision()).isGreaterThanOrEqualTo(precision);
        assertThat(recall()).isGreaterThanOrEqualTo(recall);
    }

    /** A row of the page's tables. */
    String row(String part, String what) {
        return String.format(
                Locale.ROOT, "| %s | %s | %d | %d | %.2f | %.2f |", part, what, there, found, precision(), recall());
    }

    private double precision() {
        return found == 0 ? 1 : right / (double) found;
    }

    private double recall() {
        return there == 0 ? 1 : right / (double) there;
    }
}
