package io.chokepoint.ui.lens;

import io.chokepoint.study.LensLosses.Loss;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a subject.
 *
 * @param losses of its most exposed inputs; empty until they have been worked out
 */
record LensContent(Page page, Optional<List<Loss>> losses) {

    /**
     * An input with what its loss does, if that was tried.
     *
     * @param waiting whether it is still to be tried
     */
    record Row(Need need, Optional<Loss> loss, boolean waiting) {}

    LensContent {
        losses = losses.map(List::copyOf);
    }

    List<Row> rows(int most) {
        List<Row> rows = new ArrayList<>();
        int tried = 0;
        for (Need need : page.needs()) {
            Optional<Loss> loss = losses.stream()
                    .flatMap(List::stream)
                    .filter(one -> one.need().equals(need))
                    .findFirst();
            boolean exposed = need.exposure() > 0 && tried < most;
            tried += exposed ? 1 : 0;
            rows.add(new Row(need, loss, exposed && losses.isEmpty()));
        }
        return rows;
    }
}
