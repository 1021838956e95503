package io.chokepoint.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.TableText;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridPasteTest {
    private static final List<String> NAMES = List.of("id", "name", "order");

    @Test
    void aBlockGoesToTheRightOfItsPlaceAsFarAsThereAreColumns() {
        GridPaste paste = GridPaste.of(List.of(List.of("A", "1", "x"), List.of("B")), NAMES, 1);
        assertThat(paste.leftOut()).isEqualTo(1);
        assertThat(paste.into(TableText.read("id,name,order\na,,\nb,,2\n"), 0).text())
                .isEqualTo("id,name,order\na,A,1\nb,B,2\n");
    }

    @Test
    void aBlockThatNamesItsColumnsGoesToThese() {
        GridPaste paste = GridPaste.of(List.of(List.of("order", "id"), List.of("1", "x"), List.of("2", "y")), NAMES, 1);
        assertThat(paste.into(TableText.read("id,name,order\na,A,\n"), 0).text())
                .isEqualTo("id,name,order\nx,A,1\ny,,2\n");
    }
}
