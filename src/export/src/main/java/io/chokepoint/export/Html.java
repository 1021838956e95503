package io.chokepoint.export;

import io.chokepoint.base.CleanText;
import io.chokepoint.base.WebAddress;
import java.util.List;

/** Text and tables for a page, escaped. Not thread-safe. */
public final class Html {
    private final StringBuilder page = new StringBuilder();

    /**
     * A cell of a table.
     *
     * @param text as it is read
     * @param value the full figure behind it, by which a table is sorted; empty where the text is all there is
     */
    public record Cell(String text, String value) {
        public static Cell of(String text) {
            return new Cell(text, "");
        }

        /** @param value infinite where it never comes */
        public static Cell of(String text, double value) {
            return new Cell(text, Double.isFinite(value) ? Double.toString(value) : "");
        }
    }

    /** Markup made here, never text from data. */
    public Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** Begins a part of the page that can be jumped to. */
    public Html section(String id, String title) {
        return raw("<section id=\"" + id + "\">").element("h2", title);
    }

    /** Ends what {@link #section} began. */
    public Html end() {
        return raw("</section>");
    }

    /** An element around text, left out where the text is empty. */
    public Html element(String name, String text) {
        return text.isEmpty() ? this : raw("<" + name + ">" + escaped(text) + "</" + name + ">");
    }

    /** As {@link #element}, with a style class. */
    public Html element(String name, String styleClass, String text) {
        return text.isEmpty()
                ? this
                : raw("<" + name + " class=\"" + styleClass + "\">" + escaped(text) + "</" + name + ">");
    }

    /** @param figures the first column that is lined up to the right; those before are text */
    public Html table(String caption, List<String> headings, int figures, List<List<String>> rows) {
        return cells(
                caption,
                headings,
                figures,
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
    }

    /** As {@link #table}, of cells that know their full figures. */
    public Html cells(String caption, List<String> headings, int figures, List<List<Cell>> rows) {
        // A table wider than the page is scrolled, also by those who have no pointer.
        raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
                + escaped(caption.isEmpty() ? String.join(", ", headings) : caption) + "\"><table>");
        element("caption", caption);
        page.append("<thead><tr>");
        for (int i = 0; i < headings.size(); i++) {
            page.append("<th scope=\"col\"").append(i >= figures ? " class=\"figure\">" : ">");
            page.append(escaped(headings.get(i))).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            row(row, figures);
        }
        return raw("</tbody></table></div>");
    }

    private void row(List<Cell> cells, int figures) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            page.append("<td").append(i >= figures ? " class=\"figure\"" : "");
            if (!cell.value().isEmpty()) {
                page.append(" data-v=\"").append(escaped(cell.value())).append('"');
            }
            page.append('>').append(escaped(cell.text())).append("</td>");
        }
        page.append("</tr>\n");
    }

    /** Text as it may stand between tags and in attributes. */
    public static String escaped(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text, as a link where the address is one that a browser may open. */
    public static String linked(String text, String url) {
        return WebAddress.isWeb(url) ? "<a href=\"" + escaped(url) + "\">" + escaped(text) + "</a>" : escaped(text);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
