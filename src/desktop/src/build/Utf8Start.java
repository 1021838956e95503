import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Build step: puts a small script before the packaged program's launcher. The Java runtime reads arguments and names of files in the
 * character set of the locale before any code of ours runs, and the plain locale, that of scheduled jobs and containers, knows no letters
 * beyond ASCII. The script also knows the version, which scripts ask for often and which needs no runtime, and starts short commands with
 * the runtime's first compiler alone: the second takes longer than they do. Only for Linux; elsewhere names are Unicode. Run as
 * {@code java Utf8Start.java IMAGE VERSION}.
 */
public final class Utf8Start {
    private static final String SCRIPT = """
            #!/bin/sh
            case $#$1 in
              1--version | 1-V)
                echo "chokepoint VERSION"
                exit
                ;;
            esac
            # Arguments and names of files are read in the character set of the locale; the plain one knows ASCII only.
            self=$(readlink -f -- "$0" 2>/dev/null) || self=$0
            charset=$(locale charmap 2>/dev/null)
            case "${charset:-${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}}" in
              C | POSIX | ANSI_X3.4-1968 | US-ASCII | ASCII)
                LC_ALL=C.UTF-8
                export LC_ALL
                ;;
            esac
            program=NAME
            case ${1-} in
              simulate | explain | completion | man | help | --help | -h)
                program=SHORT
                for word in "$@"; do
                  case $word in --samples*) program=NAME ;; esac
                done
                ;;
            esac
            exec "${self%/*}/$program" "$@"
            """;

    private static final String NAME = "chokepoint-program";
    private static final String SHORT = "chokepoint-short";

    private Utf8Start() {}

    public static void main(String[] args) throws IOException {
        Path launcher = Path.of(args[0], "bin", "chokepoint");
        Path configuration = Path.of(args[0], "lib", "app", "chokepoint.cfg");
        if (!Files.isRegularFile(launcher) || !Files.isRegularFile(configuration)) {
            return; // not as it is on Linux
        }
        // The launcher looks for a configuration of its own name.
        Files.move(launcher, launcher.resolveSibling(NAME));
        Files.move(configuration, configuration.resolveSibling(NAME + ".cfg"));
        Files.copy(launcher.resolveSibling(NAME), launcher.resolveSibling(SHORT), StandardCopyOption.COPY_ATTRIBUTES);
        List<String> quick = new ArrayList<>(Files.readAllLines(configuration.resolveSibling(NAME + ".cfg")));
        quick.add("java-options=-XX:TieredStopAtLevel=1");
        Files.write(configuration.resolveSibling(SHORT + ".cfg"), quick);
        Files.writeString(
                launcher, SCRIPT.replace("NAME", NAME).replace("SHORT", SHORT).replace("VERSION", args[1]));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
