package io.chokepoint.ui.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.study.StructureStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.chain.ChainContent.StageRow;
import io.chokepoint.ui.chain.ChainContent.Tile;
import io.chokepoint.ui.chain.ChainLayout.Place;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain at rest, without a window: who makes most of what, and where it stands. */
class ChainLayoutTest {
    /** About as wide as the window's font. */
    private static final TextMeasure MEASURE = (text, size, semibold) -> text.length() * size * 0.5;

    private static ChainContent shipped;

    @BeforeAll
    static void read() {
        DataPackage data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE)
                .value()
                .orElseThrow();
        shipped = content(data, new StudyRunner(data));
    }

    private static ChainContent content(DataPackage data, StudyRunner runner) {
        return ChainContent.of(
                data, new StructureStudy(runner).concentration(data.dataset().goods()));
    }

    private static ChainLayout layout(double width, double height) {
        return new ChainLayout(shipped, "Markets", MEASURE, width, height);
    }

    @Test
    void aTileNamesTheCountryThatMakesMostAndHowMuch() {
        ChainContent small = content(SmallRun.data(), SmallRun.runner());
        Tile oxide = small.find(SmallRun.data().dataset().getGood("oxide")).orElseThrow();

        assertThat(oxide.country()).isEqualTo("CHN");
        assertThat(oxide.share()).isCloseTo(0.85, within(1e-9));
        assertThat(oxide.index()).isCloseTo(0.85 * 0.85 + 0.15 * 0.15, within(1e-9));
        assertThat(oxide.brief()).isEqualTo("CN 85");
    }

    @Test
    void whatIsNotQuiteAllIsNotSaidToBe() {
        Tile tile = shipped.tiles().getFirst();

        assertThat(new Tile(tile.good(), "CHN", 0.997, 0.99).brief()).isEqualTo("CN 99");
        assertThat(new Tile(tile.good(), "CHN", 1, 1).brief()).isEqualTo("CN 100");
        assertThat(new Tile(tile.good(), "", 0.4, 0.3).brief()).isEqualTo("– 40");
    }

    @Test
    void everyGoodStandsInItsStageTheMostConcentratedFirst() {
        assertThat(shipped.stages()).hasSizeGreaterThan(10).allSatisfy(row -> {
            assertThat(row.tiles()).allMatch(tile -> tile.good().stage().equals(row.stage()));
            assertThat(row.tiles())
                    .isSortedAccordingTo(Comparator.comparingDouble(Tile::share).reversed());
        });
        assertThat(shipped.stages().stream()
                        .map(StageRow::tiles)
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(shipped.tiles().size())
                .isGreaterThan(300);
    }

    @Test
    void theFactsCountWhatTheTilesShow() {
        long china = shipped.tiles().stream()
                .filter(tile -> tile.country().equals("CHN"))
                .count();
        long one = shipped.tiles().stream().filter(tile -> tile.share() >= 0.9).count();

        assertThat(shipped.facts().get(1).answer()).contains("China").contains(Long.toString(china));
        assertThat(shipped.facts().get(2).answer()).contains(Long.toString(one));
    }

    @ParameterizedTest
    @CsvSource({"812,410", "992,560", "1128,660", "1560,860", "3000,1600"})
    void allIsInSightAndNothingLiesOverAnother(double width, double height) {
        ChainLayout layout = layout(width, height);

        assertThat(layout.places())
                .hasSize(shipped.tiles().size() + shipped.markets().size());
        assertThat(layout.bottom()).isLessThanOrEqualTo(height);
        for (Place place : layout.places()) {
            assertThat(place.x() + place.width()).isLessThanOrEqualTo(width);
            assertThat(place.height()).isGreaterThanOrEqualTo(8);
            assertThat(layout.places())
                    .filteredOn(other -> other != place
                            && Math.abs(other.middle() - place.middle()) < (other.width() + place.width()) / 2
                            && Math.abs(other.y() - place.y()) < place.height())
                    .isEmpty();
        }
    }

    @Test
    void whereThereIsRoomNoNameIsCutAndFullLinesEndTogether() {
        ChainLayout layout = layout(1560, 860);

        for (StageRow row : shipped.stages()) {
            List<Place> places = row.tiles().stream()
                    .map(tile -> layout.find(new Selection.OfGood(tile.good())).orElseThrow())
                    .toList();
            for (int i = 0; i < places.size(); i++) {
                assertThat(places.get(i).width())
                        .as(row.tiles().get(i).good().shortName())
                        .isGreaterThanOrEqualTo(ChainPicture.width(row.tiles().get(i), MEASURE));
                boolean endsALine = i + 1 < places.size()
                        && places.get(i + 1).line() > places.get(i).line();
                if (endsALine) {
                    assertThat(places.get(i).x() + places.get(i).width()).isCloseTo(1560 - 12, within(0.01));
                }
            }
        }
    }

    @Test
    void aTileHasRoomForTheCountryAndItsPartInTheSmallestUsualWindow() {
        ChainLayout layout = layout(992, 540);

        assertThat(layout.places().stream().filter(place -> place.item() instanceof Selection.OfGood))
                .allMatch(place -> place.width() >= 44 && place.height() >= 12);
    }

    @Test
    void arrowsNeverLeaveTheChainAndReachEveryLine() {
        ChainLayout layout = layout(992, 560);
        Random random = new Random(5);
        Place at = layout.places().getFirst();
        for (int i = 0; i < 500; i++) {
            at = layout.from(at, random.nextInt(-1, 2), random.nextInt(-1, 2));
            assertThat(layout.places()).contains(at);
        }
        Place down = layout.places().getFirst();
        for (int line = 1; line <= layout.places().getLast().line(); line++) {
            down = layout.from(down, 0, 1);
            assertThat(down.line()).isEqualTo(line);
        }
        assertThat(down.item()).isInstanceOf(Selection.OfMarket.class);
        assertThat(layout.from(layout.places().get(3), 1, 0))
                .isEqualTo(layout.places().get(4));
        assertThat(layout.from(layout.places().getFirst(), -1, 0))
                .isEqualTo(layout.places().getFirst());
    }

    @Test
    void colourFollowsTheLegend() {
        assertThat(new double[] {0.05, 0.29, 0.3, 0.5, 0.69, 0.7, 0.9, 1})
                .satisfies(shares -> assertThat(java.util.Arrays.stream(shares)
                                .mapToInt(ChainPicture::step)
                                .toArray())
                        .containsExactly(0, 0, 1, 2, 2, 3, 4, 4));
    }

    @Test
    void thePictureNamesEveryStageAndAnswersForEveryGood() {
        ChainLayout layout = layout(992, 560);
        Picture picture = new ChainPicture(
                        shipped, layout, Selection.NONE, Optional.empty(), Palette.of(Theme.DARK), MEASURE)
                .draw(992, 590);

        assertThat(picture.texts())
                .containsAll(
                        shipped.stages().stream().map(row -> row.stage().name()).toList());
        for (Tile tile : shipped.tiles()) {
            assertThat(picture.find(new Selection.OfGood(tile.good()))
                            .orElseThrow()
                            .hint())
                    .contains(tile.good().name());
        }
    }
}
