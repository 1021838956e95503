package io.chokepoint;

import io.chokepoint.cli.ChokepointCommand;
import io.chokepoint.cli.ProgramVersion;

/** The program's one entry point. Touches no class of the window toolkit unless a window is opened. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StartCache.keep();
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(
                    ProgramVersion.line()); // at once: everything else starts by reading what commands there are
            return;
        }
        System.exit(ChokepointCommand.run(new WindowDesktop(), args));
    }
}
