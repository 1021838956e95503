package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.Concentration;
import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.study.StructureStudy;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.ranking.RankingContent.Row;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.SideText;
import io.chokepoint.ui.support.TableButtons;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the chosen row says, and what the product in question rests on. */
final class RankingSide extends VBox {
    private static final int MOST_THROUGH = 5;
    private static final double NOTHING = 0.05;
    private static final int MOST_SINGLE = 12;
    private static final int MOST_SETS = 6;
    private static final double ALMOST_ONE = 0.995;

    private final UiContext context;
    private final RankingViewModel model;
    private final VBox body = new VBox(10);

    RankingSide(UiContext context, RankingViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().addAll("inspector", "question-side");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        body.getStyleClass().add("panel-body");
        getChildren().setAll(scroll);
        model.chosenProperty().subscribe(unused -> refresh());
        model.contentProperty().subscribe(unused -> refresh());
        model.structureProperty().subscribe(unused -> refresh());
        model.through().addListener((MapChangeListener<Row, List<Through>>) change -> {
            if (model.chosenProperty().get().filter(change.getKey()::equals).isPresent()) {
                refresh();
            }
        });
    }

    private void refresh() {
        Optional<RankingContent> content = model.content();
        Optional<Dataset> dataset = context.state().data().map(data -> data.dataset());
        List<Node> nodes = new ArrayList<>();
        Optional<Row> row = model.chosenProperty().get();
        if (content.isPresent() && dataset.isPresent() && row.isPresent()) {
            nodes.addAll(row(content.get().question(), row.get(), dataset.get()));
        } else {
            nodes.add(SideText.title(Texts.get("ranking.side.title")));
            nodes.add(SideText.body(Texts.get("ranking.side.how")));
        }
        if (content.isPresent() && dataset.isPresent()) {
            nodes.addAll(structure(content.get().question(), dataset.get()));
        }
        body.getChildren().setAll(nodes);
    }

