package io.chokepoint.ui.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * Inter with figures of equal width, shipped with the program. Its bold is Inter's semibold. Chinese names fall back on the
 * system's fonts.
 */
public final class Fonts {
    /** The family name to be used in stylesheets too. */
    public static final String FAMILY = "Inter Tabular";

    private static boolean loaded;

    private Fonts() {}

    /** Makes the fonts known to the toolkit; the first call loads them, later ones do nothing. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String style : new String[] {"Regular", "Bold"}) {
            String name = "/io/chokepoint/export/fonts/InterTabular-" + style + ".ttf";
            try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
                Font.loadFont(in, 12);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param size in px */
    public static Font regular(double size) {
        load();
        return Font.font(FAMILY, FontWeight.NORMAL, size);
    }

    /** For names and answers. @param size in px */
    public static Font semibold(double size) {
        load();
        return Font.font(FAMILY, FontWeight.BOLD, size);
    }
}
