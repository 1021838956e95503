package io.chokepoint.article;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The words of a Markdown text, without links' addresses, pictures and code. */
final class MarkdownText {
    /** Before each item of a list, so that it can be told from a paragraph. */
    static final String ITEM = "• ";

    private MarkdownText() {}

    static String of(String markdown) {
        Words words = new Words();
        Parser.builder().maxOpenBlockParsers(100).build().parse(markdown).accept(words);
        return words.out.toString();
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void visit(Text text) {
            out.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            out.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            // A row of a table stays a line.
            boolean row =
                    line.getNext() instanceof Text next && next.getLiteral().startsWith("|");
            out.append(row ? '\n' : ' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            out.append('\n');
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            out.append("\n\n");
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            out.append("\n\n");
        }

        @Override
        public void visit(HtmlBlock html) {
            out.append(HtmlText.of(html.getLiteral())).append("\n\n");
        }

        @Override
        public void visit(HtmlInline html) {
            // A tag inside a line is no word.
        }

        @Override
        public void visit(Image image) {
            // What a picture shows is not said.
        }

        @Override
        public void visit(FencedCodeBlock code) {
            // Code is no part of what an article says.
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            out.append(code.getLiteral()).append("\n\n");
        }

        @Override
        public void visit(BulletList list) {
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            out.append(ITEM);
            visitChildren(item);
        }
    }
}
