package io.chokepoint.ui.chain;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.chain.ChainContent.StageRow;
import io.chokepoint.ui.chain.ChainContent.Tile;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FactsBar;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.support.WithFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The whole chain at rest: with what the window begins, and what a scenario that restricts nothing shows. */
public final class ChainView extends BorderPane implements WithFacts, Pictured {
    private final UiContext context;
    private final ChainViewModel model;
    private final PictureView picture;
    private final FactsBar facts = new FactsBar();
    private final TextMeasure measure = new FxTextMeasure();
    private final StartCards cards;
    private final ContextMenu menu = new ContextMenu();
    private @Nullable ChainLayout layout;

    public ChainView(UiContext context) {
        this.context = context;
        model = new ChainViewModel(context.state(), measure);
        getStyleClass().addAll("chain-view", "graph-keys");
        picture = new PictureView(this::draw);
        picture.setId("chain");
        picture.setSaid(() -> model.sentence().orElse(""));
        cards = new StartCards(context);
        showCards(false);
        menu.setId("chain-menu");
        Label what = ViewStrip.word("chain.strip");
        what.getStyleClass().add("strong");
        Label how = new Label(Texts.get("chain.strip.how"));
        how.setMinWidth(0);
        setTop(ViewStrip.ofTable(this::table, context.dialogs(), what, how));
        setCenter(picture);
        setRight(cards);
        model.contentProperty().subscribe(content -> {
            facts.show(content == null ? List.of() : content.facts(), "");
            picture.refresh();
        });
        model.cursorProperty().subscribe(unused -> picture.refresh());
        context.state().looking().selectionProperty().subscribe(unused -> picture.refresh());
        context.theme().paletteProperty().subscribe(unused -> picture.refresh());
        picture.focusedProperty().subscribe(unused -> picture.refresh());
        picture.setOnClicked(target -> {
            if (target.key() instanceof Selection.Item item) {
                context.state().looking().select(new Selection(List.of(item)));
            }
        });
        picture.setOnClickedNothing(() -> context.state().looking().select(Selection.NONE));
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        picture.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        context.anchors().add(this::where);
    }

    @Override
    public Region facts() {
        return facts;
    }

    /** Shows the questions beside the chain, or leaves their place to the inspector. */
    public void showCards(boolean shown) {
        cards.setVisible(shown);
        cards.setManaged(shown);
    }

    /** How wide the questions are: as wide as the inspector, so that the chain stays where it is when that takes their place. */
    public DoubleProperty cardsWidthProperty() {
        return cards.prefWidthProperty();
    }

    private Optional<Bounds> where(Selection.Item item) {
        if (context.state().looking().viewProperty().get() != ViewKind.CHAIN || layout == null) {
            return Optional.empty();
        }
        return layout.find(item)
                .map(place ->
                        picture.localToScreen(new BoundingBox(place.x(), place.y(), place.width(), place.height())));
    }

    private void key(KeyEvent event) {
        ChainLayout now = layout;
        if (now == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.move(now, 0, 1);
            case UP -> model.move(now, 0, -1);
            case RIGHT -> model.move(now, 1, 0);
            case LEFT -> model.move(now, -1, 0);
            case HOME -> model.move(now, -Integer.MAX_VALUE, 0);
            case END -> model.move(now, Integer.MAX_VALUE, 0);
            case ENTER -> model.select();
            case R -> {
                if (model.select()) {
                    context.commands().run(event.isShiftDown() ? Command.RESTRICT_LARGEST_MAKER : Command.RESTRICT);
                }
            }
            case ESCAPE -> {
                if (context.state().looking().selectionProperty().get().isEmpty()) {
                    return;
                }
                context.state().looking().select(Selection.NONE);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        Optional<Selection.Item> item = event.isKeyboardTrigger()
                ? model.cursorProperty().get()
                : picture.picture()
                        .flatMap(shown -> shown.at(event.getX(), event.getY()))
                        .flatMap(target ->
                                target.key() instanceof Selection.Item of ? Optional.of(of) : Optional.empty());
        item.ifPresent(of -> {
            context.state().looking().select(new Selection(List.of(of)));
            MenuItem copy = new MenuItem(Texts.get("graph.menu.copy"));
            copy.setOnAction(unused -> {
                ClipboardContent name = new ClipboardContent();
                name.putString(of.name());
                Clipboard.getSystemClipboard().setContent(name);
            });
            menu.getItems()
                    .setAll(
                            CommandControls.menuItem(context.commands(), Command.RESTRICT),
                            CommandControls.menuItem(context.commands(), Command.RESTRICT_LARGEST_MAKER),
                            copy,
                            CommandControls.menuItem(context.commands(), Command.FIGURES));
            Bounds at = where(of).orElse(null);
            if (event.isKeyboardTrigger() && at != null) {
                menu.show(picture, at.getMinX(), at.getMaxY());
            } else {
                menu.show(picture, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    private Picture draw(double width, double height) {
        Palette palette = context.theme().palette();
        return model.content()
                .map(content -> {
                    ChainLayout now = layout(content, width, height - ChainPicture.FOOT);
                    return new ChainPicture(
                                    content,
                                    now,
                                    context.state()
                                            .looking()
                                            .selectionProperty()
                                            .get(),
                                    picture.isFocused() ? model.cursorProperty().get() : Optional.empty(),
                                    palette,
                                    measure)
                            .draw(width, height);
                })
                .orElseGet(() -> new Picture.Builder()
                        .build(Texts.get("chain.working"), width, height, Tones.of(palette.canvas())));
    }

    /** Only what is pointed at or selected changes from one picture to the next, mostly. */
    private ChainLayout layout(ChainContent content, double width, double height) {
        ChainLayout last = layout;
        if (last != null && last.isOf(content, width, height)) {
            return last;
        }
        ChainLayout made = new ChainLayout(content, Texts.get("chain.markets"), measure, width, height);
        layout = made;
        return made;
    }

    @Override
    public Optional<Picture> picture() {
        return model.content().isPresent() ? picture.picture() : Optional.empty();
    }

    @Override
    public Optional<TableCopy> table() {
        return model.content().map(content -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (StageRow row : content.stages()) {
                for (Tile tile : row.tiles()) {
                    rows.add(new @Nullable Object[] {
                        tile.good().id(),
                        tile.good().name(),
                        row.stage().id(),
                        tile.country(),
                        tile.share(),
                        tile.index()
                    });
                }
            }
            return new TableCopy(
                    "chain",
                    List.of("good", "name", "stage", "largest_country", "largest_country_share", "hhi_by_country"),
                    rows);
        });
    }
}
