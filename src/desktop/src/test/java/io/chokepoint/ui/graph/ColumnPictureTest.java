package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.layout.BlockLayout;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.ColumnLayout;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LineLayout;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.PictureRequest;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import io.chokepoint.model.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns, rows and routes, on drawn studies. */
class ColumnPictureTest {
    private static final DrawnStudy STUDY = new DrawnStudy(13, 14, 400, 0.5, 7);
    private static final Drawn DRAWN = new Drawn(STUDY);
    private static final ToDoubleFunction<GraphNode> NAME_WIDTH =
            node -> 6.6 * node.label().length();

    @ParameterizedTest
    @CsvSource({"992, 520, 5", "1128, 608, 6", "1560, 788, 8"})
    void asManyRowsAsTheCanvasIsHigh(double width, double height, int rows) {
        assertThat(Metrics.of(width, height).rows()).isEqualTo(rows);
        assertThat(Metrics.of(width, height).pitch()).isBetween(70.5, 78.0);
    }

    @Test
    void theSameRequestGivesTheSamePicture() {
        ColumnPicture one = ColumnLayout.of(DRAWN.request(1128, 608));
        ColumnPicture two = ColumnLayout.of(new Drawn(STUDY).request(1128, 608));

        assertThat(two.places()).isEqualTo(one.places());
        assertThat(two.columns()).isEqualTo(one.columns());
    }

    @ParameterizedTest
    @CsvSource({"992, 520", "1128, 608", "1560, 788"})
    void theHeadlineChainLiesOnOneLine(double width, double height) {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(width, height));

