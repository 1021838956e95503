package io.chokepoint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** LIBRARY.md shows code that is compiled and what it prints when it is run. */
class LibraryPageTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final Path CONSUMER = DOCS.resolve("consumer");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A fenced block and the language behind its fence. */
    private record Block(String language, String text) {}

    /** An example, by its class's name, and what runs it. */
    private record Example(String name, Runnable main) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("FirstRun", FirstRun::main),
            new Example("OwnScenario", OwnScenario::main),
            new Example("WhyShort", WhyShort::main),
            new Example("HowSure", HowSure::main));

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(DOCS.resolve("LIBRARY.md")));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private static List<String> of(String language) throws IOException {
        return blocks().stream()
                .filter(block -> block.language.equals(language))
                .map(Block::text)
                .toList();
    }

    @Test
    void allBlocksAreOfAKindThatIsChecked() throws IOException {
        assertThat(blocks()).extracting(Block::language).containsOnly("java", "xml", "text");
    }

    @Test
    void everyLineOfCodeStandsInAnExample() throws IOException {
        String sources = sources();
        List<String> code = of("java");
        assertThat(code).hasSizeGreaterThanOrEqualTo(EXAMPLES.size() + 1);
        assertThat(code).allSatisfy(block -> assertThat(sources).contains(withoutIndent(block)));
        assertThat(of("xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(withoutIndent(Files.readString(CONSUMER.resolve("pom.xml"))))
                        .contains(withoutIndent(block)));
    }

    @TestFactory
    @ResourceLock(Resources.SYSTEM_OUT)
    Stream<DynamicTest> whatIsShownIsWhatIsPrinted() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name, () -> assertThat(of("text")).contains(printed(example.main))));
    }

    @Test
    void everythingShownIsPrintedBySomething() throws IOException {
        // The consumer's own test holds its printed.txt to what it prints.
        assertThat(of("text")).hasSize(EXAMPLES.size() + 1).contains(Files.readString(CONSUMER.resolve("printed.txt")));
    }

    private static String printed(Runnable main) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            main.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private static String sources() throws IOException {
        try (Stream<Path> examples = Files.list(DOCS.resolve("src/test/java/io/chokepoint/docs"));
                Stream<Path> consumer = Files.walk(CONSUMER.resolve("src/main"))) {
            return Stream.concat(examples, consumer)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(LibraryPageTest::read)
                    .map(LibraryPageTest::withoutIndent)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blocks on the page stand further left than in their class. */
    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }
}
