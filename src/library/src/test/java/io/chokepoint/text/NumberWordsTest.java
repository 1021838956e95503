package io.chokepoint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind a number stands the word for one or for many, never one of them fixed. */
class NumberWordsTest {
    /** Words in -s that stand behind an argument that is a name or ends a sentence, or are no plurals. */
    private static final Set<String> NO_PLURALS = Set.of(
            "always",
            "as",
            "binds",
            "comes",
            "costs",
            "does",
            "ends",
            "falls",
            "goes",
            "hits",
            "has",
            "holds",
            "is",
            "its",
            "keeps",
            "lacks",
            "less",
            "ms",
            "loses",
            "needs",
            "recovers",
            "rests",
            "sells",
            "starts",
            "stays",
            "stops",
            "this",
            // of a multiple: 1.5 times, 1.0 times
            "times",
            "was");

    private static final Pattern IN_TEXT = Pattern.compile("\\{(\\d)}(?: (?!of )[a-z-]+)? ([a-z]+s)\\b");

    /** A literal that is joined to something before it, no other literal and no constant, and begins with a plural. */
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:[^\"\\sA-Z_]\\s*\\+\\s*|append\\(\\s*)\" (?:(?!stops )[a-z]+ )?(" + "activities|alternatives|cells|"
                    + "characters|columns|countries|dependencies|errors|factors|faults|figures|flows|goods|lines|links|makers|markets|nodes|"
                    + "pairs|places|points|products|providers|restrictions|rows|runs|samples|scenarios|seconds|sources|steps|tables|threads|"
                    + "warnings|weeks|years)\\b[^\"\\n]*\"|\"[^\"\\n]*%,?d (?:[a-z]+ )?[a-z]+s\\b[^\"\\n]*\"");

    /** Said to programmers, of what no user can bring about. */
    private static final Pattern TO_PROGRAMMERS = Pattern.compile("new Illegal(Argument|State)Exception\\([^;]*$");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

    @Test
    void everyTextChoosesTheWordBehindANumber() {
        ResourceBundle texts = ResourceBundle.getBundle("io.chokepoint.text.texts");
        Set<String> fixed = new TreeSet<>();
        for (String key : texts.keySet()) {
            Matcher found = IN_TEXT.matcher(texts.getString(key));
            while (found.find()) {
                // Texts.count chooses the key by argument 0.
                boolean chosen = key.endsWith(".many") && found.group(1).equals("0");
                // There argument 0 is "its" or "their".
                boolean isWord = key.startsWith("nothing.") && found.group().equals("{0} makers");
                if (!chosen && !isWord && !NO_PLURALS.contains(found.group(2))) {
                    fixed.add(key + ": " + found.group());
                }
            }
        }

        assertThat(fixed).isEmpty();
    }

    @Test
    void noCodeFixesTheWordBehindANumber() throws IOException {
        List<String> fixed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")
                            && path.toString()
                                    .contains("src/main/java"
                                            .replace(
                                                    '/',
                                                    path.getFileSystem()
                                                            .getSeparator()
                                                            .charAt(0))))
                    .toList()) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                Matcher found = IN_CODE.matcher(code);
                while (found.find()) {
                    if (!TO_PROGRAMMERS
                            .matcher(code.substring(0, found.start()))
                            .find()) {
                        fixed.add(file.getFileName() + ": " + found.group());
                    }
                }
            }
        }

        assertThat(fixed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 of 2 goods stay, 0", "1, 1 of 2 goods stays, 1", "2, 2 of 2 goods stay, 2"})
    void theWordFollowsTheNumber(int stay, String starts) {
        assertThat(Texts.get("summary.leftOut", stay, 2)).startsWith(starts);
    }

    @Test
    void aNumberAlreadyWrittenIsReadToo() {
        assertThat(Texts.get("status.points", "1")).isEqualTo("1 point");
        assertThat(Texts.get("status.points", "0.1")).isEqualTo("0.1 points");
        assertThat(Texts.get("matrix.weeks", 1)).isEqualTo("1 week");
        assertThat(Texts.get("matrix.weeks", 1.5)).isEqualTo("1.5 weeks");
        assertThat(Texts.get("headline.assumptions", 1, 1)).isEqualTo("1 of 1 figure is an assumption");
    }

    @Test
    void anArgumentWithBracesStaysAsItIs() {
        assertThat(Texts.get("flows.title", "{1} $1 \\", 3).toLowerCase(Locale.ROOT))
                .isEqualTo("flows of {1} $1 \\ in week 3");
    }
}
