package io.chokepoint.article;

import io.chokepoint.model.Word.Cue;
import java.util.regex.Pattern;

/** What came of an event: "has since resumed production", "production was not affected". */
final class Aftermath {
    /** Who hopes to resume, or does not know when, stands still. */
    private static final Pattern NOT_YET = Pattern.compile(
            "\\b(?:will|would|could|may|might|not|expect\\w*|hop(?:e|es|ed|ing)|plan\\w*|aim\\w*|until|when|once|before|unless|whether|to|can)\\b(?: \\S+){0,3}\\s*$"
                    + "|(?:预计|计划|将|何时|未|没有|尚未|才能)\\S{0,6}$");

    private Aftermath() {}

    /** Whether the sentence says behind the event that things go on again. */
    static boolean isOver(MarkedSentence sentence, Passage event) {
        return said(sentence, event.end(), Cue.RECOVERY);
    }

    /** Whether the sentence says behind the event that it did no harm. */
    static boolean isHarmless(MarkedSentence sentence, Passage event) {
        return said(sentence, event.end(), Cue.HARMLESS);
    }

    private static boolean said(MarkedSentence sentence, int from, Cue meaning) {
        return sentence.cues(meaning).stream()
                .filter(cue -> cue.start() >= from)
                .anyMatch(cue -> !isNotYet(sentence, cue));
    }

    /** Whether somebody only hopes for it, or asks when it comes. */
    static boolean isNotYet(MarkedSentence sentence, WordList.Hit cue) {
        return NOT_YET.matcher(sentence.between(sentence.clauseStart(cue.start()), cue.start()))
                .find();
    }
}
