package io.chokepoint.cli;

/** What the process ends with. A contract with scripts. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** The input was understood and is at fault. */
    public static final int BAD_INPUT = 1;
    /** The command line is not understood. */
    public static final int USAGE = 2;
    /** Somebody cancelled. */
    public static final int CANCELLED = 3;
    /** A bug in the program. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
