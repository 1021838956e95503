package io.chokepoint.ui.support;

/** What every feature of one window gets. */
public record UiContext(
        StudyState state,
        UiTasks tasks,
        Commands commands,
        ThemeManager theme,
        Settings settings,
        Dialogs dialogs,
        Anchors anchors,
        OverlayHost overlays) {}
