package io.chokepoint.ui.explain;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A row of tabs; arrow keys go from one to the next. */
final class TabStrip extends HBox {
    /** @param key stays the same whatever the text says */
    record Tab(String key, String text) {}

    /** Below this width the tabs stand closer together. */
    private static final double NARROW = 330;

    /** With more tabs than this their texts are smaller. */
    private static final int UNCROWDED = 5;

    /** As many have room even where the strip is narrow. */
    private static final int FEW = 3;

    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");

    TabStrip() {
        getStyleClass().add("tab-strip");
        // As wide as the place it stands in: were it as wide as its tabs, it would never be found narrow.
        setMinWidth(0);
        widthProperty().subscribe(width -> {
            getStyleClass().remove("narrow");
            if (width.doubleValue() < NARROW) {
                getStyleClass().add("narrow");
            }
        });
        getChildren().subscribe(() -> {
            getStyleClass().removeAll("crowded", "few");
            if (getChildren().size() > UNCROWDED) {
                getStyleClass().add("crowded");
            } else if (getChildren().size() <= FEW) {
                getStyleClass().add("few");
            }
        });
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // One tab is always chosen: a click on the chosen one changes nothing.
                if (before != null && getChildren().contains((ToggleButton) before)) {
                    group.selectToggle(before);
                }
            } else {
                selected.set((String) now.getUserData());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                move(event.getCode() == KeyCode.RIGHT ? 1 : -1);
                event.consume();
            }
        });
    }

    /** Replaces the tabs; the one with the key is chosen, or else the first. */
    void show(List<Tab> tabs, String chosen) {
        getChildren().clear();
        group.getToggles().clear();
        for (Tab tab : tabs) {
            ToggleButton button = new ToggleButton(tab.text());
            button.setUserData(tab.key());
            button.setId("tab-" + tab.key());
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.getStyleClass().add("tab-button");
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        choose(
                tabs.stream().anyMatch(tab -> tab.key().equals(chosen))
                        ? chosen
                        : tabs.getFirst().key());
    }

    void choose(String key) {
        group.getToggles().stream()
                .filter(toggle -> key.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private void move(int by) {
        int at = group.getToggles().indexOf(group.getSelectedToggle()) + by;
        if (at >= 0 && at < group.getToggles().size()) {
            group.selectToggle(group.getToggles().get(at));
            ((ToggleButton) group.getToggles().get(at)).requestFocus();
        }
    }
}
