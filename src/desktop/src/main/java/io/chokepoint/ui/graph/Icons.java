package io.chokepoint.ui.graph;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Icons for the canvas: glyphs of the icon font, found by their Ikonli literal. UI thread only. */
final class Icons {
    private final Map<String, Glyph> glyphs = new HashMap<>();
    private final Map<Sized, Font> fonts = new HashMap<>();

    private record Glyph(String text, String family) {}

    private record Sized(String family, double size) {}

    /** @param size in px */
    void paint(Pen g, String literal, double centreX, double centreY, double size, Paint paint) {
        Glyph glyph = glyphs.computeIfAbsent(literal, Icons::find);
        g.setFill(paint);
        g.glyph(
                glyph.text(),
                centreX,
                centreY,
                fonts.computeIfAbsent(
                        new Sized(glyph.family(), Math.rint(size * 4) / 4),
                        key -> Font.font(key.family(), key.size())));
    }

    private static Glyph find(String literal) {
        // The loader makes the pack's font known to the toolkit.
        IkonHandler handler =
                IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(literal);
        int code = handler.resolve(literal).getCode();
        return new Glyph(Character.toString(code), handler.getFontFamily());
    }
}
