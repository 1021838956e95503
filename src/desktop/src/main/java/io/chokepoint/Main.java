package io.chokepoint;

import io.chokepoint.cli.ChokepointCommand;

/** The program's one entry point. Touches no class of the window toolkit unless a window is opened. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StartCache.keep();
        System.exit(ChokepointCommand.run(new WindowDesktop(), args));
    }
}
