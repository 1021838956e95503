package io.chokepoint.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes in is bounded, and nothing in it is run, loaded or obeyed. */
@Timeout(60)
class ArticleReaderTest {
    @TempDir
    private Path folder;

    private static Article read(String name, byte[] bytes) throws IOException {
        return ArticleReader.read(name, new ByteArrayInputStream(bytes));
    }

    private static Article read(String name, String text) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageIsItsWordsAndNothingElse() throws IOException {
        Article article = read("page.html", """
                <!doctype html><html><head><title>News</title><script src="file:///etc/passwd">alert('ban on gallium')</script>
                <style>p { background: url(https://example.invalid/x.png) }</style></head>
                <body onload="alert(1)"><nav>Home</nav><iframe src="file:///etc/passwd">inside</iframe>
                <p>China bans <a href="javascript:alert(1)">gallium</a>&nbsp;exports.</p><noscript>hidden</noscript>
                <p>It has<br>two lines.<img src="http://127.0.0.1:1/x" onerror="alert(1)"></p><template>spare</template></body></html>
                """);

        assertThat(article.format()).isEqualTo(Article.Format.HTML);
        assertThat(article.text()).contains("China bans gallium", "exports.", "It has", "two lines.", "News");
        assertThat(article.text()).doesNotContain("alert", "url(", "inside", "hidden", "spare", "Home", "<", "passwd");
    }

    @Test
    void aPageIsKnownWithoutItsEnding() throws IOException {
        assertThat(read("-", "<!DOCTYPE html><p>Gallium</p>").format()).isEqualTo(Article.Format.HTML);
        assertThat(read("-", "Gallium < germanium").format()).isEqualTo(Article.Format.TEXT);
    }

    @Test
    void aDeepPageIsRead() throws IOException {
        String deep = "<div>".repeat(100_000) + "gallium" + "</div>".repeat(100_000);

        assertThat(read("deep.html", deep).text()).contains("gallium");
    }

    @Test
    void itemsOfListsAndRowsOfTablesAreToldFromParagraphs() throws IOException {
        assertThat(read("list.html", "<p>The items:</p><ul><li>gallium</li><li><p>germanium</p></li></ul>")
                        .text()
                        .strip())
                .isEqualTo("The items:\n\n• gallium\n\n• germanium");
        assertThat(read("list.md", "The items:\n\n- gallium\n- germanium\n")
                        .text()
                        .strip())
                .isEqualTo("The items:\n\n• gallium\n\n• germanium");
        assertThat(read(
                                "table.html",
                                "<table><tr><th>Good</th><th>Rate</th></tr><tr><td>Gallium</td><td>25%</td></tr></table>")
                        .text()
                        .strip())
                .isEqualTo("| Good | Rate\n\n| Gallium | 25%");
        assertThat(read("table.md", "| Good | Rate |\n| --- | --- |\n| Gallium | 25% |\n")
                        .text())
                .contains("\n| Gallium | 25% |");
    }

    @Test
    void markdownIsItsWords() throws IOException {
        Article article = read(
                "page.md",
                "# A ban\n\nChina **bans** [gallium](https://example.invalid/gallium-tariff).\n\n```\ncode ban\n```\n\n<script>alert(1)</script>\n\n- one\n- two\n");

        assertThat(article.text()).contains("A ban", "China bans gallium.", "one", "two");
        assertThat(article.text()).doesNotContain("tariff", "code", "alert", "*", "[");
    }

    @Test
    void aPdfIsItsWords() throws IOException {
        Article article = read("page", pdf("China bans exports of gallium."));

        assertThat(article.format()).isEqualTo(Article.Format.PDF);
        assertThat(article.text()).contains("China bans exports of gallium.");
    }

