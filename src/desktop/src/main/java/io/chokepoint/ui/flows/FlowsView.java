package io.chokepoint.ui.flows;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Node;
import io.chokepoint.ui.flows.FlowsContent.Width;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.RunColumns;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What goes into the selected good, who makes it, where it goes, and what of it is lost at the chosen week. */
public final class FlowsView extends BorderPane implements Pictured {
    private final UiContext context;
    private final StudyState state;
    private final FlowsViewModel model;
    private final PictureView picture;
    private final TextMeasure measure = new FxTextMeasure();
    private final Label name = new Label();
    private final Label detail = new Label();

    public FlowsView(UiContext context) {
        this.context = context;
        this.state = context.state();
        this.model = new FlowsViewModel(state, context.tasks());
        getStyleClass().addAll("canvas", "flows-view", "graph-keys");
        picture = new PictureView(this::draw);
        picture.setId("flows");
        name.getStyleClass().add("answer");
        detail.getStyleClass().add("label-small");
        name.setMinWidth(60);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox strip = new HBox(10, name, detail, gap, widths());
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("view-strip");
        setTop(strip);
        setCenter(picture);
        model.contentProperty().subscribe(unused -> refresh());
        state.looking().viewProperty().subscribe(view -> model.lookingProperty().set(view == ViewKind.FLOWS));
        picture.heightProperty().subscribe(height -> {
            if (height.doubleValue() > 1) {
                model.setHeight(height.doubleValue());
            }
        });
        state.looking().weekProperty().subscribe(unused -> refresh());
        context.theme().paletteProperty().subscribe(unused -> picture.refresh());
        picture.setOnClicked(target -> {
            if (target.key() instanceof Node node) {
                model.select(node);
            } else if (target.key() instanceof Band band) {
                model.select(band.to() instanceof Node.Whole ? band.from() : band.to());
            }
        });
    }

    /** What widths say; only where the dataset says what goods are worth. */
    private Segments<Width> widths() {
        Segments<Width> widths = new Segments<>(
                List.of(Width.values()),
                width -> "flows-" + width,
                width -> Texts.get("flows.width." + width),
                model.widthProperty()::set);
        widths.setMinWidth(Region.USE_PREF_SIZE);
        model.contentProperty().subscribe(content -> {
            boolean hasValues = content != null && content.worth().isPresent();
            widths.setVisible(hasValues);
            widths.setManaged(hasValues);
            widths.show(content == null ? model.widthProperty().get() : content.width());
        });
        return widths;
    }

    private void refresh() {
        name.setText(model.content().map(now -> now.good().name()).orElse(""));
        detail.setText(model.levels()
                .flatMap(levels -> model.content()
                        .flatMap(now -> levels.output(new Node.Whole(now.good())))
                        .map(output -> Texts.get(
                                "flows.now",
                                Typography.output(output),
                                state.scenario()
                                        .map(scenario -> Wording.weekWithDate(scenario.startDate(), levels.week()))
                                        .orElse("week " + levels.week()))))
                .orElse(""));
        picture.refresh();
    }

    private Picture draw(double width, double height) {
        Palette palette = context.theme().palette();
        return model.content()
                .flatMap(content -> model.levels()
                        .map(levels -> new FlowsPicture(content, levels, palette, measure, width, height).draw()))
                .orElseGet(() -> {
                    String words = Texts.get(model.isWorking() ? "flows.working" : "flows.empty");
                    return new Picture.Builder()
                            .text(24, 40, words, Tones.of(palette.text()))
                            .build(words, width, height, Tones.of(palette.canvas()));
                });
    }

    @Override
    public Optional<Picture> picture() {
        return picture.picture();
    }

    @Override
    public Optional<TableCopy> table() {
        return model.content()
                .flatMap(content -> model.levels().map(levels -> {
                    List<@Nullable Object[]> rows = new ArrayList<>();
                    for (Band band : content.each()) {
                        rows.add(new Object[] {
                            levels.fullName(band.from()), levels.fullName(band.to()), band.meaning(), levels.left(band)
                        });
                    }
                    return new TableCopy("flows", List.of("from", "to", "baseline", "left_of_baseline"), rows);
                }))
                .map(RunColumns.ofWeek(context.state()));
    }
}
