import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Build step: removes a folder that jpackage would refuse to overwrite. Run as {@code java DeleteFolder.java FOLDER}. */
public final class DeleteFolder {
    private DeleteFolder() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
