package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.WebAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link of a dataset is the address of a page, or it is left out. */
class WebLinksTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html;base64",
                "ftp://example.org/",
                "//example.org",
                "https:example.org",
                "https://",
                "https://user:password@example.org/",
                "https://exa mple.org",
                "see https://example.org",
                "smb://server/share",
                "https:\\\\server"
            })
    void whatIsNoPageIsSaidAndLeftOut(String url) {
        Loaded<DataPackage> loaded = DatasetFolder.copyTo(temporary)
                .replace("sources.csv", "https://pubs.usgs.gov/", url)
                .read();

        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message())
                    .isEqualTo("'" + url + "' is not a web address; expected https://… It is left out.");
        });
        assertThat(loaded.orThrow().dataset().sources().iterator().next().url()).isEmpty();
        List<String> opened = new ArrayList<>();
        WebAddress.open(url, opened::add);
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "HTTP://example.org:8080/a?b=c#d", "https://例え.jp/頁"})
    void pagesAreOpened(String url) {
        List<String> opened = new ArrayList<>();
        WebAddress.open(url, opened::add);

        assertThat(opened).containsExactly(url);
    }
}
