package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.ui.scenario.SelectorForm.MakerOption;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Opens the editor of a restriction beside its card or pill: one at a time. */
public final class RestrictionPanels {
    private static final double WIDTH = 480;

    private final UiContext context;
    private @Nullable Region open;

    public RestrictionPanels(UiContext context) {
        this.context = context;
        StudyState state = context.state();
        ObservableValue<String> noGood = Bindings.createStringBinding(
                () -> state.selectionProperty().get().good().isPresent() ? "" : Texts.get("restrict.selectFirst"),
                state.selectionProperty());
        context.commands().register(Command.RESTRICT, () -> restrictSelected(false), noGood);
        context.commands().register(Command.RESTRICT_LARGEST_MAKER, () -> restrictSelected(true), noGood);
        context.commands()
                .register(
                        Command.ADD_RESTRICTION,
                        this::add,
                        Bindings.createStringBinding(
                                () -> state.scenario().isPresent() ? "" : Texts.get("scenario.none"),
                                state.scenarioProperty()));
    }

    /** On what is selected; without a selection one first finds the good. */
    private void add() {
        if (!context.commands().run(Command.RESTRICT)) {
            context.commands().run(Command.FIND);
        }
    }

    private void restrictSelected(boolean largestMaker) {
        Selection selection = context.state().selectionProperty().get();
        Optional<DataPackage> data = context.state().data();
        Optional<Good> good = selection.good();
        if (data.isEmpty() || good.isEmpty()) {
            return;
        }
        SelectorForm form = new SelectorForm(data.get().dataset());
        Set<Provider> makers = selection
                .maker()
                .map(maker -> Set.of(maker.provider()))
                .orElseGet(() -> largest(form, good.get(), largestMaker));
        show(
                RestrictionEditorViewModel.ofNew(context.state(), data.get().dataset(), good.get(), makers),
                context.anchors().find(selection.items().getFirst()).orElse(null));
    }

    /** The maker one most likely means: the largest where it makes more than half, else all of them. */
    private static Set<Provider> largest(SelectorForm form, Good good, boolean always) {
        List<MakerOption> options = form.makers(form.of(good, Set.of()));
        return !options.isEmpty() && (always || options.getFirst().share() > 0.5)
                ? Set.of(options.getFirst().provider())
                : Set.of();
    }

    /** Edits a restriction of the scenario. */
    void edit(int index, Node beside) {
        context.state()
                .data()
                .ifPresent(data -> show(
                        RestrictionEditorViewModel.of(context.state(), data.dataset(), index),
                        beside.localToScreen(beside.getBoundsInLocal())));
    }

    private void show(RestrictionEditorViewModel model, @Nullable Bounds anchor) {
        close();
        VBox panel = new VBox();
        Runnable done = () -> context.overlays().close(panel);
        HBox head = head(model, done);
        OverlayHost.dragByHead(panel, head);
        VBox body = new VBox(new RestrictionEditor(model));
        body.getStyleClass().add("popover-body");
        panel.getChildren().setAll(head, body, foot(model, done));
        panel.getStyleClass().addAll("panel", "popover");
        panel.setId("restrict-popover");
        panel.setPrefWidth(WIDTH);
        panel.setMaxHeight(Region.USE_PREF_SIZE);
        open = panel;
        context.overlays().showBeside(panel, anchor, () -> {
            open = null;
            model.dispose();
        });
        Node first = panel.lookup(".kind-tile");
        if (first != null) {
            first.requestFocus();
        }
    }

    private void close() {
        Region shown = open;
        if (shown != null) {
            context.overlays().close(shown);
        }
    }

    private static HBox head(RestrictionEditorViewModel model, Runnable done) {
        Label title = new Label();
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("restrict.title", model.subject()), model.restrictionProperty()));
        title.getStyleClass().add("popover-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button("", CommandControls.icon("mdal-close"));
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(Texts.get("close"));
        close.setTooltip(CommandControls.tooltip(Texts.get("close") + "  (Esc)"));
        close.setOnAction(event -> done.run());
        HBox head = new HBox(8, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("popover-head");
        return head;
    }

    private static HBox foot(RestrictionEditorViewModel model, Runnable done) {
        Label outcome = new Label();
        outcome.getStyleClass().add("strong");
        outcome.textProperty().bind(model.outcomeProperty());
        Label follows = new Label(Texts.get("restrict.follows"));
        follows.getStyleClass().add("label-small");
        VBox words = new VBox(outcome, follows);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button(Texts.get("restrict.remove"));
        remove.setId("restrict-remove");
        remove.disableProperty().bind(model.restrictionProperty().isNull());
        remove.setOnAction(event -> {
            model.remove();
            done.run();
        });
        Button ok = new Button(Texts.get("restrict.done"));
        ok.getStyleClass().add("accent");
        ok.setId("restrict-done");
        ok.setDefaultButton(true);
        ok.setOnAction(event -> done.run());
        HBox foot = new HBox(8, words, remove, ok);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("popover-foot");
        return foot;
    }

    /** Takes a restriction out of the scenario as one step. */
    void remove(int index) {
        Optional<Restriction> shown = context.state()
                .scenario()
                .map(scenario -> scenario.restrictions().get(index));
        context.state().data().filter(data -> shown.isPresent()).ifPresent(data -> {
            RestrictionEditorViewModel model = RestrictionEditorViewModel.of(context.state(), data.dataset(), index);
            model.remove();
            model.dispose();
        });
    }
}
