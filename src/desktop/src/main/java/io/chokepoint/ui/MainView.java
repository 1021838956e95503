package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.article.ArticlePanel;
import io.chokepoint.ui.compare.Comparison;
import io.chokepoint.ui.compare.PastEpisodes;
import io.chokepoint.ui.compare.ReliancePanel;
import io.chokepoint.ui.data.DataCommands;
import io.chokepoint.ui.data.DatasetEditing;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.data.Drops;
import io.chokepoint.ui.data.FaultsPanel;
import io.chokepoint.ui.data.NewDatasetPanel;
import io.chokepoint.ui.exchange.OtherDataPanel;
import io.chokepoint.ui.guide.GuidePanel;
import io.chokepoint.ui.scenario.RecoveryBar;
import io.chokepoint.ui.scenario.ScenarioDrawer;
import io.chokepoint.ui.scenario.ScenarioFiles;
import io.chokepoint.ui.scenario.ScenarioGallery;
import io.chokepoint.ui.share.Presentation;
import io.chokepoint.ui.share.ReportPanel;
import io.chokepoint.ui.share.Stories;
import io.chokepoint.ui.share.StoryPanel;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The window's contents: rows above, the view with its timeline, the inspector beside it, the status bar. */
final class MainView extends VBox {
    private static final double SMALL_WIDTH = 1400;
    private static final double LARGE_WIDTH = 1800;
    private static final double LOW_HEIGHT = 860;

    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
    private static final int LEAST_ARTICLE = 40;
    private static final int ROW = 1;
    private static final int ANSWER = 2;
    private static final double COMPARE_WIDTH = 328;
    /** By how much the timeline is higher where it shows two runs, if the window can afford it. */
    private static final double SECOND_LANE = 18;

    private final UiContext context;
    private final ScenarioDrawer drawer;
    private final ScenarioFiles files;
    private final DatasetOpener opener;
    private final Views views;
    private final ScenarioGallery gallery;
    private final Comparison comparison;
    private final ViewExport exports;
    private final StoryPanel story;
    private final ReportPanel report;
    private final OtherDataPanel otherData;
    private final ArticlePanel article;
    private final ScenarioRow scenarioRow;
    private final Region answerBar;
    private final Region timeline;
    private final SidePlace inspector;
    private final PanelMemory panels;
    private final Tour tour;
    private final DoubleProperty inSight = new SimpleDoubleProperty(Double.MAX_VALUE);
    private final BorderPane left = new BorderPane();
    private final HBox middle = new HBox();
    private Optional<ComparedParts> compared = Optional.empty();

    MainView(UiContext context, DatasetOpener opener) {
        this.context = context;
        this.drawer = new ScenarioDrawer(context);
        this.opener = opener;
        this.views = new Views(context, opener);
        files = new ScenarioFiles(context);
        scenarioRow = new ScenarioRow(context);
        answerBar = views.facts(new AnswerBar(context));
        comparison = new Comparison(context);
        new AtRest(context.state(), comparison.onProperty()::get);
        timeline = views.timeline();
        panels = new PanelMemory(context.settings());
        inspector = new SidePlace(
                views.side(), context.overlays(), () -> panels.inspector().set(true));
        left.setCenter(views.center());
        left.setBottom(timeline);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        middle.getChildren().setAll(drawer, left, inspector);
        gallery = new ScenarioGallery(context, files);
        PastEpisodes episodes = new PastEpisodes(context);
        new ReliancePanel(context, episodes::openAt);
        DatasetEditing editing = new DatasetEditing(context, opener);
        editing.accept(this);
        new NewDatasetPanel(context, opener, editing);
        otherData = new OtherDataPanel(context, folder -> opener.open(folder, Optional.empty()), files::open);
        article = new ArticlePanel(
                context, files::openMade, index -> scenarioRow.panels().edit(index));
        files.onArticle(this::readPasted);
        report = new ReportPanel(context, comparison::states);
        new FaultsPanel(context, opener, editing);
        new KeyHelp(context);
        new GuidePanel(context);
        tour = new Tour(context, this);
        new DataCommands(context, opener);
        new Drops(folder -> opener.open(folder, Optional.empty()), files::open, otherData::open, article::open)
                .accept(this);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getStyleClass().add("window");
        getChildren()
                .setAll(
                        new MenuRow(context, new RecentMenu(context, opener, files)),
                        scenarioRow,
                        answerBar,
                        new RecoveryBar(files),
                        middle,
                        new StatusBar(context, opener, files));
        registerCommands();
        story = new StoryPanel(context, new Stories(context, "story", this::exported, comparison::states));
        new Presentation(context, new Stories(context, "presentation", this::exported, comparison::states));
        exports = new ViewExport(context, this, this::exported, comparison::shown, comparison::states);
        comparison.onProperty().subscribe(this::compare);
        comparison.onProperty().subscribe(unused -> resize());
        views.asideProperty().subscribe(aside -> {
            scenarioRow.pseudoClassStateChanged(ASIDE, aside);
            resize();
        });
        context.state().looking().viewProperty().subscribe(unused -> resize());
        context.state().looking().selectionProperty().subscribe(unused -> resize());
        widthProperty().subscribe(unused -> resize());
        heightProperty().subscribe(unused -> resize());
        panels.drawer().subscribe(unused -> resize());
        panels.timeline().subscribe(unused -> resize());
        panels.inspector().subscribe(unused -> resize());
        middle.layoutBoundsProperty().subscribe(unused -> placeFloating());
        context.overlays()
                .keepClearAbove(
                        () -> getChildren().get(ANSWER).getBoundsInParent().getMaxY());
        context.state().looking().whyProperty().subscribe(unused -> resize());
        context.overlays().dockedProperty().subscribe(unused -> resize());
        // Where the inspector lies over the view it is away until there is something to tell.
        context.state().looking().selectionProperty().subscribe((before, now) -> {
            if (panels.isNarrow() && before.isEmpty() != now.isEmpty()) {
                panels.showInspectorForNow(!now.isEmpty());
            }
        });
    }

