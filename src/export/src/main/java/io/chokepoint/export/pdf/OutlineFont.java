package io.chokepoint.export.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The program's font as outlines, for words in pictures: the same on every machine, whatever fonts it has. */
final class OutlineFont implements AutoCloseable {
    private final TrueTypeFont font;
    private final CmapLookup letters;

    private OutlineFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.letters = font.getUnicodeCmapLookup();
    }

    /** @param style as in the name of its file */
    static OutlineFont load(String style) throws IOException {
        try (InputStream in = open(style)) {
            return new OutlineFont(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        }
    }

    static FSSupplier<InputStream> source(String style) {
        return () -> open(style);
    }

    private static InputStream open(String style) {
        String name = "/io/chokepoint/export/fonts/InterTabular-" + style + ".ttf";
        return Objects.requireNonNull(OutlineFont.class.getResourceAsStream(name), name);
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int letter) {
        return letters.getGlyphId(letter) != 0;
    }

    /** In px. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    private double advance(int letter) {
        try {
            return (double) font.getAdvanceWidth(letters.getGlyphId(letter)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text from the origin to the right, its base line at y = 0. */
    Path2D outline(String text, double size) {
        Path2D all = new Path2D.Double();
        double x = 0;
        for (int letter : text.codePoints().toArray()) {
            try {
                GlyphData glyph = font.getGlyph().getGlyph(letters.getGlyphId(letter));
                double scale = size / font.getUnitsPerEm();
                if (glyph != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    all.append(place.createTransformedShape(glyph.getPath()), false);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            x += advance(letter) * size;
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
