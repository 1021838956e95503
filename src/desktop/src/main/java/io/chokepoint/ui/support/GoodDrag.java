package io.chokepoint.ui.support;

import io.chokepoint.model.Good;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** A good carried by the pointer from one part of the window to another. */
public final class GoodDrag {
    private static final DataFormat FORMAT = new DataFormat("application/x-chokepoint-good");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private GoodDrag() {}

    /** Starts carrying a good; only from within a drag-detected event. Other programs get its name. */
    public static void begin(Node source, Good good) {
        Dragboard board = source.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, good.id());
        content.putString(good.name());
        board.setContent(content);
    }

    /**
     * Lets goods be dropped on a part of the window; while one is held above it, it has the pseudo-class {@code drop}.
     *
     * @param find the open dataset's good of an id
     */
    public static void accept(Node target, Function<String, Optional<Good>> find, Consumer<Good> onDrop) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasContent(FORMAT)) {
                event.acceptTransferModes(TransferMode.COPY);
                target.pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_EXITED, event -> target.pseudoClassStateChanged(DROP, false));
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasContent(FORMAT)) {
                event.setDropCompleted(drop(event.getDragboard().getContent(FORMAT), find, onDrop));
                target.pseudoClassStateChanged(DROP, false);
                event.consume();
            }
        });
    }

    /** @return whether what was dropped is a good of the open dataset */
    static boolean drop(@Nullable Object content, Function<String, Optional<Good>> find, Consumer<Good> onDrop) {
        Optional<Good> good = content instanceof String id ? find.apply(id) : Optional.empty();
        good.ifPresent(onDrop);
        return good.isPresent();
    }
}
