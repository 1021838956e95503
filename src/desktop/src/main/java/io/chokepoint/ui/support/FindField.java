package io.chokepoint.ui.support;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field that finds one of many by a part of its name: what matches stands in a menu below, Enter takes the first. */
public final class FindField<T> extends TextField {
    private static final int MOST = 10;

    private final Supplier<List<Choice<T>>> choices;
    private final Consumer<T> onChosen;
    private final ContextMenu menu = new ContextMenu();
    private boolean offersAtOnce;

    /**
     * Something that can be found.
     *
     * @param name what it is found by first
     * @param detail what it is; it is found by this too
     * @param words other names by which people look for it; not shown
     */
    public record Choice<T>(T value, String name, String detail, String words) {
        public Choice(T value, String name, String detail) {
            this(value, name, detail, "");
        }

        private int rank(String[] typed) {
            String first = name.toLowerCase(Locale.ROOT);
            String all = first + " " + (detail + " " + words).toLowerCase(Locale.ROOT);
            for (String word : typed) {
                if (!all.contains(word)) {
                    return -1;
                }
            }
            return first.startsWith(typed[0]) ? 0 : first.contains(typed[0]) ? 1 : 2;
        }
    }

    /**
     * @param id of the field; the menu's is the same with {@code -menu}
     * @param prompt what is looked for, also for assistive technology
     * @param choices asked for whenever something is typed, best first
     */
    public FindField(String id, String prompt, Supplier<List<Choice<T>>> choices, Consumer<T> onChosen) {
        this.choices = choices;
        this.onChosen = onChosen;
        setId(id);
        menu.setId(id + "-menu");
        // The open menu gets the key first, and has no row to choose until one is pointed at.
        menu.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && menu.getSkin().getNode().lookup(".menu-item:focused") == null) {
                found().stream().limit(1).forEach(this::take);
                event.consume();
            }
        });
        setPromptText(prompt);
        setAccessibleText(prompt);
        textProperty().subscribe((before, now) -> {
            if (now.isBlank()) {
                menu.hide();
            } else {
                offer();
            }
        });
        setOnAction(event -> found().stream().limit(1).forEach(this::take));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                offer();
            }
        });
    }

    /**
     * Makes it a field that always has something chosen: its prompt says what, and a click offers the first choices before anything is
     * typed.
     *
     * @param hint what can be looked for; a tooltip
     */
    public FindField<T> asChooser(String hint) {
        offersAtOnce = true;
        getStyleClass().add("chooser-field");
        setAccessibleText(hint);
        setTooltip(CommandControls.tooltip(hint));
        setOnMouseClicked(event -> offer());
        return this;
    }

    /** Says what is chosen now. */
    public void showChosen(String name) {
        setPromptText(name);
        setAccessibleHelp(name);
    }

    private List<Choice<T>> found() {
        if (getText().isBlank()) {
            return offersAtOnce && isFocused()
                    ? choices.get().stream().limit(MOST).toList()
                    : List.of();
        }
        String[] words = getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<Choice<T>> all = choices.get();
        return IntStream.rangeClosed(0, 2)
                .boxed()
                .flatMap(rank -> all.stream().filter(choice -> choice.rank(words) == rank))
                .limit(MOST)
                .toList();
    }

    private void offer() {
        List<Choice<T>> found = found();
        menu.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty() || getScene() == null || getScene().getWindow() == null) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(this, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Choice<T> choice) {
        MenuItem item =
                new MenuItem(choice.detail().isEmpty() ? choice.name() : choice.name() + " – " + choice.detail());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> take(choice));
        return item;
    }

    private void take(Choice<T> choice) {
        clear();
        menu.hide();
        onChosen.accept(choice.value());
    }
}
