package io.chokepoint.article;

/** How a text means what it says of a rule or an event. Only what is surely stated goes into a scenario by itself. */
public enum Status {
    /** It is so, or will be. */
    STATED("stated"),
    /**
     * It is so, but who acts, what or whom it hits stands in another sentence, and may be meant otherwise; or the country that acts has no
     * such flow, and whether its rule reaches other countries' makers is not said.
     */
    UNSURE("unsure"),
    /** It was so and is taken back, eased or suspended. */
    LIFTED("lifted"),
    /** It is said not to be so. */
    NEGATED("negated"),
    /** Somebody denies it. */
    DENIED("denied"),
    /** It may be, is threatened, proposed or only imagined. */
    HYPOTHETICAL("hypothetical"),
    /** Somebody else is said to say so. */
    QUOTED("quoted");

    private final String id;

    Status(String id) {
        this.id = id;
    }

    /** The word in results. */
    public String id() {
        return id;
    }
}
