package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableCopyTest {
    private final TableCopy table = new TableCopy(
            "goods",
            List.of("good", "note", "share"),
            List.of(new Object[] {"yttria", "a, \"b\"\nc", 1 / 3.0}, new Object[] {"ceria", null, 2}));

    @Test
    void csvHasAHeaderQuotesAndFullPrecision() {
        assertThat(table.csv()).isEqualTo("good,note,share\nyttria,\"a, \"\"b\"\"\nc\",0.3333333333333333\nceria,,2\n");
    }

    @Test
    void tabsKeepEachRowOnOneLine() {
        assertThat(table.tabs()).isEqualTo("good\tnote\tshare\nyttria\ta, \"b\" c\t0.3333333333333333\nceria\t\t2\n");
    }
}
