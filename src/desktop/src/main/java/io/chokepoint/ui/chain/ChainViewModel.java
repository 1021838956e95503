package io.chokepoint.ui.chain;

import io.chokepoint.data.DataPackage;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.study.StructureStudy;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The chain at rest and where the keyboard is in it. What it shows hangs on the dataset alone, never on the scenario. */
final class ChainViewModel {
    private final StudyState state;
    private final TextMeasure measure;
    private final ReadOnlyObjectWrapper<@Nullable ChainContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Selection.Item>> cursor = new SimpleObjectProperty<>(Optional.empty());

    /** @param measure with which the names will be drawn; asked for all of them before they are */
    ChainViewModel(StudyState state, TextMeasure measure) {
        this.state = state;
        this.measure = measure;
        state.dataProperty().subscribe(this::dataChanged);
        state.looking()
                .selectionProperty()
                .subscribe(selection -> selection.single().ifPresent(item -> cursor.set(Optional.of(whole(item)))));
    }

    private void dataChanged(@Nullable DataPackage data) {
        content.set(null);
        cursor.set(Optional.empty());
        if (data != null) {
            state.ask(
                    "chain",
                    engine -> engine.runner()
                            .map(runner -> ChainContent.of(
                                    data,
                                    new StructureStudy(runner)
                                            .concentration(data.dataset().goods())))
                            .map(this::measured),
                    made -> made.filter(
                                    unused -> state.data().filter(data::equals).isPresent())
                            .ifPresent(content::set));
        }
    }

    /** Measuring a name for the first time takes long; then the measure remembers it. */
    private ChainContent measured(ChainContent made) {
        made.tiles().forEach(tile -> ChainPicture.width(tile, measure));
        return made;
    }

    /** A maker has no place of its own here: its good has. */
    private static Selection.Item whole(Selection.Item item) {
        return item instanceof Selection.OfMaker maker
                ? new Selection.OfGood(maker.activity().good())
                : item;
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<@Nullable ChainContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Optional<ChainContent> content() {
        return Optional.ofNullable(content.get());
    }

    /** Where the keyboard is: a good or a market. */
    ObjectProperty<Optional<Selection.Item>> cursorProperty() {
        return cursor;
    }

    /** Moves to a neighbouring place; to the first one where the keyboard was nowhere yet. */
    void move(ChainLayout layout, int columns, int rows) {
        List<ChainLayout.Place> places = layout.places();
        if (!places.isEmpty()) {
            Optional<ChainLayout.Place> at = cursor.get().flatMap(layout::find);
            cursor.set(Optional.of(at.map(place -> layout.from(place, columns, rows))
                    .orElseGet(places::getFirst)
                    .item()));
        }
    }

    /** Selects what the keyboard is on; the inspector then speaks of it. */
    boolean select() {
        cursor.get().ifPresent(item -> state.looking().select(new Selection(List.of(item))));
        return cursor.get().isPresent();
    }

    /** What the keyboard is on, in a sentence. */
    Optional<String> sentence() {
        return content()
                .flatMap(shown -> cursor.get().flatMap(item -> switch (item) {
                    case Selection.OfGood of -> shown.find(of.good()).map(ChainContent.Tile::sentence);
                    case Selection.OfMarket market -> Optional.of(market.name());
                    case Selection.OfMaker maker -> Optional.of(maker.name());
                }));
    }
}
