package io.chokepoint.cli;

import io.chokepoint.base.CleanText;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Letters that the Java runtime cannot pass on: it reads arguments and names of files in the character set of the locale, and where that
 * knows too few of them, nothing that comes later can get them back.
 */
final class LostLetters {
    private static final char MARK = '\uFFFD';
    private static final String WHAT_TO_DO = "Start the program with the environment variable LC_ALL=C.UTF-8.";

    private LostLetters() {}

    /**
     * One line that says which argument has lost letters, or that the folder has whose files relative paths name; empty where none has.
     *
     * @param folder in which the program was started
     */
    static Optional<String> in(String folder, String... args) {
        if (folder.indexOf(MARK) >= 0) {
            return Optional.of("The folder '" + CleanText.of(folder)
                    + "' has letters that the locale's character set does not know. " + WHAT_TO_DO);
        }
        return Stream.of(args)
                .filter(argument -> argument.indexOf(MARK) >= 0)
                .findFirst()
                .map(argument -> "The argument '" + CleanText.of(argument)
                        + "' has letters that the locale's character set does not know. " + WHAT_TO_DO);
    }

    /** One line about a text that no file can be called. */
    static String noFile(InvalidPathException failure) {
        String input = CleanText.of(failure.getInput());
        boolean isLetters = failure.getInput().chars().anyMatch(letter -> letter > 0x7F);
        return "'" + input + "' cannot be the name of a file"
                + (isLetters ? " in the locale's character set. " + WHAT_TO_DO : ".");
    }
}
