package io.chokepoint.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Prints a script that lets the shell complete commands, options and their words.",
            "",
            "For bash: source <(chokepoint completion bash), in ~/.bashrc to keep it; for zsh the same in ~/.zshrc."
        },
        footerHeading = "%nExamples:%n" + "  chokepoint completion bash%n" + "  chokepoint completion zsh%n",
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    /** Shells that the script is for: the one script looks which it runs in. */
    enum Shell {
        BASH("bash"),
        ZSH("zsh");

        private final String word;

        Shell(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}; one script serves both.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandLine root = command.root().commandLine();
        PrintWriter out = root.getOut();
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.flush();
        return ExitCode.OK;
    }
}