    /** The view that is shown. */
    Region shown() {
        return views.shown();
    }

    ScenarioFiles files() {
        return files;
    }

    Tour tour() {
        return tour;
    }

    ViewExport exports() {
        return exports;
    }

    StoryPanel story() {
        return story;
    }

    ReportPanel report() {
        return report;
    }

    ArticlePanel article() {
        return article;
    }

    /** A pasted text of some length is an article; a word or a number was meant for something else. */
    private boolean readPasted(String text) {
        boolean isArticle = text.strip().length() >= LEAST_ARTICLE;
        if (isArticle) {
            article.open(text);
        }
        return isArticle;
    }

    OtherDataPanel otherData() {
        return otherData;
    }

    /** What leaves the window: the view, or both of a comparison. */
    Region exported() {
        return compared.filter(parts -> comparison.onProperty().get())
                .map(ComparedParts::center)
                .orElseGet(views::shown);
    }

    /** Scenario A beside a scenario B. */
    Comparison comparison() {
        return comparison;
    }

    /** Puts the parts of a comparison in the place of those of one scenario, and back. */
    private void compare(boolean on) {
        compared.ifPresent(ComparedParts::end);
        if (!on) {
            getChildren().set(ROW, scenarioRow);
            getChildren().set(ANSWER, answerBar);
            left.setCenter(views.center());
            middle.getChildren().setAll(drawer, left, inspector);
            return;
        }
        ComparedParts parts = compared.orElseGet(() ->
                new ComparedParts(context, comparison, views, opener, COMPARE_WIDTH, this::chooseA, this::chooseB));
        compared = Optional.of(parts);
        panels.drawer().set(false);
        getChildren().set(ROW, parts.row());
        getChildren().set(ANSWER, parts.facts());
        left.setCenter(parts.center());
        middle.getChildren().setAll(left, parts.changes());
        parts.start();
    }

    private void chooseA() {
        gallery.choose(Texts.get("compare.chooseA"), context.state()::openScenario);
    }

    private void chooseB() {
        gallery.choose(Texts.get("compare.choose"), comparison::start);
    }

