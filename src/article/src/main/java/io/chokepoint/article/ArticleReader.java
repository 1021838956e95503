package io.chokepoint.article;

import io.chokepoint.article.Article.Format;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads articles: text, Markdown, HTML and PDF. What is read is bounded, scripts and what a page refers to are neither run nor loaded,
 * and the text that comes out has no characters that a terminal or a page would obey.
 */
public final class ArticleReader {
    /** Bytes of the largest file. */
    public static final int MOST_BYTES = 16_000_000;

    /** Characters that are read of a text; a book is longer. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The commonest letters and marks of Chinese news and notices. */
    private static final String COMMON = "的一是在不了有和人这中大为上个国年月日对出口公告向，。、（）《》：；";
    /** One letter in so many is one of those. */
    private static final int COMMON_SHARE = 8;

    private static final int MEGABYTE = 1_000_000;
    /** Of a text, at most one character in so many may be a control character; otherwise it is no text. */
    private static final int TEXT_PER_CONTROL = 10;

    private static final Pattern HTML = Pattern.compile(
            "\\A\\s*(<!--.*?-->\\s*)?(<!doctype\\s+html|<html|<head|<body|<article|<div|<p[ >])",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ArticleReader() {}

    /**
     * Reads a file; its kind is told by its first bytes and its ending.
     *
     * @throws ChokepointException if it cannot be read, is too large, is no text or in none of the encodings that are known
     */
    public static Article read(Path file) {
        return read(file, RunMonitor.NONE);
    }

    /**
     * The same, until somebody stops it.
     *
     * @throws java.util.concurrent.CancellationException soon after the request to stop
     */
    public static Article read(Path file, RunMonitor monitor) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw fault(name, "the file does not exist.");
        }
        if (!Files.isRegularFile(file)) {
            throw fault(
                    name, "is " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device") + "; expected a file.");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(name, bytes, monitor);
        } catch (IOException failure) {
            throw fault(name, "the file cannot be read: " + failure.getMessage());
        }
    }

    /**
     * Reads a stream to its end, or to the limit.
     *
     * @param name as the user knows it; its ending tells Markdown from plain text
     * @throws ChokepointException as for a file
     */
    public static Article read(String name, InputStream stream) throws IOException {
        return read(name, stream, RunMonitor.NONE);
    }

    /**
     * The same, until somebody stops it.
     *
     * @throws java.util.concurrent.CancellationException soon after the request to stop
     */
    public static Article read(String name, InputStream stream, RunMonitor monitor) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw fault(
                    name,
                    "is larger than " + MOST_BYTES / MEGABYTE
                            + " MB, which no article is; expected the article alone.");
        }
        if (startsWith(bytes, "%PDF-")) {
            return PdfText.read(name, bytes, monitor);
        }
        monitor.checkCancelled();
        String text = decode(name, bytes);
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".html")
                || ending.endsWith(".htm")
                || ending.endsWith(".xhtml")
                || HTML.matcher(text).lookingAt()) {
            return clean(name, Format.HTML, HtmlText.of(text), List.of());
        }
        if (ending.endsWith(".md") || ending.endsWith(".markdown")) {
            return clean(name, Format.MARKDOWN, MarkdownText.of(text), List.of());
        }
        return clean(name, Format.TEXT, text, List.of());
    }

    private static boolean startsWith(byte[] bytes, String word) {
        return new String(bytes, 0, Math.min(bytes.length, word.length()), StandardCharsets.ISO_8859_1).equals(word);
    }

    /** UTF-8, UTF-16 by its mark, or GB18030 where what comes out is Chinese; anything else is not guessed. */
    private static String decode(String name, byte[] bytes) {
        Optional<String> text;
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            text = strictly(bytes, StandardCharsets.UTF_16);
        } else {
            text = strictly(bytes, StandardCharsets.UTF_8)
                    .or(() -> strictly(bytes, GB18030).filter(ArticleReader::isChinese));
        }
        return text.map(found -> found.startsWith("\uFEFF") ? found.substring(1) : found)
                .orElseThrow(
                        () -> fault(name, "is not UTF-8 text; expected text, Markdown or HTML in UTF-8, or a PDF."));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException failure) {
            return Optional.empty();
        }
    }

    /** Nearly any bytes can be read as GB18030; a Chinese text has its commonest letters and marks, and little that is rare. */
    private static boolean isChinese(String text) {
        long foreign = text.codePoints().filter(letter -> letter > 0x7F).count();
        long common =
                text.codePoints().filter(letter -> COMMON.indexOf(letter) >= 0).count();
        return foreign > 0 && common * COMMON_SHARE >= foreign;
    }

    /**
     * The text without what a terminal or a page would obey, cut where it is longer than any article.
     *
     * @throws ChokepointException if there is no text in it
     */
    static Article clean(String name, Format format, String text, List<String> said) {
        List<String> remarks = new ArrayList<>(said);
        String whole = text;
        if (whole.length() > MOST_CHARACTERS) {
            whole = whole.substring(0, MOST_CHARACTERS);
            remarks.add("Only the first " + Amounts.counted(MOST_CHARACTERS, "character was", "characters were")
                    + " read.");
        }
        StringBuilder clean = new StringBuilder(whole.length());
        int taken = 0;
        for (int at = 0; at < whole.length(); ) {
            int letter = whole.codePointAt(at);
            at += Character.charCount(letter);
            if (letter == '\r') {
                if (at >= whole.length() || whole.charAt(at) != '\n') {
                    clean.append('\n');
                }
            } else if (letter == '\n' || letter == '\t' || !isObeyed(letter)) {
                clean.appendCodePoint(letter);
            } else if (letter == '\f' || letter == 0x0B || letter == 0x2028 || letter == 0x2029) {
                clean.append('\n');
            } else {
                taken++;
            }
        }
        if (taken * TEXT_PER_CONTROL > whole.length()) {
            throw fault(name, "is no text; expected text, Markdown or HTML in UTF-8, or a PDF.");
        }
        if (taken > 0) {
            remarks.add(Amounts.counted(taken, "character", "characters")
                    + " that a screen would obey, such as control characters, "
                    + (taken == 1 ? "was" : "were") + " left out.");
        }
        if (clean.toString().isBlank()) {
            throw fault(
                    name,
                    format == Format.PDF
                            ? "has no text; it may be made of pictures of pages."
                            : "has no text; expected an article.");
        }
        return new Article(name, format, clean.toString(), remarks);
    }

    /** Control characters, those that change the direction of writing or are not seen, and halves of a pair. */
    private static boolean isObeyed(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static ChokepointException fault(String name, String message) {
        return new ChokepointException(List.of(Problem.error(name, 0, "", message)));
    }
}
