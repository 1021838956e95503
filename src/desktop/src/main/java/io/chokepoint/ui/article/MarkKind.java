package io.chokepoint.ui.article;

import io.chokepoint.article.Passage;
import io.chokepoint.text.Texts;
import java.util.Locale;

/** What a mark in the text says. Each has a colour and a line of its own, so that either alone tells them apart. */
enum MarkKind {
    GOODS,
    MAKER,
    COUNTRY,
    BUYER,
    INSTRUMENT,
    FIGURE,
    CLAIM;

    static MarkKind of(Passage.Kind kind) {
        return switch (kind) {
            case GOOD, TAG -> GOODS;
            case MAKER -> MAKER;
            case COUNTRY -> COUNTRY;
            case MARKET -> BUYER;
            case INSTRUMENT -> INSTRUMENT;
            case PERCENT, MONEY, DATE, NANOMETRES, DURATION -> FIGURE;
        };
    }

    String text() {
        return Texts.get("article.mark." + name());
    }

    /** Of its lines. */
    String styleClass() {
        return "mark-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether two lines are drawn, one below the other. */
    boolean isDouble() {
        return this == BUYER;
    }
}
