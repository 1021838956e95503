package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FanChart;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.explain.InspectorContent.OfMarket;
import io.chokepoint.ui.explain.InspectorContent.OfRun;
import io.chokepoint.ui.explain.InspectorContent.OfSeveral;
import io.chokepoint.ui.explain.InspectorPages.Page;
import io.chokepoint.ui.explain.TabStrip.Tab;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel at the right: what is selected, and why it falls short; the run itself where nothing is selected. */
public final class InspectorView extends VBox {
    /** Below this height of the window the curve is left out; the timeline shows the same one. */
    private static final double CURVE_FROM_HEIGHT = 860;

    private final UiContext context;
    private final StudyState state;
    private final InspectorViewModel model;
    private final Weekly weekly = new Weekly();
    /** As {@link #weekly}, for the page alone: a page that is left is forgotten. */
    private final Weekly pageWeekly = new Weekly();

    private final InspectorHead head;
    private final InspectorStats stats;
    private final InspectorPages pages;
    private final FanChart chart = new FanChart();
    private final TabStrip tabs = new TabStrip();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox body = new VBox();
    private final VBox foot = new VBox();
    private boolean showingTabs;
    private String goodTab = InspectorPages.WHY;
    private String runTab = InspectorPages.GOODS;

    public InspectorView(UiContext context) {
        this.context = context;
        this.state = context.state();
        this.model = new InspectorViewModel(state, context.tasks());
        this.stats = new InspectorStats(model, weekly);
        this.pages = new InspectorPages(context, model, pageWeekly, this::isHigh);
        this.head = new InspectorHead(context, this::copyReason, this::showTab);
        setId("inspector");
        getStyleClass().add("inspector");
        setMinWidth(288);
        setPrefWidth(312);
        setMaxWidth(520);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().addAll("edge-to-edge", "inspector-body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        body.setMinHeight(0);
        body.setPrefHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, chart, tabs, body, foot);
        chart.getStyleClass().add("inspector-chart");
        context.theme()
                .paletteProperty()
                .subscribe(palette -> chart.lookProperty().set(look(palette)));
        state.looking().weekProperty().subscribe(week -> {
            weekly.show(week.intValue());
            pageWeekly.show(week.intValue());
            chart.weekProperty().set(week.intValue());
        });
        tabs.selectedProperty().subscribe(this::tabChosen);
        model.contentProperty().subscribe(ignored -> rebuild());
        state.looking().whyProperty().subscribe((before, now) -> {
            model.whyChanged();
            goodTab = now ? InspectorPages.WHY : goodTab;
            rebuild();
        });
        model.driversProperty().subscribe(ignored -> rebuild());
        state.many().medianProperty().subscribe(ignored -> rebuild());
        sceneProperty().subscribe(this::watchHeight);
        registerCommands();
    }

    private void watchHeight(@Nullable Scene scene) {
        if (scene != null) {
            scene.heightProperty().subscribe(ignored -> placeChart());
        }
    }

    private boolean isHigh() {
        Scene scene = getScene();
        return scene == null || scene.getHeight() >= CURVE_FROM_HEIGHT;
    }

    private void placeChart() {
        // The page of prices has the curve of output itself.
        boolean shown = isHigh()
                && !InspectorPages.PRICE.equals(tabs.selectedProperty().get())
                && chart.seriesProperty().get() != null
                && !state.looking().whyProperty().get();
        chart.setVisible(shown);
        chart.setManaged(shown);
    }

    private static FanChart.Look look(Palette palette) {
        return new FanChart.Look(palette.text(), palette.muted(), palette.border(), palette.band(), palette.accent());
    }

    private void registerCommands() {
        context.commands()
                .register(
                        Command.PIN,
                        () -> pinCandidate().ifPresent(state.looking()::togglePinned),
                        Bindings.createStringBinding(
                                () -> pinCandidate().isPresent() ? "" : Texts.get("inspector.nothingToPin"),
                                state.looking().selectionProperty(),
                                state.answerProperty()));
        context.commands()
                .register(
                        Command.FIGURES,
                        () -> showTab(InspectorPages.FIGURES),
                        Bindings.createStringBinding(
                                () -> model.contentProperty().get() instanceof OfGood
                                                || model.contentProperty().get() instanceof OfMarket
                                        ? ""
                                        : Texts.get("inspector.selectFirst"),
                                model.contentProperty()));
    }

    private Optional<Good> pinCandidate() {
        return state.looking()
                .selectionProperty()
                .get()
                .good()
                .or(() -> state.answer().flatMap(answer -> answer.headline()));
    }

    private void showTab(String key) {
        tabs.choose(key);
    }

    // ---- content --------------------------------------------------------------------------------------------------

    private void rebuild() {
        weekly.clear();
        chart.seriesProperty().set(null);
        switch (model.contentProperty().get()) {
            case InspectorContent.Nothing nothing -> nothing();
            case OfRun run -> run(run);
            case OfGood good -> good(good);
            case OfMarket market -> market(market);
            case OfSeveral several -> several(several);
        }
        placeChart();
    }

    private void nothing() {
        head.plain(Texts.get("inspector.title"), Texts.get("inspector.nothing"));
        showTabs(List.of(), "");
        show(null);
    }

