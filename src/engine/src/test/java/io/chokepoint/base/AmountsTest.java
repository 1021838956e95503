package io.chokepoint.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0.004,<1", "0.006,1", "0.8434,84", "0.9899,99", "1,100", "1.25,125"})
    void anOutputIsInWholePerCentsAndWhatIsNotQuiteStoppedIsNotNothing(double part, String said) {
        assertThat(Amounts.outputNumber(part)).isEqualTo(said);
    }
}
