import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Build step: what a Debian package has beside the program, compressed as its rules ask: the changelog, and the manual page as the program itself
 * writes it. Run as {@code java DebianFiles.java IMAGE CHANGELOG FOLDER}.
 */
public final class DebianFiles {
    private DebianFiles() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path launcher = Path.of(args[0], "bin", "chokepoint");
        if (!Files.isRegularFile(launcher)) {
            return; // not as it is on Linux
        }
        Path folder = Files.createDirectories(Path.of(args[2]));
        try (InputStream changelog = Files.newInputStream(Path.of(args[1]))) {
            compress(changelog, folder.resolve("changelog.gz"));
        }
        Process manual = new ProcessBuilder(launcher.toString(), "man")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] page = manual.getInputStream().readAllBytes();
        if (manual.waitFor() != 0) {
            throw new IOException("the program does not write its manual page");
        }
        compress(new ByteArrayInputStream(page), folder.resolve("chokepoint.1.gz"));
    }

    private static void compress(InputStream from, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            from.transferTo(out);
        }
    }
}
