package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.report.ArticleExcerpt;
import io.chokepoint.export.report.ArticleExcerpt.Passage;
import io.chokepoint.export.report.ArticleExcerpt.Rule;
import io.chokepoint.export.report.ArticleExcerpt.Said;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.SealedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page about an article: its passages left, what follows right. */
class ReportArticleTest {
    private static final String TEXT = """
            Notes on gallium

            It rained all week. Nobody was surprised. The minister said good morning. He smiled.

            China will ban exports of gallium to the United States from 1 March 2027. Buyers look for others.

            The trains were late. The coffee was cold. So it went on for days.

            If Japan were to restrict exports of photoresist, fabs would stop.

            Germany makes 12 % of the world's photoresist, says a <script>alert(1)</script> "blog" & more.
            """;

    @TempDir
    private Path folder;

    private Path article(String text) throws IOException {
        Path file = folder.resolve("article.txt");
        Files.writeString(file, text);
        return file;
    }

    private String page(String... more) {
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of(Stream.concat(
                        Stream.of("report", "--samples", "3", "--weeks", "8", "--out", page.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return read(page);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ArticleExcerpt.Text inside(String page) throws IOException {
        return Objects.requireNonNull(Enclosure.find(page).orElseThrow().open().article())
                .texts()
                .getFirst();
    }

    @Test
    void withoutAScenarioItIsOfWhatTheTextStatesAndWhatFollowsStandsBesideIt() throws IOException {
        String page = page("--article", article(TEXT).toString());
        ArticleExcerpt.Text text = inside(page);
        List<Rule> rules = text.passages().stream()
                .flatMap(passage -> passage.rules().stream())
                .toList();
        Passage ban = text.passages().stream()
                .filter(passage -> !passage.rules().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(rules).extracting(Rule::restriction).containsExactly(0, -1);
        assertThat(ban.said()).anySatisfy(said -> {
            assertThat(said.text()).startsWith("China will ban");
            assertThat(said.drafted()).isTrue();
            assertThat(said.marks()).extracting(ArticleExcerpt.Mark::kind).contains("country", "instrument", "goods");
        });
        String part = page.substring(page.indexOf("<section id=\"article\">"));
        part = part.substring(0, part.indexOf("</section>"));
        assertThat(part.indexOf("<dt>How hard</dt>")).isGreaterThan(part.indexOf("<mark class=\"m-instrument\">ban"));
        assertThat(part).contains("Not in this scenario.", "Assumption: ", "<dt>Who");
    }

    @Test
    void onlyPassagesOfWhichSomethingIsSaidAreQuotedUnlessAllIsAskedFor() throws IOException {
        String file = article(TEXT).toString();
        String some = page("--article", file);
        ArticleExcerpt.Text text = inside(some);

        assertThat(text.quoted()).isLessThan(text.sentences());
        assertThat(some)
                .doesNotContain("It rained all week", "The coffee was cold")
                .contains("[…]");
        assertThat(Enclosure.find(some).orElseThrow().open().toString()).doesNotContain("The coffee was cold");

        String all = page("--article", file, "--whole-article");
        assertThat(inside(all).quoted()).isEqualTo(inside(all).sentences());
        assertThat(all).contains("It rained all week", "The coffee was cold").doesNotContain("[…]");
    }

    @Test
    void nothingOfTheTextIsMarkup() throws IOException {
        Path file = folder.resolve("article.md");
        Files.writeString(file, "x");
        String page = page("--article", article(TEXT).toString(), "--whole-article");

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void thePageHoldsAndIsMadeAgainWithoutTheArticle() throws IOException {
        Path file = article(TEXT);
        page("--article", file.toString());
        Files.delete(file);

        CommandRun run =
                CommandRun.of("report", "--verify", folder.resolve("page.html").toString());
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("The figures hold", "The text is what the program writes of them.");
    }

    @Test
    void aScenarioThatIsNamedIsTheOneAndWhatIsNotOfTheTextIsSaid() throws IOException {
        String page =
                page("--scenario", "nexperia-stop", "--article", article(TEXT).toString());

        assertThat(inside(page).passages().stream().flatMap(passage -> passage.rules().stream()))
                .extracting(Rule::restriction)
                .containsOnly(-1);
        assertThat(page).contains("Also in the scenario, from none of these articles");
    }

    @Test
    void quotedWordsThatAreNotMarkedRightAreStillOnlyText() throws IOException {
        String page = page("--article", article(TEXT).toString());
        SealedRun run = Enclosure.find(page).orElseThrow().open();
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(
                false,
                List.of(new Said(
                        "<b>so</b>",
                        false,
                        false,
                        false,
                        List.of(
                                new ArticleExcerpt.Mark("\"><script>", 0, 3, "\" onclick=\"x"),
                                new ArticleExcerpt.Mark("goods", 1, 99, "")))),
                List.of(new Rule(1, 77, "<i>", "<i>", List.of(), List.of(), "")),
                List.of(new ArticleExcerpt.Known(
                        "claim",
                        "<i>",
                        "",
                        List.of(),
                        List.of(new ArticleExcerpt.Cited("x", "javascript:alert(1)"))))));
        SealedRun changed = new SealedRun(
                run.form(),
                run.program(),
                run.model(),
                run.modelVersion(),
                run.dataset(),
                run.datasetSha256(),
                run.scenario(),
                run.restrict(),
                Map.of(),
                null,
                run.samples(),
                run.seed(),
                run.command(),
                run.date(),
                run.figures(),
                new ArticleExcerpt(List.of(new ArticleExcerpt.Text("t", "n", 1, 1, passages))));
        Path forged = folder.resolve("forged.html");
        Files.writeString(
                forged,
                page.replaceFirst(
                        "(id=\"enclosed\">)[^<]*",
                        "$1" + Enclosure.of(changed, Optional.empty()).run()));

        CommandRun verified = CommandRun.of("report", "--verify", forged.toString());
        assertThat(verified.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(verified.out()).contains("The figures hold");
    }

    @Test
    void aTextWithoutARuleMakesAPageThatSaysSo() throws IOException {
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of(
                "report",
                "--samples",
                "0",
                "--weeks",
                "4",
                "--article",
                article("The weather was fine in May.").toString(),
                "--out",
                page.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("states no rule");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        String file = article(TEXT).toString();

        assertThat(CommandRun.of("report", "--verify", file, "--article", file).code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("report", "--scenario", "nexperia-stop", "--whole-article")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("report", "--article", file, "--out", file).code())
                .isEqualTo(ExitCode.USAGE);
    }
}
