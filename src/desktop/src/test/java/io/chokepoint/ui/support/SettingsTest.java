package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several windows remember in one file. */
class SettingsTest {
    private static final int CHANGES = 40;

    @TempDir
    private Path folder;

    @Test
    void aWindowDoesNotForgetWhatAnotherWasTold() {
        Settings one = Settings.in(folder);
        Settings other = Settings.in(folder);

        one.remember(Settings.RECENT_SCENARIOS, "one.json", 5);
        other.remember(Settings.RECENT_SCENARIOS, "other.json", 5);
        one.put("theme", "DARK");
        other.put("window.scale", 200);

        Settings later = Settings.in(folder);
        assertThat(later.list(Settings.RECENT_SCENARIOS)).containsExactly("other.json", "one.json");
        assertThat(later.find("theme")).contains("DARK");
        assertThat(later.number("window.scale", 100)).isEqualTo(200);
        assertThat(one.list(Settings.RECENT_SCENARIOS))
                .as("the list of recent files of a window that is open")
                .containsExactly("other.json", "one.json");
    }

    @Test
    void whatAWindowForgetsStaysForgotten() {
        Settings one = Settings.in(folder);
        one.remember(Settings.RECENT_SCENARIOS, "gone.json", 5);
        Settings other = Settings.in(folder);
        one.forget(Settings.RECENT_SCENARIOS, "gone.json");
        other.put("theme", "LIGHT");

        assertThat(Settings.in(folder).list(Settings.RECENT_SCENARIOS)).isEmpty();
    }

    @Test
    void withoutAFileWhatIsKnownIsKept() throws IOException {
        Settings one = Settings.in(folder);
        one.put("theme", "DARK");
        Files.delete(folder.resolve("settings.properties"));
        one.put("window.scale", 200);

        assertThat(Settings.in(folder).find("theme")).contains("DARK");
    }

    @Test
    void processesThatWriteAtOnceLoseNothing() throws Exception {
        List<Process> all = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            all.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        for (Process process : all) {
            assertThat(process.waitFor()).isZero();
        }

        Settings later = Settings.in(folder);
        for (int i = 0; i < CHANGES; i++) {
            assertThat(later.find("a" + i)).contains("a");
            assertThat(later.find("b" + i)).contains("b");
        }
        assertThat(later.list(Settings.RECENT_DATASETS)).contains("a", "b");
    }

    /** A process that changes settings: folder, name. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            Settings settings = Settings.in(Path.of(args[0]));
            for (int i = 0; i < CHANGES; i++) {
                settings.put(args[1] + i, args[1]);
                settings.remember(Settings.RECENT_DATASETS, args[1], 5);
            }
        }
    }
}
