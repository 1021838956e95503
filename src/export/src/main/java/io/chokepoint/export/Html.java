package io.chokepoint.export;

import io.chokepoint.base.CleanText;
import io.chokepoint.base.WebAddress;
import java.util.List;

/** Text and tables for a page, escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup made here, never text from data. */
    Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** An element around text, left out where the text is empty. */
    Html element(String name, String text) {
        return text.isEmpty() ? this : raw("<" + name + ">" + escaped(text) + "</" + name + ">");
    }

    /** As {@link #element}, with a style class. */
    Html element(String name, String styleClass, String text) {
        return text.isEmpty()
                ? this
                : raw("<" + name + " class=\"" + styleClass + "\">" + escaped(text) + "</" + name + ">");
    }

    /** @param figures the first column that is lined up to the right; those before are text */
    Html table(String caption, List<String> headings, int figures, List<List<String>> rows) {
        raw("<div class=\"scroll\"><table>");
        element("caption", caption);
        row("th", headings, figures);
        rows.forEach(cells -> row("td", cells, figures));
        return raw("</table></div>");
    }

    private void row(String cell, List<String> texts, int figures) {
        page.append("<tr>");
        for (int i = 0; i < texts.size(); i++) {
            page.append('<').append(cell);
            if (i >= figures) {
                page.append(" class=\"figure\"");
            }
            page.append('>')
                    .append(escaped(texts.get(i)))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        page.append("</tr>\n");
    }

    /** Text as it may stand between tags and in attributes. */
    static String escaped(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text, as a link where the address is one that a browser may open. */
    static String linked(String text, String url) {
        return WebAddress.isWeb(url) ? "<a href=\"" + escaped(url) + "\">" + escaped(text) + "</a>" : escaped(text);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
