import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Build step: lets the packaged program run once, keeps what the Java runtime learnt (loaded classes, profiles) beside it, and
 * tells its launcher to use that, which about halves the time to start. Where it fails the program stays as it was, only
 * slower. The runtime takes what it learnt only from jars with the times they had then, so all files get one stated time first, the same
 * that archives give them; the program finds it in {@code chokepoint.built}. Run as {@code java WarmStart.java IMAGE TIME ARGUMENT…}.
 */
public final class WarmStart {
    private static final String CACHE = "chokepoint.aot";

    private WarmStart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]);
        Path launcher = find(image, "chokepoint", "chokepoint.exe");
        Path configuration = find(image, "chokepoint.cfg");
        Path cache = configuration.resolveSibling(CACHE);
        Instant built = Instant.parse(args[1]);
        append(
                configuration,
                "java-options=-Dchokepoint.built=" + built.getEpochSecond(),
                "java-options=-Dchokepoint.image=$APPDIR");
        setModes(image);
        strip(image);
        setTimes(image, FileTime.from(built));

        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(args).subList(2, args.length));
        Path folder = Files.createDirectories(image.resolveSibling("warm-start"));
        ProcessBuilder run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        run.environment().remove("DISPLAY");
        run.environment().remove("WAYLAND_DISPLAY");
        run.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache.toAbsolutePath());
        boolean ended = run.start().waitFor(5, TimeUnit.MINUTES);
        if (ended && Files.exists(cache)) {
            append(configuration, "java-options=-XX:AOTCache=$APPDIR/" + CACHE);
        } else {
            System.out.println("No start-up cache was made; see " + folder.resolve("output.txt"));
        }
    }

    private static void append(Path configuration, String... lines) throws IOException {
        Files.write(configuration, List.of(lines), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Takes the tables out of the runtime's libraries that only debuggers read, where the system has the tool for it. */
    private static void strip(Path image) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-all"));
        try (var files = Files.walk(image)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> isLibrary(file) || Files.isExecutable(file))
                    .map(Path::toString)
                    .forEach(command::add);
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException unused) {
            System.out.println("No strip here: the image is some megabytes larger.");
        }
    }

    private static boolean isLibrary(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".so") || name.contains(".so.");
    }

    /** Libraries are no programs, and who owns a file may write it: as packages have it. */
    private static void setModes(Path image) throws IOException {
        if (!Files.getFileStore(image).supportsFileAttributeView(PosixFileAttributeView.class)) {
            return;
        }
        try (var files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean isProgram = Files.isExecutable(file) && !isLibrary(file);
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void setTimes(Path image, FileTime time) throws IOException {
        try (var files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static Path find(Path image, String... names) throws IOException {
        try (var files = Files.walk(image)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            Arrays.asList(names).contains(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + names[0] + " in " + image));
        }
    }
}