    private void registerCommands() {
        Commands commands = context.commands();
        StudyState state = context.state();
        for (ViewKind kind : ViewKind.values()) {
            commands.register(
                    kind.command(), () -> state.looking().viewProperty().set(kind));
        }
        commands.register(Command.DRAWER, () -> flip(panels.drawer()));
        commands.register(Command.TIMELINE, () -> flip(panels.timeline()));
        commands.register(Command.INSPECTOR, () -> flip(panels.inspector()));
        commands.register(Command.WHY, () -> {
            boolean show = !state.looking().whyProperty().get();
            if (show && state.looking().selectionProperty().get().isEmpty()) {
                state.answer().flatMap(answer -> answer.headline()).ifPresent(state.looking()::select);
            }
            panels.inspector().set(panels.inspector().get() || show);
            state.looking().whyProperty().set(show);
        });
        commands.register(
                Command.COMPARE,
                this::chooseB,
                state.scenarioProperty().map(s -> "").orElse(Texts.get("scenario.none")));
        commands.register(
                Command.COMPARE_BEFORE,
                comparison::startWithBefore,
                state.undoNameProperty().map(UndoTexts::reasonNotUndo));
        commands.register(Command.THEME, context.theme()::toggle);
        commands.register(Command.FOLLOW_SYSTEM_THEME, context.theme()::followSystem);
        commands.register(Command.UNDO, state::undo, state.undoNameProperty().map(UndoTexts::reasonNotUndo));
        commands.register(Command.REDO, state::redo, state.redoNameProperty().map(UndoTexts::reasonNotRedo));
        commands.setText(Command.UNDO, state.undoNameProperty().map(UndoTexts::undo));
        commands.setText(Command.REDO, state.redoNameProperty().map(UndoTexts::redo));
        commands.register(
                Command.BACK,
                state.looks()::goBack,
                state.looks().canGoBackProperty().map(can -> can ? "" : Texts.get("looks.noBack")));
        commands.register(
                Command.FORWARD,
                state.looks()::goForward,
                state.looks().canGoForwardProperty().map(can -> can ? "" : Texts.get("looks.noForward")));
        RegionFocus focus = new RegionFocus(this);
        commands.register(Command.NEXT_REGION, focus::next);
        commands.register(Command.PREVIOUS_REGION, focus::previous);
        commands.register(Command.QUIT, () -> getScene().getWindow().hide());
    }

    private static void flip(BooleanProperty open) {
        open.set(!open.get());
    }

    /** The sizes of the window's parts by its width and height. */
    private void resize() {
        double width = getWidth();
        panels.setWidth(width);
        double inspectorWidth = context.state().looking().whyProperty().get()
                ? 432
                : width >= LARGE_WIDTH ? 360 : width >= SMALL_WIDTH ? 312 : 288;
        boolean inspected = panels.inspector().get() && !isAtRest();
        fix(inspector, inspectorWidth, Region.USE_COMPUTED_SIZE, inspected);
        if (context.state().looking().viewProperty().get() == ViewKind.CHAIN) {
            views.chain().cardsWidthProperty().set(inspectorWidth);
            views.chain()
                    .showCards((!inspected || panels.isNarrow())
                            && !comparison.onProperty().get());
        }
        fix(drawer, 320, Region.USE_COMPUTED_SIZE, panels.drawer().get());
        fix(
                timeline,
                Region.USE_COMPUTED_SIZE,
                getHeight() < LOW_HEIGHT ? 104 : comparison.onProperty().get() ? 116 + SECOND_LANE : 116,
                panels.timeline().get() && !views.asideProperty().get());
        inspector.setFloating(panels.isNarrow());
        if (panels.isNarrow()) {
            inspector.setManaged(false);
            placeFloating();
        }
    }

    /** Whether the questions to begin with stand in the place of the inspector, which would have nothing to tell. */
    private boolean isAtRest() {
        StudyState state = context.state();
        return state.looking().viewProperty().get() == ViewKind.CHAIN
                && state.looking().selectionProperty().get().isEmpty()
                && context.overlays().dockedProperty().get() == null;
    }

    /** @param right how far to the right is in sight, where the window shows a part of what it holds */
    void keepInSight(ReadOnlyDoubleProperty right) {
        inSight.bind(right);
        inSight.subscribe(unused -> placeFloating());
    }

    /** In a narrow window the inspector lies over the right of what is in sight of the view. */
    private void placeFloating() {
        if (panels.isNarrow() && inspector.isVisible()) {
            double width = inspector.getPrefWidth();
            double right = Math.clamp(inSight.get(), Math.min(width, middle.getWidth()), middle.getWidth());
            inspector.resizeRelocate(right - width, 0, width, middle.getHeight());
        }
    }

    private static void fix(Region region, double width, double height, boolean open) {
        region.setVisible(open);
        region.setManaged(open);
        if (width >= 0) {
            region.setMinWidth(width);
            region.setPrefWidth(width);
            region.setMaxWidth(width);
        }
        if (height >= 0) {
            region.setMinHeight(height);
            region.setPrefHeight(height);
            region.setMaxHeight(height);
        }
    }

    /** The parts through which Tab goes, in this order, and then around. */
    Node[] tabRegions() {
        List<Node> all = new ArrayList<>(List.of(regions()));
        all.add(getChildren().getLast());
        return all.toArray(Node[]::new);
    }

    /** The parts between which F6 moves the focus. */
    Node[] regions() {
        return new Node[] {
            getChildren().get(0), getChildren().get(1), getChildren().get(2), left.getCenter(), inspector, timeline
        };
    }
}
