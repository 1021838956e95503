package io.chokepoint.exchange.intake;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.Problem;
import java.util.List;

/**
 * What an import has to say.
 *
 * @param faults all of them; with any, nothing is written
 */
public record ImportReport(
        List<Understood> understood, List<LeftOut> leftOut, List<Assumed> assumed, List<Problem> faults) {

    public ImportReport {
        understood = List.copyOf(understood);
        leftOut = List.copyOf(leftOut);
        assumed = List.copyOf(assumed);
        faults = faults.stream().sorted().toList();
    }

    /** @param what a plural */
    public record Understood(String what, long count) {}

    /**
     * @param where the first place
     * @param count how often
     */
    public record LeftOut(String what, String where, String why, long count) {}

    /**
     * @param table file of the dataset, empty where it is about the whole
     * @param first the first row, by its key
     * @param count rows
     */
    public record Assumed(String table, String column, String value, String why, String first, long count) {}

    /** The three lists for people to read. */
    public String text() {
        StringBuilder text = new StringBuilder("Understood:");
        if (understood.isEmpty()) {
            text.append(" nothing.");
        }
        text.append('\n');
        understood.forEach(line -> text.append("  ")
                .append(Amounts.count(line.count))
                .append(' ')
                .append(line.what)
                .append('\n'));
        text.append(leftOut.isEmpty() ? "Left out: nothing.\n" : "Left out:\n");
        for (LeftOut line : leftOut) {
            text.append("  ").append(line.what).append(": ").append(line.why).append(place(line.where, line.count));
        }
        text.append(
                assumed.isEmpty() ? "Assumed: nothing.\n" : "Assumed (basis 'assumption', with a note in the row):\n");
        for (Assumed line : assumed) {
            text.append("  ")
                    .append(line.table.isEmpty() ? "" : line.table + " ")
                    .append(line.column)
                    .append(" = ")
                    .append(line.value.isEmpty() ? "empty" : line.value)
                    .append(": ")
                    .append(line.why)
                    .append(place(line.first, line.count));
        }
        return CleanText.of(text.toString());
    }

    private static String place(String first, long count) {
        String times = count > 1 ? Amounts.count(count) + " times, first " : "";
        return first.isEmpty()
                ? count > 1 ? " (" + Amounts.count(count) + " times)\n" : "\n"
                : " (" + times + first + ")\n";
    }
}
