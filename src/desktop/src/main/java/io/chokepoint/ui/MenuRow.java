package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Command.Group;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Menus, the search field and the view switch. */
final class MenuRow extends HBox {
    private static final double WIDE = 1400;
    /** From here on there is room for the names of all views. */
    private static final double ALL_NAMES = 1640;

    private static final double NARROW = 1200;

    private final UiContext context;

    MenuRow(UiContext context, RecentMenu recent) {
        this.context = context;
        getStyleClass().addAll("bar", "menu-row");
        setAlignment(Pos.CENTER_LEFT);
        MenuBar menus = menus(recent);
        Node search = search();
        HBox views = views();
        // Equal springs on both sides keep the search field in the middle as long as there is room.
        Region before = spring();
        Region after = spring();
        getChildren().setAll(menus, before, search, after, views);
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private MenuBar menus(RecentMenu recent) {
        MenuBar bar = new MenuBar();
        bar.setUseSystemMenuBar(true);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        Menu file = menu(Group.FILE);
        file.setOnShowing(event -> recent.fill());
        file.getItems().add(4, recent);
        Menu view = menu(Group.VIEW);
        view.getItems().add(new SeparatorMenuItem());
        view.getItems().addAll(items(Group.TIME));
        bar.getMenus().setAll(file, menu(Group.EDIT), view, menu(Group.SCENARIO), menu(Group.DATA), menu(Group.HELP));
        return bar;
    }

    private Menu menu(Group group) {
        Menu menu = new Menu(Texts.get("menu." + group.name()));
        menu.getItems().setAll(items(group));
        return menu;
    }

    private List<MenuItem> items(Group group) {
        return Arrays.stream(Command.values())
                .filter(command -> command.group() == group)
                .map(command -> CommandControls.menuItem(context.commands(), command))
                .toList();
    }

    private Node search() {
        Button field = new Button(Texts.get("search.prompt"), CommandControls.icon("mdmz-search"));
        field.getStyleClass().add("search-field");
        field.setAlignment(Pos.CENTER_LEFT);
        field.setAccessibleText(Texts.get("search.prompt"));
        field.setId("search");
        field.setOnAction(event -> context.commands().run(Command.FIND));
        Label key = new Label(Command.FIND.keyText());
        key.getStyleClass().add("key");
        key.setMouseTransparent(true);
        StackPane stack = new StackPane(field, key);
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);
        stack.getStyleClass().add("search");
        field.prefWidthProperty().bind(stack.widthProperty());
        widthProperty().subscribe(width -> {
            boolean small = width.doubleValue() < WIDE;
            double wanted = width.doubleValue() < NARROW ? 220 : small ? 274 : 380;
            field.setText(Texts.get(
                    width.doubleValue() < NARROW
                            ? "search.promptShortest"
                            : small ? "search.promptShort" : "search.prompt"));
            stack.setMinWidth(wanted);
            stack.setPrefWidth(wanted);
            stack.setMaxWidth(wanted);
        });
        return stack;
    }

    /** The view's name where the action's whole text would take too much room. */
    private static String shortText(Command command) {
        return Texts.find("view.short." + command.name()).orElse(command.text());
    }

    private HBox views() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (ViewKind kind : ViewKind.values()) {
            ToggleButton button = new ToggleButton(
                    shortText(kind.command()),
                    CommandControls.icon(kind.command().icon().orElseThrow()));
            CommandControls.wire(button, context.commands(), kind.command());
            // In a narrow window icons have to do, or the search field would go; in a very narrow one all of them.
            double fromWidth = kind.compareTo(ViewKind.TABLE) > 0 ? ALL_NAMES : NARROW;
            widthProperty()
                    .subscribe(width -> button.setContentDisplay(
                            width.doubleValue() < fromWidth ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
            button.accessibleTextProperty().bind(button.textProperty());
            button.setToggleGroup(group);
            box.getChildren().add(button);
            context.state().looking().viewProperty().subscribe(shown -> button.setSelected(shown == kind));
            // A second click on the shown view must not switch it off.
            button.selectedProperty()
                    .subscribe(on -> button.setSelected(
                            context.state().looking().viewProperty().get() == kind));
        }
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }
}