        assertThat(DRAWN.facts.spine()).hasSizeGreaterThan(3);
        assertThat(DRAWN.facts.spine())
                .allSatisfy(
                        node -> assertThat(place(picture, node).box().centreY()).isEqualTo(picture.spineY()));
        for (Route route : picture.routes()) {
            if (isChain(route)) {
                for (int joint = 0; joint < route.size(); joint++) {
                    assertThat(route.y(joint)).as(route.edge().id()).isEqualTo(picture.spineY());
                }
            }
        }
    }

    private static boolean isChain(Route route) {
        List<GraphNode> spine = DRAWN.facts.spine();
        int at = spine.indexOf(route.edge().from());
        return at >= 0
                && at + 1 < spine.size()
                && spine.get(at + 1).equals(route.edge().to());
    }

    @ParameterizedTest
    @CsvSource({"992, 520", "1128, 608", "1560, 788"})
    void nothingOverlapsAndNothingLeavesTheCanvas(double width, double height) {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(width, height));

        assertApart(picture);
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.places()).allSatisfy(place -> {
            assertThat(place.box().x()).isGreaterThanOrEqualTo(0);
            assertThat(place.box().right()).isLessThanOrEqualTo(width);
            assertThat(place.box().y()).isGreaterThanOrEqualTo(Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT);
            assertThat(place.box().bottom()).isLessThanOrEqualTo(height - Metrics.FOOT);
        });
    }

    private static void assertApart(ColumnPicture picture) {
        List<Place> places = picture.places();
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                Box one = places.get(i).box();
                Box two = places.get(j).box();
                assertThat(one.intersects(two))
                        .as(places.get(i).node().id() + " "
                                + places.get(j).node().id())
                        .isFalse();
            }
        }
    }

    @Test
    void openColumnsStayTwentyPixelsApart() {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(1128, 608));

        for (int i = 0; i + 1 < picture.columns().size(); i++) {
            Column left = picture.columns().get(i);
            Column right = picture.columns().get(i + 1);
            if (left.isOpen() && right.isOpen()) {
                assertThat(right.box().x() - left.box().right()).isGreaterThanOrEqualTo(Metrics.LEAST_GAP);
            }
        }
        assertThat(picture.columns()).hasSameSizeAs(DRAWN.facts.graph().stages());
        assertThat(picture.columns().stream().filter(Column::isOpen).count()).isEqualTo(7);
    }

    @Test
    void bothEndsOfTheStoryAreOpen() {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(1128, 608));

        assertThat(column(picture, "s0").isOpen()).as("restricted").isTrue();
        assertThat(column(picture, "s12").isOpen()).as("chips").isTrue();
        assertThat(column(picture, "markets").isOpen()).as("markets").isFalse();
    }

    @Test
    void theUsersChoiceOfColumnsBeatsTheAutomaticOne() {
        Stage chips = DRAWN.facts.headlineStage().orElseThrow();
        Stage markets = DRAWN.facts.graph().marketStage().orElseThrow();
        ColumnPicture picture =
                ColumnLayout.of(DRAWN.request(1128, 608, Map.of(chips, false, markets, true), Map.of()));

        assertThat(column(picture, chips.id()).isOpen()).isFalse();
        assertThat(column(picture, "markets").isOpen()).isTrue();
    }

    @Test
    void aColumnCountsWhatItDoesNotShow() {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(1128, 608));

        for (int i = 0; i < picture.columns().size(); i++) {
            Column column = picture.columns().get(i);
            assertThat(column.shown()).isEqualTo(picture.placesOf(i).size());
            assertThat(column.shownHit() + column.moreHit() + column.notHit()).isEqualTo(column.total());
        }
    }

    @Test
    void anExpandedColumnScrollsThroughAllItsGoods() {
        Stage stage = DRAWN.facts.headlineStage().orElseThrow();
        ColumnPicture top = ColumnLayout.of(DRAWN.request(1128, 340, Map.of(stage, true), Map.of(stage, 0)));
        ColumnPicture end = ColumnLayout.of(DRAWN.request(1128, 340, Map.of(stage, true), Map.of(stage, 99)));

        int room = column(top, stage.id()).shown();
        assertThat(room).isBetween(2, 13);
        assertThat(column(top, stage.id()).firstShown()).isZero();
        assertThat(column(end, stage.id()).firstShown()).isEqualTo(14 - room);
        assertThat(column(end, stage.id()).shown()).isEqualTo(room);
    }

    @Test
    void aColumnThatIsExpandedShowsMoreAndNothingElseMoves() {
        Stage stage = DRAWN.facts.headlineStage().orElseThrow();
        ColumnPicture before = ColumnLayout.of(DRAWN.request(1128, 608, Map.of(stage, true), Map.of()));
        ColumnPicture after = ColumnLayout.of(DRAWN.request(1128, 608, Map.of(stage, true), Map.of(stage, 0)));

        assertThat(column(after, stage.id()).shown())
                .isEqualTo(14)
                .isGreaterThan(column(before, stage.id()).shown());
        assertThat(after.places().stream().filter(place -> !place.node().stage().equals(stage)))
                .containsExactlyElementsOf(before.places().stream()
                        .filter(place -> !place.node().stage().equals(stage))
                        .toList());
    }

    @Test
    void edgesRunFromLeftToRightPastOtherCards() {
        ColumnPicture picture = ColumnLayout.of(DRAWN.request(1128, 608));

        for (Route route : picture.routes()) {
            for (int joint = 1; joint < route.size(); joint++) {
                assertThat(route.x(joint)).isGreaterThanOrEqualTo(route.x(joint - 1));
            }
            for (int joint = 1; joint + 1 < route.size(); joint += 2) {
                double y = route.y(joint);
                double x = (route.x(joint) + route.x(joint + 1)) / 2;
                assertThat(picture.places())
                        .as(route.edge().id())
                        .noneMatch(place -> place.box().contains(x, y));
            }
        }
    }

    @Test
    void everythingShowsEveryGoodOnceAndFitsTheCanvas() {
        ColumnPicture picture = LineLayout.of(DRAWN.request(1440, 608), NAME_WIDTH);

        assertThat(picture.places()).hasSameSizeAs(DRAWN.facts.graph().nodes());
        assertApart(picture);
        assertThat(picture.places())
                .allSatisfy(place -> assertThat(place.box().bottom()).isLessThanOrEqualTo(608 - Metrics.FOOT));
        List<GraphNode> spine = DRAWN.facts.spine();
        assertThat(picture.routes())
                .filteredOn(route -> spine.indexOf(route.edge().to())
                        == 1 + spine.indexOf(route.edge().from()))
                .filteredOn(route -> spine.contains(route.edge().from()))
                .hasSizeGreaterThanOrEqualTo(spine.size() - 1)
                .allSatisfy(route -> {
                    for (int joint = 0; joint < route.size(); joint++) {
                        assertThat(route.y(joint)).isEqualTo(picture.spineY());
                    }
                });
    }

    @Test
    void aLineIsTwiceAsHighWhereItsNameNeedsTwoAndNoNameIsWiderThanThat() {
        ColumnPicture one = LineLayout.of(DRAWN.request(1560, 788), node -> 20);
        ColumnPicture two = LineLayout.of(DRAWN.request(1560, 788), node -> 180);

        assertThat(one.places())
                .filteredOn(place -> place.kind() == Place.Kind.LINE)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.box().height()).isEqualTo(18));
        assertThat(two.places())
                .filteredOn(place -> place.kind() == Place.Kind.LINE)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.box().height()).isEqualTo(32));
        assertApart(two);
    }

    @ParameterizedTest
    @CsvSource({"992, 520", "1128, 608", "1560, 788"})
    void everythingGivesNamesTheRoomTheyNeedAndMakesTheOtherColumnsRails(double width, double height) {
        ColumnPicture picture = LineLayout.of(DRAWN.request(width, height), NAME_WIDTH);

        assertApart(picture);
        assertThat(picture.places()).hasSameSizeAs(DRAWN.facts.graph().nodes());
        assertThat(picture.places())
                .filteredOn(place -> place.kind() == Place.Kind.LINE)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.box().width()).isGreaterThanOrEqualTo(96));
        assertThat(picture.columns().getLast().box().right()).isLessThanOrEqualTo(width);
        for (int i = 0; i < picture.columns().size(); i++) {
            if (!picture.columns().get(i).isOpen()) {
                assertThat(picture.placesOf(i))
                        .allSatisfy(place -> assertThat(place.box().width()).isEqualTo(Metrics.RAIL));
            }
        }
    }

    @Test
    void goodsThatFallShortStandBeforeThoseThatOnlySellLess() {
        Stage stage = DRAWN.facts.headlineStage().orElseThrow();
        PictureRequest all = DRAWN.request(1128, 608, Map.of(stage, true), Map.of(stage, 0));
        GraphNode least = DRAWN.facts.graph().nodesOf(stage).stream()
                .filter(DRAWN.facts::isHit)
                .min(Comparator.comparingDouble(node -> DRAWN.facts.lost().getOrDefault(node, 0.0)))
                .orElseThrow();

        ColumnPicture picture = ColumnLayout.of(Drawn.withForemost(all, Set.of(least)));

        assertThat(picture.places())
                .filteredOn(place -> place.node().stage().equals(stage))
                .first()
                .extracting(Place::node)
                .isEqualTo(least);
    }

    @Test
    void aLargeGraphGetsBlocksInTheShapeOfTheCanvas() {
        Drawn large = new Drawn(new DrawnStudy(10, 120, 3_000, 0.3, 3));
        ColumnPicture picture = BlockLayout.of(large.request(1128, 608));

        assertThat(large.facts.graph().nodes().size()).isGreaterThan(BlockLayout.FROM_NODES);
        assertThat(picture.places()).hasSameSizeAs(large.facts.graph().nodes());
        assertThat(picture.width() / picture.height()).isBetween(1.2, 3.2);
    }

    private static Column column(ColumnPicture picture, String stage) {
        return picture.columns().stream()
                .filter(column -> column.stage().id().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Place place(ColumnPicture picture, GraphNode node) {
        return picture.find(node).orElseThrow(() -> new AssertionError(node.id() + " is not shown"));
    }
}
