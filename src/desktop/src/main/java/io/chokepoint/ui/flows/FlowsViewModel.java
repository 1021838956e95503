package io.chokepoint.ui.flows;

import io.chokepoint.model.Good;
import io.chokepoint.study.FlowBook;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.flows.FlowsContent.Width;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Of which good the flows are shown: the selected one, or else the one that the answer is about. They are worked out off the UI thread,
 * and only while somebody looks; the newest question ends the one before.
 */
final class FlowsViewModel {
    static final String SLOT = "flows";

    private static final int MANY = 12;
    private static final int FEW = 8;
    private static final double LOW = 560;

    private final StudyState state;
    private final ReadOnlyObjectWrapper<@Nullable FlowsContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Width> width = new SimpleObjectProperty<>(Width.VALUE);
    private final IntegerProperty most = new SimpleIntegerProperty(FEW);
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final UiTasks tasks;
    private @Nullable Question answered;
    private @Nullable FlowBook book;

    /** @param most blocks in a column */
    private record Question(Answer answer, Good good, Width width, int most) {}

    private record Built(FlowBook book, FlowsContent content) {}

    FlowsViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(unused -> book = null);
        state.resultProperty().subscribe(unused -> refresh());
        state.looking().selectionProperty().subscribe(unused -> refresh());
        width.subscribe(unused -> refresh());
        most.subscribe(unused -> refresh());
        looking.subscribe(unused -> refresh());
    }

    /** The picture is so high: in a low one few blocks leave the bands room to be told apart. */
    void setHeight(double height) {
        most.set(height < LOW ? FEW : MANY);
    }

    /** What widths are to say; where the dataset has no values they say the part of use. */
    ObjectProperty<Width> widthProperty() {
        return width;
    }

    /** Whether the flows are on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    /** Null until something has been run, and the flows are worked out. */
    ReadOnlyObjectProperty<@Nullable FlowsContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Optional<FlowsContent> content() {
        return Optional.ofNullable(content.get());
    }

    Optional<FlowsLevels> levels() {
        return state.result()
                .flatMap(result -> content()
                        .map(now -> new FlowsLevels(
                                result,
                                now.good(),
                                state.looking().weekProperty().get())));
    }

    /** Selects what a block stands for; the flows then turn about it. */
    void select(FlowsContent.Node node) {
        switch (node) {
            case FlowsContent.Node.OfGood of -> state.looking().select(of.good());
            case FlowsContent.Node.OfMaker of -> state.looking().select(Selection.of(of.maker()));
            case FlowsContent.Node.OfMarket of -> state.looking().select(Selection.of(of.market()));
            case FlowsContent.Node.Whole of -> state.looking().select(of.good());
            case FlowsContent.Node.Others unused -> {}
            case FlowsContent.Node.OtherUses unused -> {}
        }
    }

    private void refresh() {
        Answer answer = state.answer().orElse(null);
        Optional<Good> good = answer == null ? Optional.empty() : good(answer);
        StudyRunner runner = state.engine().flatMap(Engine::runner).orElse(null);
        if (answer == null || good.isEmpty() || runner == null) {
            tasks.cancel(SLOT);
            answered = null;
            content.set(null);
            return;
        }
        Question question = new Question(answer, good.get(), width.get(), most.get());
        if (!looking.get() || question.equals(answered)) {
            return;
        }
        answered = question;
        FlowBook known = book;
        tasks.submit(
                SLOT,
                Texts.get("flows.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> {
                    FlowBook read = known == null ? new FlowBook(runner) : known;
                    monitor.checkCancelled();
                    return new Built(
                            read,
                            new FlowsBuilder(
                                            question.answer(), read, question.good(), question.width(), question.most())
                                    .build());
                },
                built -> {
                    book = built.book();
                    content.set(built.content());
                });
    }

    /** Whether flows are worked out of which there is nothing to show yet. */
    boolean isWorking() {
        return content.get() == null && tasks.isBusy(SLOT);
    }

    private Optional<Good> good(Answer answer) {
        Selection selection = state.looking().selectionProperty().get();
        // A market has no flows of its own: what was shown stays.
        return selection
                .good()
                .or(() -> selection.market().isPresent() ? content().map(FlowsContent::good) : Optional.empty())
                .or(answer::headline)
                .or(() -> answer.restricted().stream().findFirst());
    }
}
