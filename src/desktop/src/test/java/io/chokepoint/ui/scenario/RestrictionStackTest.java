package io.chokepoint.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.scenario.RestrictionStack.Card;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestrictionStackTest {
    private final Work work = Work.on(Scenario.adHoc(52, List.of(from(1), from(2), from(3))));

    private static Restriction from(int week) {
        Restriction.Terms ban = SmallRun.scenario().restrictions().getFirst().terms();
        return RestrictionKinds.MARKET_BAN.on(
                new Restriction.Terms(ban.select(), ban.endUse(), Period.from(week), "", ""));
    }

    private static List<String> cards(Work of) {
        return RestrictionStack.of(of).cards().stream()
                .map(card -> card.restriction().period().start() + (card.isOn() ? "" : " off"))
                .toList();
    }

    private static List<Integer> inForce(Work of) {
        return of.scenario().restrictions().stream()
                .map(restriction -> restriction.period().start())
                .toList();
    }

    @Test
    void whatIsSwitchedOffIsNotInForceButKeepsItsPlace() {
        Work off = RestrictionStack.of(work).turn(1, false);

        assertThat(inForce(off)).containsExactly(1, 3);
        assertThat(cards(off)).containsExactly("1", "2 off", "3");
    }

    @Test
    void switchingOnAgainGivesTheSameWorkBack() {
        Work off = RestrictionStack.of(work).turn(1, false);

        assertThat(RestrictionStack.of(off).turn(1, true)).isEqualTo(work);
    }

    @Test
    void cardsMoveOverOthersWhetherTheseAreInForceOrNot() {
        Work off = RestrictionStack.of(work).turn(1, false);

        Work moved = RestrictionStack.of(off).move(0, 2);

        assertThat(cards(moved)).containsExactly("2 off", "3", "1");
        assertThat(inForce(moved)).containsExactly(3, 1);
        assertThat(cards(RestrictionStack.of(moved).move(0, 1))).containsExactly("3", "2 off", "1");
    }

    @Test
    void removingOneInForceLeavesThoseSwitchedOffWhereTheyWere() {
        Work off = RestrictionStack.of(work).turn(1, false);
        RestrictionStack stack = RestrictionStack.of(off);

        assertThat(cards(stack.remove(stack.cardOf(0)))).containsExactly("2 off", "3");
    }

    @Test
    void aCopyStandsBelowItsOriginalAndIsOffWhereThatIsOff() {
        Work off = RestrictionStack.of(work).turn(2, false);

        assertThat(cards(RestrictionStack.of(off).duplicate(2))).containsExactly("1", "2", "3 off", "3 off");
    }

    @Test
    void cardsInForceAreFoundByTheirPlaceInTheScenarioAndBack() {
        RestrictionStack stack = RestrictionStack.of(RestrictionStack.of(work).turn(0, false));

        assertThat(stack.cardOf(0)).isEqualTo(1);
        assertThat(stack.scenarioIndex(2)).isEqualTo(1);
        assertThat(stack.cards()).extracting(Card::isOn).containsExactly(false, true, true);
    }

    @Test
    void aNewRestrictionOfTheScenarioComesAtTheEndOfThoseInForce() {
        Work off = RestrictionStack.of(work).turn(0, false);
        List<Restriction> more = List.of(from(2), from(3), from(4));

        assertThat(cards(off.withScenario(off.scenario().withRestrictions(more))))
                .containsExactly("1 off", "2", "3", "4");
    }
}
