package io.chokepoint.firms.esri;

import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the parameters of a case say: {@code replaceability}, {@code accounts}, {@code unit_invariant} (0 or 1), {@code
 * parameter_sets} (a list of {@code stop-rule:eps}) or {@code stop_rule} and {@code eps}, {@code max_steps}, {@code
 * accelerated} (0 or 1), {@code essential_others}.
 *
 * @param replaceability empty where it is on just where the network has market labels
 * @param accounts whether columns of accounts are used
 * @param unitInvariant see {@link EsriOptions}
 * @param names the parameter sets as they were written
 * @param rules the same, read
 * @param essentialOthers the code of pairs of sectors without one, -1 where there must be none
 */
public record EsriParameters(
        Optional<Boolean> replaceability,
        boolean accounts,
        boolean unitInvariant,
        List<String> names,
        List<StopRule> rules,
        int essentialOthers) {

    private static final String SETS = "parameter_sets";
    private static final String RULE = "stop_rule";
    private static final String EPS = "eps";

    /** What stands for a stop rule where the limit is sought. */
    private static final String LIMIT = "limit";

    /** The parameters, of a kind that can be used even where some are at fault. */
    public static EsriParameters of(CaseParameters given) {
        Optional<Boolean> replaceability = given.text("replaceability").map(text -> given.flag("replaceability", true));
        int mostSteps = (int) given.whole("max_steps", 1, Integer.MAX_VALUE, StopRule.MOST_STEPS);
        List<String> names = new ArrayList<>();
        List<StopRule> rules = new ArrayList<>();
        given.text(SETS).ifPresent(sets -> {
            for (String set : sets.strip().split("\\s+")) {
                int colon = set.indexOf(':');
                double eps = colon < 0 ? Double.NaN : CaseParameters.parse(set.substring(colon + 1));
                if (colon != 1 || "12".indexOf(set.charAt(0)) < 0 || !(eps >= 0)) {
                    given.fault(SETS, "'" + set + "' is no stop rule (1 or 2), colon and eps, such as 1:0.01");
                } else {
                    names.add(set);
                    rules.add(new StopRule(set.charAt(0) - '0', eps, mostSteps));
                }
            }
        });
        if (given.flag("accelerated", false)) {
            names.clear();
            rules.clear();
            names.add(LIMIT);
            for (String rule : List.of(SETS, RULE, EPS)) {
                if (given.isOverridden(rule)) {
                    given.fault(rule, "says when to stop, but accelerated = 1 goes to the limit");
                }
            }
            rules.add(StopRule.limit(mostSteps));
        }
        StopRule first = rules.isEmpty() ? StopRule.PUBLISHED : rules.getFirst();
        int type = (int) given.whole(RULE, 1, 2, Math.max(1, first.type()));
        double eps = given.number(EPS, 0, Double.MAX_VALUE, first.eps());
        boolean replaced = first.type() != StopRule.LIMIT
                && !given.isOverridden(SETS)
                && (given.isOverridden(RULE) || given.isOverridden(EPS));
        if (rules.isEmpty() || replaced) {
            String written = given.text(EPS)
                    .orElseGet(() -> names.isEmpty()
                            ? Double.toString(eps)
                            : names.getFirst().substring(2));
            names.clear();
            rules.clear();
            names.add(type + ":" + written);
            rules.add(new StopRule(type, eps, mostSteps));
        }
        return new EsriParameters(
                replaceability,
                given.flag("accounts", true),
                given.flag("unit_invariant", false),
                List.copyOf(names),
                List.copyOf(rules),
                (int) given.whole("essential_others", 0, 2, -1));
    }

    /** Whether the limit of all steps is sought, with exact steps among them. */
    public boolean accelerated() {
        return rules.getFirst().type() == StopRule.LIMIT;
    }

    /** The variant that is meant for a network. */
    public EsriOptions options(FirmNetwork network) {
        return new EsriOptions(replaceability.orElse(network.markets().isPresent()), accounts, unitInvariant);
    }
}
