package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.SelectorForm.MakerOption;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Opens the editor of a restriction beside its card, or docked in the place of the inspector: one at a time. */
public final class RestrictionPanels {
    private static final String DOCKED = "restrict.docked";

    private final UiContext context;
    private @Nullable RestrictionPanel open;

    public RestrictionPanels(UiContext context) {
        this.context = context;
        StudyState state = context.state();
        ObservableValue<String> noGood = Bindings.createStringBinding(
                () -> state.looking().selectionProperty().get().good().isPresent()
                        ? ""
                        : Texts.get("restrict.selectFirst"),
                state.looking().selectionProperty());
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
        Selection selection = context.state().looking().selectionProperty().get();
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

    /** Edits a restriction of the scenario, by its place there. */
    public void edit(int index) {
        context.state()
                .data()
                .ifPresent(data -> show(RestrictionEditorViewModel.of(context.state(), data.dataset(), index), null));
    }

    /** Edits a restriction of the scenario, beside its card in the graph, or beside the pill where no card is shown. */
    void edit(int index, Node pill) {
        context.state().data().ifPresent(data -> {
            RestrictionEditorViewModel model = RestrictionEditorViewModel.of(context.state(), data.dataset(), index);
            Bounds beside = model.goods().stream()
                    .flatMap(good -> context.anchors().find(new Selection.OfGood(good)).stream())
                    .findFirst()
                    .orElseGet(() -> pill.localToScreen(pill.getBoundsInLocal()));
            show(model, beside);
        });
    }

    private void show(RestrictionEditorViewModel model, @Nullable Bounds anchor) {
        close();
        boolean docked = context.settings().isOn(DOCKED, false);
        place(model, anchor, docked);
    }

    private void place(RestrictionEditorViewModel model, @Nullable Bounds anchor, boolean docked) {
        RestrictionPanel panel = new RestrictionPanel(model, docked, context.openLink());
        Runnable closed = () -> {
            if (open == panel) {
                open = null;
                model.dispose();
            }
        };
        panel.onDone(() -> context.overlays().close(panel));
        panel.onPin(() -> {
            // The editor moves, it does not end: its model lives on in the other place.
            open = null;
            context.overlays().close(panel);
            context.settings().put(DOCKED, !docked);
            place(model, anchor, !docked);
        });
        open = panel;
        if (docked) {
            context.overlays().dock(panel, closed);
        } else {
            OverlayHost.dragByHead(panel, panel.head());
            context.overlays().showBeside(panel, anchor, answerBegins(), closed);
        }
        panel.focusKind();
    }

    /** The left edge of what answers speak of first and of markets on the screen, where they are shown. */
    private OptionalDouble answerBegins() {
        return context.state().answer().stream()
                .flatMap(answer -> Stream.concat(
                        answer.hit().stream()
                                .filter(answer.result().dataset().headline()::contains)
                                .map(Selection.OfGood::new),
                        answer.hitMarkets().stream().map(Selection.OfMarket::new)))
                .flatMap(item -> context.anchors().find(item).stream())
                .mapToDouble(Bounds::getMinX)
                .min();
    }

    private void close() {
        Region shown = open;
        if (shown != null) {
            context.overlays().close(shown);
        }
    }

    /** Takes a restriction out of the scenario as one step. */
    void remove(int index) {
        context.state().scenario().map(Scenario::restrictions).ifPresent(all -> {
            String kind = KindForm.of(all.get(index)).lowerText();
            context.state().editWork(Texts.get("restrict.step.remove", kind), work -> {
                RestrictionStack stack = RestrictionStack.of(work);
                return stack.remove(stack.cardOf(index));
            });
        });
    }
}
