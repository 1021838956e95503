package io.chokepoint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows a link of a page arrives, and every page can be found from the README. */
class PagesTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src/docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** Names of headings as links give them: small letters, digits and hyphens. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> all = new ArrayList<>(pages());
        all.add(README);
        all.add(Path.of(".github/CONTRIBUTING.md"));
        int followed = 0;
        for (Path page : all) {
            for (String link : links(page)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                assertThat(target).as("%s in %s", link, page).exists();
                if (parts.length > 1) {
                    assertThat(anchors(target))
                            .as("headings that %s names in %s", link, page)
                            .contains(parts[1]);
                }
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(40);
    }

    @Test
    void everyPageIsLinkedInTheReadme() throws IOException {
        assertThat(links(README))
                .containsAll(pages().stream()
                        .map(page -> page.toString().replace('\\', '/'))
                        .toList());
    }

    @Test
    void theReadmesContentsAreItsChapters() throws IOException {
        List<String> chapters = Pattern.compile("(?m)^## (.+)$")
                .matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z -]", "")
                        .replace(' ', '-'))
                .toList();
        assertThat(links(README).stream().filter(link -> link.startsWith("#")))
                .containsExactlyElementsOf(
                        chapters.stream().map(chapter -> "#" + chapter).toList());
    }
}
