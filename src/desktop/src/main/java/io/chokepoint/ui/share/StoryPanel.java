package io.chokepoint.ui.share;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.export.ProvenanceJson;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.report.StoryWriter;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.PictureImage;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.PngEncoder;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The story of the run as it will leave the window, and the ways in which it can: a page, a slide, words. */
public final class StoryPanel extends VBox {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 700;
    private static final double TOP = 44;
    private static final String SLOT = "story-file";

    private final UiContext context;
    private final StudyState state;
    private final Stories stories;
    private final PictureView preview = new PictureView(this::preview);
    private final Segments<Boolean> choice;
    private final Label missing = new Label();
    private final Button page = button("page", "mdal-description");
    private final Button slide = button("slide", "mdal-image");
    private final Button text = button("text", "mdal-content_copy");
    private final Button copySlide = button("copySlide", "mdal-content_copy");
    private boolean ofView = true;
    private Stories.@Nullable Told told;

    public StoryPanel(UiContext context, Stories stories) {
        this.context = context;
        this.state = context.state();
        this.stories = stories;
        getStyleClass().addAll("panel", "gallery", "story");
        setId("story");
        setPrefSize(WIDTH, HEIGHT);
        Button close = CommandControls.closeButton(() -> context.overlays().close(this));
        Label title = new Label(Texts.get("story.title"));
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(12, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        choice = new Segments<>(
                List.of(true, false),
                view -> view ? "story-of-view" : "story-of-chain",
                view -> Texts.get(view ? "story.ofView" : "story.ofChain"),
                this::choose);
        choice.setMaxHeight(Region.USE_PREF_SIZE);
        Label asked = new Label(Texts.get("story.picture"));
        asked.setMinWidth(Region.USE_PREF_SIZE);
        missing.setWrapText(true);
        missing.getStyleClass().add("label-small");
        missing.setId("story-missing");
        HBox.setHgrow(missing, Priority.ALWAYS);
        HBox above = new HBox(8, asked, choice, missing);
        above.setAlignment(Pos.CENTER_LEFT);
        FlowPane ways = new FlowPane(8, 8, page, slide, copySlide, text);
        VBox body = new VBox(12, above, preview, ways);
        body.getStyleClass().add("story-body");
        preview.setId("story-preview");
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
        page.setOnAction(event -> save("story.page", "*.html", ".html").ifPresent(this::writePage));
        slide.setOnAction(event -> save("story.slide", "*.png", ".png").ifPresent(this::writeSlide));
        text.setOnAction(event -> copyText());
        copySlide.setOnAction(event -> copySlide());
        state.many().resultProperty().subscribe(ignored -> update());
        state.many().runningProperty().subscribe(ignored -> update());
        state.reliance().foundProperty().subscribe(ignored -> update());
        state.resultProperty().subscribe(ignored -> update());
        context.theme().paletteProperty().subscribe(ignored -> {
            Stories.Told now = told;
            if (now != null) {
                show(stories.repainted(now));
            }
        });
        context.commands()
                .register(
                        Command.STORY,
                        this::open,
                        state.resultProperty().map(run -> "").orElse(Texts.get("export.noRun")));
    }

    private static Button button(String what, String icon) {
        Button button = new Button(Texts.get("story." + what), CommandControls.icon(icon));
        button.setId("story-" + what);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(CommandControls.tooltip(Texts.get("story." + what + ".hint")));
        return button;
    }

    private void open() {
        if (!context.overlays().isOpen(this)) {
            context.overlays().showModal(this, TOP, () -> {});
        }
        page.requestFocus();
        choose(stories.hasViewsPicture());
        choice.setDisable(!stories.hasViewsPicture());
        state.reliance().run();
        update();
    }

    private void choose(boolean view) {
        ofView = view;
        choice.show(view);
        preview.refresh();
    }

    /** Told anew with what has become known; nothing happens while it is not open. */
    private void update() {
        if (!context.overlays().isOpen(this)) {
            return;
        }
        boolean isRanged = state.many().result().isPresent();
        missing.setText(
                isRanged
                        ? ""
                        : Texts.get(
                                state.many().runningProperty().get() ? "story.rangeComing" : "story.rangeMissing",
                                Command.RUN_MANY.text()));
        stories.tell(this::show);
    }

    private void show(Stories.Told now) {
        told = now;
        Stream.of(page, slide, text, copySlide).forEach(button -> button.setDisable(false));
        preview.refresh();
    }

    private Optional<Picture> slide() {
        return Optional.ofNullable(told).map(now -> now.slides().whole(stories.picture(now, ofView)));
    }

    private Picture preview(double width, double height) {
        return slide().map(whole -> whole.scaled(Math.min(width / whole.width(), height / whole.height())))
                .orElseGet(() -> new Picture.Builder().build(Texts.get("story.working"), width, height, Tone.CLEAR));
    }

    private Optional<Path> save(String what, String endings, String ending) {
        String name = state.scenario().map(scenario -> scenario.id()).orElse("chokepoint") + "-story" + ending;
        return context.dialogs()
                .saveFile(
                        Texts.get("story.title"),
                        new Dialogs.FileKind(Texts.get(what), List.of(endings)),
                        name,
                        Optional.empty());
    }

    /** As saving as a page, with the file that the system's dialog would have given. */
    public void writePage(Path file) {
        Stories.Told now = told;
        if (now != null) {
            Picture picture = stories.picture(now, ofView);
            write(file, () -> AtomicFile.write(file, out -> StoryWriter.write(now.story(), picture, out)));
        }
    }

    /** As saving as a slide, with the file that the system's dialog would have given. */
    public void writeSlide(Path file) {
        Stories.Told now = told;
        if (now != null) {
            slide().ifPresent(whole -> {
                WritableImage image = PictureImage.of(whole, 1);
                String about = ProvenanceJson.text(now.run().provenance());
                write(file, () -> AtomicFile.write(file, PngEncoder.encode(image, about)));
            });
        }
    }

    private void write(Path file, UiContext.Writing writing) {
        context.write(
                SLOT,
                file,
                writing,
                written -> context.dialogs().say(Texts.get("story.written", written.getFileName())));
    }

    private void copyText() {
        Stories.Told now = told;
        if (now != null) {
            TableCopy.copyText(now.story().toText());
            context.dialogs().say(Texts.get("story.copied"));
        }
    }

    private void copySlide() {
        slide().ifPresent(whole -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(PictureImage.of(whole, 1));
            Clipboard.getSystemClipboard().setContent(content);
            context.dialogs().say(Texts.get("story.copied"));
        });
    }
}
