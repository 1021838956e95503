package io.chokepoint.ui.explain;

import io.chokepoint.model.Activity;
import io.chokepoint.study.Explanation;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.explain.InspectorContent.OfMarket;
import io.chokepoint.ui.explain.InspectorContent.OfRun;
import io.chokepoint.ui.explain.InspectorContent.PriceContent;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;

/** What lies behind each tab of the inspector. */
final class InspectorPages {
    static final String WHY = "why";
    static final String MAKERS = "makers";
    static final String NEEDS = "needs";
    static final String FEEDS = "feeds";
    static final String FIGURES = "figures";
    static final String VENDORS = "vendors";
    static final String PRICE = "price";
    static final String GOODS = "goods";
    static final String MARKETS = "markets";
    static final String SALES = "sales";

    private final UiContext context;
    private final StudyState state;
    private final InspectorViewModel model;
    private final Parts parts;
    private final Weekly weekly;
    private final BooleanSupplier high;
    private final HeldFigures heldFigures = new HeldFigures();

    /** @param high whether the window is high enough for all that a page can show */
    InspectorPages(UiContext context, InspectorViewModel model, Weekly weekly, BooleanSupplier high) {
        this.context = context;
        this.state = context.state();
        this.model = model;
        this.parts = new Parts(context.dialogs(), context.openLink());
        this.weekly = weekly;
        this.high = high;
    }

    /** A page, with what stays below it while it is scrolled. */
    record Page(Node body, List<Node> foot) {
        Page(Node body) {
            this(body, List.of());
        }
    }

    /** The page of a tab; none where nothing is selected. */
    Optional<Page> page(InspectorContent content, String key) {
        return switch (content) {
            case InspectorContent.Nothing nothing -> Optional.empty();
            case OfRun run -> Optional.of(new Page(runPage(run, key)));
            case OfGood good -> Optional.of(goodPage(good, key));
            case OfMarket market -> Optional.of(marketPage(market, key));
            case InspectorContent.OfSeveral several ->
                Optional.of(new Page(new RunPages(parts, state, weekly).several(several)));
        };
    }

    private Node runPage(OfRun run, String key) {
        RunPages pages = new RunPages(parts, state, weekly);
        return switch (key) {
            case MARKETS -> pages.markets(run);
            case SALES -> new SalesPage(parts, state, run.result(), run.sales()).ofRun();
            default -> pages.goods(run);
        };
    }

    private Page goodPage(OfGood good, String key) {
        return switch (key) {
            case PRICE ->
                pricePage(
                        model.prices(good, good.prices().orElseThrow()),
                        good.good().id());
            case MAKERS -> new Page(new MakersPage(parts, state, weekly, good, this::restrict).page());
            case NEEDS -> new Page(new LinksPage(parts, state, weekly, good).needs());
            case FEEDS -> new Page(new LinksPage(parts, state, weekly, good).feeds());
            case FIGURES ->
                new Page(new FiguresPage(
                                parts,
                                model,
                                good.result().dataset(),
                                good.good().id(),
                                good.figures(),
                                heldFigures)
                        .page());
            default ->
                whyPage(new WhyPage(parts, state, weekly, good.result(), good.explanation()), good.explanation());
        };
    }

    private Page marketPage(OfMarket market, String key) {
        return switch (key) {
            case PRICE ->
                pricePage(
                        model.prices(market, market.prices().orElseThrow()),
                        market.market().id());
            case VENDORS ->
                new Page(new VendorsPage(
                                parts, state, weekly, market, context.theme().paletteProperty())
                        .page());
            case FIGURES ->
                new Page(new FiguresPage(
                                parts,
                                model,
                                market.result().dataset(),
                                market.market().id(),
                                market.figures(),
                                heldFigures)
                        .page());
            default ->
                whyPage(new WhyPage(parts, state, weekly, market.result(), market.explanation()), market.explanation());
        };
    }

    private Page pricePage(PriceContent prices, String name) {
        return new Page(new PricePage(
                        parts,
                        weekly,
                        prices,
                        context.theme().paletteProperty(),
                        model.middle().isPresent())
                .page(name));
    }

    private Page whyPage(WhyPage page, Explanation why) {
        boolean large = state.looking().whyProperty().get();
        List<Node> foot = new ArrayList<>();
        if (why.isHit() && large) {
            foot.add(page.sources());
        }
        if (why.isHit()) {
            foot.add(page.footer(
                    () -> context.commands().run(Command.FIGURES),
                    DecidingFigures.of(why, model.driversProperty().get()),
                    !large || high.getAsBoolean()));
        }
        return new Page(large ? page.sentences() : page.list(), foot);
    }

    private void restrict(Activity maker) {
        state.looking().select(Selection.of(maker));
        context.commands().run(Command.RESTRICT);
    }
}
