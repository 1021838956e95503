package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12|12", " 0.5 |0.5", "0,5|0.5", "12,25|12.25", "0,125|0.125", "1.234|1.234", "-3|-3", "1e3|1000"})
    void takesEitherDecimalSign(String typed, double meant) {
        assertThat(TypedNumber.parse(typed)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,234",
                "12,345.6",
                "1,234,567",
                "1.2.3",
                "NaN",
                "Infinity",
                "1e999",
                "0x1p3",
                "1d",
                "٣",
                "1 2"
            })
    void refusesWhatIsNoNumberOrMayBeTwo(String typed) {
        assertThat(TypedNumber.parse(typed)).isEmpty();
    }
}
