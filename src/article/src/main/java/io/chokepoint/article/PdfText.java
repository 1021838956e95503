package io.chokepoint.article;

import io.chokepoint.article.Article.Format;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The words of a PDF. It may be made to harm: what it unpacks to is counted before it is parsed, pages and time are bounded, and
 * scripts, forms and links are not looked at.
 */
final class PdfText {
    private static final int MOST_PAGES = 200;
    /** Bytes that all packed parts of a file may unpack to. */
    private static final long MOST_UNPACKED = 200_000_000;
    /** A packed part may hold another one. */
    private static final int MOST_LEVELS = 4;

    private static final long MOST_MEMORY = 64_000_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    /** A packing that the count does not know and that packs as tightly. */
    private static final byte[] LZW = "LZW".getBytes(StandardCharsets.ISO_8859_1);

    private static final int MOST_LZW = 1_000_000;

    /** What a damaged file makes the parser say is not for the user; held here, or its level would be forgotten. */
    private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private PdfText() {}

    static Article read(String name, byte[] bytes, RunMonitor monitor) {
        if (unpacked(bytes) > MOST_UNPACKED || bytes.length > MOST_LZW && indexOf(bytes, LZW, 0) >= 0) {
            throw ArticleReader.fault(name, "unpacks to more than an article can hold; expected the article alone.");
        }
        List<String> remarks = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes),
                "",
                null,
                null,
                MemoryUsageSetting.setupMixed(MOST_MEMORY, MOST_UNPACKED).streamCache)) {
            BoundedStripper stripper = new BoundedStripper(monitor);
            stripper.setSortByPosition(false);
            stripper.setEndPage(MOST_PAGES);
            stripper.setSuppressDuplicateOverlappingText(false);
            stripper.setParagraphEnd("\n");
            StringWriter read = new StringWriter();
            try {
                stripper.writeText(document, read);
            } catch (Enough enough) {
                stripper.isMore = true;
                if (read.toString().isBlank()) {
                    throw ArticleReader.fault(
                            name, "is a PDF that takes too long to read; its pages may refer to themselves.");
                }
            }
            String text = read.toString();
            if (stripper.isMore || text.length() >= ArticleReader.MOST_CHARACTERS) {
                remarks.add("The PDF is long; only its first part was read.");
            } else if (document.getNumberOfPages() > MOST_PAGES) {
                remarks.add("Only the first " + MOST_PAGES + " pages were read.");
            }
            return ArticleReader.clean(name, Format.PDF, joined(text), remarks);
        } catch (ChokepointException | CancellationException failure) {
            throw failure;
        } catch (OutOfMemoryError | StackOverflowError failure) {
            throw ArticleReader.fault(name, "is a PDF that is nested or packed too deeply to be read.");
        } catch (IOException | RuntimeException failure) {
            throw ArticleReader.fault(name, "is a PDF that cannot be read; it may be damaged or locked.");
        }
    }

    /** Words that were parted at the end of a line. */
    private static String joined(String text) {
        return text.replaceAll("(\\p{Ll})-\\R(\\p{Ll})", "$1$2");
    }

    /** What all packed parts of a file come to, as far as it matters. */
    private static long unpacked(byte[] bytes) {
        long sum = 0;
        for (int at = indexOf(bytes, STREAM, 0); at >= 0 && sum <= MOST_UNPACKED; at = indexOf(bytes, STREAM, at + 1)) {
            int start = at + STREAM.length;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            sum += inflated(bytes, start, bytes.length - start, 1, MOST_UNPACKED - sum);
        }
        return sum;
    }

    private static long inflated(byte[] bytes, int start, int length, int level, long most) {
        if (length < 2
                || (bytes[start] & 0x0F) != 8
                || ((bytes[start] & 0xFF) << 8 | bytes[start + 1] & 0xFF) % 31 != 0) {
            return 0;
        }
        if (level > MOST_LEVELS) {
            return most + 1;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, start, length);
            byte[] out = new byte[1 << 16];
            byte[] first = new byte[0];
            long sum = 0;
            for (int n = inflater.inflate(out); n > 0 && sum <= most; n = inflater.inflate(out)) {
                if (sum == 0) {
                    first = java.util.Arrays.copyOf(out, n);
                }
                sum += n;
            }
            return sum
                    + inflated(first, 0, first.length, level + 1, most) * Math.max(1, sum / Math.max(1, first.length));
        } catch (DataFormatException notPacked) {
            return 0;
        }
    }

    private static int indexOf(byte[] bytes, byte[] word, int from) {
        for (int at = from; at <= bytes.length - word.length; at++) {
            int same = 0;
            while (same < word.length && bytes[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }

    /** There is enough text, or time is up. Parts of a page that refer to one another would go on for ever. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Enough() {
            super("enough", null, false, false);
        }
    }

    /** Ends when there is enough text or time is up; only text is looked at. */
    private static final class BoundedStripper extends PDFTextStripper {
        private final long deadline = System.nanoTime() + MOST_TIME.toNanos();
        private final RunMonitor monitor;
        private int characters;
        private boolean isMore;

        private BoundedStripper(RunMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            monitor.checkCancelled();
            if (isMore || System.nanoTime() > deadline || characters > ArticleReader.MOST_CHARACTERS) {
                throw new Enough();
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text) throws IOException {
            characters += text.length();
            super.writeString(text);
        }
    }
}
