package io.chokepoint.export.report;

import io.chokepoint.export.Html;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands around the content: styles, the script, and a policy by which a browser runs this script alone and loads nothing from
 * anywhere.
 */
final class PageFrame {
    private static final List<String> STYLES = List.of("report.css", "live.css", "print.css");

    /** In this order; each adds to the object {@code page}. */
    private static final List<String> SCRIPTS =
            List.of("base.js", "chart.js", "graph.js", "panel.js", "search.js", "tables.js", "live.js");

    private final String styles;
    private final String script;

    private PageFrame(String styles, String script) {
        this.styles = styles;
        this.script = script;
    }

    static PageFrame load() throws IOException {
        return new PageFrame(
                joined(STYLES), "(() => {\n\"use strict\";\nconst page = {};\n" + joined(SCRIPTS) + "})();\n");
    }

    /** What stands around the content of a page that is only printed: XHTML with a style of its own, and no script. */
    static void beginPrint(String title, Html page) throws IOException {
        page.raw("<html lang=\"en\"><head>").element("title", title);
        page.raw("<style>\n" + joined(List.of("pdf.css")) + "</style></head><body><main>");
    }

    static void endPrint(Html page) {
        page.raw("</main></body></html>");
    }

    /** How a page looks that shows and does nothing else. */
    static String styleSheet() throws IOException {
        return joined(STYLES.subList(0, 1));
    }

    private static String joined(List<String> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : files) {
            try (InputStream in = Objects.requireNonNull(PageFrame.class.getResourceAsStream(file), file)) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            }
        }
        return all.toString();
    }

    void begin(String title, Html page) {
        page.raw("<!DOCTYPE html>");
        page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none';"
                + " form-action 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash(script) + "'\">");
        page.raw("<meta name=\"generator\" content=\"Chokepoint\">");
        page.element("title", title);
        page.raw("<style>\n" + styles + "</style></head><body>");
        page.raw("<a class=\"skip\" href=\"#content\">" + Html.escaped(Texts.get("report.skip")) + "</a>");
        page.raw("<header id=\"bar\" hidden></header>");
        page.raw("<main id=\"content\">");
    }

    /** @param data what the script draws from, as JSON */
    void end(String data, Optional<Enclosure> enclosed, Html page) {
        page.raw("</main>");
        // No tag can be closed, or comment begun, from within a text of the data.
        page.raw("<script type=\"application/json\" id=\"data\">" + data.replace("<", "\\u003c") + "</script>");
        enclosed.ifPresent(inside -> inside.write(page));
        page.raw("<script>" + script + "</script>");
        page.raw("</body></html>");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
