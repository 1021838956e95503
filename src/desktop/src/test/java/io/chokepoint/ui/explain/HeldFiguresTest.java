package io.chokepoint.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.ui.explain.InspectorContent.FigureGroup;
import io.chokepoint.ui.explain.InspectorContent.NamedFigure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldFiguresTest {
    private final HeldFigures held = new HeldFigures();

    private static FigureGroup chain(String... ids) {
        return new FigureGroup(
                "chain", Stream.of(ids).map(HeldFiguresTest::figure).toList());
    }

    private static NamedFigure figure(String id) {
        return new NamedFigure(id, Figure.point(id, 1, "weeks", Evidence.assumption("")));
    }

    private static List<String> ids(List<FigureGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.figures().stream())
                .map(named -> named.figure().id())
                .toList();
    }

    @Test
    void aRowStaysWhereItWasWhenTheChainChanges() {
        held.inOrder("cars", List.of(chain("a", "b", "c")));

        assertThat(ids(held.inOrder("cars", List.of(chain("c", "d", "a"))))).containsExactly("a", "b", "c", "d");
        assertThat(ids(held.inOrder("hdd", List.of(chain("c", "a"))))).containsExactly("c", "a");
    }

    @Test
    void whatWasOpenStaysOpenForTheSameSubject() {
        FigureGroup input = new FigureGroup("input", List.of(figure("x")));
        held.inOrder("cars", List.of(chain("a"), input));
        assertThat(held.isOpen(chain("a"))).isTrue();
        held.setOpen(input, true);

        held.inOrder("cars", List.of(chain("b"), input));
        assertThat(held.isOpen(input)).isTrue();

        held.inOrder("hdd", List.of(chain("b"), input));
        assertThat(held.isOpen(input)).isFalse();
    }

    @Test
    void theChangedRowIsFoundOnce() {
        held.edited(figure("a"));

        assertThat(held.takeEdited(figure("b"))).isFalse();
        assertThat(held.takeEdited(figure("a"))).isTrue();
        assertThat(held.takeEdited(figure("a"))).isFalse();
    }
}
