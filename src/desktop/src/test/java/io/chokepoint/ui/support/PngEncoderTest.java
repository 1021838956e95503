package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngEncoderTest {
    @Test
    void aPictureKeepsWhereItComesFromInATextChunk() throws IOException {
        byte[] png = PngEncoder.encode(new WritableImage(3, 2), "{\"model\":\"weekly\"}");

        assertThat(new String(png, StandardCharsets.ISO_8859_1))
                .contains("tEXt" + PngEncoder.PROVENANCE + "\0{\"model\":\"weekly\"}");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(3);
    }

    @Test
    void withoutAnythingToSayThereIsNoSuchChunk() throws IOException {
        assertThat(new String(PngEncoder.encode(new WritableImage(3, 2), ""), StandardCharsets.ISO_8859_1))
                .doesNotContain("tEXt");
    }
}
