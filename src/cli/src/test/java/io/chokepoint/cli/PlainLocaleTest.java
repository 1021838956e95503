package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script before the packaged program's launcher, in the locale of scheduled jobs and containers, which knows ASCII only. */
@EnabledOnOs(OS.LINUX)
class PlainLocaleTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void pathsAndOutputOfAnyLettersPassInAPlainLocale() throws Exception {
        image();
        CommandRun.copyOfChain(Files.createDirectory(folder.resolve("plain")));

        // This process may run in such a locale itself and could not name these files; the shell takes bytes as they
        // are.
        String said = run("""
                mv plain dépôt-稀土
                image/bin/chokepoint validate --data dépôt-稀土
                image/bin/chokepoint explain 矿石 --scenario ban --data dépôt-稀土 --out résultat
                cat résultat
                image/bin/chokepoint explain 矿石 --scenario ban --data dépôt-稀土
                """);

        assertThat(said).startsWith("chain: 3 goods, ");
        assertThat(said.lines().filter(line -> line.startsWith("Ore "))).hasSize(2);
        assertThat(said).contains("’").doesNotContain("�");
    }

    /** The packaged program as the build lays it out, with the tests' own classes behind its launcher. */
    private void image() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("image/bin"));
        Path app = Files.createDirectories(folder.resolve("image/lib/app"));
        Path launcher = bin.resolve("chokepoint");
        Files.writeString(app.resolve("chokepoint.cfg"), "");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + JAVA + "' -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' "
                        + CommandProcess.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path step = Path.of("src", "desktop", "src", "build", "Utf8Start.java");
        Process process = new ProcessBuilder(
                        JAVA, step.toString(), folder.resolve("image").toString(), "1.2.3")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(app.resolve("chokepoint-program.cfg")).exists();
    }

    private String run(String words) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("words.sh"), "set -e\n" + words);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
