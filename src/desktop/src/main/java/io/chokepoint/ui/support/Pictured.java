package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Picture;
import java.util.Optional;

/** A view whose picture can leave the window. */
public interface Pictured {
    /** The picture as shapes and text; empty where there is nothing to show. */
    Optional<Picture> picture();

    /** The figures behind it; empty where there are none. */
    Optional<TableCopy> table();
}
