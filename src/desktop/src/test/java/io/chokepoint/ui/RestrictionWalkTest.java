package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editing restrictions by pill, popover and card, on the shipped dataset and without a screen. */
class RestrictionWalkTest {
    private static final String TWO_LICENCES = "ree-licence-14nm-enforced";
    private static final int WIDTH = 1280;

    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(WIDTH, 800);
        state = walk.state();
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        Toolkit.doOnUiThread(() -> walk.context().settings().put("restrict.docked", false));
        walk.scenario(TWO_LICENCES);
    }

    @AfterEach
    void closePanels() {
        if (walk.isShown("#restrict-popover")) {
            walk.click("#restrict-done");
        }
    }

    private static List<Restriction> restrictions() {
        return state.scenario().orElseThrow().restrictions();
    }

    private static String undo() {
        return state.undoNameProperty().get();
    }

    private static Bounds onScene(String selector) {
        return walk.read(selector, node -> node.localToScene(node.getLayoutBounds()));
    }

    private static double chipsBegin() {
        return Toolkit.onUiThread(() -> state.answer().orElseThrow().hit().stream()
                .filter(state.data().orElseThrow().dataset().headline()::contains)
                .flatMap(chip -> walk.context().anchors().find(new Selection.OfGood(chip)).stream())
                .mapToDouble(bounds -> walk.looks()
                        .window()
                        .scene()
                        .getRoot()
                        .screenToLocal(bounds)
                        .getMinX())
                .min()
                .orElseThrow());
    }

    @Test
    void thePopoverCoversNeitherTheAnswerNorChips() {
        for (String pill : List.of("#pill-0", "#pill-1")) {
            walk.click(pill);
            Bounds panel = onScene("#restrict-popover");

            assertThat(panel.getMinY())
                    .isGreaterThanOrEqualTo(onScene(".answer-bar").getMaxY());
            assertThat(panel.getMaxX()).isLessThan(chipsBegin());
            assertThat(panel.getMaxY()).isLessThanOrEqualTo(800);
            walk.click("#restrict-done");
        }
    }

    @Test
    void theEditorSaysWhatIsTouchedAndWhereItsFiguresComeFrom() {
        walk.click("#pill-0");
        walk.waitFor("touches", () -> !walk.text("#restriction-touches").isEmpty());

        assertThat(walk.text("#restriction-touches")).matches("Touches \\d+ flows of \\d goods, .*of world supply\\.");
        assertThat(walk.text("#restriction-origin .link")).contains("Yttrium");
        walk.click("#restriction-more");
        assertThat(walk.text("#restriction-note")).startsWith("Note: ").contains("26 as seen for yttrium");
    }

    @Test
    void theRampStandsUnderMoreAndIsOneNamedStep() {
        walk.click("#pill-0");
        assertThat(walk.read("#ramp-weeks", Node::isVisible)
                        && walk.read("#ramp-weeks", n -> n.getParent().isVisible()))
                .isFalse();
        walk.click("#restriction-more");
        Toolkit.doOnUiThread(() -> {
            TextField field = (TextField) walk.find("#ramp-weeks");
            field.setText("8 weeks");
            field.fireEvent(new ActionEvent());
        });

        assertThat(restrictions().getFirst().period().rampWeeks()).isEqualTo(8);
        assertThat(undo()).isEqualTo("Ramp 0 weeks → 8 weeks");
        walk.run(Command.UNDO);
        assertThat(restrictions().getFirst().period().rampWeeks()).isZero();
    }

    @Test
    void thePinDocksTheEditorBesideTheGraphAndBack() {
        walk.click("#pill-0");
        walk.click("#restrict-pin");

        assertThat(walk.context().overlays().isEmpty()).isTrue();
        assertThat(onScene("#restrict-popover").getMinX())
                .isGreaterThan(onScene("#graph").getMaxX() - 1);
        walk.key(KeyCode.ESCAPE);
        assertThat(walk.isShown("#restrict-popover")).isFalse();
        assertThat(walk.isShown("#inspector")).isTrue();

        walk.click("#pill-1");
        assertThat(walk.context().overlays().isEmpty())
                .as("docked again, as chosen last")
                .isTrue();
        walk.click("#restrict-pin");
        assertThat(walk.context().overlays().isEmpty()).isFalse();
    }

    @Test
    void aPillDraggedOutOfItsRowIsRemovedAndUndoBringsItBack() {
        List<Restriction> before = restrictions();
        walk.drag("#pill-0", 20, 120);

        assertThat(restrictions()).containsExactly(before.get(1));
        assertThat(undo()).isEqualTo("Remove licence");
        walk.run(Command.UNDO);
        assertThat(restrictions()).isEqualTo(before);
    }

    @Test
    void aPillDraggedAlongItsRowStays() {
        List<Restriction> before = restrictions();
        walk.drag("#pill-0", 60, 6);

        assertThat(restrictions()).isEqualTo(before);
    }

    @Test
    void switchedOffARestrictionIsKeptButDoesNothingUntilItIsSwitchedOn() {
        List<Restriction> before = restrictions();
        double withBoth = lost();
        openDrawer();
        walk.click("#card-on-1");
        walk.waitForRun();

        assertThat(restrictions()).containsExactly(before.get(0));
        assertThat(undo()).isEqualTo("Switch off licence");
        assertThat(lost()).isNotEqualTo(withBoth);
        assertThat(walk.isShown("#restriction-card-1:off")).isTrue();

        walk.click("#card-on-1");
        walk.waitForRun();
        assertThat(restrictions()).isEqualTo(before);
        assertThat(lost()).isEqualTo(withBoth);
        walk.run(Command.UNDO);
        walk.run(Command.UNDO);
        assertThat(restrictions()).isEqualTo(before);
        walk.run(Command.DRAWER);
    }

    @Test
    void cardsAreReorderedByDraggingTheirHeadAndByKeys() {
        List<Restriction> before = restrictions();
        openDrawer();
        walk.drag(
                "#card-head-0",
                0,
                onScene("#restriction-card-1").getMaxY()
                        - onScene("#card-head-0").getMinY());

        assertThat(restrictions()).containsExactly(before.get(1), before.get(0));
        assertThat(undo()).isEqualTo("Move licence");

        walk.focus("#restriction-card-1");
        walk.key(KeyCode.UP, "Alt");
        assertThat(restrictions()).isEqualTo(before);
        assertThat(walk.read("#restriction-card-0", Node::isFocused))
                .as("the focus goes with the card")
                .isTrue();
        walk.run(Command.DRAWER);
    }

    @Test
    void aCopyIsOneStepAndIsEditedApartFromItsOriginal() {
        List<Restriction> before = restrictions();
        openDrawer();
        Toolkit.doOnUiThread(() -> ((ButtonBase) walk.find("#card-head-0").lookup(".duplicate")).fire());
        assertThat(restrictions()).containsExactly(before.get(0), before.get(0), before.get(1));
        assertThat(undo()).isEqualTo("Duplicate licence");

        walk.click("#card-edit-1");
        walk.focus("#drawer #slider-approval");
        walk.key(KeyCode.RIGHT);
        assertThat(restrictions().get(0)).isEqualTo(before.get(0));
        assertThat(restrictions().get(1)).isNotEqualTo(before.get(0));
        assertThat(undo()).startsWith("Approved ");
        walk.run(Command.DRAWER);
    }

    private static void openDrawer() {
        if (!walk.read("#drawer", Node::isVisible)) {
            walk.run(Command.DRAWER);
        }
    }

    /** Weeks of output that the good of the answer loses. */
    private static double lost() {
        return Toolkit.onUiThread(() -> state.answer()
                .flatMap(answer -> answer.headline()
                        .map(good -> answer.result().outcome(good).lostOutputWeeks()))
                .orElse(0.0));
    }

    // ---- a result of zero says why --------------------------------------------------------------------------------

    private static Restriction ban(String select, Period period) throws SelectorParser.SyntaxException {
        return new KindForm(RestrictionKinds.EXPORT_BAN)
                .create(new Restriction.Terms(List.of(SelectorParser.parse(select)), Optional.empty(), period, "", ""));
    }

    private static void only(Restriction restriction) {
        Toolkit.doOnUiThread(() -> state.openScenario(Scenario.adHoc(104, List.of(restriction))));
        Toolkit.waitUntil(
                "an answer",
                () -> !state.staleProperty().get() || !state.problems().isEmpty());
        walk.click("#pill-0");
    }

    @Test
    void aBanThatSelectsNothingSaysWhyOnTheCardAndCannotBeRun() throws Exception {
        only(ban("good:gallium country:ISL to:!ISL", Period.from(0)));
        walk.waitFor("touches", () -> walk.text("#restriction-touches").startsWith("This selects nothing"));

        assertThat(walk.text("#restriction-touches"))
                .isEqualTo("This selects nothing: no maker of gallium is in Iceland in this dataset.");
        assertThat(walk.text("#restriction-outcome")).isEqualTo("This cannot be run");
    }

    @Test
    void aStopShorterThanTheStocksSaysSoAndFromWhenItWouldMatter() throws Exception {
        only(ban("good:yttrium-oxide provider:lynas", new Period(0, 2, 0)));
        walk.waitForRun();

        assertThat(state.answer().orElseThrow().hit()).isEmpty();
        assertThat(walk.text("#restriction-outcome")).isEqualTo("Nothing falls short");
        assertThat(walk.text("#restriction-reason"))
                .matches(
                        "Nothing falls below 99 %\\. Makers of .+ hold .+ of stock of .+; it is restricted for 2 weeks at"
                                + " most\\. It could matter from .+ on\\.");
    }

    @Test
    void aBanOnBuyersThatThereAreNotSaysThatNobodyThereBuys() throws Exception {
        only(ban("good:gallium country:CHN to:ISL", Period.from(0)));
        walk.waitFor("touches", () -> walk.text("#restriction-touches").startsWith("This selects nothing"));

        assertThat(walk.text("#restriction-touches")).contains("nobody in Iceland buys gallium");
    }
}
