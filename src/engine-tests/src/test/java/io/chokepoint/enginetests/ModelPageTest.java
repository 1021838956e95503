package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The model page with the price page, the engine and the reference simulator say the same of each other: classes and methods that the page names are
 * there, and what the reference simulator quotes in guillemets stands on the page word for word.
 */
class ModelPageTest {
    private static final Path SOURCES = Path.of("src").toAbsolutePath();
    private static final String PAGE = read(SOURCES.resolve("docs/MODEL.md"));
    private static final String PRICES = read(SOURCES.resolve("docs/PRICES.md"));
    private static final List<Path> JAVA = javaFiles(SOURCES);

    /** A class, or a class and one of its methods. */
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.([a-z]\\w*))?`");

    private static final Pattern QUOTATION = Pattern.compile("»([^»«]*)«");
    private static final Pattern COMMENT_MARK = Pattern.compile("(?m)^\\s*(?://|/\\*\\*|\\*(?!/))|\\*/\\s*$");
    private static final Pattern EMPHASIS = Pattern.compile("`|(?<![\\w*])\\*+(?=\\S)|(?<=\\S)\\*+(?!\\w)");
    private static final Pattern NEXT_STEP = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern ARROW_AND_REST = Pattern.compile("(?s)\\n\\s*→ .*");

    /** The longest first, so that none is found inside another that is still there. */
    private static final List<String> QUOTATIONS = referenceFiles()
            .flatMap(file -> QUOTATION
                    .matcher(COMMENT_MARK.matcher(read(file)).replaceAll(" "))
                    .results()
                    .map(found -> plain(found.group(1))))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    static Stream<Integer> stepNumbers() {
        return IntStream.rangeClosed(1, steps().size()).boxed();
    }

    @Test
    void whatTheReferenceSimulatorQuotesStandsOnAPage() {
        String pages = plain(PAGE) + " | " + plain(PRICES);

        assertThat(QUOTATIONS)
                .hasSizeGreaterThan(130)
                .allSatisfy(quotation -> assertThat(pages).contains(quotation));
    }

    @Test
    void everyGuillemetHasItsCounterpart() {
        assertThat(referenceFiles())
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        file -> assertThat(read(file).replaceAll("[^»«]", "")).matches("(»«)*"));
    }

    /** Of a rule that section 0 lists, the wording there takes the place of the step's. */
    @ParameterizedTest(name = "step {0}")
    @MethodSource("stepNumbers")
    void theReferenceSimulatorQuotesEverySentenceOfTheStep(int step) {
        String today = todayOf("step " + step + ",");
        String title = "^[A-Z][a-z ]+\\. ";
        String left = unquoted(ARROW_AND_REST.matcher(steps().get(step - 1)).replaceFirst(""))
                .replaceFirst(title, "");

        if (today.isEmpty()) {
            assertThat(left).as("not quoted of step %d", step).isBlank();
        } else {
            assertThat(unquoted(today))
                    .as("not quoted of what section 0 says of step %d", step)
                    .isBlank();
        }
    }

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {2, 4, 5, 6})
    void theReferenceSimulatorQuotesEverySectionThatItFollows(int section) {
        String text = plain(section(section));

        assertThat(QUOTATIONS.stream().filter(text::contains)).hasSizeGreaterThan(3);
    }

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theReferenceSimulatorQuotesEverySectionOfThePricePage(int section) {
        String text = plain(section(PRICES, section));

        assertThat(QUOTATIONS.stream().filter(text::contains)).hasSizeGreaterThan(1);
        assertThat(methods(section(PRICES, section))).isNotEmpty();
    }

    /** Section 4 is a rule of step 5: none of its sentences is left out. */
    @Test
    void theReferenceSimulatorQuotesEverySentenceOfRulePrice() {
        String left = unquoted(ARROW_AND_REST.matcher(section(PRICES, 4)).replaceFirst(""))
                .replaceFirst("^#+ 4\\. Rationing rule price", "");

        assertThat(left.replaceAll("[ .,;`()]", "")).as("not quoted: " + left).isEmpty();
    }

    @Test
    void theReferenceSimulatorQuotesTheEffectOfEveryKindOfRestriction() {
        List<String> rows = section(4)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(6)
                .allSatisfy(effect -> assertThat(QUOTATIONS)
                        .anySatisfy(quotation -> assertThat(plain(effect)).contains(quotation)));
    }

    @Test
    void theStepsAreTenAndEachSaysWhereTheEngineDoesIt() {
        assertThat(steps()).hasSize(10).allSatisfy(step -> {
            Matcher arrow = ARROW_AND_REST.matcher(step);
            assertThat(arrow.find()).isTrue();
            assertThat(methods(arrow.group())).isNotEmpty();
        });
    }

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void theSectionSaysWhereTheEngineDoesIt(int section) {
        assertThat(methods(section(section))).isNotEmpty();
    }

    @Test
    void classesAndMethodsThatThePageNamesAreThere() {
        List<MatchResult> names = NAME.matcher(PAGE + PRICES).results().toList();

        assertThat(names).hasSizeGreaterThan(90).allSatisfy(name -> {
            String code = source(name.group(1));
            assertThat(code).as(name.group(1)).isNotEmpty();
            if (name.group(2) != null) {
                assertThat(Pattern.compile("(?m)^ {4,}[\\w<>\\[\\], .?@]*[\\w>\\]] " + name.group(2) + "\\(")
                                .matcher(code)
                                .find())
                        .as(name.group())
                        .isTrue();
            }
        });
    }

    /** What the table of section 0 says of it; empty where nothing is listed. */
    private static String todayOf(String where) {
        return plain(section(0)
                .lines()
                .filter(line -> line.startsWith("| " + where))
                .map(line -> line.split("\\|")[2])
                .reduce("", (all, row) -> all + " " + row));
    }

    private static String section(int number) {
        return section(PAGE, number);
    }

    private static String section(String page, int number) {
        int start = page.indexOf("\n## " + number + ". ");
        assertThat(start).as("start of section %d", number).isPositive();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static List<String> steps() {
        String week = section(3);
        List<String> parts = List.of(NEXT_STEP.split(week.substring(0, week.indexOf("Invariants, each"))));
        return parts.subList(1, parts.size());
    }

    private static List<String> methods(String text) {
        return NAME.matcher(text)
                .results()
                .filter(name -> name.group(2) != null)
                .map(MatchResult::group)
                .toList();
    }

    private static String unquoted(String text) {
        String left = plain(text);
        for (String quotation : QUOTATIONS) {
            left = left.replace(quotation, "");
        }
        return left;
    }

    /** Without marks of emphasis, and on one line. */
    private static String plain(String text) {
        return EMPHASIS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static Stream<Path> referenceFiles() {
        return JAVA.stream()
                .filter(file -> file.getFileName().toString().matches("Reference[A-Z]\\w+\\.java"))
                .filter(file -> file.toString().contains("testkit"));
    }

    /** The source of the class, or nothing. */
    private static String source(String simpleName) {
        return JAVA.stream()
                .filter(file -> file.getFileName().toString().equals(simpleName + ".java"))
                .map(ModelPageTest::read)
                .findFirst()
                .orElse("");
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
