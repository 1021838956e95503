package io.chokepoint.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FileTextTest {
    @Test
    void aLineThatIsChangedLeavesAllOthersAsTheyWere() {
        FileText file = FileText.of("\uFEFF{\n  \"a\": 1,\r\n\r}");
        assertThat(file.size()).isEqualTo(4);
        assertThat(file.line(1)).isEqualTo("  \"a\": 1,");

        file.set(1, "  \"a\": 2,");

        assertThat(file.text()).isEqualTo("\uFEFF{\n  \"a\": 2,\r\n\r}");
        assertThatIllegalArgumentException().isThrownBy(() -> file.set(0, "{\r"));
    }

    @Test
    void textsDrawnByChanceAreGivenBack() {
        SplittableRandom random = new SplittableRandom(11);
        String letters = "ab,\"\n\r \uFEFFé";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            FileText file = FileText.of(text.toString());

            assertThat(file.text()).isEqualTo(text.toString());
            assertThat(file.size()).isEqualTo((int) text.toString().lines().count());
        }
    }
}
