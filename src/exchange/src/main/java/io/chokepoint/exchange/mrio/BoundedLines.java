package io.chokepoint.exchange.mrio;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.RefusedInput;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lines of a UTF-8 file, one at a time, none longer than fits; a file without line ends fills no memory. Not thread-safe. */
final class BoundedLines implements Closeable {
    /** Letters of a line: 20,000 numbers in full precision. */
    static final int LONGEST = 500_000;

    private final BufferedReader text;
    private final StringBuilder line = new StringBuilder();
    private int number;

    private BoundedLines(BufferedReader text) {
        this.text = text;
    }

    static BoundedLines of(Path file) throws IOException {
        return new BoundedLines(Files.newBufferedReader(file));
    }

    /** Of the line last read, from 1. */
    int number() {
        return number;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws RefusedInput if it is too long
     */
    @Nullable
    String next() throws IOException, RefusedInput {
        line.setLength(0);
        number++;
        int c = text.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (c != '\r' && !(number == 1 && line.isEmpty() && c == '\uFEFF')) {
                line.append((char) c);
            }
            if (line.length() > LONGEST) {
                throw new RefusedInput(
                        number, "has a line that is too long", "at most " + Amounts.count(LONGEST) + " letters");
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
