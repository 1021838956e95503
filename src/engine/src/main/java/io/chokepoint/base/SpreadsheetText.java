package io.chokepoint.base;

/**
 * Text in the cells of CSV tables. Spreadsheets run a cell that starts with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a
 * carriage return as a formula, quoted or not. Such a text is written with an apostrophe before it, and so is a text that starts with
 * apostrophes before one of these, so that taking one apostrophe away gives the text back in every case. Numbers are left alone.
 */
public final class SpreadsheetText {
    private SpreadsheetText() {}

    /** A text as it is written. */
    public static String guarded(String text) {
        return startsLikeAFormula(text) ? "'" + text : text;
    }

    /** A text as it was before {@link #guarded}. */
    public static String plain(String cell) {
        return cell.startsWith("'") && startsLikeAFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean startsLikeAFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && "=+-@\t\r".indexOf(text.charAt(at)) >= 0;
    }
}
