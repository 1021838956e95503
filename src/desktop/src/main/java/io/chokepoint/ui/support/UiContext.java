package io.chokepoint.ui.support;

import java.util.function.Consumer;

/**
 * What every feature of one window gets.
 *
 * @param openLink opens a web address in the user's browser
 */
public record UiContext(
        StudyState state,
        UiTasks tasks,
        Commands commands,
        ThemeManager theme,
        Settings settings,
        Dialogs dialogs,
        Anchors anchors,
        OverlayHost overlays,
        Consumer<String> openLink) {}
