package io.chokepoint.study;

import io.chokepoint.data.DataPackage;
import io.chokepoint.models.ArioModel;
import io.chokepoint.models.EsriModel;
import io.chokepoint.models.InoueTodoModel;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.simulation.ModelVersion;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.simulation.ReachModel;
import io.chokepoint.simulation.WeeklyModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which models there are: the one place that names them. A further model is one line here. Immutable. */
public final class ModelRegistry {
    /** The program's models. */
    public static final ModelRegistry PROGRAM = new ModelRegistry(
            List.of(new WeeklyModel(), new ReachModel(), new EsriModel(), new InoueTodoModel(), new ArioModel()));

    /**
     * The program's models, where the index of systemic risk takes an input for essential from another criticality on.
     *
     * @param criticality above 0, 1 at most
     */
    public static ModelRegistry withEssentialFrom(double criticality) {
        return new ModelRegistry(PROGRAM.models.stream()
                .map(model -> model instanceof EsriModel ? new EsriModel(criticality) : model)
                .toList());
    }

    private final List<PropagationModel> models;

    /** @param models at least one, the standard one first, each with a name of its own */
    public ModelRegistry(List<PropagationModel> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a registry has at least one model");
        }
        if (models.stream().map(PropagationModel::name).distinct().count() != models.size()) {
            throw new IllegalArgumentException("two models have the same name");
        }
        this.models = List.copyOf(models);
    }

    /** The one that runs where nobody asks for another. */
    public PropagationModel standard() {
        return models.getFirst();
    }

    /** The standard model as it is now, for what is written into files. */
    public ModelStamp stamp() {
        return standard().stamp();
    }

    /** All, the standard one first. */
    public List<PropagationModel> models() {
        return models;
    }

    /** Their names, in the same order. */
    public List<String> names() {
        return models.stream().map(PropagationModel::name).toList();
    }

    public Optional<PropagationModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * Runs the use cases on a dataset with a model by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public StudyRunner runner(DataPackage data, String name) {
        return new StudyRunner(data, get(name));
    }

    /**
     * What a question needs and a model does not know.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public List<Capability> missing(String name, Capability... needed) {
        return get(name).missing(needed);
    }

    /** The names of the models that know all of these. */
    public List<String> namesThatKnow(Capability... needed) {
        return models.stream()
                .filter(model -> model.missing(needed).isEmpty())
                .map(PropagationModel::name)
                .toList();
    }

    private PropagationModel get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no model '" + name + "'; there are " + String.join(", ", names())));
    }

    /**
     * What somebody should know who reads something that was written with a model; empty if it was the present version of one of these.
     */
    public Optional<String> changedSince(ModelStamp written) {
        Optional<PropagationModel> found = find(written.name());
        if (found.isEmpty()) {
            return Optional.of("written with model '" + written.name() + "', which this program does not have; it has "
                    + String.join(", ", names()) + ".");
        }
        PropagationModel model = found.get();
        String now = model.stamp().version();
        if (model.versions().stream().noneMatch(version -> version.version().equals(written.version()))) {
            return Optional.of("written with version '" + written.version() + "' of model '" + written.name()
                    + "', which this program does not know; it has " + now + ".");
        }
        List<ModelVersion> changes = model.changesSince(written.version());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("written with model '" + written + "', now " + now + "; changed since: "
                        + changes.stream()
                                .map(change -> "(" + change.version() + ") " + change.changes())
                                .collect(Collectors.joining("; "))
                        + ".");
    }
}
