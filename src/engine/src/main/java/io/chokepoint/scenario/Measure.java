package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import java.util.List;

/** What somebody does to be better prepared. */
public sealed interface Measure {

    /**
     * A stock rush before a rule starts: the initial stock of the selected inputs is n + b weeks, the target stays n.
     *
     * @param select flows; an input of a maker is selected when one of its flows is
     * @param weeks b, ≥ 0
     */
    record StockBuild(List<Selector> select, Figure weeks, String note, String source) implements Measure {
        public StockBuild {
            select = List.copyOf(select);
        }
    }
}
