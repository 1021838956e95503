package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The answers in the README are what the program says. Where the data has changed and they differ, {@code mvn test
 * -Dtest=ReadmeTest -Dreadme.update=true} writes the new ones into it.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ chokepoint ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String GAP = "…";

    @TestFactory
    Stream<DynamicTest> examplesSayWhatTheProgramSays() throws IOException {
        String readme = Files.readString(README);
        return EXAMPLE.matcher(readme)
                .results()
                .map(example -> DynamicTest.dynamicTest(example.group(1), () -> {
                    String shown = example.group(2);
                    String now = shortened(answer(example.group(1)), shown);
                    if (Boolean.getBoolean("readme.update")) {
                        Files.writeString(README, Files.readString(README).replace(shown, now));
                    } else {
                        assertThat(shown).isEqualTo(now);
                    }
                }));
    }

    @Test
    void picturesAreThere() {
        assertThat(Path.of(".github", "images", "window-light.png")).exists();
        assertThat(Path.of(".github", "images", "window-dark.png")).exists();
    }

    private static List<String> answer(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.outLines();
    }

    /** As many lines from the top and the bottom as are shown before and after the gap; all of them without a gap. */
    private static String shortened(List<String> answer, String shown) {
        List<String> lines = shown.lines().toList();
        int gap = lines.indexOf(GAP);
        if (gap < 0) {
            return String.join("\n", answer) + "\n";
        }
        int tail = lines.size() - gap - 1;
        List<String> kept = new ArrayList<>(answer.subList(0, Math.min(gap, answer.size())));
        kept.add(GAP);
        kept.addAll(answer.subList(Math.max(answer.size() - tail, 0), answer.size()));
        return String.join("\n", kept) + "\n";
    }
}
