package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Control;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All scenarios as cards, with the question each answers and the real status of the measure. */
public final class ScenarioGallery extends VBox {
    /** Cards that a window of usual height has room for. */
    private static final int IN_SIGHT = 9;

    private static final int EACH_PASS = 3;
    private static final double WIDTH = 1052;
    private static final double HEIGHT = 620;
    private static final double TOP = 64;
    private static final double CARD_WIDTH = 296;
    /** Room for the longest of all at once: a question of three lines, a title and an outcome of two. */
    private static final double CARD_HEIGHT = 186;

    private static final int QUESTION_LINES = 3;
    private static final List<String> GROUPS = List.of("articles", "worst-cases", "policy", "supply");

    private final UiContext context;
    private final ScenarioFiles files;
    private final GalleryRuns runs;
    private final VBox groups = new VBox(20);
    private final Label title = new Label();
    private final TextField filter = new TextField();
    /** Cards that are still to be added. */
    private final Deque<Runnable> pending = new ArrayDeque<>();

    private final AnimationTimer adding = new AnimationTimer() {
        @Override
        public void handle(long now) {
            addCards(EACH_PASS);
            if (pending.isEmpty()) {
                stop();
            }
        }
    };
    private Consumer<Scenario> chosen = scenario -> {};

    public ScenarioGallery(UiContext context, ScenarioFiles files) {
        this.context = context;
        this.files = files;
        this.runs = new GalleryRuns(context.state(), context.tasks());
        getStyleClass().addAll("panel", "gallery");
        setId("gallery");
        setPrefSize(WIDTH, HEIGHT);
        groups.getStyleClass().add("gallery-groups");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head(), scroll);
        filter.textProperty().subscribe(unused -> fill());
        filter.setOnAction(event -> {
            if (!filter.getText().isBlank() && groups.lookup(".gallery-card") instanceof Button first) {
                first.fire();
            }
        });
        context.commands()
                .register(
                        Command.GALLERY,
                        this::open,
                        context.state().dataProperty().map(d -> "").orElse(Texts.get("status.none")));
    }

    private void open() {
        choose(Texts.get("gallery.title"), context.state()::openScenario);
    }

    /** Lets the user choose a scenario for some purpose. */
    public void choose(String heading, Consumer<Scenario> onChosen) {
        title.setText(heading);
        chosen = onChosen;
        if (filter.getText().isEmpty()) {
            fill();
        } else {
            filter.clear();
        }
        context.overlays().showModal(this, TOP, () -> {
            pending.clear();
            runs.stop();
        });
        filter.requestFocus();
    }

    private HBox head() {
        title.getStyleClass().add("title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        filter.setPromptText(Texts.get("gallery.filter"));
        filter.setId("gallery-filter");
        filter.setPrefWidth(260);
        Button close = CommandControls.closeButton(() -> context.overlays().close(this));
        HBox head = new HBox(12, title, filter, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        return head;
    }

    /** What is in sight at once, the rest a few in each pass: all of them together would hold the window. */
    private void fill() {
        groups.getChildren().clear();
        pending.clear();
        runs.stop();
        context.state().data().ifPresent(data -> {
            Map<String, List<Supplier<Node>>> cards = new LinkedHashMap<>();
            GROUPS.forEach(group -> cards.put(group, new ArrayList<>()));
            for (Scenario scenario : data.scenarios()) {
                if (matches(scenario)) {
                    String group = scenario.remarks().group().isEmpty()
                            ? "policy"
                            : scenario.remarks().group();
                    cards.computeIfAbsent(group, unused -> new ArrayList<>()).add(() -> card(scenario, data));
                }
            }
            List<Supplier<Node>> episodes = data.episodes().stream()
                    .map(Episode::scenario)
                    .filter(this::matches)
                    .<Supplier<Node>>map(scenario -> () -> card(scenario, data))
                    .toList();
            cards.forEach(
                    (group, nodes) -> add(Texts.find("gallery.group." + group).orElse(group), nodes));
            add(Texts.get("gallery.group.episodes"), episodes);
            add(
                    Texts.get("gallery.group.own"),
                    files.own().stream()
                            .filter(path -> contains(path.getFileName().toString()))
                            .<Supplier<Node>>map(path -> () -> card(path))
                            .toList());
            if (groups.getChildren().isEmpty()) {
                Label none = new Label(Texts.get("gallery.none"));
                none.getStyleClass().add("muted");
                groups.getChildren().add(none);
            }
        });
        addCards(IN_SIGHT);
        adding.start();
    }

    private void addCards(int most) {
        for (int i = 0; i < most && !pending.isEmpty(); i++) {
            pending.removeFirst().run();
        }
    }

    private void add(String title, List<Supplier<Node>> cards) {
        if (!cards.isEmpty()) {
            Label head = new Label(title);
            head.getStyleClass().add("strong");
            FlowPane flow = new FlowPane(16, 12);
            groups.getChildren().add(new VBox(8, head, flow));
            cards.forEach(card -> pending.add(() -> flow.getChildren().add(card.get())));
        }
    }

    private boolean matches(Scenario scenario) {
        return contains(scenario.title() + " " + scenario.question() + " " + scenario.id());
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(filter.getText().strip().toLowerCase(Locale.ROOT));
    }

    private Button card(Scenario scenario, DataPackage data) {
        Label question = small(scenario.question(), QUESTION_LINES);
        Label title = new Label(scenario.title());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMaxHeight(38);
        Label says = small(scenario.remarks().modelSays(), 2);
        says.setId("says-" + scenario.id());
        Label status = new Label(status(scenario, data));
        status.getStyleClass().add("status-chip");
        status.setVisible(!status.getText().isEmpty());
        status.setMinWidth(0);
        Label sources =
                new Label(Texts.count("gallery.sources", scenario.sources().size()));
        sources.getStyleClass().add("label-small");
        sources.setMinWidth(Region.USE_PREF_SIZE);
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        HBox foot = new HBox(8, status, spring(), sources);
        foot.setAlignment(Pos.CENTER_LEFT);
        LossStrip strip = new LossStrip(context.theme().palette());
        runs.ask(scenario, outcome -> {
            strip.show(outcome.stages());
            says.setText(outcome.says());
        });
        Button card = shell(new VBox(4, question, title, says, push, strip, foot));
        card.setId("card-" + scenario.id());
        card.setAccessibleText(scenario.title() + ". " + scenario.question());
        card.setTooltip(CommandControls.tooltip(scenario.question() + "\n\n"
                + scenario.remarks().modelSays() + (status.getText().isEmpty() ? "" : "\n\n" + status.getText())));
        card.setOnAction(event -> {
            context.overlays().close(this);
            chosen.accept(scenario);
        });
        return card;
    }

    private Button card(Path file) {
        Label title = new Label(file.getFileName().toString().replaceFirst("\\.json$", ""));
        title.getStyleClass().add("strong");
        Button card = shell(new VBox(4, small(Texts.get("gallery.ownFile"), 1), title, small(file.toString(), 2)));
        card.setOnAction(event -> {
            context.overlays().close(this);
            files.open(file);
        });
        return card;
    }

    /** The scenario's own words on its status, else those of the policy measure that it models. */
    private static String status(Scenario scenario, DataPackage data) {
        return scenario.remarks().status().isEmpty()
                ? data.dataset().controls().stream()
                        .filter(control -> control.scenario().equals(scenario.id()))
                        .map(Control::status)
                        .findFirst()
                        .orElse("")
                : scenario.remarks().status();
    }

    private static Button shell(VBox content) {
        content.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        content.setMaxSize(CARD_WIDTH, CARD_HEIGHT);
        Button card = new Button("", content);
        card.getStyleClass().setAll("gallery-card");
        return card;
    }

    private static Label small(String text, int lines) {
        Label label = new Label(text);
        label.getStyleClass().add("label-small");
        label.setWrapText(true);
        label.setMaxHeight(lines * 16.0);
        label.setMinHeight(text.isEmpty() ? 0 : Region.USE_COMPUTED_SIZE);
        return label;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
