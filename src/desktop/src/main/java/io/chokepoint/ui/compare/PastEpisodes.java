package io.chokepoint.ui.compare;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.Backtest;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.BacktestScore;
import io.chokepoint.study.Seen;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.TableButton;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Past episodes: what the model says beside what was seen, observation by observation, and the score. */
public final class PastEpisodes extends VBox {
    private static final double WIDTH = 1052;
    private static final double HEIGHT = 640;
    private static final double TOP = 52;
    private static final String SLOT = "episodes";
    /** Among a button's properties, the episode that it opens. */
    private static final String EPISODE = "episode";

    private final UiContext context;
    /** Runs with drawn figures for each episode: enough for the ends of a band, and done in about a minute. */
    private static final int SAMPLES = 200;

    private static final long SEED = 1;

    private final Label score = new Label();
    private final Button draw = new Button();
    private final Label progress = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private List<BacktestRow> shown = List.of();
    private Optional<Episode> sought = Optional.empty();
    private boolean drawing;
    private final GridPane grid = new GridPane(16, 2);
    private final Button close = CommandControls.closeButton(this::close);

    public PastEpisodes(UiContext context) {
        this.context = context;
        getStyleClass().addAll("panel", "gallery");
        setId("episodes");
        setPrefSize(WIDTH, HEIGHT);
        Label title = new Label(Texts.get("episodes.title"));
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(12, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        score.setWrapText(true);
        score.getStyleClass().add("episodes-score");
        grid.getStyleClass().add("gallery-groups");
        for (double width : new double[] {274, 166, 88, 132, 56, 86, 108}) {
            ColumnConstraints column = new ColumnConstraints(width);
            grid.getColumnConstraints().add(column);
        }
        scroll.setContent(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label key = new Label(Texts.get("episodes.key"));
        key.getStyleClass().addAll("label-small");
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(key, Priority.ALWAYS);
        HBox foot = new HBox(12, key, grow(), progress, draw, new TableButton(this::table, context.dialogs()));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("episodes-foot");
        progress.getStyleClass().add("label-small");
        draw.setId("episodes-draw");
        draw.setMinWidth(USE_PREF_SIZE);
        progress.setMinWidth(USE_PREF_SIZE);
        draw.setOnAction(event -> {
            if (drawing) {
                context.tasks().cancel(SLOT);
                endDrawing();
            } else {
                drawFigures();
            }
        });
        context.tasks().progressProperty().subscribe(now -> {
            if (drawing && now != null && now.slot().equals(SLOT)) {
                progress.setText(Texts.get("episodes.progress", now.done(), now.total()));
            }
        });
        getChildren().setAll(head, score, scroll, foot);
        context.commands()
                .register(
                        Command.PAST_EPISODES,
                        this::open,
                        context.state()
                                .dataProperty()
                                .map(data -> data.episodes().isEmpty() ? Texts.get("status.none") : "")
                                .orElse(Texts.get("status.none")));
    }

    /** Opens it at an episode. */
    public void openAt(Episode episode) {
        open();
        sought = Optional.of(episode);
    }

    private void open() {
        sought = Optional.empty();
        score.setText(Texts.get("episodes.working"));
        grid.getChildren().clear();
        shown = List.of();
        endDrawing();
        context.overlays().showModal(this, TOP, () -> {
            context.tasks().cancel(SLOT);
            endDrawing();
        });
        close.requestFocus();
        run(0);
    }

    private void drawFigures() {
        drawing = true;
        draw.setText(Texts.get("episodes.stop"));
        progress.setText("");
        run(SAMPLES);
    }

    private void endDrawing() {
        drawing = false;
        draw.setText(Texts.get("episodes.draw", SAMPLES));
        progress.setText("");
    }

    /** @param samples runs with drawn figures for each episode; 0 for central figures alone */
    private void run(int samples) {
        int threads = Runtime.getRuntime().availableProcessors();
        List<Episode> episodes =
                context.state().data().map(DataPackage::episodes).orElse(List.of());
        context.state()
                .engine()
                .flatMap(engine -> engine.runner())
                .ifPresent(runner -> context.tasks()
                        .submit(
                                SLOT,
                                Texts.get("episodes.working"),
                                UiTasks.WhenBusy.CANCEL,
                                monitor -> Backtest.run(runner, episodes, samples, SEED, threads, monitor),
                                this::show));
    }

    private void show(List<BacktestRow> rows) {
        endDrawing();
        shown = rows;
        BacktestScore all = BacktestScore.of(rows);
        BacktestScore aside = BacktestScore.of(
                rows.stream().filter(row -> row.episode().heldAside()).toList());
        score.setText(Texts.get(
                "episodes.score",
                all.inRange(),
                all.observations(),
                all.overPredicts(),
                all.underPredicts(),
                aside.inRange(),
                aside.observations()));
        grid.getChildren().clear();
        int line = 1;
        List<String> heads = List.of("episode", "what", "seen", "picture", "model", "drawn", "verdict");
        for (int column = 0; column < heads.size(); column++) {
            Label head = new Label(Texts.get("episodes.head." + heads.get(column)));
            head.getStyleClass().addAll("label-small", "strong");
            grid.add(head, column, 0);
        }
        Episode last = null;
        for (BacktestRow row : rows) {
            grid.addRow(
                    line++,
                    row.episode().equals(last) ? new Label() : opener(row.episode()),
                    small(what(row)),
                    small(Seen.range(row.observation())),
                    picture(row),
                    small(value(row, row.simulated())),
                    small(drawn(row)),
                    verdict(row));
            last = row.episode();
        }
        sought.ifPresent(this::reveal);
        sought = Optional.empty();
    }

    private void reveal(Episode episode) {
        applyCss();
        layout();
        grid.getChildren().stream()
                .filter(node -> node.getProperties().get(EPISODE) == episode)
                .findFirst()
                .ifPresent(node -> {
                    double room = grid.getHeight() - scroll.getViewportBounds().getHeight();
                    scroll.setVvalue(
                            room <= 0 ? 0 : Math.min(1, node.getBoundsInParent().getMinY() / room));
                    node.requestFocus();
                });
    }

    private Button opener(Episode episode) {
        String title = episode.scenario().title();
        Button open = new Button(episode.heldAside() ? Texts.get("episodes.heldAside", title) : title);
        open.getStyleClass().add("link");
        open.getProperties().put(EPISODE, episode);
        open.setAlignment(Pos.CENTER_LEFT);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setTooltip(CommandControls.tooltip(Texts.get("episodes.open")));
        open.setOnAction(event -> {
            context.overlays().close(this);
            context.state().openScenario(episode.scenario());
        });
        return open;
    }

    private String what(BacktestRow row) {
        return context.state()
                .data()
                .map(data -> Seen.subject(row.observation(), data.dataset()))
                .orElse(row.observation().subject());
    }

    private static boolean isPrice(BacktestRow row) {
        return row.observation().what() == What.PRICE;
    }

    private static String multiple(double price) {
        return Texts.get("episodes.multiple", Amounts.number(price));
    }

    private static String value(BacktestRow row, OptionalDouble value) {
        if (value.isEmpty()) {
            return Texts.get("episodes.never");
        }
        if (isPrice(row)) {
            return multiple(value.getAsDouble());
        }
        return row.observation().quantity() == Quantity.FIRST_LOSS
                ? Texts.get("episodes.week", Amounts.number(value.getAsDouble()))
                : Amounts.percent(value.getAsDouble());
    }

    /** The range of 8 of 10 runs with drawn figures; empty before there are any. */
    private String drawn(BacktestRow row) {
        if (shown.stream().noneMatch(any -> any.p10().isPresent())) {
            return "";
        }
        if (row.observation().quantity() == Quantity.FIRST_LOSS) {
            return value(row, row.p10()).replace("week ", "") + "–"
                    + value(row, row.p90()).replace("week ", "");
        }
        if (isPrice(row)) {
            return Amounts.number(row.p10().orElse(1)) + "–"
                    + multiple(row.p90().orElse(1));
        }
        return row.p10().isEmpty() || row.p90().isEmpty()
                ? ""
                : Amounts.percentNumber(row.p10().getAsDouble()) + "–"
                        + Amounts.percent(row.p90().getAsDouble());
    }

    private TableCopy table() {
        return new TableCopy(
                "past-episodes",
                List.of(
                        "episode",
                        "observation",
                        "subject",
                        "quantity",
                        "seen_low",
                        "seen_high",
                        "simulated",
                        "p10",
                        "p90",
                        "verdict",
                        "held_aside"),
                shown.stream()
                        .<@Nullable Object[]>map(row -> new @Nullable Object[] {
                            row.episode().scenario().id(),
                            row.number(),
                            row.observation().subject(),
                            row.observation().quantity().name().toLowerCase(Locale.ROOT),
                            row.observation().seen().low(),
                            row.observation().seen().high(),
                            cell(row.simulated()),
                            cell(row.p10()),
                            cell(row.p90()),
                            row.verdict().id(),
                            row.episode().heldAside()
                        })
                        .toList());
    }

    private static @Nullable Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Node picture(BacktestRow row) {
        return row.observation().quantity() == Quantity.FIRST_LOSS
                        || isPrice(row)
                        || row.simulated().isEmpty()
                ? new Label()
                : new SeenBar(
                        row.observation().seen().low(),
                        row.observation().seen().high(),
                        row.simulated().getAsDouble(),
                        row.p10(),
                        row.p90());
    }

    private static Label verdict(BacktestRow row) {
        Label verdict = small(Texts.get("episodes.verdict." + row.verdict()));
        if (row.verdict() != BacktestRow.Verdict.IN_RANGE) {
            verdict.getStyleClass().setAll("label", "warning-chip");
        }
        verdict.setTooltip(CommandControls.tooltip(row.observation().text()));
        return verdict;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("label-small");
        label.setTooltip(CommandControls.tooltip(text));
        return label;
    }

    private void close() {
        context.overlays().close(this);
    }
}
