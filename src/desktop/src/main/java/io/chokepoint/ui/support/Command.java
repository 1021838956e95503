package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.Locale;
import java.util.Optional;

/**
 * Every action of the window: the one list from which menus, buttons, the command palette, tooltips and the key help are made.
 * Who can do it registers in {@link Commands}.
 */
public enum Command {
    OPEN_DATASET(Group.FILE, "mdal-folder_open", "Shortcut+O"),
    OPEN_SHIPPED(Group.FILE, "", ""),
    OPEN_SCENARIO_FILE(Group.FILE, "", ""),
    OPEN_OTHER(Group.FILE, "", ""),
    READ_AGAIN(Group.FILE, "mdmz-refresh", "F5"),
    NEW_DATASET(Group.FILE, "", ""),
    SAVE(Group.FILE, "mdmz-save", "Shortcut+S"),
    SAVE_AS(Group.FILE, "", "Shortcut+Shift+S"),
    SHARE(Group.FILE, "", ""),
    SHARE_TEXT(Group.FILE, "", ""),
    EXPORT(Group.FILE, "mdmz-save_alt", "Shortcut+E"),
    STORY(Group.FILE, "mdmz-share", "Shortcut+Shift+E"),
    REPORT(Group.FILE, "mdal-description", "Shortcut+R"),
    QUIT(Group.FILE, "", "Shortcut+Q"),

    UNDO(Group.EDIT, "mdmz-undo", "Shortcut+Z"),
    REDO(Group.EDIT, "mdmz-redo", "Shortcut+Shift+Z"),
    COPY_VIEW(Group.EDIT, "mdal-content_copy", "Shortcut+C"),
    PASTE(Group.EDIT, "", "Shortcut+V"),
    FIND(Group.EDIT, "mdmz-search", "Shortcut+K", "Slash"),

    VIEW_CHAIN(Group.VIEW, "mdmz-view_module", "0"),
    VIEW_GRAPH(Group.VIEW, "mdal-account_tree", "1"),
    VIEW_FLOWS(Group.VIEW, "mdmz-waves", "2"),
    VIEW_MAP(Group.VIEW, "mdmz-map", "3"),
    VIEW_MATRIX(Group.VIEW, "mdal-grid_on", "4"),
    VIEW_TABLE(Group.VIEW, "mdmz-table_chart", "5"),
    VIEW_RANKING(Group.VIEW, "mdal-leaderboard", "6"),
    VIEW_HELPS(Group.VIEW, "mdmz-security", "7"),
    VIEW_LENS(Group.VIEW, "mdal-business_center", "8"),
    VIEW_MODELS(Group.VIEW, "mdmz-scatter_plot", "9"),
    WHY(Group.VIEW, "mdal-help_outline", "W"),
    SHOW_HIT(Group.VIEW, "", "O"),
    SHOW_EVERYTHING(Group.VIEW, "", ""),
    PATH_BETWEEN(Group.VIEW, "mdal-center_focus_strong", "P"),
    FIT(Group.VIEW, "mdal-crop_free", "F"),
    ZOOM_TO_SELECTION(Group.VIEW, "", "Shift+F"),
    ZOOM_IN(Group.VIEW, "mdmz-zoom_in", "Plus"),
    ZOOM_OUT(Group.VIEW, "mdmz-zoom_out", "Minus"),
    TIDY(Group.VIEW, "", "Shortcut+L"),
    RESET_COLUMNS(Group.VIEW, "", ""),
    PIN(Group.VIEW, "mdmz-push_pin", ""),
    DRAWER(Group.VIEW, "", "E"),
    INSPECTOR(Group.VIEW, "", "I"),
    TIMELINE(Group.VIEW, "", "T"),
    THEME(Group.VIEW, "mdal-brightness_4", ""),
    FOLLOW_SYSTEM_THEME(Group.VIEW, "", ""),
    PRESENT(Group.VIEW, "mdmz-slideshow", "Shift+F5"),
    TEXT_LARGER(Group.VIEW, "", "Shortcut+Plus"),
    TEXT_SMALLER(Group.VIEW, "", "Shortcut+Minus"),
    TEXT_USUAL(Group.VIEW, "", "Shortcut+0"),
    TEXT_SIZE(Group.VIEW, "", ""),
    BACK(Group.VIEW, "", "Alt+Left"),
    FORWARD(Group.VIEW, "", "Alt+Right"),

