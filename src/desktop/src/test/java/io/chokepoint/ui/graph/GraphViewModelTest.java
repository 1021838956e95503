package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.model.Good;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The graph's view model, without a toolkit. */
class GraphViewModelTest {
    private static final DrawnStudy STUDY = new DrawnStudy(8, 14, 260, 0.6, 5);

    private StudyState state;
    private GraphViewModel model;

    @BeforeEach
    void open() {
        state = STUDY.open();
        model = new GraphViewModel(state, DrawnStudy.tasks(), new LayeredLayout());
        model.setSize(1128, 608);
    }

    private GraphScene scene() {
        return model.scene().orElseThrow();
    }

    @Test
    void scrubbingChangesTheWeekAndNothingElse() {
        GraphScene before = scene();

        state.looking().setWeek(30);

        assertThat(scene().week()).isEqualTo(30);
        assertThat(scene().picture()).isSameAs(before.picture());
        assertThat(scene().chain()).isEqualTo(before.chain());
    }

    @Test
    void selectingLightsTheWaysWithTheirSteps() {
        GraphNode first = node("g0-0");
        model.select(first);

        assertThat(scene().selected()).containsExactly(first);
        assertThat(scene().down()).containsEntry(first, 0).containsEntry(node("g1-0"), 1);
        assertThat(scene().up()).containsOnlyKeys(first);
    }

    @Test
    void aSelectedGoodThatHasNoPlaceIsGivenOne() {
        Good hidden = STUDY.dataset.goods().stream()
                .filter(good -> !scene().picture().shows(node(good.id())))
                .findFirst()
                .orElseThrow();

        state.looking().select(hidden);

        assertThat(scene().picture().shows(node(hidden.id()))).isTrue();
    }

    @Test
    void whyShowsOnlyTheColumnsOfTheChainAndNumbersItFromTheGoodBack() {
        state.looking().whyProperty().set(true);

        assertThat(scene().chain()).hasSizeGreaterThan(2);
        assertThat(scene().picture().columns()).allMatch(Column::isOpen);
        assertThat(scene().picture().columns()).hasSameSizeAs(scene().chain());
        assertThat(scene().numbers()).containsEntry(scene().chain().getLast(), 1);
        assertThat(scene().numbers())
                .containsEntry(scene().chain().getFirst(), scene().chain().size());
        assertThat(scene().isDim(scene().chain().getFirst())).isFalse();
        assertThat(scene().picture().places()).anyMatch(place -> scene().isDim(place.node()));
        assertThat(model.hiddenStages()).isEqualTo(9 - scene().chain().size());
    }

    @Test
    void aPathShowsOnlyWhatLiesBetweenItsEnds() {
        Good from = STUDY.dataset.getGood("g1-0");
        Good to = STUDY.dataset.getGood("g4-0");

        state.looking().focusProperty().set(Focus.HIT.withPath(from, to));

        Set<GraphNode> between = scene().facts().graph().between(node("g1-0"), node("g4-0"));
        assertThat(scene().picture().places()).extracting(place -> place.node()).isSubsetOf(between);
        assertThat(scene().picture().shows(node("g1-0"))).isTrue();
        assertThat(scene().picture().shows(node("g4-0"))).isTrue();
    }

    @Test
    void everythingShowsEveryGoodAndMarket() {
        state.looking().focusProperty().set(Focus.HIT.withShow(Focus.Show.EVERYTHING));

        assertThat(scene().picture().places()).hasSize(8 * 14 + 3);
    }

    @Test
    void aFilterLeavesOnlyWhatPassesIt() {
        state.looking().focusProperty().set(Focus.HIT.withStages(Set.of("s0", "s3")));

        assertThat(scene().picture().columns())
                .extracting(column -> column.stage().id())
                .containsExactly("s0", "s3");
    }

    @Test
    void whatDoesNotFallShortCanBeLeftOut() {
        state.looking()
                .focusProperty()
                .set(Focus.HIT.withShow(Focus.Show.EVERYTHING).withShortOnly(true));

        assertThat(scene().picture().places())
                .extracting(place -> place.node())
                .containsExactlyInAnyOrderElementsOf(scene().facts().fallShort());
        assertThat(state.looking().focusProperty().get().isFiltered()).isTrue();
    }

