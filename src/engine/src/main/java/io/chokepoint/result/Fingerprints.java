package io.chokepoint.result;

/**
 * What the inputs of a run can be known again by: SHA-256 in hexadecimal digits, the same on every machine.
 *
 * @param dataset of the files it was read from; empty where it was read from none
 * @param scenario of what it states, own figures included; empty where a question has no single scenario
 */
public record Fingerprints(String dataset, String scenario) {
    /** Of inputs that nobody needs to know again, and of those made up by a program. */
    public static final Fingerprints NONE = new Fingerprints("", "");
}
