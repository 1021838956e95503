package io.chokepoint.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {
    private static final Tone RED = Tone.of(0xCC0000);

    @Test
    void theLastTargetAtAPlaceAnswers() {
        Picture picture = new Picture.Builder()
                .target("below", Outline.rectangle(0, 0, 10, 10), "")
                .target("above", Outline.circle(5, 5, 3), "")
                .build("two", 20, 20, RED);

        assertThat(picture.at(5, 5).orElseThrow().key()).isEqualTo("above");
        assertThat(picture.at(1, 1).orElseThrow().key()).isEqualTo("below");
        assertThat(picture.at(15, 15)).isEmpty();
    }

    @Test
    void asMuchOfATextAsFitsIsKept() {
        TextMeasure measure = (text, size, semibold) -> text.codePointCount(0, text.length());

        assertThat(measure.fit("Yttrium", 12, false, 7)).isEqualTo("Yttrium");
        assertThat(measure.fit("Yttrium oxide", 12, false, 9)).isEqualTo("Yttrium…");
        assertThat(measure.fit("Yttrium oxide", 12, false, 10)).isEqualTo("Yttrium o…");
        assertThat(measure.fit("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 12, false, 2))
                .isEqualTo("\uD83D\uDE00…");
        assertThat(measure.fit("Yttrium", 12, false, 1)).isEqualTo("…");
        assertThat(measure.fit("Yttrium", 12, false, 0)).isEmpty();
    }

    @Test
    void aHoleIsNotInside() {
        Outline ring = Outline.builder()
                .move(0, 0)
                .line(10, 0)
                .line(10, 10)
                .line(0, 10)
                .close()
                .move(4, 4)
                .line(6, 4)
                .line(6, 6)
                .line(4, 6)
                .close()
                .build();

        assertThat(ring.contains(2, 5)).isTrue();
        assertThat(ring.contains(5, 5)).isFalse();
        assertThat(ring.contains(11, 5)).isFalse();
        assertThat(ring.bounds()).isEqualTo(new Outline.Bounds(0, 0, 10, 10));
    }

    @Test
    void svgIsWellFormedAndKeepsShapesHatchesAndText() throws Exception {
        Picture picture = new Picture.Builder()
                .shape(
                        Outline.rounded(1, 1, 8, 8, 2),
                        new Fill.Hatch(RED.withOpacity(0.5), RED, 6, 1.5),
                        Line.dashed(RED, 1.5, 4))
                .text(2, 12, "R&D < \"x\"", RED)
                .build("A title & more", 40, 20.5, Tone.of(0xFFFFFF));

        Document svg = parse(picture);

        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 40 20.5");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A title & more");
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("R&D < \"x\"");
        assertThat(svg.getElementsByTagName("path")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("fill")
                        .getNodeValue())
                .isEqualTo("url(#hatch0)");
        assertThat(svg.getElementsByTagName("pattern").getLength()).isOne();
    }

    @Test
    void textThatDoesNotFitEndsInAnEllipsis() {
        TextMeasure tenEach = (text, size, semibold) -> 10.0 * text.length();

        assertThat(tenEach.fit("wafers", 12, false, 60)).isEqualTo("wafers");
        assertThat(tenEach.fit("wafers", 12, false, 59)).isEqualTo("wafe…");
        assertThat(tenEach.fit("wafers", 12, false, 5)).isEmpty();
    }

    private static Document parse(Picture picture) throws Exception {
        StringWriter out = new StringWriter();
        write(picture, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Picture picture, StringWriter out) throws IOException {
        SvgPicture.write(picture, out);
    }
}
