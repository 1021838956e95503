package io.chokepoint.ui.support;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.data.Numbers;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one start to the next, in one small file of the user's. A file that cannot be read or written
 * costs the memory, never the program. Several windows, each a process of its own, share the file: each change is made to what the
 * file holds by then, so that none forgets what another was told. UI thread only.
 */
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    /** Scenario files opened or saved before; see {@link #list}. */
    public static final String RECENT_SCENARIOS = "scenario.recent";

    /** Dataset folders opened before; see {@link #list}. */
    public static final String RECENT_DATASETS = "data.recent";

    /** The dataset folder open last; empty for the shipped one. */
    public static final String LAST_DATASET = "data.last";

    private static final String FILE = "settings.properties";
    private static final String LOCK = "settings.lock";

    private final Path folder;
    private final Properties values = new Properties();

    private Settings(Path folder) {
        this.folder = folder;
    }

    /** @param folder where the file is or will be */
    public static Settings in(Path folder) {
        Settings settings = new Settings(folder);
        settings.read();
        return settings;
    }

    /** What the file holds by now; all stays as it is where there is none or it cannot be read. */
    private void read() {
        Path file = folder.resolve(FILE);
        if (!Files.isReadable(file)) {
            return;
        }
        Properties now = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            now.load(reader);
            values.clear();
            values.putAll(now);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("settings in {} could not be read and are left out", file, e);
        }
    }

    /** The user's folder for this program: {@code -Dchokepoint.home} if given, else where the system keeps such things. */
    public static Path defaultFolder() {
        String given = System.getProperty("chokepoint.home");
        if (given != null) {
            return Path.of(given);
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return environment("APPDATA").orElse(home).resolve("Chokepoint");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Chokepoint");
        }
        return environment("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("chokepoint");
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(v -> !v.isBlank())
                .map(Path::of);
    }

    /** Where the file is; other files of the program may stand beside it. */
    public Path folder() {
        return folder;
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public boolean isOn(String key, boolean otherwise) {
        return find(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public double number(String key, double otherwise) {
        return find(key).flatMap(Numbers::parse).orElse(otherwise);
    }

    /** A list as {@link #remember} keeps it, in any window: newest first. */
    public List<String> list(String key) {
        read();
        return known(key);
    }

    private List<String> known(String key) {
        List<String> all = new ArrayList<>();
        for (int i = 0; find(key + "." + i).isPresent(); i++) {
            all.add(find(key + "." + i).orElseThrow());
        }
        return all;
    }

    /** Writes at once: the program may be killed at any time. */
    public void put(String key, Object value) {
        change(() -> values.setProperty(key, String.valueOf(value)));
    }

    /** Puts a value at the head of a list, at most {@code limit} long, each value once. */
    public void remember(String key, String value, int limit) {
        change(() -> {
            List<String> all = known(key);
            all.remove(value);
            all.addFirst(value);
            setList(key, all.subList(0, Math.min(limit, all.size())));
        });
    }

    /** Takes a value out of a list. */
    public void forget(String key, String value) {
        change(() -> {
            List<String> all = known(key);
            all.remove(value);
            setList(key, all);
        });
    }

    private void setList(String key, List<String> all) {
        for (int i = known(key).size() - 1; i >= all.size(); i--) {
            values.remove(key + "." + i);
        }
        for (int i = 0; i < all.size(); i++) {
            values.setProperty(key + "." + i, all.get(i));
        }
    }

    /** Reads, changes and writes while no other process does. */
    private void change(Runnable edit) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                read();
                edit.run();
                AtomicFile.write(folder.resolve(FILE), out -> values.store(out, null));
            }
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            // What cannot be written counts at least for this window.
            edit.run();
            LOG.warn("settings in {} could not be written", folder, e);
        }
    }
}
