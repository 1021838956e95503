package io.chokepoint.ui.compare;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.DecidingDifferences;
import io.chokepoint.study.DecidingDifferences.Gap;
import io.chokepoint.study.DecidingDifferences.Share;
import io.chokepoint.study.Dollars;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableButton;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What decides the gap between A and B: each difference with what it explains, as bars from nothing. */
final class DecidingPanel extends VBox {
    private static final double LEAST_WEEKS = 0.05;
    private static final double LEAST_MILLIONS = 0.05;

    /** One width for all, so that the bars have one scale. */
    private static final double FIGURE_WIDTH = 156;

    /** What the gap is measured in. */
    enum Unit {
        OUTPUT,
        MONEY
    }

    private final UiContext context;
    private final StudyState state;
    private final Deciding deciding;
    private final Opening opening;
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.OUTPUT);
    private final Segments<Unit> units;
    private final VBox page = new VBox(8);
    private final Label progress = new Label();
    private final Button act = new Button();
    private final TableButton save;

    DecidingPanel(UiContext context, Deciding deciding, Opening opening) {
        this.context = context;
        this.state = context.state();
        this.deciding = deciding;
        this.opening = opening;
        setId("deciding");
        units = new Segments<>(
                List.of(Unit.values()),
                each -> "deciding-" + each.name().toLowerCase(Locale.ROOT),
                each -> Texts.get("deciding.unit." + each),
                unit::set);
        units.setMaxWidth(USE_PREF_SIZE);
        act.setId("deciding-act");
        act.getStyleClass().add("link");
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(event -> {
            if (deciding.runningProperty().get()) {
                deciding.stop();
            } else {
                deciding.run();
            }
        });
        progress.getStyleClass().add("label-small");
        progress.setId("deciding-progress");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox head = new HBox(8, units, progress, spring, act);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("deciding-head");
        page.getStyleClass().add("deciding-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        save = new TableButton(this::table, context.dialogs());
        HBox foot = new HBox(save);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("changes-foot");
        getChildren().setAll(head, scroll, foot);
        deciding.foundProperty().subscribe(unused -> show());
        deciding.runningProperty().subscribe(unused -> show());
        state.looking().selectionProperty().subscribe(unused -> show());
        unit.subscribe(unused -> show());
        context.tasks().progressProperty().subscribe(now -> {
            if (now != null && now.slot().equals(Deciding.SLOT)) {
                progress.setText(Texts.get("progress.done", now.done(), now.total()));
            }
        });
    }

    private void show() {
        DecidingDifferences found = deciding.foundProperty().get();
        boolean isRunning = deciding.runningProperty().get();
        Optional<Gap> money = found == null ? Optional.empty() : found.money();
        show(units, money.isPresent());
        units.show(unit.get());
        act.setText(Texts.get(isRunning ? "deciding.stop" : "deciding.start"));
        show(act, found == null);
        show(progress, isRunning);
        if (!isRunning) {
            progress.setText("");
        }
        save.setDisable(found == null);
        List<Node> nodes = new ArrayList<>();
        if (found == null) {
            nodes.add(text(Texts.get(isRunning ? "deciding.working" : "deciding.notYet"), "muted"));
        } else if (found.parts().isEmpty()) {
            nodes.add(text(Texts.get("deciding.same"), "body"));
        } else {
            gap(found)
                    .ifPresentOrElse(
                            gap -> fill(nodes, found, gap),
                            () -> nodes.add(text(Texts.get("deciding.choose"), "muted")));
        }
        page.getChildren().setAll(nodes);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private boolean isMoney(DecidingDifferences found) {
        return unit.get() == Unit.MONEY && found.money().isPresent();
    }

    private Optional<Gap> gap(DecidingDifferences found) {
        if (isMoney(found)) {
            return found.money();
        }
        return state.looking()
                .selectionProperty()
                .get()
                .market()
                .map(found::gap)
                .or(() -> opening.good().map(found::gap));
    }

    private String subject(DecidingDifferences found) {
        if (isMoney(found)) {
            return Texts.get("deciding.subject.money");
        }
        return state.looking()
                .selectionProperty()
                .get()
                .market()
                .map(market -> Texts.get("deciding.subject.market", market.shortName()))
                .or(() -> opening.good().map(good -> Texts.get("deciding.subject.good", good.shortName())))
                .orElse("");
    }

    private void fill(List<Node> nodes, DecidingDifferences found, Gap gap) {
        boolean isMoney = isMoney(found);
        double least = isMoney ? LEAST_MILLIONS : LEAST_WEEKS;
        String subject = subject(found);
        if (Math.abs(gap.size()) < least) {
            nodes.add(text(Texts.get("deciding.noGap", subject, found.weeks()), "body"));
        } else {
            nodes.add(text(
                    Texts.get(
                            gap.size() > 0 ? "deciding.more" : "deciding.less",
                            subject,
                            amount(Math.abs(gap.size()), isMoney),
                            amount(gap.a(), isMoney),
                            amount(gap.b(), isMoney),
                            found.weeks()),
                    "body"));
        }
        double most = gap.shares().stream()
                .mapToDouble(share -> Math.abs(share.mean()))
                .max()
                .orElse(0);
        gap.shares().forEach(share -> nodes.add(row(share, gap, most, isMoney, least)));
        nodes.add(text(Texts.get("deciding.method", found.runs()), "label-small"));
    }

    private Node row(Share share, Gap gap, double most, boolean isMoney, double least) {
        VBox row = new VBox(2);
        row.getStyleClass().add("deciding-row");
        row.getChildren().add(text(share.part().what(), "strong"));
        if (!share.part().inA().isEmpty()) {
            row.getChildren()
                    .add(text(
                            Texts.get(
                                    "deciding.values",
                                    share.part().inA(),
                                    share.part().inB()),
                            "label-small"));
        } else {
            row.getChildren().add(text(String.join("; ", share.part().names()), "label-small"));
        }
        String explains = explains(share, gap, isMoney, least);
        Label figure = new Label(explains);
        figure.getStyleClass().add("strong");
        figure.setMinWidth(FIGURE_WIDTH);
        figure.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, new Bar(share.mean(), most), figure);
        line.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().add(line);
        String ends =
                Texts.get("deciding.ends", signed(share.alone(), isMoney, least), signed(share.last(), isMoney, least));
        Label small = text(ends, "label-small");
        small.setTooltip(CommandControls.tooltip(Texts.get("deciding.ends.hint")));
        row.getChildren().add(small);
        row.setAccessibleText(share.part().what() + ". " + explains + ". " + ends);
        return row;
    }

    /** "+66 weeks, 97 % of it"; the part only where it can be one. */
    private static String explains(Share share, Gap gap, boolean isMoney, double least) {
        String amount = signed(share.mean(), isMoney, least);
        double part = share.mean() / gap.size();
        return Math.abs(gap.size()) >= least && part >= 0 && part <= 1.0005
                ? Texts.get("deciding.explains", amount, Amounts.percent(part))
                : amount;
    }

    private static String signed(double size, boolean isMoney, double least) {
        if (Math.abs(size) < least) {
            return "0";
        }
        return (size > 0 ? "+" : "−") + amount(Math.abs(size), isMoney);
    }

    private static String amount(double size, boolean isMoney) {
        return isMoney ? Dollars.brief(size) : Amounts.weeks(size);
    }

    private TableCopy table() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        DecidingDifferences found = deciding.foundProperty().get();
        if (found != null) {
            gap(found)
                    .ifPresent(gap -> gap.shares()
                            .forEach(share -> rows.add(new Object[] {
                                share.part().what(),
                                share.part().inA(),
                                share.part().inB(),
                                share.mean(),
                                share.alone(),
                                share.last()
                            })));
        }
        boolean isMoney = found != null && isMoney(found);
        return new TableCopy(
                isMoney ? "deciding-value-added-musd" : "deciding-weeks",
                List.of("difference", "in_a", "in_b", "mean", "alone", "last"),
                rows);
    }

    private static Label text(String words, String style) {
        Label label = new Label(Typography.thin(words));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** From nothing to the right; only its outline where it is less. */
    private static final class Bar extends Pane {
        private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");
        private static final double HEIGHT = 10;

        private final Region bar = new Region();
        private final double part;

        Bar(double size, double most) {
            this.part = most > 0 ? Math.abs(size) / most : 0;
            bar.getStyleClass().add("deciding-bar");
            bar.pseudoClassStateChanged(LESS, size < 0);
            getStyleClass().add("deciding-track");
            getChildren().setAll(bar);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        @Override
        protected void layoutChildren() {
            bar.resizeRelocate(0, 0, Math.max(2, Math.rint(part * getWidth())), HEIGHT);
        }
    }
}
