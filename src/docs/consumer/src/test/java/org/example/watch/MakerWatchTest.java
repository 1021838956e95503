package org.example.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class MakerWatchTest {
    private static final long MOST_BYTES = 10_000_000;

    @Test
    void printsWhatThePageSays() throws IOException {
        String data = Path.of(System.getProperty("chokepoint.data"), "rare-earths-to-chips")
                .toString();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            MakerWatch.main(data, "hbm3e", "nvidia-h200");
        } finally {
            System.setOut(before);
        }
        assertEquals(
                Files.readString(Path.of("printed.txt")).strip(),
                printed.toString(StandardCharsets.UTF_8).replace("\r", "").strip());
    }

    @Test
    void theLibraryBringsLittle() throws IOException {
        String classPath = Files.readString(Path.of(System.getProperty("classpath.file")));
        List<Path> jars = List.of(classPath.strip().split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
            assertFalse(jar.toString().matches(".*(openjfx|javafx|ortools|picocli).*"), jar.toString());
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .forEach(entry -> assertFalse(
                                entry.getName().matches(".*\\.(so|dll|dylib|jnilib)"), jar + ": " + entry.getName()));
            }
        }
        System.out.println("class path: " + jars.size() + " jars, " + bytes / 1000 + " kB");
        jars.forEach(jar -> System.out.println("  " + jar.getFileName()));
        assertTrue(jars.size() > 2, "the class path is not the whole");
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }
}
