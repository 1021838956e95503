package io.chokepoint.cli;

/** Which version of the program this is. Needs nothing of the command line. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** As in the jar's manifest. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** What {@code --version} prints. */
    public static String line() {
        return "chokepoint " + text();
    }
}
