package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClipboardCellsTest {

    @Test
    void readsWhatASpreadsheetCopies() {
        assertThat(ClipboardCells.read("a\t0,5\r\n\"two\nlines, \"\"quoted\"\"\"\t\r\n"))
                .containsExactly(List.of("a", "0,5"), List.of("two\nlines, \"quoted\"", ""));
        assertThat(ClipboardCells.read("one")).containsExactly(List.of("one"));
        assertThat(ClipboardCells.read("a\n\nb")).containsExactly(List.of("a"), List.of(""), List.of("b"));
    }

    @Test
    void takesQuotesThatAreNone() {
        assertThat(ClipboardCells.read("5\" disk\tb")).containsExactly(List.of("5\" disk", "b"));
        assertThat(ClipboardCells.read("\"Big\" Blue\tb\nc\td"))
                .containsExactly(List.of("\"Big\" Blue", "b"), List.of("c", "d"));
    }

    @Test
    void writesWhatItReads() {
        List<List<String>> block = List.of(List.of("a\tb", "say \"x\""), List.of("", "1\n2"));
        assertThat(ClipboardCells.read(ClipboardCells.write(block.stream()))).isEqualTo(block);
        assertThat(ClipboardCells.write(Stream.of(List.of("a", "b c")))).isEqualTo("a\tb c\n");
    }
}
