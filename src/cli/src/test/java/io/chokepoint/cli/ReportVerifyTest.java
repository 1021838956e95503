package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.SealedRun;
import io.chokepoint.model.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportVerifyTest {
    @TempDir
    private Path folder;

    private Path written(String... wish) {
        Path page = folder.resolve("page.html");
        String[] all = Stream.concat(Stream.of("report", "--samples", "9", "--out", page.toString()), Stream.of(wish))
                .toArray(String[]::new);
        assertThat(CommandRun.onChain(all).code()).isZero();
        return page;
    }

    private static CommandRun verified(Path page) {
        return CommandRun.onChain("report", "--verify", page.toString());
    }

    @Test
    void aPageHoldsOnTheDatasetItWasMadeFrom() {
        CommandRun run = verified(written("--scenario", "ban", "--seed", "7", "--weeks", "30"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.out()).contains("The figures hold: all ", "The text is what the program writes of them.");
    }

    @Test
    void restrictionsOfTheCommandLineAndBothKindsOfComparisonAreInside() {
        List<String> adHoc = List.of(
                "--restrict", "outage good:a lost=0.2/0.5/0.8 start=2", "--restrict", "outage good:b lost=0.1/0.2/0.4");
        assertThat(verified(written(adHoc.toArray(String[]::new))).out()).contains("The text is what");
        assertThat(verified(written("--scenario", "ban", "--compare", "domestic-first"))
                        .out())
                .contains("The text is what");
        assertThat(verified(written("--scenario", "ban", "--compare", "ban")).out())
                .contains("The text is what");
    }

    /** The scenario with a stock of alloy's ore that the user thinks is larger, as a file to share. */
    private Path shared() throws IOException {
        DataPackage data =
                DatasetReader.read(CommandRun.chain(), RunMonitor.NONE).orThrow();
        Figure stock = data.dataset().figures().stream()
                .filter(figure -> figure.id().contains("stock") && figure.central() == 4)
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve("mine.chokepoint");
        Bundle.of(
                        data.findScenario("ban").orElseThrow(),
                        List.of(new Bundle.Own(stock.id(), 7, 9, 12, "our own warehouse", "")),
                        data)
                .write(file);
        return file;
    }

    @Test
    void ownFiguresOfASharedScenarioAreInsideAndAreRunWithAgain() throws IOException {
        Path page = written("--scenario", shared().toString());
        Path published = folder.resolve("published.html");
        CommandRun.onChain("report", "--samples", "9", "--scenario", "ban", "--out", published.toString());
        Enclosure inside = Enclosure.find(Files.readString(page)).orElseThrow();

        assertThat(inside.open().own().values()).containsExactly(new SealedRun.Own(7, 9, 12, "our own warehouse"));
        assertThat(inside.open().figures())
                .isNotEqualTo(Enclosure.find(Files.readString(published))
                        .orElseThrow()
                        .open()
                        .figures());
        assertThat(verified(page).code()).isZero();
        assertThat(verified(page).out()).contains("The figures hold", "The text is what");
    }

    @Test
    void anOwnFigureThatADatasetLacksIsSaid() throws IOException {
        Path page = written("--scenario", shared().toString());
        String text = Files.readString(page);
        SealedRun sealed = Enclosure.find(text).orElseThrow().open();
        Files.writeString(page, withOwn(text, sealed, Map.of("nobody's figure", new SealedRun.Own(1, 2, 3, ""))));

        CommandRun run = verified(page);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("The own figure nobody's figure of the page is passed over");
        String id = sealed.own().keySet().iterator().next();
        Files.writeString(page, withOwn(text, sealed, Map.of(id, new SealedRun.Own(3, 2, -1, ""))));
        assertThat(verified(page).code()).isEqualTo(1);
        assertThat(verified(page).err()).contains(id);
    }

    private static String withOwn(String page, SealedRun run, Map<String, SealedRun.Own> own) {
        SealedRun changed = new SealedRun(
                run.form(),
                run.program(),
                run.model(),
                run.modelVersion(),
                run.dataset(),
                run.datasetSha256(),
                run.scenario(),
                run.restrict(),
                own,
                run.compare(),
                run.samples(),
                run.seed(),
                run.command(),
                run.date(),
                run.figures(),
                run.article());
        return page.replaceFirst(
                "(id=\"enclosed\">)[^<]*",
                "$1" + Enclosure.of(changed, Optional.empty()).run());
    }

    @Test
    void aChangedFigureOfTheDatasetIsSaid() throws IOException {
        Path page = written("--scenario", "ban");
        Path other = CommandRun.copyOfChain(folder.resolve("chain"));
        Path table = other.resolve("dependencies.csv");
        String text = Files.readString(table);
        Files.writeString(table, text.replaceFirst("(?m)^(a,b,.*)$", "$1").replace(",2,", ",3,"));
        assertThat(Files.readString(table)).isNotEqualTo(text);

        CommandRun run = CommandRun.of("report", "--verify", page.toString(), "--data", other.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("The dataset is another: SHA-256 ", "figures do not hold:", " in the file, ");
    }

    @Test
    void aPageChangedByHandIsSaid() throws IOException {
        Path page = written("--scenario", "ban");
        String text = Files.readString(page);
        Files.writeString(page, text.replace("3 of 3 goods fall short", "2 of 3 goods fall short"));

        CommandRun run = verified(page);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("The figures hold", "was changed by hand");
    }

    @Test
    void withItsDatasetInsideAPageNeedsNothingElse() throws IOException {
        Path page = folder.resolve("page.html");
        Path own = CommandRun.copyOfChain(folder.resolve("chain"));
        assertThat(CommandRun.of(
                                "report",
                                "--scenario",
                                "ban",
                                "--samples",
                                "9",
                                "--with-data",
                                "--data",
                                own.toString(),
                                "--out",
                                page.toString())
                        .code())
                .isZero();

        CommandRun run = CommandRun.of("report", "--verify", page.toString());

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("The figures hold", "The text is what");
    }

    @Test
    void whatIsNoReportIsAFaultOfTheInput() throws IOException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<!DOCTYPE html>");
        assertThat(verified(page).err()).contains("page.html: nothing lies inside");
        Files.writeString(page, "<script type=\"application/gzip\" id=\"enclosed\">AAAA</script>");
        assertThat(verified(page).err()).contains("page.html: what lies inside is damaged");
        assertThat(verified(page).code()).isEqualTo(1);
        assertThat(verified(folder.resolve("none.html")).err()).contains("none.html: cannot be read");
        assertThat(CommandRun.onChain("report", "--verify", page.toString(), "--scenario", "ban")
                        .code())
                .isEqualTo(2);
        assertThat(CommandRun.onChain("report").code()).isEqualTo(2);
    }
}
