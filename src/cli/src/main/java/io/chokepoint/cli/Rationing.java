package io.chokepoint.cli;

import io.chokepoint.scenario.RationingRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Rationing rules by their word on the command line. */
enum Rationing {
    PROPORTIONAL("proportional"),
    PRIORITY("priority"),
    DOMESTIC_FIRST("domestic-first"),
    PRICE("price");

    /** What is wrong where there is no rule. */
    static final String NO_CLASSES = "--rationing priority needs classes of customers, and neither the scenario"
            + " nor the dataset states any. Maybe add \"rationing\" to the scenario file.";

    private final String word;

    Rationing(String word) {
        this.word = word;
    }

    /**
     * The rule itself.
     *
     * @param stated the first of these that has classes gives those of priority
     * @return empty where no classes are stated
     */
    Optional<RationingRule> rule(RationingRule... stated) {
        return switch (this) {
            case PROPORTIONAL -> Optional.of(RationingRule.PROPORTIONAL);
            case DOMESTIC_FIRST -> Optional.of(RationingRule.DOMESTIC_FIRST);
            case PRICE -> Optional.of(RationingRule.PRICE);
            case PRIORITY ->
                Stream.of(stated)
                        .filter(RationingRule.Priority.class::isInstance)
                        .findFirst();
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
