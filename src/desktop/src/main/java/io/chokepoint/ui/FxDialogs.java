package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.ThemeManager;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Dialogs of the toolkit and of the system. */
final class FxDialogs implements Dialogs {
    private @Nullable Scene scene;
    private @Nullable ThemeManager theme;

    void attach(Scene owner, ThemeManager look) {
        scene = owner;
        theme = look;
    }

    private @Nullable Window owner() {
        return scene == null ? null : scene.getWindow();
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start.filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return Optional.ofNullable(chooser.showDialog(owner())).map(File::toPath);
    }

    @Override
    public Optional<Path> openFile(String title, FileKind kind, Optional<Path> start) {
        return Optional.ofNullable(chooser(title, kind, start).showOpenDialog(owner()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> saveFile(String title, FileKind kind, String proposedName, Optional<Path> start) {
        FileChooser chooser = chooser(title, kind, start);
        chooser.setInitialFileName(proposedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner())).map(File::toPath);
    }

    private static FileChooser chooser(String title, FileKind kind, Optional<Path> start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.description(), kind.endings()));
        start.filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    @Override
    public void say(String words) {
        if (scene != null && scene.lookup("#" + OverlayHost.ID) instanceof OverlayHost overlays) {
            overlays.say(words);
        }
    }

    @Override
    public void programError(String sentence, Throwable error) {
        StringWriter details = new StringWriter();
        error.printStackTrace(new PrintWriter(details));
        ButtonType copy = new ButtonType(Texts.get("error.copyDetails"), ButtonData.LEFT);
        Alert alert = alert(Alert.AlertType.ERROR, Texts.get("error.title"), sentence);
        TextArea area = new TextArea(details.toString());
        area.setEditable(false);
        alert.getDialogPane().setExpandableContent(area);
        alert.getButtonTypes().setAll(copy, ButtonType.CLOSE);
        if (alert.showAndWait().filter(copy::equals).isPresent()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(details.toString());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private Alert alert(Alert.AlertType type, String title, String text) {
        Alert alert = new Alert(type, text);
        alert.setTitle(Texts.get("app.title"));
        alert.setHeaderText(title);
        Window owner = owner();
        if (owner != null && owner.isShowing()) {
            alert.initOwner(owner);
        }
        if (theme != null) {
            theme.style(alert.getDialogPane().getScene());
        }
        return alert;
    }
}
