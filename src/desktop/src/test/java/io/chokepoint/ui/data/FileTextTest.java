package io.chokepoint.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {
    private static final String MIXED =
            "\uFEFFid,\"name\",note\r\na,\"A, \"\"quoted\"\"\",\nb,\"two\nlines\",x\rc,,last";

    @Test
    void aCellThatIsChangedLeavesAllOthersAsTheyWere() {
        FileText file = FileText.ofCsv(MIXED);
        assertThat(file.value(1, 1)).isEqualTo("A, \"quoted\"");
        assertThat(file.value(2, 1)).isEqualTo("two\nlines");
        assertThat(file.column("note")).isEqualTo(2);

        file.set(3, 1, "C");

        assertThat(file.text()).isEqualTo(MIXED.replace("c,,last", "c,C,last"));
    }

    @Test
    void whatIsWrittenIsQuotedWhereItMustBeOrWas() {
        FileText file = FileText.ofCsv("a,\"b\"\nc,d\n");
        file.set(0, 1, "x");
        file.set(1, 0, "1,5");
        file.set(1, 1, "say \"no\"");

        assertThat(file.text()).isEqualTo("a,\"x\"\n\"1,5\",\"say \"\"no\"\"\"\n");
    }

    @Test
    void aLineOfTheFileIsFoundInItsRowAlsoWhereCellsHoldLineEndings() {
        FileText file = FileText.ofCsv(MIXED);

        assertThat(file.rowOfLine(1)).isZero();
        assertThat(file.rowOfLine(3)).isEqualTo(2);
        assertThat(file.rowOfLine(4)).isEqualTo(2);
        assertThat(file.rowOfLine(5)).isEqualTo(3);
        assertThat(file.rowOfLine(0)).isEqualTo(-1);
    }

    @Test
    void aRowThatIsTooShortGetsTheCellThatIsWrittenInto() {
        FileText file = FileText.ofCsv("a,b,c\n1\n");
        assertThat(file.has(1, 2)).isFalse();
        file.set(1, 2, "3");
        assertThat(file.text()).isEqualTo("a,b,c\n1,,3\n");
    }

    @Test
    void linesOfOtherTextsAreChangedOneByOne() {
        FileText file = FileText.ofLines("{\n  \"a\": 1,\r\n}");
        file.set(1, 0, "  \"a\": 2,");
        assertThat(file.text()).isEqualTo("{\n  \"a\": 2,\r\n}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", ",", "\"", "\"a", "\"a\"b,c", "a\"b", "\r\n\r\n", "a,b\n,\n\"\"\n"})
    void whatIsNotChangedIsGivenBackWhateverItIs(String text) {
        assertThat(FileText.ofCsv(text).text()).isEqualTo(text);
        assertThat(FileText.ofLines(text).text()).isEqualTo(text);
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
            assertThat(FileText.ofCsv(text.toString()).text()).isEqualTo(text.toString());
        }
    }
}
