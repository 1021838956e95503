package io.chokepoint.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.004,<1",
        "0.006,1",
        "0.8434,84",
        "0.984,98",
        "0.987,98.7",
        "0.9899,98.9",
        "0.99,99",
        "1,100",
        "1.25,125"
    })
    void anOutputIsInWholePerCentsAndWhatIsNotQuiteStoppedIsNotNothing(double part, String said) {
        assertThat(Amounts.outputNumber(part)).isEqualTo(said);
    }

    /** Below 99 % of baseline a good falls short, so no way of writing may make 99 of less. */
    @Test
    void whatIsShortOf99PerCentIsNeverWrittenAs99() {
        for (double part = 0.97; part < 0.99; part += 0.00001) {
            assertThat(Amounts.percent(part)).as("%s", part).doesNotStartWith("99");
            assertThat(Amounts.percentToTenths(part)).as("%s", part).doesNotStartWith("99");
            assertThat(Amounts.output(part)).as("%s", part).doesNotStartWith("99");
        }
        assertThat(Amounts.percent(0.987)).isEqualTo("98.7 %");
        assertThat(Amounts.percentToTenths(0.98999)).isEqualTo("98.9 %");
        assertThat(Amounts.percent(0.99)).isEqualTo("99 %");
        assertThat(Amounts.percentToTenths(0.99)).isEqualTo("99.0 %");
    }
}
