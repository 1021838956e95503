package io.chokepoint.ui.flows;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.study.FlowBook;
import io.chokepoint.ui.flows.FlowsContent.Width;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Of which good the flows are shown: the selected one, or else the one that the answer is about. */
final class FlowsViewModel {
    private static final int MANY = 12;
    private static final int FEW = 8;
    private static final double LOW = 560;

    private final StudyState state;
    private final ReadOnlyObjectWrapper<@Nullable FlowsContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Width> width = new SimpleObjectProperty<>(Width.VALUE);
    private final IntegerProperty most = new SimpleIntegerProperty(FEW);
    private @Nullable DataPackage bookOf;
    private Optional<FlowBook> book = Optional.empty();

    FlowsViewModel(StudyState state) {
        this.state = state;
        state.resultProperty().subscribe(unused -> refresh());
        state.selectionProperty().subscribe(unused -> refresh());
        width.subscribe(unused -> refresh());
        most.subscribe(unused -> refresh());
    }

    /** The picture is so high: in a low one few blocks leave the bands room to be told apart. */
    void setHeight(double height) {
        most.set(height < LOW ? FEW : MANY);
    }

    /** What widths are to say; where the dataset has no values they say the part of use. */
    ObjectProperty<Width> widthProperty() {
        return width;
    }

    /** Null until something has been run. */
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
                                result, now.good(), state.weekProperty().get())));
    }

    /** Selects what a block stands for; the flows then turn about it. */
    void select(FlowsContent.Node node) {
        switch (node) {
            case FlowsContent.Node.OfGood of -> state.select(of.good());
            case FlowsContent.Node.OfMaker of -> state.select(Selection.of(of.maker()));
            case FlowsContent.Node.OfMarket of -> state.select(Selection.of(of.market()));
            case FlowsContent.Node.Whole of -> state.select(of.good());
            case FlowsContent.Node.Others unused -> {}
            case FlowsContent.Node.OtherUses unused -> {}
        }
    }

    private void refresh() {
        Answer answer = state.answer().orElse(null);
        Optional<Good> good = answer == null ? Optional.empty() : good(answer);
        Optional<FlowBook> flows = book();
        content.set(
                answer == null || good.isEmpty() || flows.isEmpty()
                        ? null
                        : new FlowsBuilder(answer, flows.get(), good.get(), width.get(), most.get()).build());
    }

    private Optional<Good> good(Answer answer) {
        Selection selection = state.selectionProperty().get();
        // A market has no flows of its own: what was shown stays.
        return selection
                .good()
                .or(() -> selection.market().isPresent() ? content().map(FlowsContent::good) : Optional.empty())
                .or(answer::headline)
                .or(() -> answer.restricted().stream().findFirst());
    }

    private Optional<FlowBook> book() {
        DataPackage data = state.dataProperty().get();
        if (data != bookOf) {
            bookOf = data;
            book = state.engine().flatMap(Engine::runner).map(FlowBook::new);
        }
        return book;
    }
}
