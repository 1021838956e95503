package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.BundleReader;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Dialogs.FileKind;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Work as one file to share, or as one line of text; restrictions that are switched off stay here. */
final class Sharing {
    private static final String SLOT = "share";
    private static final FileKind KIND =
            new FileKind("Shared scenario (*" + Bundle.ENDING + ")", List.of("*" + Bundle.ENDING));

    private final UiContext context;
    private final StudyState state;
    private final Consumer<Throwable> failure;
    private BiConsumer<Path, Runnable> datasets = (folder, then) -> {};

    /** What takes opened work: what it is called, and the work or its faults. */
    @FunctionalInterface
    interface Taker {
        void take(String name, Loaded<Work> loaded);
    }

    Sharing(UiContext context, Consumer<Throwable> failure) {
        this.context = context;
        this.state = context.state();
        this.failure = failure;
    }

    void onDataset(BiConsumer<Path, Runnable> opener) {
        datasets = opener;
    }

    private Optional<Bundle> bundle() {
        Work work = state.workProperty().get();
        return work == null
                ? Optional.empty()
                : state.data()
                        .map(data -> Bundle.of(
                                work.scenario(),
                                work.figures().values().stream()
                                        .map(FigureEdit::shared)
                                        .toList(),
                                data));
    }

    /** Asks for a file and writes the work into it. */
    void toFile() {
        context.dialogs()
                .saveFile(
                        Texts.get("share.title"),
                        KIND,
                        state.scenario()
                                .map(scenario -> ScenarioFiles.fileName(scenario.title()))
                                .orElse("scenario.json")
                                .replaceFirst("\\.json$", Bundle.ENDING),
                        Optional.of(ScenarioFiles.folder(context.settings())))
                .ifPresent(this::to);
    }

    /** Writes the work into a file to share. */
    void to(Path path) {
        bundle().ifPresent(bundle -> context.tasks()
                .submit(
                        SLOT,
                        Texts.get("share.title"),
                        WhenBusy.COALESCE,
                        monitor -> written(bundle, path),
                        file -> context.overlays().say(Texts.get("share.written", file.getFileName())),
                        failure));
    }

    private static Path written(Bundle bundle, Path path) {
        try {
            bundle.write(path);
            return path;
        } catch (IOException e) {
            throw new ChokepointException("'" + path + "' cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts the work as one line of text on the clipboard, where it is short enough. */
    void toClipboard() {
        bundle().flatMap(Bundle::toText)
                .ifPresentOrElse(
                        line -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(line);
                            Clipboard.getSystemClipboard().setContent(content);
                            context.overlays().say(Texts.get("share.copied", line.length()));
                        },
                        () -> context.overlays().say(Texts.get("share.tooLong")));
    }

    /**
     * Opens the line of text, or the file, that the clipboard holds.
     *
     * @param articles takes any other text, and says whether it does
     */
    void pasted(Taker taker, Predicate<String> articles) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Optional<Path> file = clipboard.getFiles().stream()
                .map(File::toPath)
                .filter(path -> Bundle.isNamed(path.toString()))
                .findFirst();
        String text = clipboard.hasString() ? String.valueOf(clipboard.getString()) : "";
        if (file.isPresent()) {
            open(file.get(), taker);
        } else if (Bundle.isText(text)) {
            state.data()
                    .ifPresent(data -> taker.take(
                            Texts.get("share.pasted"),
                            work(
                                    BundleReader.parse(text, Texts.get("share.pasted")),
                                    data,
                                    Texts.get("share.pasted"))));
        } else if (!articles.test(text)) {
            context.overlays().say(Texts.get("share.nothing"));
        }
    }

    /** Reads a shared file; where it brings another dataset along than the open one, that is opened first. */
    void open(Path path, Taker taker) {
        DataPackage data = state.data().orElse(null);
        if (data == null) {
            context.overlays().say(Texts.get("scenario.noData"));
            return;
        }
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("scenario.open"),
                        WhenBusy.CANCEL,
                        monitor -> read(path, data),
                        read -> {
                            if (read.dataset().isPresent()) {
                                datasets.accept(read.dataset().get(), () -> open(path, taker));
                            } else {
                                taker.take(path.toString(), read.work());
                            }
                        },
                        failure);
    }

    /**
     * What reading said.
     *
     * @param dataset the folder of the dataset that was inside and is another one than the open one
     */
    private record Read(Loaded<Work> work, Optional<Path> dataset) {}

    private Read read(Path path, DataPackage data) {
        Loaded<Bundle> bundle = BundleReader.read(path);
        Optional<Bundle> withDataset = bundle.value()
                .filter(Bundle::hasDataset)
                .filter(one -> !one.fingerprint().equals(data.fingerprint()));
        if (withDataset.isPresent()) {
            // Its own words are not to be trusted with a path.
            String name = Integer.toHexString(withDataset.get().fingerprint().hashCode());
            Path folder = context.settings().folder().resolve("shared").resolve(name);
            try {
                withDataset.get().unpackDataset(folder);
            } catch (IOException e) {
                throw new ChokepointException("'" + folder + "' cannot be written: " + e.getMessage(), e);
            }
            if (!folder.equals(data.folder())) {
                return new Read(new Loaded<>(Optional.empty(), List.of()), Optional.of(folder));
            }
        }
        return new Read(work(bundle, data, path.toString()), Optional.empty());
    }

    private static Loaded<Work> work(Loaded<Bundle> bundle, DataPackage data, String shownAs) {
        if (bundle.value().isEmpty()) {
            return new Loaded<>(Optional.empty(), bundle.problems());
        }
        Loaded<Bundle.Content> content = bundle.value().get().on(data, shownAs);
        return new Loaded<>(
                content.value()
                        .map(found ->
                                new Work(found.scenario().withModel(Optional.empty()), FigureEdit.of(found.own()))),
                content.problems());
    }
}
