package io.chokepoint.ui.compare;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.TableCopy;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Both views of a comparison, or what differs; leaves the window as one picture and one table. */
public final class CompareCenter extends VBox implements Pictured {
    private final ComparePicture picture;
    private final Supplier<TableCopy> table;

    private final Runnable upper;

    /** @param upper puts the view of A into its place */
    CompareCenter(ComparePicture picture, Supplier<TableCopy> table, Runnable upper, Region... parts) {
        super(parts);
        this.picture = picture;
        this.table = table;
        this.upper = upper;
    }

    /** Takes the view of A, which stands elsewhere while nothing is compared. */
    public void takeUpper() {
        upper.run();
    }

    @Override
    public Optional<Picture> picture() {
        return picture.picture();
    }

    @Override
    public Optional<TableCopy> table() {
        return Optional.of(table.get());
    }
}
