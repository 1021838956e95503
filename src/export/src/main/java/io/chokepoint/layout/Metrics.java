package io.chokepoint.layout;

/**
 * Sizes in px of the picture at normal zoom.
 *
 * @param cardWidth of a card
 * @param cardHeight of a card
 * @param pitch from row to row
 * @param rows of cards
 * @param top upper edge of the first row's slot
 * @param bottom lower edge of the last row's slot
 */
public record Metrics(double cardWidth, double cardHeight, double pitch, int rows, double top, double bottom) {

    /** Left and right of the outer columns. */
    public static final double SIDE = 14;
    /** Upper edge of the column heads. */
    public static final double HEAD_TOP = 40;
    /** Height of the column heads. */
    public static final double HEAD_HEIGHT = 40;
    /** Kept free for the legend. */
    public static final double FOOT = 42;
    /** Width of a rail's tiles. */
    public static final double RAIL = 18;
    /** Height of the stack under an open column. */
    public static final double STACK = 24;
    /** Height kept at a rail's foot for its upright title. */
    private static final double RAIL_TITLE = 118;
    /** Least distance between two open columns. */
    public static final double LEAST_GAP = 20;

    /** From line to line in a column that shows all its goods; a target may be no lower. */
    static final double LINE_PITCH = 26;
    /** Between two such lines. */
    static final double LINE_GAP = 2;

    private static final double BELOW_HEADS = 12;
    private static final double STACK_ROOM = 32;
    private static final double LEAST_PITCH = 70.5;
    /** Rows stand closer on a canvas lower than {@link #LOW}, which would else hold two of them. */
    private static final double LOW_PITCH = 66;
    /** Between two cards of a column. */
    private static final double ROW_GAP = 12;

    private static final double LOW_GAP = 9;
    /** Below this height a canvas is one of two of a comparison. */
    private static final double LOW = 410;

    private static final double MOST_PITCH = 78;
    private static final double MOST_CARD = 60;
    private static final double LEAST_CARD = 30;
    private static final double CARD_WIDTH = 108;
    private static final double WIDE_CARD = 116;
    private static final double WIDE_FROM = 1_480;

    /** For a canvas of the given size. */
    public static Metrics of(double width, double height) {
        double top = HEAD_TOP + HEAD_HEIGHT + BELOW_HEADS;
        double leastPitch = height < LOW ? LOW_PITCH : LEAST_PITCH;
        double available = Math.max(leastPitch, height - top - FOOT - STACK_ROOM);
        int rows = Math.max(1, (int) (available / leastPitch));
        double pitch = Math.min(MOST_PITCH, available / rows);
        double card = Math.clamp(pitch - (height < LOW ? LOW_GAP : ROW_GAP), LEAST_CARD, MOST_CARD);
        return new Metrics(width >= WIDE_FROM ? WIDE_CARD : CARD_WIDTH, card, pitch, rows, top, top + available);
    }

    /** Height kept at a rail's foot for its upright title; none on a low canvas, where tiles need the room. */
    public static double railTitle(double height) {
        return height < LOW ? STACK : RAIL_TITLE;
    }

    /** How many goods a column shows as lines. */
    int lines() {
        return Math.max(1, (int) ((bottom - top) / LINE_PITCH));
    }

    /** The row of the headline chain, a little above the middle. */
    public int spineRow() {
        return (rows - 1) / 2;
    }

    /** Upper edge of a card in a row. */
    public double rowTop(int row) {
        return top + row * pitch + (pitch - cardHeight) / 2;
    }

    /** Middle of a card in a row. */
    public double rowCentre(int row) {
        return rowTop(row) + cardHeight / 2;
    }

    /** The row, as a number with a part, whose middle is at a height. */
    double rowAt(double y) {
        return (y - rowCentre(0)) / pitch;
    }
}
