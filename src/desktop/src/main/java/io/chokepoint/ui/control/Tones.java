package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Tone;
import javafx.scene.paint.Color;

/** Between the toolkit's colours and those of pictures. */
public final class Tones {
    private Tones() {}

    public static Tone of(Color color) {
        int rgb = (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        return new Tone(rgb, color.getOpacity());
    }

    static Color color(Tone tone) {
        return Color.rgb(tone.rgb() >> 16 & 0xFF, tone.rgb() >> 8 & 0xFF, tone.rgb() & 0xFF, tone.opacity());
    }
}
