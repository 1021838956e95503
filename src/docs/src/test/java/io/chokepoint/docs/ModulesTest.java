package io.chokepoint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The cut into modules, as it stands in the folders of the checkout. */
class ModulesTest {
    private static final Path SOURCES = Path.of("src");
    private static final Set<String> WORDS_OF_OTHERS = Set.of("Region");

    @Test
    void noPackageIsInTwoModules() throws IOException {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (Path file : javaFiles(SOURCES)) {
            String path = file.toString().replace('\\', '/');
            if (!path.matches("src/[^/]+/src/(main|test)/java/.*")) {
                continue;
            }
            String packageName = path.replaceFirst("src/[^/]+/src/\\w+/java/(.*)/[^/]+", "$1");
            modules.computeIfAbsent(packageName, unused -> new TreeSet<>())
                    .add(SOURCES.relativize(file).getName(0).toString());
        }
        assertThat(modules).hasSizeGreaterThan(20);
        assertThat(modules.entrySet())
                .allSatisfy(entry -> assertThat(entry.getValue())
                        .as("modules that hold %s", entry.getKey())
                        .hasSize(1));
    }

    @Test
    void everyModuleIsListedAndEveryListedOneIsThere() throws IOException {
        String parent = Files.readString(Path.of("pom.xml"));
        String page = Files.readString(SOURCES.resolve("docs/ARCHITECTURE.md"));
        try (Stream<Path> folders = Files.list(SOURCES)) {
            List<String> modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(modules).hasSizeGreaterThan(8);
            assertThat(modules).allSatisfy(module -> {
                assertThat(parent).contains("<module>src/" + module + "</module>");
                assertThat(page).contains("| `" + module + "` |");
            });
        }
    }

    @Test
    void packagesOfEngineAndLibrarySayWhatIsStable() throws IOException {
        List<Path> pages = Stream.concat(
                        javaFiles(SOURCES.resolve("engine/src/main")).stream(),
                        javaFiles(SOURCES.resolve("library/src/main")).stream())
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file -> !file.getParent().endsWith("api"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages)
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .as(file.toString())
                        .contains("Internal unless marked {@link io.chokepoint.base.Stable}."));
    }

    @Test
    void filesThatThePagesNameAreThere() throws IOException {
        List<Path> pages = new ArrayList<>(files(SOURCES.resolve("docs"), ".md"));
        pages.add(Path.of("README.md"));
        pages.add(Path.of(".github/CONTRIBUTING.md"));
        assertThat(pages).hasSizeGreaterThan(20);
        for (Path page : pages) {
            List<String> named = Pattern.compile("`((?:src|data|\\.github)/[^`*…{N]+\\.\\w+)`")
                    .matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(file -> !file.contains("/target/")) // what a build makes is there once it has run
                    .toList();
            assertThat(named)
                    .as(page.toString())
                    .allSatisfy(file -> assertThat(Path.of(file)).exists());
        }
    }

    @Test
    void theFormatOfEveryJavaFileIsChecked() throws IOException {
        List<PathMatcher> patterns = Pattern.compile("<include>([^<]+\\.java)</include>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> FileSystems.getDefault().getPathMatcher("glob:" + found.group(1)))
                .toList();
        assertThat(patterns).isNotEmpty();
        assertThat(javaFiles(SOURCES)).hasSizeGreaterThan(500).allSatisfy(file -> {
            Path module = SOURCES.resolve(SOURCES.relativize(file).getName(0));
            assertThat(patterns)
                    .as("patterns of the format check, seen from %s, that match %s", module, file)
                    .anyMatch(pattern -> pattern.matches(module.relativize(file)));
        });
    }

    @Test
    void classesThatThePageNamesAreThere() throws IOException {
        Set<String> classes = new TreeSet<>();
        javaFiles(SOURCES)
                .forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
        List<String> named = Pattern.compile("`([A-Z][a-z]\\w+)`")
                .matcher(Files.readString(SOURCES.resolve("docs/ARCHITECTURE.md")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !WORDS_OF_OTHERS.contains(name))
                .toList();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(classes).containsAll(named);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        return files(folder, ".java");
    }

    /** Without what a build has made. */
    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> StreamSupport.stream(file.spliterator(), false)
                            .noneMatch(part -> part.toString().equals("target")))
                    .toList();
        }
    }
}
