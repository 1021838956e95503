package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of this machine, without a window. Tests that need it are skipped, with the reason, where there is none. */
final class Chromium implements AutoCloseable {
    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium open(int width, int height) {
        Optional<Path> browser = find("chokepoint.chromium", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> server = find("chokepoint.chromedriver", "chromedriver");
        String missing =
                "skipped: neither on the path nor named by -Dchokepoint.chromium and -Dchokepoint.chromedriver: "
                        + (browser.isEmpty() ? "chromium " : "") + (server.isEmpty() ? "chromedriver" : "");
        if (browser.isEmpty() || server.isEmpty()) {
            System.out.println(missing);
        }
        assumeTrue(browser.isPresent() && server.isPresent(), missing);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=" + width + "," + height);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(server.orElseThrow().toFile())
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        // A busy machine takes its time over the thousand parts of a graph.
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        return new Chromium(driver);
    }

    private static Optional<Path> find(String property, String... names) {
        String named = System.getProperty(property, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    void show(Path page) {
        driver.get(page.toUri().toString());
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    Object script(String text, Object... arguments) {
        return driver.executeScript(text, arguments);
    }

    /** As a telephone of this size shows it. */
    void asPhone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    void media(String type) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", type));
    }

    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** What the page complained of. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Faults of accessibility that axe calls serious or critical, each with the elements that have it. */
    void hasNoSeriousFault() {
        try (InputStream in = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Object faults = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then((result) => done(result.violations
                  .filter((fault) => fault.impact === "serious" || fault.impact === "critical")
                  .map((fault) => fault.id + ": " + fault.nodes.slice(0, 4).map((node) =>
                    node.html.slice(0, 160) + " " + (node.any[0]?.message ?? "")).join(" | "))),
                  (failure) => done([String(failure)]));
                """);
        assertThat((List<?>) faults).isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
