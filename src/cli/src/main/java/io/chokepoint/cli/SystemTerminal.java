package io.chokepoint.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The process's own streams and surroundings. */
final class SystemTerminal {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

    private SystemTerminal() {}

    static Terminal open() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new StandardOutput(writer(FileDescriptor.out, "stdout.encoding")),
                new PrintWriter(writer(FileDescriptor.err, "stderr.encoding"), false),
                isInteractive(),
                hasDisplay());
    }

    /** UTF-8 so that files made by redirecting are the same everywhere; a Windows console has its own. */
    private static Writer writer(FileDescriptor stream, String encodingProperty) {
        Charset charset = WINDOWS && isInteractive()
                ? Charset.forName(System.getProperty(encodingProperty, "UTF-8"))
                : StandardCharsets.UTF_8;
        return new OutputStreamWriter(new FileOutputStream(stream), charset);
    }

    private static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal() && !isErrorRedirected();
    }

    /** The JDK looks at standard input and output only; progress goes to standard error. */
    private static boolean isErrorRedirected() {
        if (!LINUX) {
            return false;
        }
        try {
            return !Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static boolean hasDisplay() {
        return !LINUX
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY")
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
