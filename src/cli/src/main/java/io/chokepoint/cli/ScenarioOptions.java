package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.model.Figure;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.OwnFigure;
import io.chokepoint.study.StudyRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which scenario to run: one of the dataset's, a file, or restrictions given on the command line. */
final class ScenarioOptions {

    /** The kinds for the help text, each with its own keys. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RestrictionKinds.ALL.list().stream().map(Kinds::withKeys).iterator();
        }

        private static String withKeys(RestrictionKind kind) {
            String keys =
                    kind.parameters().stream().map(RestrictionParameter::name).collect(Collectors.joining(" "));
            return keys.isEmpty() ? kind.id() : kind.id() + " (" + keys + ")";
        }
    }

    private static final String MISSING = "--scenario or --restrict is missing";

    private static final class What {
        @Option(
                names = "--scenario",
                paramLabel = "ID|FILE",
                description =
                        "A scenario of the dataset by its id, a scenario file, a shared one (.chokepoint) or its text.")
        private @Nullable String scenario;

        @Option(
                names = "--restrict",
                paramLabel = "SPEC",
                arity = "1",
                description = {
                    "A restriction, as often as needed: \"KIND SELECTOR… [KEY=VALUE…]\", such as",
                    // Help breaks lines within 0.1, so this must fit on one.
                    "\"export-ban good:gallium country:CHN leak=0.1\".",
                    "Kinds, with their own keys: ${COMPLETION-CANDIDATES}.",
                    "Keys of all: start, end, rampWeeks, endUse.",
                    "An uncertain number: 0.2/0.5/0.8; an uncertain week: start=20/25/30, or start=20..30."
                },
                completionCandidates = Kinds.class)
        private @Nullable List<String> restrict;
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Required by {@link #require}, as a command may have another way to name a scenario. */
    @ArgGroup(multiplicity = "0..1")
    private @Nullable What what;

