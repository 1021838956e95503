package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedDataTest {
    private final String before = System.getProperty(ShippedData.PROPERTY, "");

    @TempDir
    Path temporary;

    @AfterEach
    void restore() {
        System.setProperty(ShippedData.PROPERTY, before);
    }

    @Test
    void theSystemPropertyNamesTheFolder() {
        System.setProperty(ShippedData.PROPERTY, temporary.toString());

        assertThat(ShippedData.folder()).isEqualTo(temporary);
    }

    @Test
    void theWorkingFolderIsTheSecondPlace() {
        System.setProperty(ShippedData.PROPERTY, temporary.resolve("nowhere").toString());

        assertThat(ShippedData.shipped()).isEqualTo(Path.of("data", "rare-earths-to-chips"));
    }

    @Test
    void placesThatWereLookedAtAreNamed() {
        assertThatThrownBy(() -> ShippedData.find("no-such-dataset"))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("'no-such-dataset' is not there; looked for ")
                .hasMessageContaining("--data DIR");
    }
}
