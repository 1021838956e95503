package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Amounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;

/** The page of a shipped scenario, in the browser it is made for. */
class ReportInBrowserTest {
    private static final String SCENARIO = "october-2025-lapsed";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 3L << 20;

    @TempDir
    private static Path folder;

    private static Path page;
    private static Chromium browser;

    @BeforeAll
    static void writePage() {
        browser = Chromium.open(1440, 900);
        page = folder.resolve("page.html");
        assertThat(CommandRun.of("report", "--scenario", SCENARIO, "--samples", "5", "--out", page.toString())
                        .code())
                .isZero();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void show() {
        browser.show(page);
    }

    private static void await(BooleanSupplier comes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!comes.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void setWeek(int week) {
        browser.script(
                "const s = document.querySelector('#week'); s.value = arguments[0]; s.dispatchEvent(new Event('input'));",
                week);
    }

    private static String week() {
        return browser.find(".weeks output").getText();
    }

    @Test
    void opensFromDiskSmallQuickAndWithoutAComplaint() throws IOException {
        assertThat(Files.size(page)).isLessThan(MOST_BYTES);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.script("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        double best = IntStream.range(0, 3)
                .mapToDouble(load -> {
                    browser.show(page);
                    return ((Number) browser.script(
                                    "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))
                            .doubleValue();
                })
                .min()
                .orElseThrow();
        assertThat(best).as("first paint in ms").isLessThan(1_000);
    }

    @Test
    void everyCardOfEveryWeekTellsWhatTheCommandLineTells() {
        Map<String, Map<Integer, String>> told = new TreeMap<>();
        CommandRun.of("simulate", "--scenario", SCENARIO, "--series", "--format", "csv").outLines().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].isEmpty())
                .forEach(cells -> told.computeIfAbsent(cells[1], unused -> new TreeMap<>())
                        .put(Integer.parseInt(cells[0]), Amounts.output(Double.parseDouble(cells[3]))));
        for (int week : new int[] {0, 3, 8, 66, 155}) {
            setWeek(week);
            List<?> cards = (List<?>) browser.script("""
                    const data = JSON.parse(document.getElementById("data").textContent);
                    const id = new Map(data.nodes.filter((n) => !n.market).map((n) => [n.name, n.id]));
                    return [...document.querySelectorAll(".node.C")].map((node) => {
                      const [name, value] = node.getAttribute("aria-label").split(/: (?=[^:]*$)/);
                      return [id.get(name) ?? "", value, node.querySelector(".value").textContent];
                    });
                    """);
            assertThat(cards).hasSizeGreaterThan(20);
            for (Object one : cards) {
                List<?> card = (List<?>) one;
                if (!card.getFirst().equals("")) {
                    String expected = told.get((String) card.getFirst()).get(week);
                    assertThat(card).as("week %d", week).isEqualTo(List.of(card.getFirst(), expected, expected));
                }
            }
        }
    }

    @Test
    void everyFigureOfTheTablesIsThatOfTheCommandLine() {
        List<String> lines = CommandRun.of(
                        "simulate", "--scenario", SCENARIO, "--samples", "5", "--precision", "0", "--format", "csv")
                .outLines();
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        Map<String, String[]> rows = new TreeMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .forEach(cells -> rows.put(cells[columns.indexOf("name")].replace("\"", ""), cells));
        List<?> shown = (List<?>) browser.script("""
                return [...document.querySelectorAll("#short tbody tr, #less tbody tr")].map((row) =>
                  [...row.cells].map((cell) => cell.dataset.v ?? cell.textContent));
                """);
        assertThat(shown).hasSizeGreaterThan(20);
        List<String> expected = List.of(
                "first_loss_week",
                "trough",
                "trough_p50",
                "trough_week",
                "lost_output_weeks",
                "lost_output_weeks_p50",
                "recovery_week");
        for (Object one : shown) {
            List<?> row = (List<?>) one;
            String[] cells = rows.get((String) row.getFirst());
            for (int i = 0; i < expected.size(); i++) {
                String cell = cells[columns.indexOf(expected.get(i))];
                String figure = (String) row.get(3 + i);
                if (cell.isEmpty()) {
                    assertThat(figure).isEqualTo("not in this run");
                } else {
                    assertThat(Double.parseDouble(figure))
                            .as("%s of %s", expected.get(i), row.getFirst())
                            .isEqualTo(Double.parseDouble(cell));
                }
            }
        }
    }

    @Test
    void sliderPlayAndArrowsMoveTheWeek() {
        setWeek(10);
        assertThat(week()).startsWith("Week 10, ");
        browser.find("#week").sendKeys(Keys.ARROW_RIGHT);
        assertThat(week()).startsWith("Week 11, ");
        assertThat(browser.find("#week").getAttribute("aria-valuetext")).isEqualTo(week());
        WebElement play = browser.find(".play");
        play.click();
        await(() -> Integer.parseInt(week().split("[ ,]")[1]) > 12);
        assertThat(play.getText()).isEqualTo("Pause");
        play.click();
        assertThat(play.getText()).isEqualTo("Play");
    }

    @Test
    void searchFindsByAnyNameAndOpensMakersReasonsAndSources() {
        WebElement field = browser.find("#find");
        field.sendKeys("钕");
        assertThat(browser.all("#found [role=option]")).isNotEmpty();
        field.clear();
        field.sendKeys("neodymium magnets");
        field.sendKeys(Keys.ENTER);
        assertThat(browser.find(".panel h3").getText()).startsWith("Neodymium magnets");
        assertThat(browser.all(".panel .makers > li")).isNotEmpty();
        assertThat(browser.all(".panel .sources a[href^=https]")).isNotEmpty();
        assertThat(browser.find(".panel blockquote").getText()).isNotEmpty();
        assertThat(browser.find(".panel").getText()).contains("8 of 10 runs");
        field.clear();
        field.sendKeys("no such thing at all");
        assertThat(browser.find("#found").getText()).isEqualTo("Nothing has this name");
    }

    @Test
    void graphIsWalkedWithTheKeyboard() {
        browser.script("document.querySelector('.canvas [tabindex=\"0\"]').focus()");
        String first = (String) browser.script("return document.activeElement.getAttribute('aria-label')");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_LEFT);
        String next = (String) browser.script("return document.activeElement.getAttribute('aria-label')");
        assertThat(next).isNotEqualTo(first);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(next).startsWith(browser.find(".panel h3").getText());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(browser.find(".panel").isDisplayed()).isFalse();
    }

    @Test
    void graphIsMovedZoomedAndShownWhole() {
        String before = browser.find(".canvas > g").getAttribute("transform");
        browser.all(".tools .group button").get(3).click();
        assertThat(browser.find(".canvas > g").getAttribute("transform")).isNotEqualTo(before);
        browser.all(".tools .group button").get(1).click();
        assertThat(browser.all(".node")).hasSize(347);
    }

    @Test
    void tablesSortByFullFiguresAndFilter() {
        List<WebElement> heads = browser.all("#short th");
        heads.get(7).findElement(By.tagName("button")).click();
        assertThat(browser.all("#short th").get(7).getAttribute("aria-sort")).isEqualTo("ascending");
        List<?> figures = (List<?>)
                browser.script(
                        "return [...document.querySelectorAll('#short tbody tr')].map((row) => Number(row.cells[7].dataset.v))");
        assertThat(figures.stream().map(value -> ((Number) value).doubleValue()).toList())
                .isSortedAccordingTo(Comparator.naturalOrder());
        browser.find("#short input").sendKeys("yttrium oxide");
        assertThat(browser.all("#short tbody tr").stream()
                        .filter(WebElement::isDisplayed)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void printsAsABriefing() {
        browser.media("print");
        assertThat(browser.find("#stage").isDisplayed()).isFalse();
        assertThat(browser.find("#bar").isDisplayed()).isFalse();
        assertThat(browser.find("figure.still").isDisplayed()).isTrue();
        browser.media("");
        byte[] printed = Base64.getDecoder()
                .decode(browser.driver().print(new PrintOptions()).getContent());
        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void readsWithoutAScript() {
        browser.scripts(false);
        try {
            browser.show(page);
            assertThat(browser.find("figure.still").isDisplayed()).isTrue();
            assertThat(browser.find("#bar").isDisplayed()).isFalse();
            assertThat(browser.find("#short").isDisplayed()).isTrue();
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void axeFindsNoSeriousFaultInLightDarkAndOnAPhone() {
        browser.find("#find").sendKeys("cars", Keys.ENTER);
        browser.hasNoSeriousFault();
        browser.script(
                "const t = document.querySelector('#theme'); t.value = 'dark'; t.dispatchEvent(new Event('change'));");
        browser.hasNoSeriousFault();
        browser.script(
                "const t = document.querySelector('#theme'); t.value = 'light'; t.dispatchEvent(new Event('change'));");
        try {
            browser.asPhone(390, 844);
            browser.show(page);
            browser.hasNoSeriousFault();
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .isEqualTo(390L);
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }
}