    @Option(
            names = "--rationing",
            paramLabel = "RULE",
            description = "Who is served first when a maker cannot serve all: ${COMPLETION-CANDIDATES}."
                    + " Default: as the scenario or the dataset says.")
    private @Nullable Rationing rationing;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Weeks to run, 1 to " + Scenario.MOST_HORIZON_WEEKS + ". Default: the scenario's; "
                    + Scenario.DEFAULT_HORIZON_WEEKS + " for restrictions given here.")
    private @Nullable Integer weeks;

    /** Own figures that a shared scenario brought along, by id. */
    private Map<String, Figure> own = Map.of();

    private List<Bundle.Own> shared = List.of();

    /** Whether a scenario, or how to run it, was named. */
    boolean isGiven() {
        return what != null || rationing != null || weeks != null;
    }

    /** Whether a scenario was named or given by its restrictions. */
    boolean isNamed() {
        return what != null;
    }

    /** Refuses to go on without a scenario, and what the model has no use for, before anything is read. */
    void require(ModelOption model) {
        if (what == null) {
            throw usage(MISSING);
        }
        if (weeks != null) {
            model.require("--weeks", Capability.TIME);
        }
        if (rationing != null) {
            model.require("--rationing", Capability.RATIONING);
        }
    }

    /**
     * The scenario that is meant; what its file says of the model it was written with is said as a remark.
     */
    Scenario resolve(DataPackage data, CommonOptions common) {
        Optional<Loaded<Bundle>> bundle =
                Optional.ofNullable(what).flatMap(chosen -> Bundles.find(String.valueOf(chosen.scenario)));
        Scenario scenario;
        if (bundle.isPresent()) {
            Bundle.Content content = Bundles.open(bundle.get(), data, common);
            scenario = apply(content.scenario(), data);
            shared = content.own();
            own = OwnFigure.of(shared, scenario, data.dataset());
        } else {
            scenario = resolve(data);
        }
        scenario.remarks()
                .model()
                .flatMap(ModelRegistry.PROGRAM::changedSince)
                .ifPresent(changed -> common.remark("Scenario '" + scenario.id() + "' was " + changed));
        return scenario;
    }

    /**
     * The scenario that is meant.
     *
     * @throws ChokepointException with all faults if it does not fit the dataset
     */
    private Scenario resolve(DataPackage data) {
        if (what == null) {
            throw usage(MISSING);
        }
        return apply(what.restrict != null ? adHoc(what.restrict, data) : named(what.scenario, data), data);
    }

    /** The runner with the own figures of a shared scenario; to be called once the scenario is resolved. */
    StudyRunner own(StudyRunner runner) {
        return runner.with(own);
    }

    /** Own figures that the scenario came with. */
    List<Bundle.Own> shared() {
        return shared;
    }

    /** The scenario's file where it is one that people edit. */
    Optional<Path> file(DataPackage data) {
        return Optional.ofNullable(what)
                .flatMap(chosen -> Optional.ofNullable(chosen.scenario))
                .filter(wanted ->
                        find(wanted, data).isEmpty() && Bundles.find(wanted).isEmpty())
                .map(Path::of);
    }

    /** A scenario with the weeks and the rationing rule that are asked for. */
    Scenario apply(Scenario stated, DataPackage data) {
        Scenario scenario = weeks == null ? stated : stated.withHorizonWeeks(weeks);
        return rationing == null ? scenario : scenario.withRationing(rule(rationing, scenario, data));
    }

    /** The rationing rule with this word, for a scenario; empty if it is no such word. */
    Optional<RationingRule> rule(String word, Scenario scenario, DataPackage data) {
        return Arrays.stream(Rationing.values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .map(each -> rule(each, scenario, data));
    }

    /** The restrictions that were given in words; none where a scenario was named. */
    List<String> specs() {
        return what == null || what.restrict == null ? List.of() : List.copyOf(what.restrict);
    }

    /** Restrictions in words, as {@code --restrict} takes them, as a scenario. */
    Scenario adHoc(List<String> specs, DataPackage data) {
        List<Problem> problems = new ArrayList<>();
        List<Restriction> restrictions = new ArrayList<>();
        boolean notUnderstood = false;
        for (int i = 0; i < specs.size(); i++) {
            String where = specs.size() == 1 ? "--restrict" : "--restrict (" + (i + 1) + ")";
            // Figures of one id share their draw: those of several restrictions must not.
            String figures = i == 0 ? "ad-hoc" : "ad-hoc/" + (i + 1);
            Loaded<Restriction> loaded = RestrictionSpecParser.parse(specs.get(i), where, figures);
            problems.addAll(loaded.problems());
            notUnderstood |= loaded.value().isEmpty();
            loaded.value().ifPresent(restriction -> {
                restrictions.add(restriction);
                Scenario alone = Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of(restriction));
                problems.addAll(ScenarioChecker.check(alone, data.dataset(), where));
            });
        }
        if (notUnderstood) {
            throw usage(problems.stream()
                    .filter(Problem::isError)
                    .map(Problem::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        refuse(problems);
        return Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, restrictions);
    }

    private static void refuse(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ChokepointException(errors);
        }
    }

    static Scenario named(@Nullable String idOrFile, DataPackage data) {
        return named("--scenario", idOrFile, data);
    }

    /** @param option for messages */
    static Scenario named(String option, @Nullable String idOrFile, DataPackage data) {
        String wanted = idOrFile == null ? "" : idOrFile;
        Optional<Scenario> known = find(wanted, data);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Loaded<Bundle>> bundle = Bundles.find(wanted);
        if (bundle.isPresent()) {
            Bundle.Content content = bundle.get().orThrow().on(data, wanted).orThrow();
            if (!content.own().isEmpty()) {
                throw new ChokepointException(option + ": '" + Bundles.shown(wanted)
                        + "' has own figures, which are used only where they are asked for with --scenario.");
            }
            return content.scenario();
        }
        if (wanted.endsWith(".json") || Files.isRegularFile(Path.of(wanted))) {
            return ScenarioReader.read(Path.of(wanted), data.dataset()).orThrow();
        }
        List<String> ids = data.scenarios().stream().map(Scenario::id).toList();
        throw new ChokepointException(List.of(Problem.error(
                option,
                0,
                "",
                "'" + wanted + "' is neither a file nor a scenario of this dataset; "
                        + (ids.isEmpty() ? "it has none" : "it has " + String.join(", ", ids)))));
    }

    private static Optional<Scenario> find(String id, DataPackage data) {
        return data.findScenario(id)
                .or(() -> data.episodes().stream()
                        .map(Episode::scenario)
                        .filter(scenario -> scenario.id().equals(id))
                        .findFirst());
    }

    private RationingRule rule(Rationing wanted, Scenario scenario, DataPackage data) {
        return wanted.rule(scenario.rationing().orElse(data.defaultRationing()), data.defaultRationing())
                .orElseThrow(() -> usage(Rationing.NO_CLASSES));
    }

    private ParameterException usage(String message) {
        if (command == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(command.commandLine(), message);
    }
}
