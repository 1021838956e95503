package io.chokepoint.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A cluster of two executor processes on this machine, each with one core, for the time of one job; and the plain program. */
final class TestCluster {
    private static final Path SPARK = Path.of(Objects.requireNonNull(System.getProperty("chokepoint.spark.home")));
    private static final String JOB = Objects.requireNonNull(System.getProperty("chokepoint.spark.job"));
    private static final String DATA = "-Dchokepoint.data=" + System.getProperty("chokepoint.data");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;
    private final Path home;
    private final Path log;

    /** @param folder for what the cluster leaves behind, and the working folder of commands */
    TestCluster(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("spark"));
        this.log = folder.resolve("driver.log");
        Files.createSymbolicLink(home.resolve("jars"), SPARK.resolve("jars").toAbsolutePath());
    }

    /** Submits the job as spark-submit does, which is a script around this. */
    Process submit(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(
                List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", DATA, "-cp", home.resolve("jars") + "/*"));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local-cluster[2,1,1024]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--class", SweepJob.class.getName(), JOB));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** What the driver has said. */
    String said() throws IOException {
        return Files.readString(log);
    }

    /** Waits for a job, at most ten minutes. */
    int end(Process job) throws InterruptedException {
        try {
            assertThat(job.waitFor(10, TimeUnit.MINUTES)).isTrue();
            return job.exitValue();
        } finally {
            job.descendants().forEach(ProcessHandle::destroyForcibly);
            job.destroyForcibly();
        }
    }

    /** The processes that compute. */
    static List<ProcessHandle> executors(Process job) {
        return job.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .toList();
    }

    /** What each executor of the last job has said, one after the other. */
    List<String> executorsSaid() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("work"))) {
            List<String> said = new ArrayList<>();
            for (Path file : files.filter(file -> file.endsWith("stderr")).toList()) {
                said.add(Files.readString(file));
            }
            return said;
        }
    }

    /** Runs the plain program and gives what it printed. */
    String onOneMachine(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx1g", "--enable-native-access=ALL-UNNAMED", DATA));
        String classes = Path.of(OneMachine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        try (Stream<Path> logging = Files.list(SPARK.resolve("jars"))) {
            String slf4j = logging.map(Path::toString)
                    .filter(jar -> jar.contains("slf4j-api"))
                    .findFirst()
                    .orElseThrow();
            command.addAll(List.of("-cp", String.join(File.pathSeparator, JOB, classes, slf4j)));
        }
        command.add(OneMachine.class.getName());
        command.addAll(List.of(words));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }
}
