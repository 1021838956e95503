package io.chokepoint.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "man",
        description = {
            "Prints the manual page of the program or of a command, as man reads it.",
            "",
            "To read it: chokepoint man rank | man -l -; to install it, write it into" + " ~/.local/share/man/man1."
        },
        footerHeading = "%nExamples:%n" + "  chokepoint man%n" + "  chokepoint man rank%n",
        sortOptions = false)
final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "A command. Default: the program itself.")
    private @Nullable String name;

    @Override
    public Integer call() {
        CommandLine root = command.root().commandLine();
        CommandLine about = name == null ? root : root.getSubcommands().get(name);
        if (about == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "'" + name + "' is no command; expected one of "
                            + String.join(", ", root.getSubcommands().keySet()));
        }
        PrintWriter out = root.getOut();
        out.print(page(about));
        out.flush();
        return ExitCode.OK;
    }

    /** The help text, which breaks its lines itself, below the headings that man looks for. */
    private static String page(CommandLine about) {
        String[] description = about.getCommandSpec().usageMessage().description();
        String full = about.getCommandSpec().qualifiedName("-");
        return ".TH \"" + full.toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"chokepoint "
                + ProgramVersion.text() + "\" \"Chokepoint manual\"\n.SH NAME\n" + escaped(full) + " \\- "
                + escaped(description.length == 0 ? "" : description[0]) + "\n.SH USAGE\n.nf\n"
                + escaped(about.getUsageMessage(Ansi.OFF)) + ".fi\n";
    }

    /** A backslash, and a full stop or quote at the start of a line, mean something to man. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
