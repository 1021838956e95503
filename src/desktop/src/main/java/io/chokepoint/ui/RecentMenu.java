package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.scenario.ScenarioFiles;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Scenario files and dataset folders opened before, newest first. What is gone is taken off the list when it is asked for. */
final class RecentMenu extends Menu {
    private final UiContext context;
    private final DatasetOpener opener;
    private final ScenarioFiles files;

    RecentMenu(UiContext context, DatasetOpener opener, ScenarioFiles files) {
        super(Texts.get("menu.recent"));
        this.context = context;
        this.opener = opener;
        this.files = files;
        setId("menu-recent");
        fill();
    }

    /** Reads the lists anew; to be called before the menu shows. */
    void fill() {
        List<MenuItem> items = new ArrayList<>();
        add(items, "menu.recent.scenarios", files.recent(), Settings.RECENT_SCENARIOS, files::open);
        add(
                items,
                "menu.recent.datasets",
                opener.recent(),
                Settings.RECENT_DATASETS,
                folder -> opener.open(folder, Optional.empty()));
        getItems().setAll(items);
        setDisable(items.isEmpty());
    }

    private void add(List<MenuItem> items, String heading, List<Path> paths, String key, Consumer<Path> open) {
        if (paths.isEmpty()) {
            return;
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem head = new MenuItem(Texts.get(heading));
        head.setDisable(true);
        items.add(head);
        for (Path path : paths) {
            MenuItem item = new MenuItem(path.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> open(path, key, open));
            items.add(item);
        }
    }

    private void open(Path path, String key, Consumer<Path> open) {
        if (Files.exists(path)) {
            open.accept(path);
        } else {
            context.settings().forget(key, path.toString());
            context.overlays().say(Texts.get("menu.recent.gone", path));
            fill();
        }
    }
}
