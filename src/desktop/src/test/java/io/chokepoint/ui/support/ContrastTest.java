package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast ratios after WCAG 2.2, computed from the stylesheets that the window uses. */
class ContrastTest {
    private static final int SHARES = 5;

    private record Pair(String foreground, String background) {}

    private static final List<Pair> TEXTS = texts();
    private static final List<Pair> MARKS = List.of(
            new Pair("-cp-border-strong", "-color-bg-inset"),
            new Pair("-cp-edge", "-color-bg-inset"),
            new Pair("-cp-output", "-cp-card"),
            new Pair("-color-accent-emphasis", "-color-bg-inset"),
            new Pair("-color-accent-emphasis", "-color-bg-default"),
            new Pair("-color-accent-emphasis", "-cp-card"));

    private static List<Pair> texts() {
        List<Pair> all = new ArrayList<>();
        for (String background : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-cp-card")) {
            all.add(new Pair("-color-fg-default", background));
            all.add(new Pair("-color-fg-muted", background));
        }
        all.add(new Pair("-color-accent-fg", "-color-bg-default"));
        all.add(new Pair("-color-accent-fg", "-color-accent-subtle"));
        all.add(new Pair("-cp-on-accent", "-color-accent-emphasis"));
        all.add(new Pair("-cp-ink-text", "-cp-ink"));
        all.add(new Pair("-cp-warning-text", "-cp-warning-fill"));
        all.add(new Pair("-color-danger-fg", "-color-bg-default"));
        all.add(new Pair("-cp-gain", "-color-bg-default"));
        for (int i = 1; i < LossStep.values().length; i++) {
            all.add(new Pair("-cp-loss-" + i + "-text", "-cp-loss-" + i));
        }
        for (int i = 1; i <= SHARES; i++) {
            all.add(new Pair("-cp-share-" + i + "-text", "-cp-share-" + i));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadable(Theme theme) {
        Map<String, String> roles = theme.roles();

        assertThat(TEXTS)
                .allSatisfy(pair ->
                        assertThat(ratio(roles, pair)).as(pair.toString()).isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksAndFocusStandOut(Theme theme) {
        Map<String, String> roles = theme.roles();

        assertThat(MARKS)
                .allSatisfy(pair ->
                        assertThat(ratio(roles, pair)).as(pair.toString()).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shareGetsMonotonelyDarkerOrLighter(Theme theme) {
        Map<String, String> roles = theme.roles();
        List<Double> lightness = new ArrayList<>();
        for (int i = 1; i <= SHARES; i++) {
            lightness.add((theme == Theme.DARK ? 1 : -1) * luminance(roles.getOrDefault("-cp-share-" + i, "")));
        }

        assertThat(lightness).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lossGetsMonotonelyDarkerOrLighter(Theme theme) {
        Map<String, String> roles = theme.roles();
        List<Double> lightness = new ArrayList<>();
        for (int i = 1; i < LossStep.values().length; i++) {
            lightness.add((theme == Theme.DARK ? 1 : -1) * luminance(roles.getOrDefault("-cp-loss-" + i, "")));
        }

        assertThat(lightness).isSorted().doesNotHaveDuplicates();
    }

    private static double ratio(Map<String, String> roles, Pair pair) {
        double a = luminance(roles.getOrDefault(pair.foreground(), "no " + pair.foreground()));
        double b = luminance(roles.getOrDefault(pair.background(), "no " + pair.background()));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        assertThat(colour).matches("#[0-9a-f]{6}");
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
