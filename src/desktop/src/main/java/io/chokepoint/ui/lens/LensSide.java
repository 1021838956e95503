package io.chokepoint.ui.lens;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.LensLosses.Loss;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.MakerLens.Made;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Page;
import io.chokepoint.study.MakerLens.Source;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.lens.LensContent.Row;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.SideText;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the chosen input comes down to, or the subject in a few lines. */
final class LensSide extends VBox {
    private static final int MOST_SOURCES = 8;
    private static final int MOST_GOODS = 6;
    /** Weeks of stock whose cost is named. */
    private static final int MORE_STOCK = 13;

    private final LensViewModel model;
    private final VBox body = new VBox(10);

    LensSide(LensViewModel model) {
        this.model = model;
        getStyleClass().addAll("inspector", "question-side");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        body.getStyleClass().add("panel-body");
        getChildren().setAll(scroll);
        model.chosenProperty().subscribe(unused -> refresh());
        model.contentProperty().subscribe(unused -> refresh());
    }

    private void refresh() {
        List<Node> nodes = new ArrayList<>();
        model.content().ifPresent(content -> {
            Optional<Row> row = model.chosenProperty().get();
            if (row.isPresent()) {
                nodes.addAll(input(content.page().subject(), row.get()));
            } else {
                nodes.addAll(overview(content));
            }
        });
        body.getChildren().setAll(nodes);
    }

    // ---- the subject ----------------------------------------------------------------------------------------------