    @Test
    void onlyANodeAndItsNeighboursCanBeShown() {
        model.showOnly(Optional.of(node("g3-0")));

        assertThat(scene().picture().places())
                .extracting(place -> place.node())
                .allMatch(node -> node.equals(node("g3-0"))
                        || scene().facts().graph().inputs(node("g3-0")).stream()
                                .anyMatch(edge -> edge.from().equals(node))
                        || scene().facts().graph().uses(node("g3-0")).stream()
                                .anyMatch(edge -> edge.to().equals(node)));
    }

    @Test
    void aColumnTheUserClosedStaysClosedUntilReset() {
        Column open = scene().picture().columns().stream()
                .filter(Column::isOpen)
                .findFirst()
                .orElseThrow();
        model.toggleColumn(open);

        assertThat(column(open).isOpen()).isFalse();
        model.tidy();
        assertThat(column(open).isOpen()).isFalse();
        model.resetColumns();
        assertThat(column(open).isOpen()).isTrue();
    }

    private Column column(Column like) {
        return scene().picture().columns().stream()
                .filter(column -> column.stage().equals(like.stage()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void arrowsWalkAlongTheChainAndWithinTheColumn() {
        KeyboardWalk walk = new KeyboardWalk(scene());
        GraphNode end = walk.start().orElseThrow();

        assertThat(end).isEqualTo(scene().chain().getLast());
        GraphNode input = walk.left(end).orElseThrow();
        assertThat(input).isEqualTo(scene().chain().get(scene().chain().size() - 2));
        assertThat(walk.right(input)).contains(end);
        GraphNode below = walk.down(end).orElseThrow();
        assertThat(below.stage()).isEqualTo(end.stage());
        assertThat(walk.up(below)).contains(end);
    }

    @Test
    void aGoodIsReadOutWithKindOutputFirstLossAndPlaceOnTheChain() {
        state.looking().setWeek(30);
        GraphNode end = scene().chain().getLast();

        assertThat(new NodeWords(scene()).spoken(end))
                .startsWith(end.name() + ", component, ")
                .contains(" percent in week 30, first short in week ")
                .contains(" inputs, ")
                .endsWith("on the binding chain");
    }

    @Test
    void aMarkIsAheadInForceAndOver() {
        Mark mark = scene().facts().facts(node("g0-0")).mark().orElseThrow();

        assertThat(mark.text()).isEqualTo("Ban");
        assertThat(mark.state(3)).isEqualTo(Mark.State.AHEAD);
        assertThat(mark.state(4)).isEqualTo(Mark.State.IN_FORCE);
        assertThat(mark.state(40)).isEqualTo(Mark.State.OVER);
        assertThat(scene().facts().restricted()).containsExactly(node("g0-0"));
    }

    @Test
    void twoClicksAskForAPathAndItsEndsMayBeGivenInAnyOrder() {
        PathPicker picker = new PathPicker(state);
        picker.begin(scene().facts().graph());
        picker.pick(node("g4-0"), scene().facts().graph());
        assertThat(picker.promptProperty().get()).contains(node("g4-0").label());

        picker.pick(node("g1-0"), scene().facts().graph());

        assertThat(picker.isPicking()).isFalse();
        assertThat(state.looking().focusProperty().get().from()).contains(STUDY.dataset.getGood("g1-0"));
        assertThat(state.looking().focusProperty().get().to()).contains(STUDY.dataset.getGood("g4-0"));
    }

    @Test
    void aPathThatDoesNotExistIsSaid() {
        PathPicker picker = new PathPicker(state);
        picker.from(STUDY.dataset.getGood("g7-0"), scene().facts().graph());
        picker.to(STUDY.dataset.getGood("g7-1"), scene().facts().graph());

        assertThat(picker.promptProperty().get()).startsWith("No path leads");
        assertThat(state.looking().focusProperty().get().show()).isEqualTo(Focus.Show.HIT);
    }

    private GraphNode node(String id) {
        return scene().facts().graph().find(id).orElseThrow();
    }
}
