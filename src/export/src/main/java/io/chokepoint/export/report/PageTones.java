package io.chokepoint.export.report;

import io.chokepoint.export.picture.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Colours of pictures on the page: as they print, and under the names by which the page knows them in light and dark. */
final class PageTones {
    static final Tone INK = Tone.of(0x1f2328);
    static final Tone MUTED = Tone.of(0x59636e);
    static final Tone GRID = Tone.of(0xd1d9e0);
    static final Tone CARD = Tone.of(0xfffffe);
    static final Tone EDGE = Tone.of(0x8c959f);
    static final Tone WAY = Tone.of(0x0550ae);
    static final Tone BAND = Tone.of(0xb6d4f2);
    static final Tone CURVE = Tone.of(0x0072b2);
    static final Tone LAND = Tone.of(0xe6eaef);
    static final Tone PAPER = Tone.of(0xffffff);

    /** By steps of lost output, least first: lightness falls all the way, so they can be told apart without colour. */
    private static final List<Tone> LOSS = tones(0xfbe3b8, 0xf4bd69, 0xe08a24, 0xb44d08, 0x762800);

    /** Words on them. */
    private static final List<Tone> ON_LOSS = tones(0x24292f, 0x24292e, 0x1b1f24, 0xfffffd, 0xfffffc);

    /** Lost output from which a step begins, as a part of baseline. */
    private static final double[] STEPS = {0.01, 0.05, 0.15, 0.30, 0.60};

    private static final Map<Tone, String> NAMES = names();

    private PageTones() {}

    private static List<Tone> tones(int... rgb) {
        return IntStream.of(rgb).mapToObj(Tone::of).toList();
    }

    private static Map<Tone, String> names() {
        Map<Tone, String> names = new HashMap<>();
        names.put(INK, "var(--ink)");
        names.put(MUTED, "var(--muted)");
        names.put(GRID, "var(--line)");
        names.put(CARD, "var(--card)");
        names.put(EDGE, "var(--edge)");
        names.put(WAY, "var(--way)");
        names.put(BAND, "var(--band)");
        names.put(CURVE, "var(--curve)");
        names.put(LAND, "var(--land)");
        names.put(PAPER, "var(--paper)");
        for (int step = 0; step < LOSS.size(); step++) {
            names.put(LOSS.get(step), "var(--loss-" + (step + 1) + ")");
            names.put(ON_LOSS.get(step), "var(--on-loss-" + (step + 1) + ")");
        }
        return Map.copyOf(names);
    }

    /** What CSS calls each colour. */
    static Map<Tone, String> cssNames() {
        return NAMES;
    }

    /** A page with each colour written out as it prints. */
    static String printed(String page) {
        String written = page;
        for (Map.Entry<Tone, String> name : NAMES.entrySet()) {
            written = written.replace(name.getValue(), name.getKey().hex());
        }
        return written;
    }

    /** The step of lost output, from 1; 0 for less than a hundredth. */
    static int step(double output) {
        // The small amount keeps 0.85 from falling short of its step by rounding.
        double lost = 1 - output + 1e-9;
        int step = 0;
        while (step < STEPS.length && lost >= STEPS[step]) {
            step++;
        }
        return step;
    }

    /** What a node with this output is filled with. */
    static Tone fill(double output) {
        int step = step(output);
        return step == 0 ? CARD : LOSS.get(step - 1);
    }

    /** Words on {@link #fill}. */
    static Tone ink(double output) {
        int step = step(output);
        return step == 0 ? INK : ON_LOSS.get(step - 1);
    }
}
