package io.chokepoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where results go when no file is named. A {@link PrintWriter} says nothing of a full disk or a closed pipe; this one keeps the
 * first failure, so that the command can end with it.
 */
final class StandardOutput extends PrintWriter {
    private final Watched sink;

    StandardOutput(Writer to) {
        this(new Watched(to));
    }

    private StandardOutput(Watched sink) {
        super(sink, false);
        this.sink = sink;
    }

    /** Sends on what is buffered and says what went wrong since the start, if anything did. */
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(sink.failure);
    }

    /** Whether nobody reads any more, as after {@code | head}: no fault of anybody's. */
    static boolean isBrokenPipe(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }

    private static final class Watched extends Writer {
        private final Writer to;
        private @Nullable IOException failure;

        private Watched(Writer to) {
            this.to = to;
        }

        @Override
        public void write(char[] buffer, int from, int length) throws IOException {
            attempt(() -> to.write(buffer, from, length));
        }

        @Override
        public void flush() throws IOException {
            attempt(to::flush);
        }

        @Override
        public void close() throws IOException {
            attempt(to::close);
        }

        private void attempt(Attempt attempt) throws IOException {
            try {
                attempt.make();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        @FunctionalInterface
        private interface Attempt {
            void make() throws IOException;
        }
    }
}
