package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.FinderViewModel.Row;
import io.chokepoint.ui.SearchIndex.Group;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What choosing something found does, in a window of the shipped dataset. */
class FinderWalkTest {
    private static Walk walk;
    private static StudyState state;
    private static final List<String> LINKS = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1280, 800);
        state = walk.state();
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        LINKS.clear();
        Toolkit.doOnUiThread(() -> state.looking().focusProperty().set(Focus.HIT));
        walk.scenario(Looks.CASCADE);
    }

    /** Types, and chooses the first row that says so. */
    private static Row choose(String typed, Group group, String says) {
        return Toolkit.onUiThread(() -> {
            FinderViewModel model = new FinderViewModel(state, walk.context().commands(), () -> {}, LINKS::add);
            model.open();
            model.queryProperty().set(typed);
            Row row = model.rows().stream()
                    .filter(each -> each.group() == group
                            && (each.title().contains(says) || each.detail().contains(says)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(typed + ": " + model.rows()));
            row.choose().run();
            return row;
        });
    }

    @Test
    void aScenarioFoundByItsKindOfRestrictionOpens() {
        Row row = choose("tariff", Group.SCENARIOS, "");

        assertThat(state.scenario().orElseThrow().title()).isEqualTo(row.title());
    }

    @Test
    void aStageIsShownAloneAndWhole() {
        choose("wafers", Group.GOODS, "Stage");

        Focus focus = state.looking().focusProperty().get();
        assertThat(focus.show()).isEqualTo(Focus.Show.EVERYTHING);
        assertThat(focus.stages()).hasSize(1);
    }

    @Test
    void aCountryShowsWhatItMakes() {
        choose("japan", Group.MAKERS, "Country");

        assertThat(state.looking().focusProperty().get().countries()).containsExactly("JPN");
    }

    /** A good whose text speaks of Taiwan stands above; it is not what was asked for. */
    @Test
    void enterTakesWhatIsCalledAsTyped() {
        Toolkit.doOnUiThread(() -> {
            FinderViewModel model = new FinderViewModel(state, walk.context().commands(), () -> {}, LINKS::add);
            model.open();
            model.queryProperty().set("Taiwan");

            assertThat(model.rows().getFirst().group()).isEqualTo(Group.GOODS);
            assertThat(model.selectedRow().orElseThrow().title()).isEqualTo("Taiwan");
            assertThat(model.selectedRow().orElseThrow().detail()).startsWith("Country");
            model.queryProperty().set("HBM");
            assertThat(model.selectedProperty().get()).isZero();
        });
    }

    @Test
    void aMarketIsSelected() {
        Row row = choose("large model", Group.GOODS, "Market");

        assertThat(state.looking()
                        .selectionProperty()
                        .get()
                        .market()
                        .orElseThrow()
                        .name())
                .isEqualTo(row.title());
    }

    @Test
    void aMeasureOpensItsScenarioOrItsSource() {
        Row modelled = choose("Announcement No. 33 of 2024", Group.CONTROLS, "opens its scenario");

        assertThat(state.scenario().orElseThrow().id()).isEqualTo("antimony-licence");
        assertThat(modelled.reasonNot()).isEmpty();
        choose("Micron barred", Group.CONTROLS, "opens its source");
        assertThat(LINKS).hasSize(1).first().asString().startsWith("http");
    }

    @Test
    void everythingFoundSaysWhatItIs() {
        for (String typed : List.of("tariff", "HBM", "licence", "china", "EUV")) {
            Toolkit.doOnUiThread(() -> {
                FinderViewModel model =
                        new FinderViewModel(state, walk.context().commands(), () -> {}, LINKS::add);
                model.open();
                model.queryProperty().set(typed);
                assertThat(model.rows())
                        .as(typed)
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.group() == Group.ACTIONS
                                        || !row.detail().isBlank())
                                .as(row.title())
                                .isTrue());
            });
        }
    }
}
