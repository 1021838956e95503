package io.chokepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    private static final long BUILT = 1_795_305_600;

    @TempDir
    private Path image;

    private List<Path> jars = List.of();

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(image.resolve("lib"));
        jars = List.of(
                image.resolve("chokepoint.jar"), image.resolve("lib/engine.jar"), image.resolve("lib/other.jar"));
        for (Path jar : jars) {
            Files.writeString(jar, "");
        }
    }

    @Test
    void givesEveryJarOfACopyItsTimeBack() {
        StartCache.keep(image.toString(), BUILT);

        assertThat(jars)
                .allSatisfy(jar ->
                        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(FileTime.from(BUILT, TimeUnit.SECONDS)));
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        Path table = Files.writeString(image.resolve("goods.csv"), "");
        FileTime before = Files.getLastModifiedTime(table);

        StartCache.keep(image.toString(), BUILT);

        assertThat(Files.getLastModifiedTime(table)).isEqualTo(before);
    }

    @Test
    void anImageThatIsGoneIsNoFault() {
        assertThatCode(() -> StartCache.keep(image.resolve("gone").toString(), BUILT))
                .doesNotThrowAnyException();
        assertThatCode(() -> StartCache.keep(null, null)).doesNotThrowAnyException();
    }
}