    private List<Node> row(RankingQuestion question, Row row, Dataset dataset) {
        Ranked ranked = row.ranked();
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.small(RankingWords.done(question, row.nodes(), dataset)));
        int targets = question.target().goods().size();
        String what = targets == 1
                ? ranked.worstTarget().shortName()
                : question.target().words();
        boolean missed = ranked.missedWeeks() > NOTHING;
        boolean sales = ranked.lowerSalesWeeks() > NOTHING;
        nodes.add(SideText.title(Texts.get(
                missed || !sales
                        ? targets == 1 ? "ranking.side.lost" : "ranking.side.lostMean"
                        : targets == 1 ? "ranking.side.sellsLess" : "ranking.side.sellsLessMean",
                Wording.capitalised(what),
                Amounts.weeks(missed || !sales ? ranked.missedWeeks() : ranked.lowerSalesWeeks()))));
        if (missed && sales) {
            nodes.add(SideText.body(Texts.get("ranking.side.sales", Amounts.weeks(ranked.lowerSalesWeeks()))));
        }
        StringBuilder says = new StringBuilder();
        ranked.firstLossWeek().ifPresent(week -> says.append(Texts.get("ranking.side.first", week)));
        if (targets > 1 && ranked.worstTargetLostWeeks() > 0) {
            says.append(' ')
                    .append(Texts.get(
                            "ranking.side.worst",
                            ranked.worstTarget().shortName(),
                            Amounts.weeks(ranked.worstTargetLostWeeks())));
        }
        if (!ranked.worstMarket().isEmpty()) {
            says.append(' ')
                    .append(Texts.get(
                            "ranking.side.market",
                            RankingWords.market(ranked, dataset),
                            Amounts.weeks(ranked.worstMarketUnmetWeeks())));
        }
        nodes.add(SideText.body(says.toString().strip()));
        row.pair().ifPresent(pair -> nodes.add(SideText.body(together(pair))));
        if (model.asksThrough()) {
            nodes.addAll(through(row));
        }
        if (ranked.isSinglePointOfFailure()) {
            nodes.add(SideText.body(
                    targets == 1
                            ? Texts.get(
                                    "ranking.side.stopsOne",
                                    ranked.worstTarget().shortName())
                            : Texts.count("ranking.side.stops", ranked.stopsTargets())));
        }
        Button open = new Button(Texts.get("ranking.open"));
        open.setId("ranking-open");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> model.openAsScenario());
        HBox buttons = new HBox(8, open);
        if (question.kind() == Kind.GOOD
                && question.instrument() == Instrument.OUTAGE
                && row.pair().isEmpty()) {
            Button matrix = new Button(Texts.get("ranking.matrix"), CommandControls.icon("mdal-grid_on"));
            matrix.setTooltip(CommandControls.tooltip(
                    Texts.get("ranking.matrix.hint", dataset.headline().one())));
            matrix.setOnAction(event -> context.state().looking().viewProperty().set(ViewKind.MATRIX));
            buttons.getChildren().add(matrix);
        }
        nodes.add(buttons);
        return nodes;
    }

    /** The goods of a country, each restricted there alone. */
    private List<Node> through(Row row) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.section(Texts.get("ranking.through.title")));
        List<Through> goods = model.through().get(row);
        if (goods == null) {
            nodes.add(SideText.small(Texts.get("ranking.through.waiting")));
            return nodes;
        }
        if (goods.isEmpty()) {
            nodes.add(SideText.body(Texts.get("ranking.through.none")));
        }
        for (Through good : goods.subList(0, Math.min(MOST_THROUGH, goods.size()))) {
            nodes.add(SideText.body(Texts.get(
                    good.isTarget()
                            ? "ranking.through.lineOwn"
                            : good.missedWeeks() > NOTHING ? "ranking.through.line" : "ranking.through.lineSales",
                    good.good().shortName(),
                    RankingWords.weeks(good.missedWeeks() > NOTHING ? good.missedWeeks() : good.lostWeeks()))));
        }
        nodes.add(SideText.small(Texts.get("ranking.through.how")));
        return nodes;
    }

    private static String together(Pair pair) {
        String alone = Texts.get(
                "ranking.side.alone",
                RankingWords.weeks(pair.first().missedWeeks()),
                Amounts.weeks(pair.second().missedWeeks()));
        double beyond = RankingWords.beyond(pair);
        if (Math.abs(beyond) < 0.05) {
            return alone + " " + Texts.get("ranking.side.sum");
        }
        return alone
                + " "
                + Texts.get(beyond > 0 ? "ranking.side.more" : "ranking.side.less", Amounts.weeks(Math.abs(beyond)));
    }

    // ---- what a product rests on ----------------------------------------------------------------------------------

    private List<Node> structure(RankingQuestion question, Dataset dataset) {
        List<Node> nodes = new ArrayList<>();
        Optional<Good> product = model.product();
        if (product.isEmpty()) {
            nodes.add(SideText.section(Texts.get("ranking.structure.none")));
            nodes.add(SideText.body(Texts.get("ranking.structure.choose")));
            return nodes;
        }
        nodes.add(SideText.section(
                Texts.get("ranking.structure.title", product.get().shortName())));
        Optional<StructureStudy.Row> found =
                model.structureProperty().get().filter(row -> row.good().equals(product.get()));
        if (found.isEmpty()) {
            nodes.add(SideText.small(Texts.get("ranking.structure.working")));
            return nodes;
        }
        nodes.addAll(cuts(question, found.get(), dataset));
        nodes.addAll(concentration(found.get().concentration(), dataset));
        nodes.add(TableButtons.small(copyOf(found.get()), Texts.get("ranking.structure.copy.hint"), context.dialogs()));
        return nodes;
    }

    private static List<Node> cuts(RankingQuestion question, StructureStudy.Row row, Dataset dataset) {
        List<Node> nodes = new ArrayList<>();
        for (int size = 1; size <= row.cutSize(); size++) {
            int wanted = size;
            List<String> sets = row.cutSets().stream()
                    .filter(set -> set.size() == wanted)
                    .map(set -> String.join(
                            " + ",
                            set.stream()
                                    .map(label -> RankingWords.full(label, dataset))
                                    .toList()))
                    .toList();
            String key = "ranking.structure.cut" + size;
            String number = sets.size() == 1 ? ".one" : ".many";
            String kind = Texts.get("ranking.structure.kind." + question.kind() + (sets.isEmpty() ? ".one" : number));
            nodes.add(SideText.body(
                    sets.isEmpty() ? Texts.get(key + ".none", kind) : Texts.get(key + number, sets.size(), kind)));
            int most = size == 1 ? MOST_SINGLE : MOST_SETS;
            if (!sets.isEmpty()) {
                String list = String.join(size == 1 ? ", " : "\n", sets.subList(0, Math.min(most, sets.size())));
                nodes.add(SideText.small(
                        sets.size() > most ? Texts.get("ranking.structure.andMore", list, sets.size() - most) : list));
            }
        }
        if (row.cutSize() < 3) {
            nodes.add(SideText.small(Texts.get("ranking.structure.tooMany", row.cutSize())));
        }
        return nodes;
    }

    private static List<Node> concentration(Concentration.Row c, Dataset dataset) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.section(Texts.get("ranking.concentration.title")));
        nodes.add(SideText.body(
                c.byMaker() > ALMOST_ONE
                        ? Texts.get("ranking.concentration.oneMaker")
                        : Texts.get(
                                "ranking.concentration.makers",
                                Amounts.number(c.effectiveMakers()),
                                Amounts.number(c.byMaker()))));
        nodes.add(SideText.body(Texts.get(
                "ranking.concentration.countries",
                Countries.name(c.largestCountry()),
                Amounts.percent(c.largestCountryShare()),
                Amounts.number(c.byCountry()))));
        if (!c.feed().isEmpty()) {
            nodes.add(SideText.body(Texts.get(
                    "ranking.concentration.origin",
                    dataset.getGood(c.feed()).shortName(),
                    Countries.name(c.originCountry()),
                    Amounts.percent(c.originShare()),
                    Amounts.number(c.byOrigin()))));
        }
        nodes.add(SideText.small(Texts.get("ranking.concentration.index")));
        return nodes;
    }

    /** One row a set, then the concentration, as a spreadsheet takes it. */
    private static TableCopy copyOf(StructureStudy.Row row) {
        Concentration.Row c = row.concentration();
        List<Object[]> rows = new ArrayList<>();
        for (List<String> set : row.cutSets()) {
            rows.add(new Object[] {row.good().id(), "cut_set_" + set.size(), String.join(" ", set)});
        }
        rows.add(new Object[] {row.good().id(), "hhi_makers", c.byMaker()});
        rows.add(new Object[] {row.good().id(), "effective_makers", c.effectiveMakers()});
        rows.add(new Object[] {row.good().id(), "hhi_countries", c.byCountry()});
        rows.add(new Object[] {row.good().id(), "hhi_origin", c.byOrigin()});
        return new TableCopy("structure-" + row.good().id(), List.of("good", "kind", "value"), List.copyOf(rows));
    }
}
