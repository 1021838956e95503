package io.chokepoint.data;

import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.List;

/** Whether selectors and end use fit what a kind acts on: what is of makers knows no customers. */
final class KindCheck {
    private KindCheck() {}

    /** What is wrong with a field. */
    record Fault(String field, String message) {}

    /** @param endUse a tag; empty for none */
    static List<Fault> terms(RestrictionKind kind, List<Selector> select, String endUse) {
        if (!kind.isOfMakers()) {
            return List.of();
        }
        String one = withArticle(kind.id());
        List<Fault> faults = new ArrayList<>(makersOnly(select, one + " stops makers"));
        if (!endUse.isEmpty()) {
            faults.add(new Fault("endUse", "is given for " + one + "; expected it for restrictions of flows only."));
        }
        return faults;
    }

    /** @param why a clause, e.g. "an outage stops makers" */
    static List<Fault> makersOnly(List<Selector> select, String why) {
        List<Fault> faults = new ArrayList<>();
        for (Selector selector : select) {
            if (selector.hasCustomerTerm()) {
                faults.add(new Fault(
                        "select",
                        "'" + selector.text()
                                + "' has a term about the customer; expected terms about makers only, as " + why
                                + "."));
            }
        }
        return faults;
    }

    private static String withArticle(String word) {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }
}
