package io.chokepoint.ui.explain;

import io.chokepoint.model.Market;
import io.chokepoint.study.LensSubject;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of the inspector: where the selected thing stands, its name, what can be done with it, three figures. */
final class InspectorHead extends VBox {
    private final UiContext context;
    private final StudyState state;
    private final Runnable copyReason;
    private final Consumer<String> showTab;

    InspectorHead(UiContext context, Runnable copyReason, Consumer<String> showTab) {
        this.context = context;
        this.state = context.state();
        this.copyReason = copyReason;
        this.showTab = showTab;
        getStyleClass().add("inspector-head");
    }

    /** Title and a line below; for the run and for several selected things. */
    void plain(String title, String text) {
        getChildren().setAll(title(title), Parts.label(text, "note"));
    }

    void good(OfGood good, StatsBox stats) {
        Label name = title(good.good().shortName());
        if (!good.good().description().isEmpty()) {
            name.setTooltip(CommandControls.tooltip(
                    good.good().name() + "\n" + good.good().description()));
        } else {
            name.setTooltip(CommandControls.tooltip(good.good().name()));
        }
        getChildren().setAll(crumbs(good.stage(), good.madeBy(), true), name, actions(good), stats);
    }

    void market(Market market, StatsBox stats) {
        String country = market.country().isEmpty() ? market.function() : Countries.name(market.country());
        getChildren()
                .setAll(
                        crumbs(Texts.get("inspector.market"), country, false),
                        title(market.name()),
                        Parts.label(Texts.get("inspector.wants", market.function()), "note"),
                        lens(market),
                        stats);
    }

    private HBox lens(Market market) {
        Button lens = new Button(Texts.get("view.short.VIEW_LENS"), CommandControls.icon("mdal-business_center"));
        lens.setId("inspector-lens");
        lens.getStyleClass().add("small");
        lens.setTooltip(CommandControls.tooltip(Texts.get("lens.open", market.name())));
        lens.setOnAction(event -> state.looking().showLens(LensSubjects.of(market)));
        HBox row = Parts.row(6, lens);
        row.getStyleClass().add("actions");
        return row;
    }

    /** The head of the Why view. */
    void why(String stage, String name, String title) {
        HBox crumbs = crumbLine(stage, name);
        crumbs.getChildren()
                .addAll(
                        Parts.icon("mdal-content_copy", Texts.get("why.copy"), copyReason),
                        Parts.icon(
                                "mdal-close",
                                Texts.get("why.close"),
                                () -> state.looking().whyProperty().set(false)));
        getChildren().setAll(crumbs, title(title));
    }

    private static Label title(String text) {
        return Parts.label(text, "title");
    }

    private HBox crumbs(String stage, String rest, boolean pinnable) {
        HBox crumbs = crumbLine(stage, rest);
        List<Node> buttons = new ArrayList<>();
        if (pinnable) {
            buttons.add(small(CommandControls.iconButton(context.commands(), Command.PIN)));
        }
        buttons.add(Parts.icon(
                "mdal-close",
                Texts.get("inspector.deselect"),
                () -> state.looking().select(Selection.NONE)));
        crumbs.getChildren().addAll(buttons);
        return crumbs;
    }

    private static HBox crumbLine(String stage, String rest) {
        Label first = new Label(stage);
        first.getStyleClass().add("note");
        first.setMinWidth(Region.USE_PREF_SIZE);
        Label second = Parts.line(rest, "note");
        HBox line = Parts.row(4, first, CommandControls.icon("mdal-keyboard_arrow_right"), second, Parts.grow());
        line.getStyleClass().add("crumbs");
        return line;
    }

    private static Button small(Button button) {
        button.getStyleClass().add("small-icon");
        return button;
    }

    private HBox actions(OfGood good) {
        Button restrict = CommandControls.button(context.commands(), Command.RESTRICT);
        restrict.getStyleClass().addAll("accent", "small");
        restrict.setMinWidth(Region.USE_PREF_SIZE);
        Button path = new Button(Texts.get("inspector.path"));
        path.setId("inspector-path");
        path.setMinWidth(Region.USE_PREF_SIZE);
        path.setGraphic(CommandControls.icon("mdal-center_focus_strong"));
        path.getStyleClass().add("small");
        path.setTooltip(CommandControls.tooltip(Texts.get("inspector.pathHint")));
        path.setOnAction(event -> context.commands().run(Command.WHY));
        MenuButton more = new MenuButton();
        more.setId("inspector-more");
        more.getStyleClass().addAll("small", "no-arrow", "more");
        more.setGraphic(CommandControls.icon("mdmz-more_vert"));
        more.setAccessibleText(Texts.get("inspector.more"));
        more.setTooltip(CommandControls.tooltip(Texts.get("inspector.more")));
        more.getItems()
                .addAll(
                        item(
                                state.looking().pinned().contains(good.good())
                                        ? Texts.get("inspector.unpin")
                                        : Texts.get("inspector.pin"),
                                () -> state.looking().togglePinned(good.good())),
                        LensSubjects.item(lensOf(good), state),
                        item(
                                Texts.get("models.inspector"),
                                () -> state.looking().viewProperty().set(ViewKind.MODELS)),
                        item(Texts.get("inspector.sales"), () -> showTab.accept(InspectorPages.MAKERS)),
                        item(Texts.get("inspector.copyReason"), copyReason),
                        item(
                                Texts.get("inspector.copyName"),
                                () -> TableCopy.copyText(good.good().name())));
        HBox row = Parts.row(6, restrict, path, more);
        row.getStyleClass().add("actions");
        return row;
    }

    /** The chosen maker, or else the largest. */
    private Optional<LensSubject> lensOf(OfGood good) {
        return good.maker()
                .map(LensSubjects::of)
                .or(() -> LensSubjects.largest(
                        good.good(), state.data().orElseThrow().dataset()));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
