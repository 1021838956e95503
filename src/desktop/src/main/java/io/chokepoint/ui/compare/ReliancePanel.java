package io.chokepoint.ui.compare;

import io.chokepoint.scenario.Episode;
import io.chokepoint.study.SwitchingValues;
import io.chokepoint.study.SwitchingValues.Value;
import io.chokepoint.study.TrackRecord;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Reliance;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How far the answer can be relied on: the past episodes like it, and the figures whose other end turns it, to be set with a click. */
public final class ReliancePanel extends VBox {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 560;
    private static final double TOP = 52;

    private final UiContext context;
    private final StudyState state;
    private final Consumer<Episode> openEpisode;
    private final VBox page = new VBox(8);
    private final Label progress = new Label();
    private final Button act = new Button();
    private final Button close;

    /** @param openEpisode shows an episode among all of them */
    public ReliancePanel(UiContext context, Consumer<Episode> openEpisode) {
        this.context = context;
        this.state = context.state();
        this.openEpisode = openEpisode;
        getStyleClass().addAll("panel", "gallery");
        setId("reliance");
        setPrefSize(WIDTH, HEIGHT);
        close = CommandControls.closeButton(this::close);
        Label title = new Label(Texts.get("reliance.title"));
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(12, title, progress, act, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        progress.getStyleClass().add("label-small");
        progress.setMinWidth(USE_PREF_SIZE);
        act.setId("reliance-act");
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(event -> {
            if (state.reliance().runningProperty().get()) {
                state.reliance().stop();
            } else {
                state.reliance().run();
            }
        });
        page.getStyleClass().add("gallery-groups");
        page.setFillWidth(true);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        state.reliance().foundProperty().subscribe(ignored -> show());
        state.reliance().runningProperty().subscribe(ignored -> show());
        context.tasks().progressProperty().subscribe(this::progressed);
        context.commands()
                .register(
                        Command.RELIANCE,
                        this::open,
                        state.resultProperty().map(run -> "").orElse(Texts.get("samples.noRun")));
    }

    private void open() {
        if (!context.overlays().isOpen(this)) {
            context.overlays().showModal(this, TOP, () -> {});
        }
        close.requestFocus();
        state.reliance().run();
        show();
    }

    private void close() {
        context.overlays().close(this);
    }

    private void progressed(UiTasks.@Nullable Progress now) {
        progress.setText(
                now != null
                                && state.reliance().runningProperty().get()
                                && state.reliance().isOf(now)
                        ? Texts.get("progress.done", now.done(), now.total())
                        : "");
    }

    private void show() {
        if (!context.overlays().isOpen(this)) {
            return;
        }
        boolean isRunning = state.reliance().runningProperty().get();
        Optional<Reliance.Found> found = state.reliance().found();
        act.setText(Texts.get(isRunning ? "reliance.stop" : "reliance.again"));
        boolean isDone = !isRunning && found.flatMap(Reliance.Found::switching).isPresent();
        act.setVisible(!isDone);
        act.setManaged(!isDone);
        page.getChildren().clear();
        add(heading(Texts.get("trackRecord.title")));
        found.ifPresentOrElse(known -> show(known.record()), () -> add(missing(isRunning)));
        add(heading(Texts.get("switching.title")));
        found.flatMap(Reliance.Found::switching).ifPresentOrElse(this::show, () -> add(missing(isRunning)));
        add(heading(Texts.get("models.inspector")));
        add(sentence(Texts.get("reliance.models")));
        Button models = new Button(Command.VIEW_MODELS.text());
        models.setId("reliance-models");
        models.getStyleClass().add("link");
        models.setOnAction(event -> {
            close();
            context.commands().run(Command.VIEW_MODELS);
        });
        add(models);
    }

    private void show(TrackRecord record) {
        record.sentences().forEach(sentence -> add(sentence(sentence)));
        for (Episode episode : record.episodes()) {
            Button open =
                    new Button(Texts.get("reliance.open", episode.scenario().title()));
            open.getStyleClass().addAll("link", "reliance-episode");
            open.setOnAction(event -> {
                close();
                openEpisode.accept(episode);
            });
            add(open);
        }
    }

    private void show(SwitchingValues values) {
        values.sentences().forEach(sentence -> add(sentence(sentence)));
        if (values.together()) {
            add(setter(Texts.get("reliance.tryAll"), values.values()));
        } else {
            for (Value value : values.values()) {
                add(setter(Texts.get("reliance.try", value.name(), value.thresholdWords()), List.of(value)));
            }
        }
        Label runs = sentence(Texts.get("reliance.runs", values.runs()));
        runs.getStyleClass().add("label-small");
        add(runs);
    }

    private Button setter(String text, List<Value> values) {
        Button set = new Button(text);
        set.getStyleClass().addAll("link", "reliance-set");
        set.setTooltip(CommandControls.tooltip(Texts.get("reliance.try.hint")));
        set.setOnAction(event -> {
            close();
            String step = values.size() == 1
                    ? Texts.get("reliance.undo", values.getFirst().name())
                    : Texts.get("reliance.undoAll", values.size());
            state.editWork(step, work -> with(work, values));
        });
        return set;
    }

    private static Work with(Work work, List<Value> values) {
        Work changed = work;
        for (Value value : values) {
            changed = changed.withValue(new FigureEdit(
                    value.figure().id(),
                    value.figure().low(),
                    value.threshold(),
                    value.figure().high(),
                    Texts.get("reliance.source"),
                    ""));
        }
        return changed;
    }

    private void add(Node node) {
        page.getChildren().add(node);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("strong", "reliance-heading");
        return heading;
    }

    private static Label missing(boolean isRunning) {
        return sentence(Texts.get(isRunning ? "strip.working" : "strip.notYet"));
    }

    private static Label sentence(String text) {
        Label label = new Label(Typography.thin(text));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setTooltip(CommandControls.tooltip(text));
        return label;
    }
}
