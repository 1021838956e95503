import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Build step: removes folders of an earlier build. jpackage would refuse to overwrite its own, and libraries that are no longer used would
 * stay. Run as {@code java DeleteFolder.java FOLDER…}.
 */
public final class DeleteFolder {
    private DeleteFolder() {}

    public static void main(String[] args) throws IOException {
        for (String arg : args) {
            Path folder = Path.of(arg);
            if (Files.exists(folder)) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
