package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Command;

/**
 * The answers in the README are what the program says. Where the data has changed and they differ, {@code mvn test
 * -Dtest=ReadmeTest -Dreadme.update=true} writes the new ones into it.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ chokepoint ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> examplesSayWhatTheProgramSays() throws IOException {
        String readme = Files.readString(README);
        return EXAMPLE.matcher(readme)
                .results()
                .map(example -> DynamicTest.dynamicTest(example.group(1), () -> {
                    String shown = example.group(2);
                    String now = ShownExample.shortened(answer(example.group(1)), shown);
                    if (Boolean.getBoolean("readme.update")) {
                        Files.writeString(README, Files.readString(README).replace(shown, now));
                    } else {
                        assertThat(shown).isEqualTo(now);
                    }
                }));
    }

    @Test
    void everyCommandHasOneRow() throws IOException {
        List<String> named = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> Pattern.compile("`([a-z-]+)").matcher(cell).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ChokepointCommand.class
                                .getAnnotation(Command.class)
                                .subcommands())
                        .map(one -> one.getAnnotation(Command.class).name())
                        .toList());
    }

    @Test
    void picturesAreThere() {
        assertThat(Path.of(".github", "images", "window-light.png")).exists();
        assertThat(Path.of(".github", "images", "window-dark.png")).exists();
    }

    private static List<String> answer(String arguments) {
        CommandRun run = CommandRun.of(ShownExample.words(arguments).toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.outLines();
    }
}
