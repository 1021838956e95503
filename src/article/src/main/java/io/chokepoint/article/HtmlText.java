package io.chokepoint.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a page. The page is parsed, never run, and what it refers to is never loaded: the parser has no way to. */
final class HtmlText {
    /** What is no part of an article. */
    private static final String NOT_READ =
            "script,style,noscript,template,iframe,frame,object,embed,applet,svg,math,canvas,audio,video,form,button,select,"
                    + "textarea,nav,footer,aside,head,[hidden],[aria-hidden=true]";

    private HtmlText() {}

    static String of(String page) {
        Document document = Jsoup.parse(page);
        String title = document.title().strip();
        document.select(NOT_READ).remove();
        Element body = document.body();
        Element article = body.selectFirst("article, main, [role=main]");
        Text text = new Text();
        // A page may have a short box by that name beside its text.
        Element read =
                article != null && article.text().length() * 2 > body.text().length() ? article : body;
        read.traverse(text);
        String words = text.out.toString();
        return title.isEmpty() || words.strip().startsWith(title) ? words : title + "\n\n" + words;
    }

    /** Text nodes, with a new line around every block. */
    private static final class Text implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element && isCell(element)) {
                out.append("| ");
            } else if (node instanceof Element element && element.isBlock()) {
                block();
                out.append(element.nameIs("li") ? MarkdownText.ITEM : "");
            }
        }

        /** The cells of a row stay in one line. */
        private static boolean isCell(Element element) {
            return element.nameIs("td") || element.nameIs("th");
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && isCell(element)) {
                out.append(' ');
            } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                block();
            }
        }

        private void block() {
            int length = out.length();
            int item = length - MarkdownText.ITEM.length();
            if (item >= 0 && out.indexOf(MarkdownText.ITEM, item) == item) {
                // A paragraph of its own within an item.
                return;
            }
            while (length > 0 && out.charAt(length - 1) == ' ') {
                length--;
            }
            out.setLength(length);
            if (length > 0 && !(length > 1 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n')) {
                out.append("\n\n".substring(length > 0 && out.charAt(length - 1) == '\n' ? 1 : 0));
            }
        }
    }
}
