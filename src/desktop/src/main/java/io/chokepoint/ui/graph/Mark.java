package io.chokepoint.ui.graph;

import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.ui.support.KindForm;
import java.util.List;

/**
 * The mark of a restricted good or market: the kind of the restriction as icon and word.
 *
 * @param restrictions those that name it, in the scenario's order; at least one
 */
record Mark(List<Restriction> restrictions) {

    /** How a mark is drawn in a week. */
    enum State {
        /** Not yet in force: outlined. */
        AHEAD,
        IN_FORCE,
        /** No longer in force: struck out. */
        OVER
    }

    Mark {
        restrictions = List.copyOf(restrictions);
        if (restrictions.isEmpty()) {
            throw new IllegalArgumentException("a mark needs a restriction");
        }
    }

    /** The word, e.g. "Licence" or "Licence +1". */
    String text() {
        String word = KindForm.of(restrictions.getFirst()).mark();
        return restrictions.size() == 1 ? word : word + " +" + (restrictions.size() - 1);
    }

    /** The Ikonli literal of the first restriction's kind. */
    String icon() {
        return KindForm.of(restrictions.getFirst()).icon();
    }

    State state(int week) {
        boolean ahead = false;
        for (Restriction restriction : restrictions) {
            Period period = restriction.period();
            if (period.isInForce(week)) {
                return State.IN_FORCE;
            }
            ahead |= week < period.start();
        }
        return ahead ? State.AHEAD : State.OVER;
    }
}
