package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The scenario's restrictions as pills; a click opens the editor. What does not fit becomes "2 more". */
public final class RestrictionPills extends Pane {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double GAP = 8;
    private static final double HEIGHT = 30;
    private static final double LEAST_PILL = 260;
    /** The one pill that is shown in a narrow row; with less room all are counted. */
    private static final double LEAST_ONE = 110;

    /** Width from which on a word or two of whom it restricts can be read. */
    private static final double LEAST_WHO = 36;

    private static final double MIN_WHAT = 110;
    private static final double MAX_WHAT = 220;
    /** What a pill's ends and the gaps between its words take of its width. */
    private static final double AROUND_WORDS = 34;

    private final UiContext context;
    private final RestrictionPanels panels;
    private final List<Region> pills = new ArrayList<>();
    private final Button more = new Button();
    private final Button add;

    public RestrictionPills(UiContext context, RestrictionPanels panels) {
        this.context = context;
        this.panels = panels;
        add = CommandControls.button(context.commands(), Command.ADD_RESTRICTION);
        more.setOnAction(event -> context.commands().run(Command.DRAWER));
        more.setTooltip(CommandControls.tooltip(Texts.get("pills.moreHint")));
        setMinWidth(0);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        context.state().scenarioProperty().subscribe(unused -> fill());
        context.state().problems().subscribe(this::fill);
    }

    private void fill() {
        pills.clear();
        Optional<Scenario> scenario = context.state().scenario();
        Optional<Dataset> dataset = context.state().data().map(DataPackage::dataset);
        if (scenario.isPresent() && dataset.isPresent()) {
            List<Restriction> restrictions = scenario.get().restrictions();
            for (int i = 0; i < restrictions.size(); i++) {
                pills.add(pill(i, restrictions.get(i), scenario.get(), dataset.get()));
            }
        }
        getChildren().setAll(pills);
        getChildren().addAll(more, add);
        requestLayout();
    }

    private Button pill(int index, Restriction restriction, Scenario scenario, Dataset dataset) {
        RestrictionSentence.Pill words = RestrictionSentence.pill(restriction, dataset);
        KindForm kind = KindForm.of(restriction);
        Label mark = new Label(kind.mark(), CommandControls.icon(kind.icon()));
        mark.getStyleClass().add("kind-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Optional<String> fault = RestrictionFaults.of(context.state().problems(), index, restriction, dataset);
        Label what = new Label(fault.isPresent() ? Texts.get("pills.selectsNothing") : words.what());
        what.getStyleClass().add(fault.isPresent() ? "fault-text" : "strong");
        what.setMaxWidth(MAX_WHAT);
        Label who = new Label(words.who() + (words.numbers().isEmpty() ? "" : " · " + words.numbers()));
        who.getStyleClass().add("muted");
        who.setMinWidth(0);
        // Three dots alone say nothing.
        who.visibleProperty().bind(who.widthProperty().greaterThan(LEAST_WHO));
        HBox.setHgrow(who, Priority.SOMETIMES);
        HBox box = new HBox(7, mark, what, who);
        box.setAlignment(Pos.CENTER_LEFT);
        Button pill = new Button("", box);
        // What is restricted comes before whom, but neither goes beyond the border where there is room for neither.
        double least = Math.min(MIN_WHAT, what.getText().length() * 7.5);
        what.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(pill.getWidth() - mark.getWidth() - AROUND_WORDS, 0, least),
                        pill.widthProperty(),
                        mark.widthProperty()));
        pill.setId("pill-" + index);
        pill.getStyleClass().setAll("pill");
        pill.setAlignment(Pos.CENTER_LEFT);
        pill.pseudoClassStateChanged(FAULTY, fault.isPresent());
        String sentence = RestrictionSentence.of(restriction, dataset, scenario.startDate())
                + fault.map(why -> "\n" + why).orElse("");
        pill.setAccessibleText(sentence);
        pill.setTooltip(CommandControls.tooltip(sentence));
        PillDrag drag = new PillDrag(pill, Texts.get("pills.letGo", kind.lowerText()), () -> panels.remove(index));
        pill.setOnAction(event -> {
            if (!drag.hasJustEnded()) {
                panels.edit(index, pill);
            }
        });
        pill.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                panels.remove(index);
                event.consume();
            }
        });
        MenuItem edit = new MenuItem(Texts.get("pills.edit"));
        edit.setOnAction(event -> panels.edit(index, pill));
        MenuItem remove = new MenuItem(Texts.get("pills.remove"));
        remove.setOnAction(event -> panels.remove(index));
        pill.setContextMenu(new ContextMenu(edit, remove));
        return pill;
    }

    @Override
    protected double computePrefWidth(double height) {
        // What is asked for is little, so that the chooser beside keeps its width; the row gives all that is left.
        return add.prefWidth(HEIGHT) + pills.size() * GAP;
    }

    /** Pills share the width; each keeps enough to be read, the rest is counted. */
    @Override
    protected void layoutChildren() {
        double addWidth = add.prefWidth(HEIGHT);
        double room = getWidth() - addWidth;
        more.setText(Texts.get("pills.more", pills.size()));
        boolean roomForOne = room - more.prefWidth(HEIGHT) - GAP >= LEAST_ONE;
        int shown = Math.min(
                pills.size(), Math.max(!pills.isEmpty() && roomForOne ? 1 : 0, (int) (room / (LEAST_PILL + GAP))));
        boolean rest = shown < pills.size();
        more.setVisible(rest);
        more.setText(Texts.get(shown == 0 ? "pills.all" : "pills.more", pills.size() - shown));
        double moreWidth = rest ? more.prefWidth(HEIGHT) + GAP : 0;
        double[] widths = widths(shown, room - moreWidth - shown * GAP);
        double x = 0;
        for (int i = 0; i < pills.size(); i++) {
            Region pill = pills.get(i);
            pill.setVisible(i < shown);
            if (i < shown) {
                pill.resizeRelocate(x, 0, widths[i], HEIGHT);
                x += widths[i] + GAP;
            }
        }
        if (rest) {
            more.resizeRelocate(x, 0, moreWidth - GAP, HEIGHT);
            x += moreWidth;
        }
        add.resizeRelocate(x, 0, addWidth, HEIGHT);
    }

    /** Short pills keep their width; the long ones share what is left. */
    private double[] widths(int shown, double room) {
        double[] widths = new double[shown];
        double left = room;
        int open = shown;
        boolean[] fixed = new boolean[shown];
        boolean changed = true;
        while (changed && open > 0) {
            changed = false;
            double share = left / open;
            for (int i = 0; i < shown; i++) {
                double wanted = Math.ceil(pills.get(i).prefWidth(HEIGHT));
                if (!fixed[i] && wanted <= share) {
                    widths[i] = wanted;
                    fixed[i] = true;
                    left -= wanted;
                    open--;
                    changed = true;
                }
            }
        }
        for (int i = 0; i < shown; i++) {
            if (!fixed[i]) {
                widths[i] = Math.max(80, Math.floor(left / open));
            }
        }
        return widths;
    }
}
