package io.chokepoint.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** The numbers of the rows of a table: 0, 1, 2, … Made when asked for: a table may have 100,000 rows. */
final class RowIndices extends ObservableListBase<Integer> {
    private int size;

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /** Tells that there are more or fewer rows now. */
    void resize(int now) {
        beginChange();
        if (now > size) {
            int before = size;
            size = now;
            nextAdd(before, now);
        } else if (now < size) {
            List<Integer> gone = new ArrayList<>(size - now);
            for (int row = now; row < size; row++) {
                gone.add(row);
            }
            size = now;
            nextRemove(now, gone);
        }
        endChange();
    }
}