    private static List<Node> overview(LensContent content) {
        Page page = content.page();
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.title(page.subject().name()));
        if (!page.makes().isEmpty()) {
            nodes.add(SideText.section(Texts.get("lens.side.makes")));
            double worth = page.makes().stream()
                    .mapToDouble(made -> made.millionsAYear().orElse(0))
                    .sum();
            nodes.add(SideText.body(
                    worth > 0
                            ? Texts.get("lens.side.worth", page.makes().size(), Dollars.of(worth))
                            : Texts.count("lens.side.goods", page.makes().size())));
            page.makes().stream().limit(MOST_GOODS).forEach(made -> nodes.add(SideText.small(line(made))));
        }
        nodes.add(SideText.section(Texts.get("lens.side.needs")));
        long sole = page.needs().stream().filter(Need::isSoleSource).count();
        nodes.add(SideText.body(
                page.needs().isEmpty()
                        ? Texts.get("lens.side.needsNothing")
                        : Texts.count("lens.side.inputs", page.needs().size()) + " "
                                + Texts.count("lens.side.sole", sole)));
        nodes.add(SideText.section(Texts.get("lens.side.survives")));
        content.losses()
                .ifPresentOrElse(
                        losses -> nodes.addAll(survives(losses)),
                        () -> nodes.add(SideText.small(Texts.get("lens.losing"))));
        nodes.add(SideText.small(Texts.get("lens.side.how")));
        return nodes;
    }

    private static String line(Made made) {
        String share = Typography.thin(Amounts.percent(made.share()));
        return made.millionsAYear().isPresent()
                ? Texts.get(
                        "lens.side.made",
                        made.good().shortName(),
                        share,
                        Dollars.brief(made.millionsAYear().getAsDouble()))
                : Texts.get("lens.side.madeOnly", made.good().shortName(), share);
    }

    private static List<Node> survives(List<Loss> losses) {
        List<Node> nodes = new ArrayList<>();
        Optional<Loss> soonest = losses.stream()
                .filter(loss -> loss.firstWeek().isPresent())
                .min((a, b) ->
                        Integer.compare(a.firstWeek().getAsInt(), b.firstWeek().getAsInt()));
        soonest.ifPresentOrElse(
                loss -> nodes.add(SideText.body(Texts.get(
                        "lens.side.soonest",
                        LensWords.source(loss),
                        Amounts.weeks(loss.firstWeek().getAsInt())))),
                () -> nodes.add(SideText.body(Texts.get("lens.side.nothingHits"))));
        losses.stream()
                .max((a, b) -> Double.compare(a.lostMillions(), b.lostMillions()))
                .filter(loss -> loss.lostMillions() > 1)
                .ifPresent(loss -> nodes.add(SideText.body(
                        Texts.get("lens.side.dearest", LensWords.source(loss), Dollars.of(loss.lostMillions())))));
        return nodes;
    }

    // ---- an input -------------------------------------------------------------------------------------------------

    private List<Node> input(LensSubject subject, Row row) {
        Need need = row.need();
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.small(need.input().name()));
        row.loss()
                .ifPresentOrElse(
                        loss -> {
                            nodes.add(SideText.title(LensWords.answer(subject, loss)));
                            if (loss.firstWeek().isPresent()) {
                                nodes.add(SideText.body(LensWords.lowest(loss)));
                            }
                        },
                        () -> nodes.add(SideText.title(Texts.get(
                                row.waiting()
                                        ? "lens.side.waiting"
                                        : need.leading().isEmpty() ? "lens.side.own" : "lens.side.notTried"))));
        nodes.add(buttons(row));
        row.loss().ifPresent(loss -> nodes.addAll(money(subject, loss)));
        nodes.add(SideText.section(Texts.get("lens.side.sources")));
        need.sources().stream().limit(MOST_SOURCES).forEach(source -> nodes.add(source(source)));
        if (need.sources().size() > MOST_SOURCES) {
            nodes.add(SideText.small(Texts.get("lens.side.more", need.sources().size() - MOST_SOURCES)));
        }
        nodes.addAll(helps(need));
        if (!need.uses().isEmpty()) {
            nodes.add(SideText.section(Texts.get("lens.side.uses")));
            nodes.add(SideText.body(Amounts.list(
                    need.uses().stream().map(good -> good.shortName()).toList(), MOST_GOODS)));
        }
        return nodes;
    }

    private FlowPane buttons(Row row) {
        FlowPane buttons = new FlowPane(8, 8);
        if (row.need().leading().isPresent()) {
            Button restrict = new Button(Texts.get("lens.restrict"), CommandControls.icon("mdal-gavel"));
            restrict.setId("lens-restrict");
            restrict.getStyleClass().add("accent");
            restrict.setTooltip(CommandControls.tooltip(Texts.get("lens.restrict.hint")));
            restrict.setOnAction(event -> model.restrict(row, ViewKind.GRAPH));
            Button helps = new Button(Texts.get("lens.helps"), CommandControls.icon("mdmz-security"));
            helps.setId("lens-helps");
            helps.setTooltip(CommandControls.tooltip(Texts.get("lens.helps.hint")));
            helps.setOnAction(event -> model.restrict(row, ViewKind.HELPS));
            buttons.getChildren().addAll(restrict, helps);
        }
        Button open = new Button(Texts.get("lens.show"), CommandControls.icon("mdal-account_tree"));
        open.setId("lens-show");
        open.setOnAction(event -> model.open(row));
        buttons.getChildren().add(open);
        return buttons;
    }

    private static List<Node> money(LensSubject subject, Loss loss) {
        List<Node> nodes = new ArrayList<>();
        if (Math.abs(loss.lostMillions()) < 1
                && loss.loser().isEmpty()
                && loss.gainer().isEmpty()) {
            return nodes;
        }
        nodes.add(SideText.section(Texts.get("lens.side.money")));
        nodes.add(SideText.body(Texts.get(
                loss.lostMillions() < 0 ? "lens.side.gains" : "lens.side.loses",
                subject.name(),
                Dollars.of(Math.abs(loss.lostMillions())))));
        loss.loser()
                .ifPresent(other -> nodes.add(SideText.body(
                        Texts.get("lens.side.loser", other.maker().name(), Dollars.of(other.millions())))));
        loss.gainer()
                .ifPresent(other -> nodes.add(SideText.body(
                        Texts.get("lens.side.gainer", other.maker().name(), Dollars.of(-other.millions())))));
        nodes.add(SideText.small(Texts.get("lens.side.usual")));
        return nodes;
    }

    private static Node source(Source source) {
        String country = source.maker().country();
        String name = source.maker().name();
        String where = country.isEmpty() || Countries.name(country).equals(name)
                ? name
                : Texts.get("lens.side.from", name, Countries.name(country));
        return SideText.body(Texts.get("lens.side.source", where, Typography.thin(Amounts.percent(source.share()))));
    }

    /** What would put the loss off, and at what price. */
    private static List<Node> helps(Need need) {
        List<Node> nodes = new ArrayList<>();
        if (need.leading().isEmpty() || need.mode().isEmpty()) {
            return nodes;
        }
        nodes.add(SideText.section(Texts.get("lens.side.helps")));
        if (need.mode().get() == DependencyMode.CONSUMED && need.millionsAWeek() > 0) {
            nodes.add(SideText.body(
                    Texts.get("lens.side.stock", MORE_STOCK, Dollars.of(MORE_STOCK * need.millionsAWeek()))));
        }
        nodes.add(SideText.body(
                need.otherMakers() > 0
                        ? Texts.get(
                                "lens.side.others",
                                Texts.count("lens.side.otherMakers", need.otherMakers()),
                                Amounts.weeks(need.qualificationWeeks()))
                        : Texts.get("lens.side.noOthers")));
        return nodes;
    }
}
