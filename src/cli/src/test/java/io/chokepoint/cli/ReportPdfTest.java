package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPdfTest {
    @TempDir
    private Path folder;

    private static List<String> links(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            page.getAnnotations().forEach(note -> {
                if (note instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI to) {
                    links.add(to.getURI());
                }
            });
        }
        return links;
    }

    @Test
    void saysWhatThePageSaysWithFontsInsideAndLinksKept() throws IOException {
        Path file = folder.resolve("report.pdf");
        CommandRun run = CommandRun.onChain("report", "--scenario", "ban", "--pdf", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("No ore for the works", "3 of 3 goods fall short", "Alloy falls to 0 %")
                    .contains("How to repeat it", "chokepoint report --scenario ban");
            assertThat(links(pdf)).contains("https://example.org/book");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as("%s", name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void lettersThatTheFontLacksAreSaid() throws IOException {
        Path spoilt = CommandRun.copyOfChain(folder.resolve("chain"));
        Path goods = spoilt.resolve("goods.csv");
        Files.writeString(goods, Files.readString(goods).replace("c,Motor,Motor", "c,Motor 钕,Motor 钕"));
        Path file = folder.resolve("report.pdf");

        CommandRun run =
                CommandRun.of("report", "--scenario", "ban", "--data", spoilt.toString(), "--pdf", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("lacks 1 letter, shown as \"?\" there: 钕");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Motor ?", "1 letter that the font of this file lacks is shown as \"?\"");
        }
    }

    @Test
    void whatCannotBeWrittenIsAFault() {
        CommandRun run = CommandRun.onChain("report", "--scenario", "ban", "--pdf", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--pdf: cannot write ");
    }
}
