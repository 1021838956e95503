package io.chokepoint.ui.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ShippedData;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads dataset folders off the UI thread. A folder with errors is not opened, its faults are kept for display, and the dataset
 * that was open stays.
 */
public final class DatasetOpener {
    /** How a dataset folder is read. */
    @FunctionalInterface
    public interface Reader {
        /** Called off the UI thread. */
        Loaded<DataPackage> read(Path folder, RunMonitor monitor);
    }

    /** The slot in which folders are read; its progress counts tables. */
    public static final String SLOT = "open";

    private static final int RECENT = 8;

    /**
     * What reading a folder said.
     *
     * @param opened whether the dataset could be opened all the same
     */
    public record Report(Path folder, List<Problem> problems, boolean opened) {
        public Report {
            problems = List.copyOf(problems);
        }

        public long errors() {
            return problems.stream().filter(Problem::isError).count();
        }

        public long warnings() {
            return problems.size() - errors();
        }
    }

    private final UiContext context;
    private final Reader reader;
    private final ReadOnlyObjectWrapper<@Nullable Path> reading = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private @Nullable Path last;

    public DatasetOpener(UiContext context, Reader reader) {
        this.context = context;
        this.reader = reader;
    }

    /** The folder that is being read; null where none is. */
    public ReadOnlyObjectProperty<@Nullable Path> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What the last folder read had to say; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Folders opened before, newest first. */
    public List<Path> recent() {
        return context.settings().list(Settings.RECENT_DATASETS).stream()
                .map(Path::of)
                .toList();
    }

    /** Reads the last folder again, with the scenario that is open. */
    public void readAgain() {
        if (last != null) {
            open(last, context.state().scenario().map(Scenario::id));
        }
    }

    /** @param scenario id of the scenario to open; the dataset's default where it is empty or unknown */
    public void open(Path folder, Optional<String> scenario) {
        open(folder, data -> openScenario(data, scenario));
    }

    /** @param first opens something of the dataset as soon as it is there */
    public void open(Path folder, Consumer<DataPackage> first) {
        last = folder;
        reading.set(folder);
        context.tasks()
                .submit(
                        SLOT,
                        "Reading " + folder.getFileName(),
                        WhenBusy.CANCEL,
                        monitor -> {
                            Loaded<DataPackage> read = reader.read(folder, monitor);
                            return new Read(read, read.value().map(context.state()::prepare));
                        },
                        read -> arrived(folder, first, read.loaded(), read.engine()),
                        error -> failed(folder, error));
    }

    /** What was read, and the engine that runs it: the network is compiled off the UI thread too. */
    private record Read(Loaded<DataPackage> loaded, Optional<Engine> engine) {}

    private void arrived(
            Path folder, Consumer<DataPackage> first, Loaded<DataPackage> loaded, Optional<Engine> engine) {
        reading.set(null);
        report.set(new Report(folder, loaded.problems(), loaded.value().isPresent()));
        loaded.value().ifPresent(data -> {
            context.settings()
                    .remember(Settings.RECENT_DATASETS, folder.toAbsolutePath().toString(), RECENT);
            // The shipped one lies elsewhere after an update, so it is no folder to be remembered.
            context.settings().put(Settings.LAST_DATASET, ShippedData.isShipped(folder) ? "" : folder.toAbsolutePath());
            context.state().openData(data, engine.orElseThrow());
            first.accept(data);
        });
    }

    /**
     * Opens a scenario of the dataset that is open.
     *
     * @param scenario its id; the dataset's default where it is empty or unknown
     */
    public void openScenario(DataPackage data, Optional<String> scenario) {
        scenario.flatMap(data::findScenario)
                .or(() -> data.defaultScenario().flatMap(data::findScenario))
                .or(() -> data.scenarios().stream().findFirst())
                .ifPresentOrElse(
                        context.state()::openScenario,
                        () -> context.state().openScenario(Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of())));
    }

    private void failed(Path folder, Throwable error) {
        reading.set(null);
        if (error instanceof ChokepointException fault) {
            List<Problem> problems = fault.problems().isEmpty()
                    ? List.of(Problem.error(folder.toString(), 0, "", Objects.toString(fault.getMessage(), "")))
                    : fault.problems();
            report.set(new Report(folder, problems, false));
        } else {
            context.tasks().report(error);
        }
    }
}
