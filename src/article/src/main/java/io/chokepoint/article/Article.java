package io.chokepoint.article;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Lexicon;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text that somebody wants to understand. Immutable.
 *
 * @param name the file as the user knows it, or {@code -}
 * @param format what it was read from
 * @param text without markup, control characters and characters that change the direction of writing; places of passages count in it
 * @param remarks what the reader should know of how it was read, as sentences; mostly none
 */
public record Article(String name, Format format, String text, List<String> remarks) {
    private static final int MOST_TITLE = 120;

    /** What a text is read from. */
    public enum Format {
        TEXT("text"),
        MARKDOWN("markdown"),
        HTML("html"),
        PDF("pdf");

        private final String id;

        Format(String id) {
            this.id = id;
        }

        /** The word in results. */
        public String id() {
            return id;
        }
    }

    public Article {
        remarks = List.copyOf(remarks);
    }

    /** A text from the clipboard or a test. */
    public static Article of(String name, String text) {
        return ArticleReader.clean(name, Format.TEXT, text, List.of());
    }

    /** The first line if it is short, else the name of the file without its folders. */
    public String title() {
        String first = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        return first.isEmpty() || first.length() > MOST_TITLE ? shortName() : first;
    }

    /** The name of the file without its folders: folders of one machine say nothing to the next. */
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** @param lexicon for the abbreviations that end no sentence */
    public List<Sentence> sentences(Lexicon lexicon) {
        return sentences(lexicon, RunMonitor.NONE);
    }

    List<Sentence> sentences(Lexicon lexicon, RunMonitor monitor) {
        return Sentences.of(
                text,
                monitor,
                lexicon.words().stream()
                        .filter(word -> word.kind() == io.chokepoint.model.Word.Kind.ABBREVIATION)
                        .flatMap(io.chokepoint.model.Word::spellings)
                        .collect(Collectors.toSet()));
    }
}
