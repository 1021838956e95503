package io.chokepoint.ui.scenario;

import io.chokepoint.scenario.Restriction;
import io.chokepoint.ui.support.Work;
import io.chokepoint.ui.support.Work.SwitchedOff;
import java.util.ArrayList;
import java.util.List;

/**
 * All restrictions of the work in the order of their cards, those switched off included. Immutable; each act gives the work after
 * it.
 */
final class RestrictionStack {

    /**
     * One card.
     *
     * @param isOn whether it is in force; what is switched off is kept beside the scenario
     */
    record Card(Restriction restriction, boolean isOn) {}

    private final Work work;
    private final List<Card> cards;

    private RestrictionStack(Work work, List<Card> cards) {
        this.work = work;
        this.cards = List.copyOf(cards);
    }

    static RestrictionStack of(Work work) {
        List<Card> all = new ArrayList<>(work.scenario().restrictions().stream()
                .map(restriction -> new Card(restriction, true))
                .toList());
        // By ascending place, so that each finds those before it already there; a file edited by hand may be shorter.
        for (SwitchedOff off : work.switchedOff()) {
            all.add(Math.min(off.place(), all.size()), new Card(off.restriction(), false));
        }
        return new RestrictionStack(work, all);
    }

    List<Card> cards() {
        return cards;
    }

    int size() {
        return cards.size();
    }

    /** Where a card in force stands among the restrictions of the scenario. */
    int scenarioIndex(int card) {
        return (int) cards.subList(0, card).stream().filter(Card::isOn).count();
    }

    /** The card of a restriction of the scenario. */
    int cardOf(int scenarioIndex) {
        int seen = 0;
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).isOn() && seen++ == scenarioIndex) {
                return i;
            }
        }
        throw new IndexOutOfBoundsException(scenarioIndex);
    }

    /** The card taken out and put in so that it stands at {@code to}. */
    Work move(int from, int to) {
        List<Card> all = new ArrayList<>(cards);
        all.add(to, all.remove(from));
        return with(all);
    }

    Work duplicate(int card) {
        List<Card> all = new ArrayList<>(cards);
        all.add(card + 1, all.get(card));
        return with(all);
    }

    Work remove(int card) {
        List<Card> all = new ArrayList<>(cards);
        all.remove(card);
        return with(all);
    }

    /** In force, or kept without being in force. */
    Work turn(int card, boolean on) {
        List<Card> all = new ArrayList<>(cards);
        all.set(card, new Card(all.get(card).restriction(), on));
        return with(all);
    }

    private Work with(List<Card> all) {
        List<Restriction> inForce = new ArrayList<>();
        List<SwitchedOff> off = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Card card = all.get(i);
            if (card.isOn()) {
                inForce.add(card.restriction());
            } else {
                off.add(new SwitchedOff(i, card.restriction()));
            }
        }
        return new Work(work.scenario().withRestrictions(inForce), work.figures(), off);
    }
}