    private void run(OfRun run) {
        String question = run.result().scenario().question();
        head.plain(
                run.result().scenario().title(),
                Stream.concat(
                                Stream.of(question.isEmpty() ? Texts.get("inspector.runHint") : question),
                                RunRemarks.of(run.result()).stream())
                        .collect(Collectors.joining("\n\n")));
        showTabs(
                List.of(
                        new Tab(
                                InspectorPages.GOODS,
                                Texts.get("tab.goods", run.hit().size())),
                        new Tab(
                                InspectorPages.MARKETS,
                                Texts.get("tab.markets", run.hitMarkets().size())),
                        new Tab(InspectorPages.SALES, Texts.get("tab.sales"))),
                runTab);
    }

    private void good(OfGood good) {
        boolean why = state.looking().whyProperty().get();
        if (why) {
            head.why(good.stage(), good.good().shortName(), whyTitle(good.explanation(), good.outcome()));
        } else {
            head.good(good, stats.of(good));
            chart.seriesProperty().set(model.curve(good));
            chart.setAccessibleText(Texts.get("inspector.curve", good.good().shortName()));
        }
        showTabs(
                tabs(
                        good.prices().isPresent(),
                        new Tab(InspectorPages.WHY, Texts.get("tab.why")),
                        new Tab(InspectorPages.MAKERS, Texts.get("tab.makers")),
                        new Tab(
                                InspectorPages.NEEDS,
                                Texts.get("tab.needs", good.needs().size())),
                        new Tab(
                                InspectorPages.FEEDS,
                                Texts.get(
                                        "tab.feeds",
                                        good.feeds().size() + good.markets().size())),
                        new Tab(InspectorPages.FIGURES, Texts.get("tab.figures"))),
                goodTab);
    }

    private void market(OfMarket market) {
        if (state.looking().whyProperty().get()) {
            head.why(
                    Texts.get("inspector.market"),
                    market.market().name(),
                    market.explanation().isHit()
                            ? Texts.get(
                                    "why.titleMarket",
                                    market.market().name(),
                                    Typography.output(market.outcome().trough()))
                            : Texts.get("why.titleMarketNot", market.market().name()));
        } else {
            head.market(market.market(), stats.of(market));
            chart.seriesProperty().set(model.curve(market));
            chart.setAccessibleText(Texts.get("inspector.curve", market.market().name()));
        }
        showTabs(
                tabs(
                        market.prices().isPresent(),
                        new Tab(InspectorPages.WHY, Texts.get("tab.why")),
                        new Tab(InspectorPages.VENDORS, Texts.get("tab.vendors")),
                        new Tab(InspectorPages.FIGURES, Texts.get("tab.figures"))),
                goodTab);
    }

    /** With the price, second, where there are prices. */
    private static List<Tab> tabs(boolean prices, Tab... others) {
        List<Tab> all = new ArrayList<>(List.of(others));
        if (prices) {
            all.add(1, new Tab(InspectorPages.PRICE, Texts.get("tab.price")));
        }
        return all;
    }

    private void several(OfSeveral several) {
        String sum = several.firstLoss()
                .map(week -> Texts.get("several.sum", week, Amounts.weeks(several.lostWeeks())))
                .orElse(Texts.get("several.notHit"));
        head.plain(Texts.count("several.title", several.lines().size()), sum);
        showTabs(List.of(), "");
        page("");
    }

    private static String whyTitle(Explanation why, Outcome outcome) {
        return why.isHit()
                ? Texts.get("why.title", why.subject(), Typography.output(outcome.trough()))
                : Texts.get("why.titleNot", why.subject());
    }

    private void showTabs(List<Tab> shown, String chosen) {
        boolean any = !shown.isEmpty();
        tabs.setVisible(any);
        tabs.setManaged(any);
        foot.getChildren().clear();
        if (any) {
            showingTabs = true;
            tabs.show(shown, chosen);
            showingTabs = false;
            page(tabs.selectedProperty().get());
        }
    }

    private void tabChosen(String key) {
        if (showingTabs || key == null || key.isEmpty()) {
            return;
        }
        if (model.contentProperty().get() instanceof OfRun) {
            runTab = key;
        } else {
            goodTab = key;
        }
        page(key);
        placeChart();
    }

    private void page(String key) {
        pageWeekly.clear();
        foot.getChildren().clear();
        Optional<Page> page = pages.page(model.contentProperty().get(), key);
        show(page.map(Page::body).orElse(null));
        page.ifPresent(there -> foot.getChildren().setAll(there.foot()));
    }

    /** A page that scrolls by itself fills the room; others are scrolled. */
    private void show(@Nullable Node page) {
        if (page == null) {
            body.getChildren().clear();
        } else if (page.lookup(".row-list") != null) {
            VBox.setVgrow(page, Priority.ALWAYS);
            body.getChildren().setAll(page);
        } else {
            scroll.setContent(page);
            scroll.setVvalue(0);
            body.getChildren().setAll(scroll);
        }
    }

    private void copyReason() {
        Optional<Explanation> why = switch (model.contentProperty().get()) {
            case OfGood good -> Optional.of(good.explanation());
            case OfMarket market -> Optional.of(market.explanation());
            default -> Optional.empty();
        };
        why.ifPresent(text -> TableCopy.copyText(text.toText()));
    }
}
