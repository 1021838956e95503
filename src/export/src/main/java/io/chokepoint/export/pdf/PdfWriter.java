package io.chokepoint.export.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets a report as a PDF: the text of the page, its pictures as lines and areas, fonts inside, links and headings to jump to. Nothing is
 * loaded from anywhere.
 */
public final class PdfWriter {
    private static final String FAMILY = "Inter";
    private static final int PLAIN = 400;
    private static final int BOLD = 700;
    /** Stands for a letter that the font lacks. */
    private static final String REPLACEMENT = "?";

    private static final Pattern SECTION = Pattern.compile("<section id=\"([a-zA-Z]+)\">\\s*<h2>([^<]*)</h2>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** Kept, as the level is forgotten with the logger. It tells of every font of the machine, and none of these is used. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private PdfWriter() {}

    /**
     * Writes the report.
     *
     * @return letters that the font lacks, each shown as a question mark; the PDF says so too
     * @throws IOException if it cannot be written
     */
    public static Set<String> write(Report report, OutputStream out) throws IOException {
        // It logs every style that it does not know, to standard error.
        XRLog.setLoggingEnabled(false);
        PDFBOX.setLevel(Level.OFF);
        String page = ReportWriter.forPrint(report);
        try (OutlineFont plain = OutlineFont.load("Regular");
                OutlineFont bold = OutlineFont.load("Bold")) {
            Set<String> missing = missing(page, plain);
            OwnFonts.use(plain);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(OutlineFont.source("Regular"), FAMILY, PLAIN, FontStyle.NORMAL, true);
            builder.useFont(OutlineFont.source("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.useSVGDrawer(new SvgPen(plain, bold));
            builder.useReplacementText(REPLACEMENT);
            // A page refers to nothing, and if it did it would get nothing.
            builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("http") ? uri : null);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Chokepoint");
            builder.withHtmlContent(withNotes(page, missing), null);
            builder.toStream(out);
            builder.run();
            return missing;
        }
    }

    private static String withNotes(String page, Set<String> missing) {
        String bookmarks = SECTION.matcher(page)
                .results()
                .map(PdfWriter::bookmark)
                .collect(Collectors.joining("", "<bookmarks>", "</bookmarks></head>"));
        String noted = page.replace("</head>", bookmarks);
        return missing.isEmpty()
                ? noted
                : noted.replace(
                        "</footer>",
                        "<p>" + Texts.get("report.pdf.missing", missing.size(), REPLACEMENT) + "</p></footer>");
    }

    private static String bookmark(MatchResult section) {
        return "<bookmark name=\"" + section.group(2) + "\" href=\"#" + section.group(1) + "\"/>";
    }

    private static Set<String> missing(String page, OutlineFont font) {
        Set<String> missing = new TreeSet<>();
        TAG.matcher(page.substring(page.indexOf("<body")))
                .replaceAll("")
                .codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && !font.has(letter))
                .forEach(letter -> missing.add(Character.toString(letter)));
        return missing;
    }
}
