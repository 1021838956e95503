package io.chokepoint.exchange.intake;

/**
 * How much of a file that comes from somewhere else is read: the one place, for all importers. What is beyond is refused in words before it takes
 * time or memory. Far above what tools write for a supply chain, far below what would fill the memory.
 */
public final class Bounds {
    /** Bytes of a text table. */
    public static final long TABLE_BYTES = 100_000_000;

    /** Bytes of a graph file, and of any other file that is held in memory as a whole. */
    public static final long WHOLE_FILE_BYTES = 50_000_000;

    /** Bytes of a workbook as it lies on the disk. */
    public static final long WORKBOOK_BYTES = 50_000_000;

    /** Bytes of a workbook once its parts are unpacked, together. */
    public static final long UNPACKED_BYTES = 200_000_000;

    /** Times that a part of a workbook may grow when it is unpacked; tables of text grow tenfold, bombs a thousandfold. */
    public static final long UNPACKED_TIMES = 200;

    /** Parts of a workbook. */
    public static final int WORKBOOK_PARTS = 1_000;

    /** Cells of a row. */
    public static final int COLUMNS = 16_384;

    /** Rows of a table. */
    public static final int ROWS = 1_000_000;

    /** Cells of a file. */
    public static final long CELLS = 5_000_000;

    /** Letters of a cell, as in a workbook. */
    public static final int CELL_LETTERS = 32_767;

    /** Nodes of a graph. */
    public static final int NODES = 50_000;

    /** Edges of a graph. */
    public static final int EDGES = 200_000;

    /** Elements or brackets within each other. */
    public static final int DEPTH = 64;

    /** Files of a folder. */
    public static final int FILES = 1_000;

    private Bounds() {}
}
