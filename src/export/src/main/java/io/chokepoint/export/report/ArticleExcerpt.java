package io.chokepoint.export.report;

import java.util.List;

/**
 * What a page quotes of the articles from which its scenario was made, and what is said beside each passage: words and places alone, so
 * that a page can be made again without the articles. The names are those of the JSON inside a page.
 *
 * @param texts in the order in which they were given
 */
public record ArticleExcerpt(List<Text> texts) {
    public ArticleExcerpt {
        texts = List.copyOf(texts);
    }

    /**
     * One article.
     *
     * @param title its first line, or the name of its file
     * @param name of its file, without folders
     * @param sentences how many it has
     * @param quoted how many of them stand here
     * @param passages in the order of the text
     */
    public record Text(String title, String name, int sentences, int quoted, List<Passage> passages) {
        public Text {
            passages = List.copyOf(passages);
        }
    }

    /**
     * Sentences that stand together, and what is said of them.
     *
     * @param leftOut whether sentences before it are left out
     * @param said the sentences
     * @param rules drafts that the text first speaks of here
     * @param known what the dataset knows of what is said here
     */
    public record Passage(boolean leftOut, List<Said> said, List<Rule> rules, List<Known> known) {
        public Passage {
            said = List.copyOf(said);
            rules = List.copyOf(rules);
            known = List.copyOf(known);
        }

        boolean isUnchecked() {
            return said.stream().anyMatch(Said::notChecked);
        }
    }

    /**
     * A sentence.
     *
     * @param drafted whether there is a draft of it
     * @param claimed whether it makes a checked claim
     * @param notChecked whether it states something of which the dataset knows nothing
     * @param marks in order, none within another
     */
    public record Said(String text, boolean drafted, boolean claimed, boolean notChecked, List<Mark> marks) {
        public Said {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A marked part of a sentence.
     *
     * @param kind {@code goods}, {@code maker}, {@code country}, {@code buyer}, {@code instrument} or {@code figure}
     * @param start in the sentence's text, in UTF-16 code units
     * @param end the first place behind it
     * @param means what it names, in words; may be empty
     */
    public record Mark(String kind, int start, int end, String means) {}

    /**
     * A rule or an event of which the text speaks.
     *
     * @param number from 1 in its article
     * @param restriction its place in the page's scenario; −1 where it is not in it
     * @param status how the text means it, in words
     * @param words the restriction as a sentence
     * @param figures what it says, stated or assumed
     * @param remarks what the reader should know
     * @param fault why it cannot be run; empty where it can
     */
    public record Rule(
            int number,
            int restriction,
            String status,
            String words,
            List<Figure> figures,
            List<String> remarks,
            String fault) {
        public Rule {
            figures = List.copyOf(figures);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A figure of a rule.
     *
     * @param words name and value
     * @param why the words of the text, or the reason of the assumption
     */
    public record Figure(String words, boolean assumed, String why) {}

    /**
     * What the dataset knows of a sentence: a checked claim, a real measure, or a share of output.
     *
     * @param kind what of these it is, in a few words
     * @param verdict in a word or two; empty for a measure
     * @param lines evidence or status
     */
    public record Known(String kind, String title, String verdict, List<String> lines, List<Cited> sources) {
        public Known {
            lines = List.copyOf(lines);
            sources = List.copyOf(sources);
        }
    }

    /** A source by name; the address may be empty. */
    public record Cited(String text, String url) {}
}