    private static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A PDF without a table of its parts, which readers put together themselves. */
    private static byte[] rawPdf(String objects, byte[] stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        out.write(objects.getBytes(StandardCharsets.ISO_8859_1));
        out.write(("9 0 obj\n<< /Length " + stream.length + " /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(stream);
        out.write("\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                packed.write(new byte[1_000_000]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aPdfThatUnpacksToMoreThanFitsIsRefused() throws IOException {
        byte[] bomb = rawPdf(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 9 0 R >> endobj\n",
                zeros(600));

        assertThatThrownBy(() -> read("bomb.pdf", bomb))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("bomb.pdf: unpacks to more than an article can hold");
    }

    @Test
    void aPdfWithADeepTreeOfPagesIsRefusedOrRead() throws IOException {
        StringBuilder objects = new StringBuilder("1 0 obj << /Type /Catalog /Pages 10 0 R >> endobj\n");
        int deep = 20_000;
        for (int i = 10; i < deep; i++) {
            objects.append(i)
                    .append(" 0 obj << /Type /Pages /Count 1 /Kids [")
                    .append(i + 1)
                    .append(" 0 R] >> endobj\n");
        }
        objects.append(deep).append(" 0 obj << /Type /Pages /Count 1 /Kids [10 0 R] >> endobj\n");

        assertThatThrownBy(() -> read("deep.pdf", rawPdf(objects.toString(), zeros(1))))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("deep.pdf: ");
    }

    @Test
    void aPdfThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read("x.pdf", "%PDF-1.4 nothing"))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("x.pdf: is a PDF that cannot be read");
    }

    @Test
    void aFileOfFiftyMegabytesIsRefused() throws IOException {
        Path large = folder.resolve("large.txt");
        try (OutputStream out = Files.newOutputStream(large)) {
            byte[] megabyte = "China bans gallium. ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        }
        assertThatThrownBy(() -> ArticleReader.read(large))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("is larger than 16 MB");
    }

    @Test
    void aLongTextIsCutWithAWord() throws IOException {
        Article article = read("long.txt", "Gallium is a metal. ".repeat(100_000));

        assertThat(article.text()).hasSize(ArticleReader.MOST_CHARACTERS);
        assertThat(article.remarks()).containsExactly("Only the first 1,000,000 characters were read.");
    }

    @Test
    void aTextWithoutAnEndIsReadInTime() throws IOException {
        Article article = read(
                "endless.txt", "no ban on gallium if China may lift the tariff on chips to Japan by 10 % ".repeat(500));

        assertThat(ArticleReading.of(article, MeasuredTest.Shipped.DATA.dataset())
                        .sentences())
                .allMatch(sentence -> sentence.text().length() <= 1_000);
    }

    @Test
    void encodingsThatCanBeToldAreRead() throws IOException {
        String notice = "商务部公告：自2024年12月3日起，禁止向美国出口镓、锗、锑。";

        assertThat(read("a.txt", notice.getBytes(Charset.forName("GB18030"))).text())
                .isEqualTo(notice);
        assertThat(read("a.txt", ("\uFEFF" + notice).getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo(notice);
    }

    @Test
    void otherEncodingsAreRefusedWithAWord() {
        assertThatThrownBy(() -> read("a.txt", "商務部公告，禁止向美國出口鎵、鍺。".getBytes(Charset.forName("Big5"))))
                .hasMessageContaining("a.txt: is not UTF-8 text");
        assertThatThrownBy(() -> read("a.txt", "“naïve” curbs".getBytes(Charset.forName("windows-1252"))))
                .hasMessageContaining("a.txt: is not UTF-8 text");
    }

    @Test
    void readingEndsAtOnceWhenNobodyWantsIt() throws IOException {
        Article article = read("long.txt", "China bans exports of gallium to Japan. ".repeat(400));
        AtomicInteger asked = new AtomicInteger();
        RunMonitor monitor = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() >= 700;
            }
        };
        ArticleReading.Reader reader = ArticleReading.with(MeasuredTest.Shipped.DATA.dataset());

        assertThatThrownBy(() -> reader.read(article, monitor)).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(700);
    }

    @Test
    void whatAScreenWouldObeyIsLeftOut() throws IOException {
        Article article = read(
                "odd.html",
                "<p>Chi\u202Ena bans gal&#x200B;lium\u001B[31m &#xD800; exports\u0000 today, and many other metals of that kind too, says the ministry.</p>");

        assertThat(article.text())
                .contains("China bans gallium")
                .doesNotContain("\u202E", "\u001B", "\u0000", "\u200B");
        assertThat(article.text().codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        assertThat(article.remarks()).singleElement().asString().contains("were left out");
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] bytes = new byte[1_000];
        assertThatThrownBy(() -> read("picture", bytes)).hasMessageContaining("picture: is no text");
        assertThatThrownBy(() -> read("empty.txt", " \n ")).hasMessageContaining("empty.txt: has no text");
        assertThatThrownBy(() -> ArticleReader.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ArticleReader.read(folder.resolve("none"))).hasMessageContaining("does not exist");
    }

    @Test
    void sentencesEndWhereTheyEnd() {
        Article article = Article.of(
                "x",
                "The U.S. Commerce Department said No. 61 applies. Mr. Wang disagreed.\n\nA heading\n\n商务部宣布管制。美国回应！\n");

        assertThat(article.sentences(MeasuredTest.Shipped.DATA.dataset().lexicon()).stream()
                        .map(Sentence::text))
                .containsExactly(
                        "The U.S. Commerce Department said No. 61 applies.",
                        "Mr. Wang disagreed.",
                        "A heading",
                        "商务部宣布管制。",
                        "美国回应！");
    }

    @Test
    void placesCountInTheText() {
        Article article = Article.of("x", "  China   bans\ngallium–exports. 中国禁止镓出口。");
        ArticleReading reading = ArticleReading.of(article, MeasuredTest.Shipped.DATA.dataset());

        assertThat(reading.passages())
                .hasSizeGreaterThan(4)
                .allSatisfy(passage -> assertThat(article.text().substring(passage.start(), passage.end()))
                        .isEqualTo(passage.text()));
    }
}
