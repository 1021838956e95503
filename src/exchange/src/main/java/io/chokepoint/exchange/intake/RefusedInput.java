package io.chokepoint.exchange.intake;

/** Part of an input cannot be read, or is not to be read at all: what is there, and what was expected. */
public final class RefusedInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;
    private final String expected;

    /**
     * @param line from 1; 0 where nobody knows
     * @param what e.g. "has elements within each other 65 deep"
     * @param expected without a full stop
     */
    public RefusedInput(int line, String what, String expected) {
        super(what + "; expected " + expected);
        this.line = line;
        this.what = what;
        this.expected = expected;
    }

    public int line() {
        return line;
    }

    /** The same of a part of the input, by its name. */
    public RefusedInput within(String part) {
        return new RefusedInput(line, "the part '" + part + "' " + what, expected);
    }

    /** The same as a fault. */
    public void report(String shown, Findings findings) {
        findings.faultAt(shown, line, "", what, expected);
    }
}
