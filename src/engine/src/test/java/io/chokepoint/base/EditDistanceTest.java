package io.chokepoint.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "kitten,sitting,3",
        "oxide,oxdie,1",
        "oxide,oxide,0",
        "'',abc,3",
        "chip,chips,1",
        "ca,abc,3",
        "abcdef,badcfe,3",
        "Oxide,oxide,1"
    })
    void lettersToChangeAreCountedAndSwappedOnesOnce(String a, String b, int expected) {
        assertThat(EditDistance.of(a, b)).isEqualTo(expected);
        assertThat(EditDistance.of(b, a)).isEqualTo(expected);
    }
}
