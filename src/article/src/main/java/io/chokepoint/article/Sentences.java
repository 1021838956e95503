package io.chokepoint.article;

import io.chokepoint.base.RunMonitor;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences: first into paragraphs, then by the JDK's rules, which know the marks of English and Chinese. What they
 * do not know are abbreviations, whose point ends no sentence.
 */
final class Sentences {
    /** A line that is longer than this was broken by hand nowhere: its end is the end of a paragraph. */
    private static final int WRAPPED = 100;

    private static final int LONGEST = 1_000;
    /** No abbreviation is longer: of what runs on without a space no more is looked at. */
    private static final int LONGEST_WORD = 60;

    private static final int HEADLINE = 72;
    private static final Pattern OWN_LINE =
            Pattern.compile("[-–•*·▪]\\s|\\||\\(?(?:\\d{1,2}|[a-z])[.)]\\s|[（(]?[一二三四五六七八九十]{1,2}[、）)]");

    private static final Pattern LAST_WORD = Pattern.compile("(\\S+)\\s*\\z");
    /** A capital and a point, as in initials. */
    private static final Pattern INITIAL = Pattern.compile("\\(?\\p{Lu}\\.");
    /** Words that start a sentence even behind "U.S.". */
    private static final Pattern OPENER = Pattern.compile(
            "(The|It|In|But|He|She|This|That|They|We|A|An|On|At|If|As|And|For|Its|There|These|After|When)\\b.*",
            Pattern.DOTALL);

    private static final String ENDS = ".!?。！？：:;；\"”’」』)）";

    private final String text;
    private final RunMonitor monitor;
    private final Set<String> abbreviations;
    private final List<Sentence> found = new ArrayList<>();
    private int paragraph;

    private Sentences(String text, RunMonitor monitor, Set<String> abbreviations) {
        this.text = text;
        this.monitor = monitor;
        this.abbreviations = abbreviations;
    }

    static List<Sentence> of(String text, RunMonitor monitor, Set<String> abbreviations) {
        Sentences sentences = new Sentences(text, monitor, abbreviations);
        sentences.paragraphs();
        return List.copyOf(sentences.found);
    }

    private void paragraphs() {
        int start = 0;
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            if (end < 0) {
                end = text.length();
            }
            int next = end + 1;
            if (isParagraphEnd(line, end, next)) {
                split(start, end);
                start = Math.min(next, text.length());
            }
            line = next;
        }
        split(start, text.length());
    }

    /** A line that was broken by hand goes on in the next; any other is a paragraph or a heading. */
    private boolean isParagraphEnd(int start, int end, int next) {
        String line = text.substring(start, end).strip();
        if (line.isEmpty() || next >= text.length() || line.length() > WRAPPED) {
            return true;
        }
        int nextEnd = text.indexOf('\n', next);
        String following =
                text.substring(next, nextEnd < 0 ? text.length() : nextEnd).strip();
        if (startsOwn(following) || isHeadline(line) && isHeadline(following)) {
            return true;
        }
        if (following.isEmpty() || ENDS.indexOf(line.charAt(line.length() - 1)) >= 0 && line.length() < WRAPPED / 2) {
            return true;
        }
        return line.length() < WRAPPED / 3 && following.length() > line.length();
    }

    /** A bullet or a row of a table is a statement of its own. */
    private static boolean startsOwn(String line) {
        return OWN_LINE.matcher(line).lookingAt();
    }

    /** Short, with a capital at its start and no mark at its end: of two such lines neither goes on in the other. */
    private static boolean isHeadline(String line) {
        return line.length() < HEADLINE
                && !line.isEmpty()
                && Character.isUpperCase(line.codePointAt(0))
                && Character.isLetterOrDigit(line.codePointBefore(line.length()))
                && !line.contains(". ");
    }

    private void split(int from, int to) {
        String part = text.substring(from, to);
        if (part.isBlank()) {
            return;
        }
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(part.replace('\n', ' '));
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < part.length()
                    && end - start <= LONGEST
                    && isAbbreviated(part.substring(Math.max(start, end - LONGEST_WORD), end), ahead(part, end))) {
                continue;
            }
            add(from + start, from + end);
            start = end;
        }
        add(from + start, to);
        paragraph++;
    }

    /** What follows, as far as it can open a sentence: not the whole rest, which a long paragraph would copy at every stop. */
    private static String ahead(String part, int from) {
        return part.substring(from, Math.min(part.length(), from + LONGEST));
    }

    private boolean isAbbreviated(String before, String after) {
        Matcher last = LAST_WORD.matcher(before);
        if (!last.find()) {
            return false;
        }
        String word = last.group(1);
        boolean short_ = abbreviations.contains(word.replaceAll("^[(\"“‘']+", ""))
                || INITIAL.matcher(word).matches();
        return short_ && !OPENER.matcher(after).matches();
    }

    private void add(int start, int end) {
        monitor.checkCancelled();
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        // What runs on without an end, such as a list of names, is read in pieces.
        while (last - first > LONGEST) {
            int space = text.lastIndexOf(' ', first + LONGEST);
            int cut = space > first ? space : first + LONGEST;
            found.add(new Sentence(found.size(), first, cut, paragraph, text.substring(first, cut)));
            first = cut;
        }
        if (first < last) {
            found.add(new Sentence(found.size(), first, last, paragraph, text.substring(first, last)));
        }
    }
}
