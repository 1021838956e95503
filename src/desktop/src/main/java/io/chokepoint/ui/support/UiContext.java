package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What every feature of one window gets.
 *
 * @param openLink opens a web address in the user's browser
 */
public record UiContext(
        StudyState state,
        UiTasks tasks,
        Commands commands,
        ThemeManager theme,
        Settings settings,
        Dialogs dialogs,
        Anchors anchors,
        OverlayHost overlays,
        Consumer<String> openLink) {

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {
        void run() throws IOException;
    }

    /**
     * Writes a file off the UI thread; a failure is said with the file's name.
     *
     * @param slot in which it is written
     * @param written told of the file on the UI thread, once it is there
     */
    public void write(String slot, Path file, Writing writing, Consumer<Path> written) {
        tasks.submit(
                slot,
                Texts.get("export.writing", file.getFileName()),
                UiTasks.WhenBusy.COALESCE,
                monitor -> {
                    writing.run();
                    return file;
                },
                written,
                failure -> dialogs.programError(Texts.get("table.notWritten", file), failure));
    }
}
