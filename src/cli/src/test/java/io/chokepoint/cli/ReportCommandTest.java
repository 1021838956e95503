package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void pageHoldsQuestionAnswerCurvesTablesAndSources() {
        CommandRun run = CommandRun.onChain("report", "--scenario", "ban");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("No ore for the works", "When do motors run out?", "3 of 3 goods fall short")
                .contains("<svg", "<path", "Alloy falls to 0 %", "week 17", "assumption")
                .contains("<a href=\"https://example.org/book\">")
                .endsWith("</body></html>\n");
    }

    @Test
    void pageSaysHowFarItsAnswerCanBeReliedOn() {
        String page = CommandRun.onChain("report", "--scenario", "ban", "--samples", "9")
                .out();

        assertThat(page)
                .contains(
                        "<h2>9 runs with every figure drawn from its range</h2>", "<h2>What would have to be true</h2>")
                .contains("<h2>How the model did on past episodes like it</h2>");
        assertThat(CommandRun.onChain("report", "--scenario", "ban", "--samples", "0")
                        .out())
                .contains("<h2>What would have to be true</h2>")
                .doesNotContain("drawn from its range</h2>");
        assertThat(CommandRun.onChain("report", "--scenario", "ban", "--samples", "-1")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void pageNeedsNothingElse() {
        String page = CommandRun.onChain("report", "--scenario", "ban").out();

        assertThat(page).doesNotContain("<link", "<img", " src=", "url(", "@import", "fetch(", "XMLHttpRequest");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void noTextOfTheDataCanEndTheScriptThatHoldsIt() throws IOException {
        Path spoilt = CommandRun.copyOfChain(folder.resolve("chain"));
        Path goods = spoilt.resolve("goods.csv");
        Files.writeString(goods, Files.readString(goods).replace("c,Motor,Motor", "c,</script><b>,</script><b>"));

        String page = CommandRun.of("report", "--scenario", "ban", "--data", spoilt.toString())
                .out();

        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).contains("\\u003c/script>");
    }

    @Test
    void sameRunGivesTheSamePage() {
        assertThat(CommandRun.onChain("report", "--scenario", "ban").out())
                .isEqualTo(CommandRun.onChain("report", "--scenario", "ban").out());
    }

    @Test
    void whereNothingFallsShortThePageSaysWhy() {
        CommandRun run = CommandRun.onChain("report", "--restrict", "outage good:a lost=0");

        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("Output week by week", "What falls short");
    }

    @Test
    void textOfADatasetCannotBecomeMarkup() throws IOException {
        Path spoilt = CommandRun.copyOfChain(folder.resolve("chain"));
        Path goods = spoilt.resolve("goods.csv");
        Files.writeString(goods, Files.readString(goods).replace("c,Motor,Motor", "c,<b>Motor</b>,<b>Motor</b>"));

        CommandRun run = CommandRun.of("report", "--scenario", "ban", "--data", spoilt.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("&lt;b&gt;Motor&lt;/b&gt;").doesNotContain("<b>Motor");
    }
}
