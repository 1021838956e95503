package io.chokepoint.ui;

import io.chokepoint.ui.support.Settings;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which parts of the window are open, remembered for each size of window: what fits a wide one is in the way in a narrow one. */
final class PanelMemory {

    /** Sizes that are remembered apart, by the width of the window. */
    enum Size {
        NARROW(1200),
        SMALL(1400),
        MEDIUM(1680),
        LARGE(Double.MAX_VALUE);

        private final double below;

        Size(double below) {
            this.below = below;
        }

        static Size of(double width) {
            return List.of(values()).stream()
                    .filter(size -> width < size.below)
                    .findFirst()
                    .orElse(LARGE);
        }
    }

    private final Settings settings;
    private final BooleanProperty inspector = new SimpleBooleanProperty(true);
    private final BooleanProperty timeline = new SimpleBooleanProperty(true);
    private final BooleanProperty drawer = new SimpleBooleanProperty(false);
    private Size size = Size.MEDIUM;
    private boolean loading;

    PanelMemory(Settings settings) {
        this.settings = settings;
        keep("inspector", inspector);
        keep("timeline", timeline);
        keep("drawer", drawer);
    }

    BooleanProperty inspector() {
        return inspector;
    }

    BooleanProperty timeline() {
        return timeline;
    }

    BooleanProperty drawer() {
        return drawer;
    }

    /** Opens or closes the inspector without remembering it: it comes and goes with what is selected. */
    void showInspectorForNow(boolean open) {
        loading = true;
        inspector.set(open);
        loading = false;
    }

    boolean isNarrow() {
        return size == Size.NARROW;
    }

    /** Brings back what was open in a window of this width; nothing changes while the size stays the same. */
    void setWidth(double width) {
        Size now = Size.of(width);
        if (width <= 0 || now == size) {
            return;
        }
        size = now;
        loading = true;
        // In a narrow window the inspector lies over chips and markets, so it comes only when asked for.
        inspector.set(settings.isOn(key("inspector"), now != Size.NARROW));
        timeline.set(settings.isOn(key("timeline"), true));
        // Only where there is room for it beside the graph does the drawer come back by itself.
        drawer.set(now == Size.LARGE && settings.isOn(key("drawer"), false));
        loading = false;
    }

    private void keep(String name, BooleanProperty open) {
        open.subscribe((before, now) -> {
            if (!loading) {
                settings.put(key(name), now);
            }
        });
    }

    private String key(String name) {
        return "panel." + name + "." + size.name().toLowerCase(java.util.Locale.ROOT);
    }
}
