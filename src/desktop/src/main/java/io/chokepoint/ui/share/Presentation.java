package io.chokepoint.ui.share;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.report.StorySlides;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The story over the whole window in large type: the answer, then the chain of reasons good by good, then how sure it is. Arrow keys, the
 * space bar and a click step; Esc leaves.
 */
public final class Presentation extends StackPane {
    /** What the buttons at the foot need, in px. */
    private static final double FOOT = 44;

    private final UiContext context;
    private final Stories stories;
    private final PictureView sheet = new PictureView(this::sheet);
    private final IntegerProperty at = new SimpleIntegerProperty();
    private final Label place = new Label();
    private final Button back;
    private final Button next;
    private Stories.@Nullable Told told;
    private @Nullable Picture picture;

    public Presentation(UiContext context, Stories stories) {
        this.context = context;
        this.stories = stories;
        setId("presentation");
        getStyleClass().add("presentation");
        sheet.setId("presentation-slide");
        sheet.setSaid(this::said);
        back = step("mdal-chevron_left", "present.back", -1);
        next = step("mdal-chevron_right", "present.next", 1);
        Button leave = CommandControls.closeButton(() -> context.overlays().close(this));
        place.getStyleClass().add("label-small");
        place.setId("presentation-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(8, place, back, next, leave);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        foot.getStyleClass().add("presentation-foot");
        StackPane.setAlignment(foot, Pos.BOTTOM_RIGHT);
        getChildren().setAll(sheet, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        sheet.setOnClickedNothing(() -> go(1));
        at.subscribe(ignored -> show());
        context.theme().paletteProperty().subscribe(ignored -> {
            Stories.Told now = told;
            if (now != null) {
                told = stories.repainted(now);
                sheet.refresh();
            }
        });
        context.commands()
                .register(
                        Command.PRESENT,
                        this::open,
                        context.state().resultProperty().map(run -> "").orElse(Texts.get("export.noRun")));
    }

    private Button step(String icon, String text, int by) {
        Button button = new Button("", CommandControls.icon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(Texts.get(text));
        button.setTooltip(CommandControls.tooltip(Texts.get(text)));
        button.setOnAction(event -> go(by));
        button.setFocusTraversable(false);
        return button;
    }

    private void open() {
        stories.tell(now -> {
            told = now;
            picture = stories.picture(now, stories.hasViewsPicture());
            if (!context.overlays().isOpen(this)) {
                context.overlays().showWhole(this, () -> {
                    told = null;
                    picture = null;
                });
            }
            at.set(0);
            show();
            sheet.requestFocus();
        });
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN, SPACE, PAGE_DOWN, ENTER -> go(1);
            case LEFT, UP, PAGE_UP, BACK_SPACE -> go(-1);
            case HOME -> go(-at.get());
            case END -> go(count());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int count() {
        Stories.Told now = told;
        return now == null ? 1 : now.slides().count();
    }

    private void go(int by) {
        at.set(Math.clamp(at.get() + (long) by, 0, count() - 1));
    }

    private void show() {
        place.setText(Texts.get("present.place", at.get() + 1, count()));
        back.setDisable(at.get() == 0);
        next.setDisable(at.get() == count() - 1);
        sheet.refresh();
    }

    private String said() {
        return sheet.picture()
                .map(shown -> Texts.get("present.place", at.get() + 1, count()) + ". " + shown.title())
                .orElse("");
    }

    /** The slide in the middle, as large as there is room above the buttons. */
    private Picture sheet(double width, double height) {
        Picture.Builder out = new Picture.Builder();
        Stories.Told now = told;
        Picture beside = picture;
        String title = "";
        if (now != null && beside != null) {
            Picture slide = now.slides().slide(at.get(), beside);
            double factor = Math.min(width / StorySlides.WIDTH, Math.max(1, height - FOOT) / StorySlides.HEIGHT);
            out.add(
                    slide.scaled(factor),
                    (width - StorySlides.WIDTH * factor) / 2,
                    (height - FOOT - StorySlides.HEIGHT * factor) / 2);
            title = slide.title();
        }
        return out.build(
                title, width, height, Tones.of(context.theme().palette().background()));
    }
}
