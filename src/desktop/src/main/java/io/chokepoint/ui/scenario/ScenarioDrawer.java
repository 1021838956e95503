package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.RestrictionStack.Card;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The scenario in full: its question, who is served first, and all its restrictions as cards, each edited in place, moved by its head or with Alt and
 * the arrow keys, and switched off without being lost.
 */
public final class ScenarioDrawer extends VBox {
    private final UiContext context;
    private final VBox cards = new VBox(12);
    private final List<RestrictionCard> shownCards = new ArrayList<>();
    private int open = -1;
    private @Nullable RestrictionEditorViewModel model;
    private List<String> shown = List.of();

    public ScenarioDrawer(UiContext context) {
        this.context = context;
        getStyleClass().add("drawer");
        setId("drawer");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        cards.getStyleClass().add("drawer-cards");
        getChildren().setAll(scroll);
        visibleProperty().subscribe(visible -> {
            if (visible) {
                fill();
            } else {
                fold();
                cards.getChildren().clear();
                shownCards.clear();
            }
        });
        context.state().workProperty().subscribe(this::changed);
        context.state().problems().subscribe(() -> {
            // The editor of an open card says by itself what is wrong.
            if (isVisible() && open < 0) {
                fill();
            }
        });
    }

    /** While a card is edited only its numbers change, and the editor shows those itself. */
    private void changed(@Nullable Work work) {
        if (isVisible() && (work == null || !structure(work).equals(shown))) {
            fill();
        }
    }

    /** What decides how the cards look, but for the one that is open: that one follows by itself. */
    private List<String> structure(Work work) {
        Scenario scenario = work.scenario();
        List<String> all = new ArrayList<>(List.of(
                scenario.id(),
                scenario.title(),
                scenario.rationing().toString(),
                scenario.rules().toString()));
        List<Card> stack = RestrictionStack.of(work).cards();
        for (int i = 0; i < stack.size(); i++) {
            Card card = stack.get(i);
            all.add(card.isOn() + " " + card.restriction().kind() + (i == open ? "" : card.restriction()));
        }
        return all;
    }

    private void fold() {
        if (model != null) {
            model.dispose();
            model = null;
        }
    }

    private void fill() {
        fold();
        boolean hadFocus = shownCards.stream().anyMatch(Node::isFocusWithin);
        cards.getChildren().clear();
        shownCards.clear();
        Work work = context.state().workProperty().get();
        Optional<DataPackage> data = context.state().data();
        if (work == null || data.isEmpty()) {
            return;
        }
        Dataset dataset = data.get().dataset();
        RestrictionStack stack = RestrictionStack.of(work);
        open = open < stack.size() && open >= 0 && stack.cards().get(open).isOn() ? open : -1;
        shown = structure(work);
        cards.getChildren()
                .addAll(head(work.scenario()), new RationingChoice(context.state(), data.get(), work.scenario()));
        for (int i = 0; i < stack.size(); i++) {
            RestrictionCard card = card(i, stack, work.scenario(), dataset);
            shownCards.add(card);
            cards.getChildren().add(card);
        }
        cards.getChildren().add(CommandControls.button(context.commands(), Command.ADD_RESTRICTION));
        if (hadFocus && open >= 0) {
            shownCards.get(open).requestFocus();
        }
    }

    private static VBox head(Scenario scenario) {
        VBox box = new VBox(4, text(scenario.title(), "answer"));
        if (!scenario.question().isEmpty()) {
            box.getChildren().add(text(scenario.question(), "muted"));
        }
        if (!scenario.remarks().status().isEmpty()) {
            box.getChildren()
                    .add(text(Texts.get("drawer.status", scenario.remarks().status()), "label-small"));
        }
        return box;
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private RestrictionCard card(int index, RestrictionStack stack, Scenario scenario, Dataset dataset) {
        Card shownCard = stack.cards().get(index);
        RestrictionCard card = new RestrictionCard(index, stack.size(), shownCard, new Acts());
        if (index == open) {
            RestrictionEditorViewModel editing =
                    RestrictionEditorViewModel.of(context.state(), dataset, stack.scenarioIndex(index));
            model = editing;
            card.showEditor(new RestrictionEditor(editing, true, context.openLink()));
        } else {
            Optional<String> fault = shownCard.isOn()
                    ? RestrictionFaults.of(
                            context.state().problems(), stack.scenarioIndex(index), shownCard.restriction(), dataset)
                    : Optional.empty();
            card.showSentence(dataset, scenario.startDate(), fault);
        }
        if (shownCard.isOn()) {
            Button toggle = new Button(Texts.get(index == open ? "drawer.fold" : "pills.edit"));
            toggle.getStyleClass().add("small");
            toggle.setId("card-edit-" + index);
            toggle.setOnAction(event -> {
                open = index == open ? -1 : index;
                fill();
                shownCards.get(index).requestFocus();
            });
            card.getChildren().add(toggle);
        }
        return card;
    }

    /** What the cards can do; each is one step. */
    private final class Acts implements RestrictionCard.Acts {
        @Override
        public void move(int from, int to) {
            if (to != from && to >= 0 && to < shownCards.size()) {
                open = open == from ? to : -1;
                change(from, "drawer.step.move", stack -> stack.move(from, to));
                focus(to);
            }
        }

        @Override
        public void duplicate(int card) {
            change(card, "drawer.step.duplicate", stack -> stack.duplicate(card));
            focus(card + 1);
        }

        @Override
        public void remove(int card) {
            open = -1;
            change(card, "restrict.step.remove", stack -> stack.remove(card));
            focus(Math.min(card, shownCards.size() - 1));
        }

        @Override
        public void turn(int card, boolean on) {
            change(card, on ? "restrict.step.on" : "restrict.step.off", stack -> stack.turn(card, on));
            focus(card);
        }

        @Override
        public List<? extends Region> cards() {
            return shownCards;
        }
    }

    /** The focus stays with the card that was acted on, wherever it has gone. */
    private void focus(int card) {
        if (card >= 0 && card < shownCards.size()) {
            shownCards.get(card).requestFocus();
        }
    }

    private void change(int card, String step, Function<RestrictionStack, Work> act) {
        fold();
        Work work = context.state().workProperty().get();
        if (work != null) {
            String kind = KindForm.of(
                            RestrictionStack.of(work).cards().get(card).restriction())
                    .lowerText();
            context.state().editWork(Texts.get(step, kind), now -> act.apply(RestrictionStack.of(now)));
        }
        fill();
    }
}
