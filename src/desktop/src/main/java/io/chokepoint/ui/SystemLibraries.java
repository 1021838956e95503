package io.chokepoint.ui;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.text.Texts;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The libraries of a Linux system that the window toolkit needs and does not bring along. Asked for before it starts: it would end in stack traces on
 * standard error, some of its threads waiting for ever.
 */
final class SystemLibraries {
    private static final List<String> TEXT = List.of("libfreetype.so.6", "libpango-1.0.so.0", "libpangoft2-1.0.so.0");
    private static final List<String> WINDOW = List.of("libgtk-3.so.0", "libXtst.so.6");

    private SystemLibraries() {}

    /** @throws ChokepointException in one line, if pictures cannot be drawn here */
    static void requireForPictures() {
        require(Texts.get("system.pictures"), TEXT.stream());
    }

    /** @throws ChokepointException in one line, if no window can be opened here */
    static void requireForWindow() {
        require(Texts.get("system.window"), Stream.concat(TEXT.stream(), WINDOW.stream()));
    }

    private static void require(String cannot, Stream<String> libraries) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        List<String> missing = libraries.filter(library -> !isThere(library)).toList();
        if (!missing.isEmpty()) {
            throw new ChokepointException(cannot + " " + Texts.get("system.lacks", String.join(", ", missing)));
        }
    }

    /** Whether the system's loader finds it. */
    static boolean isThere(String library) {
        try (Arena briefly = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, briefly);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
