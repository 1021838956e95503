package io.chokepoint.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours of one theme for what is painted on a canvas, read from the same stylesheets as everything else. The names are
 * the roles: blue is selected or clickable, orange lost, teal gained, ink restricted, yellow unsure, red an error, violet in few hands.
 *
 * @param text text on background, card and canvas
 * @param muted secondary text
 * @param background of panels
 * @param canvas behind the graph
 * @param card of a card
 * @param border a hairline without meaning
 * @param borderStrong a border that says something, e.g. hover
 * @param accentText a link
 * @param accent selection and binding chain
 * @param onAccent text on accent
 * @param ink restriction marks
 * @param onInk text on ink
 * @param edge flows
 * @param edgeOff flows off the path
 * @param outputBar the part of output that is left
 * @param rail background of a closed column
 * @param gain output above baseline
 * @param gainSubtle background of hatched gain
 * @param band the range in which 8 of 10 runs lie
 * @param lossFill by {@link LossStep#ordinal()}; the first is transparent
 * @param lossText by {@link LossStep#ordinal()}, on the fill of the same step
 * @param shareFill how much of a good one country makes, in five steps, least first
 * @param shareText on the fill of the same step
 */
public record Palette(
        boolean dark,
        Color text,
        Color muted,
        Color background,
        Color canvas,
        Color card,
        Color border,
        Color borderStrong,
        Color accentText,
        Color accent,
        Color onAccent,
        Color ink,
        Color onInk,
        Color edge,
        Color edgeOff,
        Color outputBar,
        Color rail,
        Color gain,
        Color gainSubtle,
        Color band,
        List<Color> lossFill,
        List<Color> lossText,
        List<Color> shareFill,
        List<Color> shareText) {
    private static final int SHARE_STEPS = 5;

    public Palette {
        shareFill = List.copyOf(shareFill);
        shareText = List.copyOf(shareText);
        lossFill = List.copyOf(lossFill);
        lossText = List.copyOf(lossText);
    }

    public static Palette of(Theme theme) {
        Map<String, String> roles = theme.roles();
        Color text = color(roles, "-color-fg-default");
        List<Color> fills = new ArrayList<>(List.of(Color.TRANSPARENT));
        List<Color> texts = new ArrayList<>(List.of(text));
        for (int i = 1; i < LossStep.values().length; i++) {
            fills.add(color(roles, "-cp-loss-" + i));
            texts.add(color(roles, "-cp-loss-" + i + "-text"));
        }
        List<Color> shares = new ArrayList<>();
        List<Color> onShares = new ArrayList<>();
        for (int i = 1; i <= SHARE_STEPS; i++) {
            shares.add(color(roles, "-cp-share-" + i));
            onShares.add(color(roles, "-cp-share-" + i + "-text"));
        }
        return new Palette(
                theme == Theme.DARK,
                text,
                color(roles, "-color-fg-muted"),
                color(roles, "-color-bg-default"),
                color(roles, "-color-bg-inset"),
                color(roles, "-cp-card"),
                color(roles, "-color-border-default"),
                color(roles, "-cp-border-strong"),
                color(roles, "-color-accent-fg"),
                color(roles, "-color-accent-emphasis"),
                color(roles, "-cp-on-accent"),
                color(roles, "-cp-ink"),
                color(roles, "-cp-ink-text"),
                color(roles, "-cp-edge"),
                color(roles, "-cp-edge-off"),
                color(roles, "-cp-output"),
                color(roles, "-cp-rail"),
                color(roles, "-cp-gain"),
                color(roles, "-cp-gain-subtle"),
                color(roles, "-cp-band"),
                fills,
                texts,
                shares,
                onShares);
    }

    /** The fill for an output as a part of baseline; transparent where less than 1 % is lost. */
    public Color lossFillOf(double output) {
        return lossFill.get(LossStep.ofOutput(output).ordinal());
    }

    /** The text colour on {@link #lossFillOf}. */
    public Color lossTextOf(double output) {
        return lossText.get(LossStep.ofOutput(output).ordinal());
    }

    private static Color color(Map<String, String> roles, String role) {
        String value = roles.get(role);
        if (value == null) {
            throw new IllegalStateException("no colour for " + role + " in the stylesheets");
        }
        return Color.web(value);
    }
}
