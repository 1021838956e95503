package io.chokepoint.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What has to be repainted when another week is looked at; nothing is laid out anew. */
final class Weekly {
    private final List<IntConsumer> listeners = new ArrayList<>();
    private int week;

    /** Called now and whenever the week changes. */
    void add(IntConsumer listener) {
        listeners.add(listener);
        listener.accept(week);
    }

    void show(int newWeek) {
        week = newWeek;
        listeners.forEach(listener -> listener.accept(newWeek));
    }

    int week() {
        return week;
    }

    void clear() {
        listeners.clear();
    }
}