    PLAY(Group.TIME, "mdmz-play_arrow", "Space"),
    WEEK_BACK(Group.TIME, "", "Comma"),
    WEEK_ON(Group.TIME, "", "Period"),
    FOUR_WEEKS_BACK(Group.TIME, "", "Shift+Comma"),
    FOUR_WEEKS_ON(Group.TIME, "", "Shift+Period"),
    PREVIOUS_EVENT(Group.TIME, "mdmz-skip_previous", "Open Bracket"),
    NEXT_EVENT(Group.TIME, "mdmz-skip_next", "Close Bracket"),
    FIRST_WEEK(Group.TIME, "", "Home"),
    LAST_WEEK(Group.TIME, "", "End"),

    NEW_SCENARIO(Group.SCENARIO, "", "Shortcut+N"),
    FROM_ARTICLE(Group.SCENARIO, "mdal-article", "Shortcut+Shift+A"),
    GALLERY(Group.SCENARIO, "", "Shortcut+Shift+O"),
    RESTRICT(Group.SCENARIO, "mdal-gavel", "R"),
    RESTRICT_LARGEST_MAKER(Group.SCENARIO, "", "Shift+R"),
    ADD_RESTRICTION(Group.SCENARIO, "mdal-add", ""),
    COMPARE(Group.SCENARIO, "mdal-compare_arrows", "C"),
    COMPARE_BEFORE(Group.SCENARIO, "", "Shift+C"),
    RUN_AGAIN(Group.SCENARIO, "", ""),
    RUN_MANY(Group.SCENARIO, "", ""),
    RUN_ALL(Group.SCENARIO, "", ""),
    RUNS_BY_THEMSELVES(Group.SCENARIO, "", ""),
    RELIANCE(Group.SCENARIO, "", ""),
    PAST_EPISODES(Group.SCENARIO, "", ""),

    EDIT_DATA(Group.DATA, "mdal-edit", "Shortcut+D"),
    ADD_GOOD(Group.DATA, "", ""),
    ADD_MAKER(Group.DATA, "", ""),
    PROBLEMS(Group.DATA, "mdal-error_outline", ""),
    FIGURES(Group.DATA, "", ""),
    REVERT_FIGURES(Group.DATA, "", ""),

    NEXT_REGION(Group.HELP, "", "F6"),
    PREVIOUS_REGION(Group.HELP, "", "Shift+F6"),
    GUIDE(Group.HELP, "mdal-help_outline", "Shift+F1"),
    TOUR(Group.HELP, "", ""),
    KEYS(Group.HELP, "mdal-keyboard", "F1"),
    ABOUT(Group.HELP, "", "");

    /** The menu in which an action stands. */
    public enum Group {
        FILE,
        EDIT,
        VIEW,
        TIME,
        SCENARIO,
        DATA,
        HELP
    }

    private final Group group;
    private final String icon;
    private final String[] keys;

    Command(Group group, String icon, String... keys) {
        this.group = group;
        this.icon = icon;
        this.keys = keys;
    }

    public Group group() {
        return group;
    }

    /** In a few words, from {@link Texts}; ends in "…" where something more will be asked. */
    public String text() {
        return Texts.get("command." + name());
    }

    /** The Ikonli literal of its icon, if it has one. */
    public Optional<String> icon() {
        return icon.isEmpty() ? Optional.empty() : Optional.of(icon);
    }

    /** Its key as {@link javafx.scene.input.KeyCombination} reads it, if it has one. */
    public Optional<String> accelerator() {
        return keys[0].isEmpty() ? Optional.empty() : Optional.of(keys[0]);
    }

    /** A second key, if there is one. */
    public Optional<String> secondAccelerator() {
        return keys.length > 1 ? Optional.of(keys[1]) : Optional.empty();
    }

    /** Whether a key has neither Ctrl nor Alt and is no function key: it then works only while the graph has focus. */
    public static boolean isPlainKey(String accelerator) {
        return !accelerator.contains("Shortcut+")
                && !accelerator.contains("Alt+")
                && !accelerator.matches("(Shift\\+)?F\\d{1,2}");
    }

    /** The key as people read it, e.g. "Ctrl+Shift+O"; empty where there is none. */
    public String keyText() {
        return accelerator().map(Command::keyText).orElse("");
    }

    /** An accelerator as people read it. */
    public static String keyText(String accelerator) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return accelerator
                .replace("Shortcut", mac ? "⌘" : "Ctrl")
                .replace("Open Bracket", "[")
                .replace("Close Bracket", "]")
                .replace("Comma", ",")
                .replace("Period", ".")
                .replace("Slash", "/")
                .replace("Minus", "−")
                .replace("Left", "←")
                .replace("Right", "→")
                .replace("Plus", "+");
    }
}
