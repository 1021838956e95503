package io.chokepoint.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/**
 * Which look the window has: the system's, or the one the user chose, which is remembered. Canvases listen to
 * {@link #paletteProperty()}; everything else follows by stylesheet.
 */
public final class ThemeManager {
    private static final String KEY = "theme";
    private static final String SYSTEM = "system";

    private final Settings settings;
    private Theme theme;
    private final ReadOnlyObjectWrapper<Palette> palette;
    private final List<Scene> scenes = new ArrayList<>();
    /** Held here alone: the system's settings outlive every window, and would keep it. */
    private final InvalidationListener systemChanged = unused -> apply(choose());

    public ThemeManager(Settings settings) {
        this.settings = settings;
        Fonts.load();
        Theme first = choose();
        theme = first;
        palette = new ReadOnlyObjectWrapper<>(Palette.of(first));
        Application.setUserAgentStylesheet(first.userAgentStylesheet());
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(systemChanged));
    }

    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    public Palette palette() {
        return palette.get();
    }

    /** Gives a scene our stylesheets, now and at each change. */
    public void style(Scene scene) {
        scenes.add(scene);
        dress(scene, theme);
    }

    /** The other look; remembered. */
    public void toggle() {
        show(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }

    /** A given look; remembered. */
    public void show(Theme value) {
        settings.put(KEY, value.name());
        apply(value);
    }

    /** Back to what the system says. */
    public void followSystem() {
        settings.put(KEY, SYSTEM);
        apply(choose());
    }

    private Theme choose() {
        for (Theme candidate : Theme.values()) {
            if (settings.find(KEY).orElse(SYSTEM).equals(candidate.name())) {
                return candidate;
            }
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private void apply(Theme value) {
        if (value == theme) {
            return;
        }
        Application.setUserAgentStylesheet(value.userAgentStylesheet());
        theme = value;
        palette.set(Palette.of(value));
        scenes.forEach(scene -> dress(scene, value));
    }

    private static void dress(Scene scene, Theme value) {
        scene.getStylesheets().setAll(List.of(value.roleStylesheet(), Theme.commonStylesheet()));
    }
}
