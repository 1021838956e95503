package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Picture;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a picture that is made for the room there is, says what is pointed at, and tells of clicks. It is painted at most once a
 * pulse.
 */
public final class PictureView extends Region implements Detailed {
    /** Larger canvases than this cannot be painted on most graphics cards. */
    private static final double MOST = 8000;

    private final Canvas canvas = new Canvas();
    private final Source source;
    private double detail = 1;
    private final Tooltip tooltip = new Tooltip();
    private Supplier<String> said = () -> "";
    private @Nullable Picture picture;
    private Picture.@Nullable Target pointed;
    private Consumer<Picture.Target> onClicked = target -> {};
    private Runnable onClickedNothing = () -> {};

    /** Makes the picture. */
    @FunctionalInterface
    public interface Source {
        /** @param width in px, ≥ 1; the height likewise */
        Picture picture(double width, double height);
    }

    public PictureView(Source source) {
        this.source = source;
        getStyleClass().add("picture-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        canvas.setManaged(false);
        getChildren().add(canvas);
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1, -1));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                click(event.getX(), event.getY());
            }
        });
    }

    public void setOnClicked(Consumer<Picture.Target> handler) {
        onClicked = handler;
    }

    /** @param words for those who do not see the picture, e.g. where the keyboard is; where empty its title is said */
    public void setSaid(Supplier<String> words) {
        said = words;
    }

    /** @param handler for a click where nothing is */
    public void setOnClickedNothing(Runnable handler) {
        onClickedNothing = handler;
    }

    /** Makes and paints the picture anew in the next pulse. */
    public void refresh() {
        requestLayout();
    }

    /** The picture that is shown, if there is room for one. */
    public Optional<Picture> picture() {
        return Optional.ofNullable(picture);
    }

    @Override
    public void paintAt(double value) {
        detail = value;
        layoutChildren();
    }

    private void click(double x, double y) {
        requestFocus();
        if (picture != null) {
            picture.at(x, y).ifPresentOrElse(onClicked, onClickedNothing);
        }
    }

    private void point(double x, double y) {
        Picture.Target now = picture == null ? null : picture.at(x, y).orElse(null);
        if (now != null && pointed != null && now.key().equals(pointed.key())) {
            return;
        }
        pointed = now;
        setCursor(now == null ? Cursor.DEFAULT : Cursor.HAND);
        // Taken off and put on again, the tooltip waits anew for each thing pointed at.
        Tooltip.uninstall(this, tooltip);
        tooltip.hide();
        if (now != null && !now.hint().isEmpty()) {
            tooltip.setText(now.hint());
            Tooltip.install(this, tooltip);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.clamp(getWidth(), 0, MOST);
        double height = Math.clamp(getHeight(), 0, MOST);
        if (width < 1 || height < 1) {
            return;
        }
        Detailed.size(canvas, width, height, detail * Detailed.zoom(this));
        Picture made = source.picture(width, height);
        picture = made;
        String words = said.get();
        setAccessibleText(words.isEmpty() ? made.title() : words);
        PicturePainter.paint(made, canvas.getGraphicsContext2D());
    }
}
