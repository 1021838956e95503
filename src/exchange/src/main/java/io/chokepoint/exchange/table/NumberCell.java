package io.chokepoint.exchange.table;

import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberStyle;
import io.chokepoint.exchange.intake.StatisticsCell;
import io.chokepoint.exchange.intake.StatisticsNumbers;
import io.chokepoint.exchange.links.Links;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the numbers of a table as offices write them, and puts them where they belong. */
final class NumberCell {
    private static final double HUNDRED = 100;

    private final StatisticsNumbers numbers;
    private final Findings findings;

    NumberCell(Optional<Locale> language, Findings findings) {
        Optional<NumberStyle> style = language.map(Locale::toLanguageTag).flatMap(NumberStyle::of);
        if (language.isPresent() && style.isEmpty()) {
            findings.fault(
                    "--locale",
                    0,
                    "",
                    language.get().toLanguageTag(),
                    "a language whose way to write numbers is known");
        }
        this.numbers = style.map(StatisticsNumbers::in).orElseGet(StatisticsNumbers::unstated);
        this.findings = findings;
    }

    /**
     * Sets an attribute to the number that a cell holds; what is no number is left out with its reason, or refused.
     *
     * @param inPercent whether the column is a part of one that is written in percent
     */
    void put(Links.Part to, String name, String column, String text, boolean inPercent, boolean isPart) {
        switch (numbers.read(text)) {
            case StatisticsCell.Number number -> {
                boolean percent = number.marks().contains(StatisticsCell.Mark.PERCENT);
                if (percent && !isPart) {
                    findings.fault(to.file(), to.row(), column, text, "a quantity, not a percentage");
                    return;
                }
                to.set(name, DraftTable.text(percent || inPercent ? number.value() / HUNDRED : number.value()));
                note(to, name, number.marks());
            }
            case StatisticsCell.Bound bound ->
                leftOut(
                        to,
                        column,
                        text,
                        "only an end of the number is known: it is " + (bound.above() ? "above" : "below"));
            case StatisticsCell.Missing missing -> {
                if (missing.reason() != StatisticsCell.Reason.EMPTY) {
                    leftOut(to, column, text, missing.reason().words());
                }
            }
            case StatisticsCell.Refused refused ->
                findings.faultAt(to.file(), to.row(), column, "'" + text + "': " + refused.why(), "a number");
        }
    }

    private void leftOut(Links.Part of, String column, String text, String why) {
        findings.leftOut("'" + text + "' in column '" + column + "'", of.file() + ":" + of.row(), why);
    }

    private static void note(Links.Part to, String name, Set<StatisticsCell.Mark> marks) {
        String words = marks.stream()
                .filter(mark -> mark != StatisticsCell.Mark.PERCENT)
                .map(mark -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            to.set("note", (to.get("note") + " Marked in the file: " + name + " " + words + ".").strip());
        }
    }
}
