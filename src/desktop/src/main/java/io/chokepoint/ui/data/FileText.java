package io.chokepoint.ui.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A text file as lines that can be changed one by one. What is not changed is given back as it was read, to the last line ending. UI
 * thread only, once it is made. Tables have an editor of their own, {@link DataEditor}.
 */
final class FileText {
    private record Line(String text, String ending) {}

    private final List<Line> lines = new ArrayList<>();

    private FileText() {}

    static FileText of(String text) {
        FileText file = new FileText();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isEnd(text.charAt(end))) {
                end++;
            }
            int next = end;
            if (next < text.length() && text.charAt(next) == '\r') {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '\n') {
                next++;
            }
            file.lines.add(new Line(text.substring(at, end), text.substring(end, next)));
            at = next;
        }
        return file;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    int size() {
        return lines.size();
    }

    /** @param line from 0 */
    String line(int line) {
        return lines.get(line).text();
    }

    /**
     * Changes a line; all others stay as they are in the file.
     *
     * @throws IllegalArgumentException if it would get a line ending
     */
    void set(int line, String text) {
        if (text.chars().anyMatch(c -> isEnd((char) c))) {
            throw new IllegalArgumentException("a line cannot hold two");
        }
        lines.set(line, new Line(text, lines.get(line).ending()));
    }

    /** The whole text, as it is to be written. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append(line.ending()));
        return text.toString();
    }
}
