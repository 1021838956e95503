package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.text.Texts;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextsFileTest {
    /** Such a space would be dropped in silence when the file is read, and words would run into each other. */
    @Test
    void noTextBeginsWithASpace() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("texts.properties")), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()).noneMatch(line -> line.matches("[A-Za-z][\\w.-]*\\s*=\\s+.*"));
        }
    }
}
