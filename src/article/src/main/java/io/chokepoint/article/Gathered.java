package io.chokepoint.article;

import io.chokepoint.article.Draft.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known so far of one rule or event of which a text speaks. */
final class Gathered {
    final Passage instrument;
    Roles roles;
    final List<Statement> statements = new ArrayList<>();
    RestrictionMaker.Made made;
    Start start;

    /**
     * From when it holds.
     *
     * @param day as {@link Draft#start}
     * @param isSure whether the words say that it is the start ("effective", "from"), not only that a date stands near
     */
    record Start(Optional<String> day, boolean isSure) {
        static final Start NONE = new Start(Optional.empty(), false);
    }

    Gathered(Passage instrument, Roles roles, RestrictionMaker.Made made, Start start) {
        this.instrument = instrument;
        this.roles = roles;
        this.made = made;
        this.start = start;
    }

    int lastSentence() {
        return statements.getLast().sentence().number();
    }

    boolean isEvent() {
        return Roles.isEvent(instrument);
    }

    /** The sentence that says most of how strong it is, and for how long, counts. */
    void learn(RestrictionMaker.Made other) {
        if (stated(other) > stated(made)) {
            made = other;
        }
    }

    void learn(Start other) {
        if (start.day().isEmpty() || other.isSure() && !start.isSure()) {
            start = other.day().isEmpty() ? start : other;
        }
    }

    static long stated(RestrictionMaker.Made made) {
        return made.figures().stream().filter(figure -> !figure.isAssumed()).count();
    }
}
