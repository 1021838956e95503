package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.UiContext;
import java.util.List;

/**
 * How large text and pictures are, beside what the system asks for. The toolkit reads its scale once, so a choice counts from the
 * next start; everything is drawn at the new size, and the window lays out what then fits: fewer rows, more rails.
 */
final class TextSize {
    private static final String KEY = "window.scale";
    private static final List<Integer> PERCENTS = List.of(100, 125, 150, 200);
    private static final List<String> TOOLKIT = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    private TextSize() {}

    /** Tells the toolkit, which must not have been started yet. What the command line says counts more. */
    static void apply(Settings settings) {
        int percent = percent(settings);
        if (percent != 100) {
            TOOLKIT.stream()
                    .filter(property -> System.getProperty(property) == null)
                    .forEach(property -> System.setProperty(property, percent + "%"));
        }
    }

    static void register(UiContext context) {
        Settings settings = context.settings();
        context.commands().register(Command.TEXT_SIZE, () -> {
            int next = PERCENTS.get((PERCENTS.indexOf(percent(settings)) + 1) % PERCENTS.size());
            settings.put(KEY, next);
            context.overlays().say(Texts.get("textSize.chosen", next));
        });
    }

    private static int percent(Settings settings) {
        int percent = (int) settings.number(KEY, 100);
        return PERCENTS.contains(percent) ? percent : 100;
    }
}
