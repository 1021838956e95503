package io.chokepoint.result;

import java.util.List;
import java.util.stream.Collectors;

/** What a model may know. A question names what it needs, a model what it has. */
public enum Capability {
    /** When: a value for every week of the run. */
    TIME("weeks"),
    /** How much: outputs as parts of baseline. */
    VOLUME("volumes"),
    /** Why: binding inputs and the cause of each first loss. */
    CAUSES("causes"),
    /** What things cost and which buyers a price drives away. */
    COSTS("costs"),
    /** Who is served first when a maker cannot serve all. */
    RATIONING("rationing"),
    /** What part of the demand of markets is served, and by whom. */
    MARKETS("markets");

    private final String word;

    Capability(String word) {
        this.word = word;
    }

    /** The word for it in sentences: what the model knows, or does not know. */
    public String word() {
        return word;
    }

    /** {@code weeks, volumes or causes}; for sentences that deny them. */
    public static String list(List<Capability> all) {
        if (all.size() < 2) {
            return all.stream().map(Capability::word).collect(Collectors.joining());
        }
        return all.subList(0, all.size() - 1).stream().map(Capability::word).collect(Collectors.joining(", ")) + " or "
                + all.getLast().word;
    }
}
