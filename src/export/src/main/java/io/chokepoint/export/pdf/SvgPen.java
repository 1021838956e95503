package io.chokepoint.export.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the pictures that {@link io.chokepoint.export.picture.SvgPicture} writes into a PDF: paths of lines and cubic curves, and words. No
 * other SVG is known.
 */
final class SvgPen implements SVGDrawer {
    private final OutlineFont plain;
    private final OutlineFont bold;

    SvgPen(OutlineFont plain, OutlineFont bold) {
        this.plain = plain;
        this.bold = bold;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        double width = number(svg, "width", 300);
        double height = number(svg, "height", 150);
        double shown = cssWidth > 0 ? cssWidth : width * dotsPerPixel;
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return (int) Math.round(shown);
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) Math.round(shown * height / width);
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext rendering, double x, double y) {
                double scale = shown / dotsPerPixel / width;
                device.drawWithGraphics(
                        (float) x, (float) y, (float) (width * scale), (float) (height * scale), graphics -> {
                            graphics.scale(scale, scale);
                            draw(svg, graphics);
                        });
            }
        };
    }

    private void draw(Element parent, Graphics2D graphics) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                switch (element.getTagName()) {
                    case "path" -> path(element, graphics);
                    case "text" -> text(element, graphics);
                    default -> {
                        // Titles are for readers of the screen.
                    }
                }
            }
        }
    }

    private static void path(Element path, Graphics2D graphics) {
        Path2D outline = outline(path.getAttribute("d"));
        if (!path.getAttribute("fill").equals("none")
                && !path.getAttribute("fill").isEmpty()) {
            graphics.setColor(colour(path, "fill"));
            graphics.fill(outline);
        }
        if (!path.getAttribute("stroke").isEmpty()) {
            graphics.setColor(colour(path, "stroke"));
            graphics.setStroke(stroke(path));
            graphics.draw(outline);
        }
    }

    private static BasicStroke stroke(Element path) {
        float width = (float) number(path, "stroke-width", 1);
        String dashes = path.getAttribute("stroke-dasharray");
        if (dashes.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        double[] lengths = Arrays.stream(dashes.trim().split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (float) lengths[i];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    private void text(Element text, Graphics2D graphics) {
        double size = number(text, "font-size", 12);
        OutlineFont font = text.getAttribute("font-weight").isEmpty() ? plain : bold;
        String words = text.getTextContent();
        double shift = switch (text.getAttribute("text-anchor")) {
            case "middle" -> font.width(words, size) / 2;
            case "end" -> font.width(words, size);
            default -> 0;
        };
        AffineTransform place = AffineTransform.getTranslateInstance(number(text, "x", 0), number(text, "y", 0));
        if (!text.getAttribute("transform").isEmpty()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(-shift, 0);
        graphics.setColor(colour(text, "fill"));
        graphics.fill(place.createTransformedShape(font.outline(words, size)));
    }

    private static Path2D outline(String path) {
        Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        // A letter, then its numbers.
        try (Scanner tokens =
                new Scanner(path.replaceAll("([A-Z])", " $1 ").replaceAll("[,\\s]+", " ")).useLocale(Locale.ROOT)) {
            String verb = "";
            while (tokens.hasNext()) {
                if (!tokens.hasNextDouble()) {
                    verb = tokens.next();
                    if (verb.equals("Z")) {
                        outline.closePath();
                    }
                    continue;
                }
                switch (verb) {
                    case "M" -> outline.moveTo(tokens.nextDouble(), tokens.nextDouble());
                    case "L" -> outline.lineTo(tokens.nextDouble(), tokens.nextDouble());
                    case "C" ->
                        outline.curveTo(
                                tokens.nextDouble(),
                                tokens.nextDouble(),
                                tokens.nextDouble(),
                                tokens.nextDouble(),
                                tokens.nextDouble(),
                                tokens.nextDouble());
                    default -> throw new IllegalArgumentException("'" + verb + "' is no step of our outlines");
                }
            }
        }
        return outline;
    }

    private static Color colour(Element element, String attribute) {
        Color colour = Color.decode(element.getAttribute(attribute));
        double opacity = number(element, attribute + "-opacity", 1);
        return opacity == 1
                ? colour
                : new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    private static double number(Element element, String attribute, double otherwise) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Pictures name no fonts of their own.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // The fonts are those that it was made with.
    }

    @Override
    public void close() {
        // Who made the fonts closes them.
    }
}
