package io.chokepoint.ui.map;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.study.FlowBook;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the map shows: of which good, which measure, which country is chosen. */
final class MapViewModel {
    private final StudyState state;
    private final ObjectProperty<Optional<Good>> good = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> country = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable MapContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.HORIZON);
    private final BooleanProperty flows = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper priced = new ReadOnlyBooleanWrapper();
    private @Nullable DataPackage bookOf;
    private Optional<FlowBook> book = Optional.empty();

    MapViewModel(StudyState state) {
        this.state = state;
        state.dataProperty().subscribe(unused -> {
            good.set(Optional.empty());
            country.set(Optional.empty());
        });
        state.resultProperty().subscribe(unused -> refresh());
        state.looking().mapMeasureProperty().subscribe(unused -> refresh());
        state.looking().selectionProperty().subscribe(unused -> refresh());
        state.looking().weekProperty().subscribe(unused -> {
            if (content().filter(now -> now.span() == Span.WEEK).isPresent()) {
                refresh();
            }
        });
        span.subscribe(unused -> refresh());
        good.subscribe(unused -> refresh());
    }

    ObjectProperty<MapMeasure> measureProperty() {
        return state.looking().mapMeasureProperty();
    }

    /** Over which weeks losses are added up. */
    ObjectProperty<Span> spanProperty() {
        return span;
    }

    /** Whether the flows that the restrictions hold are drawn. */
    BooleanProperty flowsProperty() {
        return flows;
    }

    /** Whether the run knows prices, so that there is money to be shown. */
    ReadOnlyBooleanProperty pricedProperty() {
        return priced.getReadOnlyProperty();
    }

    /** The good meant; empty for all. */
    ObjectProperty<Optional<Good>> goodProperty() {
        return good;
    }

    /** Code of the chosen country. */
    ObjectProperty<Optional<String>> countryProperty() {
        return country;
    }

    /** Null until something has been run. */
    ReadOnlyObjectProperty<@Nullable MapContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Optional<MapContent> content() {
        return Optional.ofNullable(content.get());
    }

    /** The goods that are offered for choice: the selected one, the headline, the restricted ones. */
    List<Good> choices() {
        List<Good> goods =
                new ArrayList<>(state.looking().selectionProperty().get().goods());
        state.answer().ifPresent(answer -> {
            answer.headline().ifPresent(goods::add);
            goods.addAll(answer.restricted());
        });
        return goods.stream().distinct().toList();
    }

    Optional<CountryFigure> chosen() {
        return country.get().flatMap(code -> content().flatMap(now -> now.find(code)));
    }

    /** Chooses the next or the last country of the list. */
    void step(int by) {
        List<CountryFigure> all = content().map(MapContent::countries).orElse(List.of());
        if (all.isEmpty()) {
            return;
        }
        int at = chosen().map(all::indexOf).orElse(by > 0 ? -1 : all.size());
        country.set(Optional.of(all.get(Math.clamp(at + by, 0, all.size() - 1)).code()));
    }

    /** Selects the goods that make up the chosen country's figure and shows them in the graph. */
    void showGoods() {
        chosen().ifPresent(figure -> {
            state.looking()
                    .select(new Selection(figure.details().stream()
                            .<Selection.Item>map(detail -> new Selection.OfGood(detail.good()))
                            .toList()));
            state.looking().viewProperty().set(ViewKind.GRAPH);
        });
    }

    private void refresh() {
        Answer answer = state.answer().orElse(null);
        priced.set(answer != null && answer.money().isPresent());
        if (answer == null) {
            content.set(null);
            return;
        }
        MapMeasure measure = state.looking().mapMeasureProperty().get();
        Span over = span.get();
        int week = state.looking().weekProperty().get();
        Optional<Good> of = good.get();
        Optional<Good> marked = selected();
        Optional<FlowBook> known = book();
        state.ask(
                "map",
                engine -> {
                    Optional<FlowBook> used = known.or(() -> engine.runner().map(FlowBook::new));
                    return new Made(new MapFigures(answer, used).content(measure, over, week, of, marked), used);
                },
                made -> {
                    // What is of another dataset or run by now is not shown.
                    if (state.answer().filter(now -> now == answer).isPresent()) {
                        book = made.book();
                        content.set(made.content());
                    }
                });
    }

    private record Made(MapContent content, Optional<FlowBook> book) {}

    /** The good whose makers are marked. */
    Optional<Good> selected() {
        return state.looking().selectionProperty().get().good();
    }

    /** Who delivers to whom; empty until it has been worked out for this dataset. */
    private Optional<FlowBook> book() {
        DataPackage data = state.dataProperty().get();
        if (data != bookOf) {
            bookOf = data;
            book = Optional.empty();
        }
        return book;
    }
}
