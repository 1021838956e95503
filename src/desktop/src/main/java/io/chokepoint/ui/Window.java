package io.chokepoint.ui;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.support.Anchors;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.ThemeManager;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window: its scene and all that belongs to it, put together. */
public final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final UiContext context;
    private final DatasetOpener opener;
    private final MainView view;
    private final Scene scene;
    private final ExecutorService worker;
    private final TextSize textSize;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Texts.get("app.title"));

    private Window(UiContext context, DatasetOpener.Reader reader, ExecutorService worker) {
        this.context = context;
        this.worker = worker;
        this.opener = new DatasetOpener(context, reader);
        this.view = new MainView(context, opener);
        context.overlays().setContent(view);
        ZoomRoot root = new ZoomRoot(context.overlays());
        view.keepInSight(root.rightEdgeProperty());
        this.scene = new Scene(root, 1440, 900);
        context.theme().style(scene);
        this.textSize = new TextSize(context, root);
        new Finder(context);
        new KeyDispatcher(context).attach(scene);
        new TabOrder(view).attach(scene);
        view.files().onDataset((folder, then) -> opener.open(folder, unused -> then.run()));
        // Wherever the focus is: what has an Esc of its own has taken it by now.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && !event.isConsumed()
                    && context.state().looking().leavePath()) {
                event.consume();
            }
        });
        context.state()
                .scenarioProperty()
                .subscribe(scenario -> title.set(
                        scenario == null ? Texts.get("app.title") : scenario.title() + " – " + Texts.get("app.title")));
    }

    /**
     * @param settings what is remembered
     * @param reader reads dataset folders
     * @param openLink opens a web address in the user's browser
     */
    public static Window create(Settings settings, DatasetOpener.Reader reader, Consumer<String> openLink) {
        return create(settings, reader, Engine::of, openLink);
    }

    /** @param engines makes what runs a dataset */
    static Window create(
            Settings settings,
            DatasetOpener.Reader reader,
            Function<DataPackage, Engine> engines,
            Consumer<String> openLink) {
        ExecutorService worker = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("study-", 0).factory());
        FxDialogs dialogs = new FxDialogs();
        UiTasks tasks = new UiTasks(worker, Platform::runLater, System::nanoTime, error -> {
            LOG.error("unexpected", error);
            dialogs.programError(Texts.get("error.program"), error);
        });
        UiContext context = new UiContext(
                new StudyState(tasks, engines),
                tasks,
                new Commands(),
                new ThemeManager(settings),
                settings,
                dialogs,
                new Anchors(),
                new OverlayHost(),
                openLink);
        Background.start(context);
        Window window = new Window(context, reader, worker);
        dialogs.attach(window.scene(), context.theme());
        return window;
    }

    public Scene scene() {
        return scene;
    }

    public UiContext context() {
        return context;
    }

    MainView view() {
        return view;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /**
     * Reads a dataset and opens a scenario of it, or a scenario's file; returns at once.
     *
     * @param scenario id of a scenario of the dataset, or a file: {@code .json} or {@code .chokepoint}
     */
    public void open(Path folder, Optional<String> scenario) {
        opener.open(
                folder,
                data -> scenario.filter(wanted -> data.findAny(wanted).isEmpty())
                        .filter(wanted -> Bundle.isNamed(wanted)
                                || wanted.endsWith(".json")
                                || Files.isRegularFile(Path.of(wanted)))
                        .map(Path::of)
                        .ifPresentOrElse(
                                file -> {
                                    // Where it has faults, they are said over the dataset's scenario.
                                    opener.openScenario(data, Optional.empty());
                                    view.files().open(file);
                                },
                                () -> opener.openScenario(data, scenario)));
    }

    /**
     * Reads a dataset and opens what was worked on last; the chain at rest where nothing was. Returns at once.
     *
     * @param folder of the dataset; empty for the one open last, if it is still there, else the shipped one
     */
    public void resume(Optional<Path> folder) {
        if (view.files().isFirstStart()) {
            // Otherwise a graph would be made for nobody to look at, while the dataset is opened.
            context.state().looking().viewProperty().set(ViewKind.CHAIN);
        }
        try {
            Path chosen = folder.or(() -> context.settings()
                            .find(Settings.LAST_DATASET)
                            .filter(last -> !last.isEmpty())
                            .map(Path::of)
                            .filter(Files::isDirectory))
                    .orElseGet(ShippedData::shipped);
            opener.open(chosen, unused -> view.files().resume(view.tour()::showOnce));
        } catch (ChokepointException nowhere) {
            // The window then offers to open a dataset.
            context.overlays().say(String.valueOf(nowhere.getMessage()));
        }
    }

    /** Ends all work. */
    public void close() {
        textSize.close();
        context.tasks().close();
        worker.shutdownNow();
    }
}
