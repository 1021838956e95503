package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.result.Capability;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.StudyRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model runs the scenario. */
final class ModelOption {
    private static final ModelRegistry MODELS = ModelRegistry.PROGRAM;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private String name = MODELS.names().getFirst();

    /** For the help text. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(MODELS.names());
        }
    }

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            completionCandidates = Names.class,
            description =
                    "What works out how a loss spreads: ${COMPLETION-CANDIDATES}. Default: the first of these."
                            + " The last three are classic models; they need what goods are worth, and say what they leave out.")
    void setModel(String wanted) {
        if (!MODELS.names().contains(wanted)) {
            throw usage("--model: '" + wanted + "' is none of " + String.join(", ", MODELS.names()));
        }
        name = wanted;
    }

    String name() {
        return name;
    }

    /**
     * Refuses what the model cannot do, before anything is read.
     *
     * @param what that was asked for, e.g. {@code --series}
     * @throws ParameterException that names the model, what it lacks and which models have it
     */
    void require(String what, Capability... needed) {
        List<Capability> missing = MODELS.missing(name, needed);
        if (!missing.isEmpty()) {
            throw usage(what + " needs a model that knows more: '" + name + "' does not know "
                    + Capability.list(missing) + "; for that, --model "
                    + String.join(" or ", MODELS.namesThatKnow(needed)));
        }
    }

    /** Runs the use cases on a dataset with this model. */
    StudyRunner runner(DataPackage data) {
        return MODELS.runner(data, name);
    }

    private ParameterException usage(String message) {
        if (command == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(command.commandLine(), message);
    }
}
