package io.chokepoint.firms;

/**
 * One label for each firm, such as its sector.
 *
 * @param names the labels, numbered in the order in which they first stand in the table of firms
 * @param of by firm, the number of its label; shared and never written to
 */
public record Labels(FirmIds names, int[] of) {

    /** How many different labels there are. */
    public int count() {
        return names.size();
    }

    /** The label of a firm, as text. */
    public String text(int firm) {
        return names.text(of[firm]);
    }
}
