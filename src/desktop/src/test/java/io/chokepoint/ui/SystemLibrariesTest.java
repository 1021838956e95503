package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SystemLibrariesTest {
    @Test
    void whatTheLoaderFindsIsThere() {
        assertThat(SystemLibraries.isThere("libc.so.6")).isTrue();
        assertThat(SystemLibraries.isThere("libno-such-library.so.1")).isFalse();
    }

    /** The other tests of this module draw. */
    @Test
    void whereTestsDrawNothingIsMissing() {
        assertThatCode(SystemLibraries::requireForPictures).doesNotThrowAnyException();
    }
}
