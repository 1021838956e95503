package io.chokepoint.ui.graph;

import io.chokepoint.ui.support.Fonts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Measures, shortens and wraps text for the canvas. Keeps what it has measured, as the same few hundred words are painted again
 * and again. UI thread only.
 */
final class TextFitter {
    /** Widths are measured at this size and scaled: Inter has no hints that would make that wrong. */
    private static final double MEASURED = 12;

    private static final int KEPT = 6_000;
    private static final String ELLIPSIS = "…";

    private final Map<String, Double> regular = new HashMap<>();
    private final Map<String, Double> semibold = new HashMap<>();
    private final Map<Wrap, List<String>> wraps = new LinkedHashMap<>();
    private final Map<Double, Font> regularFonts = new HashMap<>();
    private final Map<Double, Font> semiboldFonts = new HashMap<>();
    private final Text probe = new Text();

    private record Wrap(String text, boolean bold, double size, double width, int lines) {}

    /** @param size in px; rounded to quarters */
    Font font(boolean bold, double size) {
        double rounded = Math.rint(size * 4) / 4;
        return bold
                ? semiboldFonts.computeIfAbsent(rounded, Fonts::semibold)
                : regularFonts.computeIfAbsent(rounded, Fonts::regular);
    }

    double width(String text, boolean bold, double size) {
        Map<String, Double> known = bold ? semibold : regular;
        Double width = known.get(text);
        if (width == null) {
            if (known.size() > KEPT) {
                known.clear();
            }
            probe.setFont(font(bold, MEASURED));
            probe.setText(text);
            width = probe.getLayoutBounds().getWidth();
            known.put(text, width);
        }
        return width * size / MEASURED;
    }

    /** The text, or as much of it as fits with an ellipsis; empty where not even that fits. */
    String shorten(String text, boolean bold, double size, double width) {
        if (width(text, bold, size) <= width) {
            return text;
        }
        List<String> lines = wrap(text, bold, size, width, 1);
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /** The text in at most so many lines, broken between words; the last line may end in an ellipsis. */
    List<String> wrap(String text, boolean bold, double size, double width, int lines) {
        Wrap key = new Wrap(text, bold, size, Math.rint(width * 2) / 2, lines);
        List<String> known = wraps.get(key);
        if (known == null) {
            if (wraps.size() > KEPT) {
                wraps.clear();
            }
            known = List.copyOf(compute(text, bold, size, width, lines));
            wraps.put(key, known);
        }
        return known;
    }

    private List<String> compute(String text, boolean bold, double size, double width, int lines) {
        List<String> done = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && done.size() < lines) {
            if (width(rest, bold, size) <= width) {
                done.add(rest);
                return done;
            }
            if (done.size() == lines - 1) {
                String cut = cut(rest, bold, size, width);
                if (!cut.isEmpty()) {
                    done.add(cut);
                }
                return done;
            }
            int end = lastBreak(rest, bold, size, width);
            if (end <= 0) {
                String cut = cut(rest, bold, size, width);
                if (!cut.isEmpty()) {
                    done.add(cut);
                }
                return done;
            }
            done.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return done;
    }

    /** Length of the longest start that ends at a break and fits; 0 where none does. */
    private int lastBreak(String text, boolean bold, double size, double width) {
        int best = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            boolean breaks = text.charAt(i) == ' ' || before == '/' || before == '-' || before == '–';
            if (breaks) {
                if (width(text.substring(0, i).strip(), bold, size) > width) {
                    return best;
                }
                best = i;
            }
        }
        return best;
    }

    private String cut(String text, boolean bold, double size, double width) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle).strip() + ELLIPSIS, bold, size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < 2 ? "" : text.substring(0, low).strip() + ELLIPSIS;
    }
}
