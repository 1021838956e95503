package io.chokepoint.scenario;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each rationing rule is the one of a run, where a scenario is run many times with drawn figures and nobody knows who will be
 * served first.
 *
 * @param weights by rule, 0 or more; how often is a weight's part of their sum, which is above 0
 */
public record RuleWeights(Map<Rule, Double> weights) {

    /** The rules by their words. */
    public enum Rule {
        PROPORTIONAL("proportional"),
        PRIORITY("priority"),
        DOMESTIC_FIRST("domestic-first"),
        PRICE("price");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        /** The word in files and on the command line. */
        public String id() {
            return id;
        }

        /** Which one a rule is. */
        public static Rule of(RationingRule rule) {
            return switch (rule) {
                case RationingRule.Proportional unused -> PROPORTIONAL;
                case RationingRule.Priority unused -> PRIORITY;
                case RationingRule.DomesticFirst unused -> DOMESTIC_FIRST;
                case RationingRule.Price unused -> PRICE;
            };
        }
    }

    public RuleWeights {
        double sum = 0;
        for (double weight : weights.values()) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be 0 or more, but are " + weights);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights must have a sum above 0, but are " + weights);
        }
        weights = Map.copyOf(new EnumMap<>(weights));
    }

    /** The part of the runs that a rule has, in [0, 1]. */
    public double part(Rule rule) {
        double sum = 0;
        for (Rule each : Rule.values()) {
            sum += weights.getOrDefault(each, 0.0);
        }
        return weights.getOrDefault(rule, 0.0) / sum;
    }

    /** The rule of a run: the parts laid end to end, in the order of {@link Rule}. @param place in [0, 1) */
    public Rule at(double place) {
        Rule last = Rule.PROPORTIONAL;
        double end = 0;
        for (Rule each : Rule.values()) {
            double part = part(each);
            end += part;
            if (part > 0) {
                last = each;
                if (place < end) {
                    return each;
                }
            }
        }
        return last;
    }
}
