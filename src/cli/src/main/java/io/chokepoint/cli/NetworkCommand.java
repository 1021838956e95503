package io.chokepoint.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The classic models on firm-level networks: one command below this one for each, with a {@link NetworkCase} of its own. */
@Command(
        name = "network",
        description = "Runs a classic model on a network of firms: who sells how much to whom, from two tables.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint network esri --dir my-case --out esri.csv%n"
                + "  chokepoint network esri --dir my-case --all --eps 1e-8%n"
                + "  chokepoint network inoue-todo --dir my-firms --days 100%n"
                + "  chokepoint network ario --dir my-regions --steps 100%n"
                + "  chokepoint network reach --dir my-case --all%n",
        sortOptions = false,
        subcommands = {
            NetworkEsriCommand.class,
            NetworkDailyCommand.class,
            NetworkArioCommand.class,
            NetworkReachCommand.class
        })
final class NetworkCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        if (command == null) {
            throw new IllegalStateException("not part of a command line");
        }
        throw new ParameterException(
                command.commandLine(),
                "The model is missing; expected one of "
                        + String.join(", ", command.subcommands().keySet()));
    }
}
