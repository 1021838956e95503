package io.chokepoint.export.picture;

import io.chokepoint.base.CleanText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a picture as SVG 1.1: shapes stay shapes and text stays text, in Inter where it is installed. */
public final class SvgPicture {
    private static final String FONTS = "Inter, 'Helvetica Neue', Arial, sans-serif";

    private final Picture picture;
    private final Map<Tone, String> names;
    private final Writer out;

    private SvgPicture(Picture picture, Map<Tone, String> names, Writer out) {
        this.picture = picture;
        this.names = names;
        this.out = out;
    }

    /** @throws IOException if it cannot be written */
    public static void write(Picture picture, Writer out) throws IOException {
        write(picture, "", out);
    }

    /**
     * @param about what nobody sees but programs can read, e.g. where what is drawn comes from; may be empty
     * @throws IOException if it cannot be written
     */
    public static void write(Picture picture, String about, Writer out) throws IOException {
        new SvgPicture(picture, Map.of(), out).write(about);
    }

    /**
     * A picture as part of a page, whose style says some of its colours.
     *
     * @param names what CSS calls a colour, such as {@code var(--ink)}
     */
    public static String inline(Picture picture, Map<Tone, String> names) {
        StringWriter out = new StringWriter();
        try {
            new SvgPicture(picture, names, out).write("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void write(String about) throws IOException {
        String width = Outline.number(picture.width());
        String height = Outline.number(picture.height());
        out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" font-family=\"" + FONTS + "\">\n");
        out.write("<title>" + escape(picture.title()) + "</title>\n");
        if (!about.isEmpty()) {
            out.write("<metadata>" + escape(about) + "</metadata>\n");
        }
        Map<Fill.Hatch, String> hatches = hatches(picture);
        writeHatches(hatches);
        if (picture.background().opacity() > 0) {
            out.write("<rect width=\"" + width + "\" height=\"" + height + "\"" + paint("fill", picture.background())
                    + "/>\n");
        }
        for (Mark mark : picture.marks()) {
            switch (mark) {
                case Mark.Shape shape -> out.write(shape(shape, hatches));
                case Mark.Text text -> out.write(text(text));
            }
        }
        out.write("</svg>\n");
    }

    private static Map<Fill.Hatch, String> hatches(Picture picture) {
        Map<Fill.Hatch, String> names = new LinkedHashMap<>();
        for (Mark mark : picture.marks()) {
            if (mark instanceof Mark.Shape shape && shape.fill() instanceof Fill.Hatch hatch) {
                names.putIfAbsent(hatch, "hatch" + names.size());
            }
        }
        return names;
    }

    private void writeHatches(Map<Fill.Hatch, String> hatches) throws IOException {
        for (Map.Entry<Fill.Hatch, String> entry : hatches.entrySet()) {
            Fill.Hatch hatch = entry.getKey();
            String gap = Outline.number(hatch.gap());
            out.write("<pattern id=\"" + entry.getValue() + "\" width=\"" + gap + "\" height=\"" + gap
                    + "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                    + "<rect width=\"" + gap + "\" height=\"" + gap + "\"" + paint("fill", hatch.ground())
                    + "/><rect width=\"" + Outline.number(hatch.width()) + "\" height=\"" + gap + "\""
                    + paint("fill", hatch.lines()) + "/></pattern>\n");
        }
    }

    private String shape(Mark.Shape shape, Map<Fill.Hatch, String> hatches) {
        String fill = switch (shape.fill()) {
            case null -> " fill=\"none\"";
            case Fill.Flat flat -> paint("fill", flat.tone());
            case Fill.Hatch hatch -> " fill=\"url(#" + hatches.get(hatch) + ")\"";
        };
        String stroke = "";
        Line line = shape.line();
        if (line != null) {
            stroke = paint("stroke", line.tone()) + " stroke-width=\"" + Outline.number(line.width())
                    + "\" stroke-linejoin=\"round\"";
            if (!line.dashes().isEmpty()) {
                String dashes = line.dashes().stream().map(Outline::number).collect(Collectors.joining(" "));
                stroke += " stroke-dasharray=\"" + dashes + "\"";
            }
        }
        return "<path d=\"" + shape.outline().svg() + "\" fill-rule=\"evenodd\"" + fill + stroke + "/>\n";
    }

    private String text(Mark.Text text) {
        String anchor = switch (text.align()) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
        String x = Outline.number(text.x());
        String y = Outline.number(text.y());
        String turn = text.turned() ? " transform=\"rotate(-90 " + x + " " + y + ")\"" : "";
        String halo = text.halo() == null
                ? ""
                : paint("stroke", text.halo()) + " stroke-width=\"3\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
        return "<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + Outline.number(text.size()) + "\""
                + (text.semibold() ? " font-weight=\"600\"" : "") + anchor + turn + paint("fill", text.tone()) + halo
                + ">" + escape(text.text()) + "</text>\n";
    }

    private String paint(String attribute, Tone tone) {
        return " " + attribute + "=\"" + names.getOrDefault(tone, tone.hex()) + "\""
                + (tone.opacity() < 1 ? " " + attribute + "-opacity=\"" + Outline.number(tone.opacity()) + "\"" : "");
    }

    private static String escape(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
