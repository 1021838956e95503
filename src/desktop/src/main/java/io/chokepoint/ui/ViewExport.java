package io.chokepoint.ui;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.export.ProvenanceJson;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.compare.CompareCenter;
import io.chokepoint.ui.control.PictureImage;
import io.chokepoint.ui.share.Frames;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.PngEncoder;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/** What is shown, as a picture or a table, into a file or onto the clipboard. */
final class ViewExport {
    private static final String SLOT = "export";

    private final UiContext context;
    private final Region window;
    private final Supplier<Region> shown;
    private final Supplier<List<SimulationResult>> runs;
    private final Supplier<List<StudyState>> states;

    /** A way in which a view can leave the window. */
    enum Way {
        PNG(".png"),
        PNG_DOUBLE(".png"),
        SVG(".svg"),
        CSV(".csv"),
        WINDOW(".png");

        private final String ending;

        Way(String ending) {
            this.ending = ending;
        }
    }

    /**
     * @param shown the view of the moment
     * @param runs what it shows, two runs of a comparison
     * @param states whose these are
     */
    ViewExport(
            UiContext context,
            Region window,
            Supplier<Region> shown,
            Supplier<List<SimulationResult>> runs,
            Supplier<List<StudyState>> states) {
        this.runs = runs;
        this.states = states;
        this.context = context;
        this.window = window;
        this.shown = shown;
        context.commands()
                .register(
                        Command.EXPORT,
                        this::choose,
                        context.state().resultProperty().map(unused -> "").orElse(Texts.get("export.noRun")));
        context.commands()
                .register(
                        Command.COPY_VIEW,
                        this::copy,
                        context.state().resultProperty().map(unused -> "").orElse(Texts.get("export.noRun")));
    }

    private void choose() {
        ContextMenu menu = new ContextMenu();
        for (Way way : Way.values()) {
            String reason = reasonNot(way);
            MenuItem item = new MenuItem(Texts.get("export." + way) + (reason.isEmpty() ? "" : "  (" + reason + ")"));
            item.setDisable(!reason.isEmpty());
            item.setOnAction(event -> save(way));
            menu.getItems().add(item);
        }
        Node button = window.lookup("#command-EXPORT");
        menu.show(button == null ? window : button, Side.BOTTOM, 0, 4);
    }

    /** Why the view cannot leave in this way; empty where it can. */
    private String reasonNot(Way way) {
        return switch (way) {
            case PNG, PNG_DOUBLE, WINDOW -> "";
            case SVG -> picture().isPresent() ? "" : Texts.get("export.noSvg");
            case CSV -> table().isPresent() ? "" : Texts.get("export.noTable");
        };
    }

    /** What is shown as shapes and text, in its frame: none of the window's buttons is in it. */
    Optional<Picture> picture() {
        return Frames.framed(shown.get(), states.get(), context.theme().palette());
    }

    private Optional<TableCopy> table() {
        Region view = shown.get();
        return view instanceof Pictured pictured
                ? pictured.table().map(taken -> Frames.framed(taken, view, states.get()))
                : Optional.empty();
    }

    private void save(Way way) {
        Dialogs.FileKind kind = new Dialogs.FileKind(Texts.get("export." + way), List.of("*" + way.ending));
        context.dialogs()
                .saveFile(Texts.get("export.title"), kind, name() + way.ending, Optional.empty())
                .ifPresent(file -> write(way, file));
    }

    private String name() {
        String view = context.state().looking().viewProperty().get().name().toLowerCase(Locale.ROOT)
                + (shown.get() instanceof CompareCenter ? "-compared" : "");
        return context.state().scenario().map(Scenario::id).orElse("chokepoint") + "-" + view;
    }

    /** Takes the view now and writes it off the UI thread. */
    void write(Way way, Path file) {
        switch (way) {
            case PNG -> writePng(image(1), file);
            case PNG_DOUBLE -> writePng(image(2), file);
            case WINDOW -> writePng(snapshot(window, 2), file);
            case SVG -> {
                String about = provenance(runs.get());
                picture()
                        .ifPresent(taken -> inBackground(
                                file, () -> AtomicFile.write(file, out -> SvgPicture.write(taken, about, out))));
            }
            case CSV ->
                table().ifPresent(taken -> {
                    inBackground(file, () -> AtomicFile.write(file, out -> out.write(taken.csv())));
                    taken.sayLeftOut(context.dialogs());
                });
        }
    }

    private void writePng(WritableImage image, Path file) {
        String about = provenance(runs.get());
        inBackground(file, () -> AtomicFile.write(file, PngEncoder.encode(image, about)));
    }

    /** Where what is shown comes from, to be kept in pictures; empty before the first run. */
    static String provenance(List<SimulationResult> runs) {
        return ProvenanceJson.text(
                runs.stream().map(SimulationResult::provenance).toList());
    }

    /** A view without a picture of its own, such as one that waits for its answer, leaves as it stands on screen. */
    private WritableImage image(int scale) {
        return picture().map(framed -> PictureImage.of(framed, scale)).orElseGet(() -> snapshot(shown.get(), scale));
    }

    private WritableImage snapshot(Region part, int scale) {
        return Snapshots.of(part, scale, context.theme().palette().background());
    }

    private void inBackground(Path file, UiContext.Writing writing) {
        context.write(SLOT, file, writing, written -> {});
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image(2));
        Optional<TableCopy> table = table();
        table.ifPresent(taken -> content.putString(taken.tabs()));
        Clipboard.getSystemClipboard().setContent(content);
        table.ifPresent(taken -> taken.sayLeftOut(context.dialogs()));
    }
}
