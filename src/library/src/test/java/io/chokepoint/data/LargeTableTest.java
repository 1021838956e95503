package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the size of a table, only with what the dataset keeps of it. */
class LargeTableTest {
    private static final int ROWS = 60_000;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path temporary;

    /** A program of its own, whose memory can be bounded. */
    static final class Reading {
        public static void main(String[] folder) {
            DatasetReader.read(Path.of(folder[0]), RunMonitor.NONE).problems().forEach(System.out::println);
        }
    }

    @Test
    @Timeout(120)
    void aTableLargerThanTheMemoryIsRead() throws IOException, InterruptedException {
        DatasetFolder folder = DatasetFolder.copyTo(temporary);
        String note = "Nobody keeps this. ".repeat(55);
        try (Writer table = Files.newBufferedWriter(folder.file("claims.csv"))) {
            table.write("id,article,claim,verdict,evidence,scenario,source\n");
            for (int row = 0; row < ROWS; row++) {
                table.write("same,article,claim,true,\"" + note + "\",,\n");
            }
        }
        assertThat(Files.size(folder.file("claims.csv"))).isGreaterThan(60_000_000);

        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        folder.path().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reading.waitFor()).as(said).isZero();
        assertThat(said).contains("claims.csv:103: id: and 59,899 more of this kind.");
    }
}
