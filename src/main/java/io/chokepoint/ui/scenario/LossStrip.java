package io.chokepoint.ui.scenario;

import io.chokepoint.ui.scenario.GalleryRuns.StageLoss;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.Wording;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A scenario at a glance: one bar for each stage, upstream left, as long as the stage's worst loss and in its colour. */
final class LossStrip extends Pane {
    private static final double HEIGHT = 24;
    private static final double GAP = 2;
    private static final double LEAST = 2;

    private List<StageLoss> stages = List.of();

    LossStrip() {
        getStyleClass().add("loss-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
    }

    void show(List<StageLoss> of) {
        stages = of;
        getChildren().clear();
        for (StageLoss stage : of) {
            Region bar = new Region();
            bar.getStyleClass()
                    .addAll(
                            "loss-bar",
                            "loss-" + LossStep.ofOutput(stage.lowest()).ordinal());
            getChildren().add(bar);
        }
        String hit = of.stream()
                .filter(stage -> stage.hit() > 0)
                .map(stage ->
                        Texts.get("gallery.stage", stage.stage().name(), Wording.output(stage.lowest()), stage.hit()))
                .collect(Collectors.joining("\n"));
        String words = hit.isEmpty() ? Texts.get("gallery.noLoss") : Texts.get("gallery.stages") + "\n" + hit;
        Tooltip.install(this, CommandControls.tooltip(words));
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        double width = (getWidth() + GAP) / Math.max(1, stages.size()) - GAP;
        for (int i = 0; i < stages.size(); i++) {
            double lost = Math.clamp(1 - stages.get(i).lowest(), 0, 1);
            double height = Math.max(LEAST, lost * getHeight());
            double x = i * (width + GAP);
            double left = Math.rint(x);
            getChildren().get(i).resizeRelocate(left, getHeight() - height, Math.rint(x + width) - left, height);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }
}
