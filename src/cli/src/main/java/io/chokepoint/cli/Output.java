package io.chokepoint.cli;

import java.util.Locale;

/** How results are printed. */
enum Output {
    /** For people: lined up, in units. */
    TABLE,
    /** For spreadsheets and scripts. */
    CSV,
    /** For programs. */
    JSON,
    /** For notebooks: long results, in columns with types. No text, so only into a file. */
    PARQUET;

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
