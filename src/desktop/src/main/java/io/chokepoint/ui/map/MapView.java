package io.chokepoint.ui.map;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.RunColumns;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.WithSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The run on a map of the world, with the list of countries as its side panel. */
public final class MapView extends BorderPane implements WithSide, Pictured {
    private static final double STEP = 1.5;

    private final UiContext context;
    private final MapViewModel model;
    private final PictureView picture;
    private final CountryPanel side;
    private final TextMeasure measure = new FxTextMeasure();
    private final Label zoom = new Label();
    private MapFrame frame = new MapFrame(1, 1, 1, 0, 0);
    private double dragX;
    private double dragY;

    public MapView(UiContext context) {
        this.context = context;
        model = new MapViewModel(context.state());
        getStyleClass().addAll("canvas", "map-view", "graph-keys");
        picture = new PictureView(this::draw);
        picture.setId("map");
        side = new CountryPanel(context, model);
        setTop(strip());
        setCenter(picture);
        model.contentProperty().subscribe(unused -> picture.refresh());
        model.countryProperty().subscribe(unused -> picture.refresh());
        context.theme().paletteProperty().subscribe(unused -> picture.refresh());
        picture.setOnClicked(target -> {
            if (target.key() instanceof String code) {
                model.countryProperty().set(Optional.of(code));
            }
        });
        model.flowsProperty().subscribe(unused -> picture.refresh());
        picture.setOnClickedNothing(() -> model.countryProperty().set(Optional.empty()));
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        picture.addEventHandler(ScrollEvent.SCROLL, event -> {
            frame(frame.zoomed(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15, event.getX(), event.getY()));
            event.consume();
        });
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            dragX = event.getX();
            dragY = event.getY();
        });
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            frame(frame.moved(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        });
        frame(frame);
    }

    @Override
    public Region side() {
        return side;
    }

    private HBox strip() {
        ToggleGroup group = new ToggleGroup();
        HBox measures = new HBox();
        measures.getStyleClass().add("segments");
        for (MapMeasure value : MapMeasure.values()) {
            ToggleButton button = new ToggleButton(Texts.get("map.measure." + value));
            button.setId("map-" + value);
            button.setToggleGroup(group);
            button.setTooltip(CommandControls.tooltip(Texts.get("map.measure." + value + ".hint")));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.measureProperty().set(value);
            });
            // Without values in the dataset the map shows something else than was asked for.
            model.contentProperty()
                    .subscribe(now -> button.setSelected(
                            (now == null ? model.measureProperty().get() : now.measure()) == value));
            if (value == MapMeasure.MONEY) {
                button.visibleProperty().bind(model.pricedProperty());
                button.managedProperty().bind(model.pricedProperty());
            }
            measures.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        zoom.getStyleClass().add("zoom");
        Button fit = new Button(Texts.get("map.fit"), CommandControls.icon("mdal-crop_free"));
        fit.setOnAction(event -> frame(new MapFrame(frame.width(), frame.height(), 1, 0, 0)));
        HBox strip = new HBox(
                8,
                measures,
                spans(),
                goodChoice(),
                flows(),
                gap,
                zoomButton("mdmz-zoom_out", "map.zoomOut", 1 / STEP),
                zoom,
                zoomButton("mdmz-zoom_in", "map.zoomIn", STEP),
                fit);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("view-strip");
        return strip;
    }

    private Button zoomButton(String icon, String text, double factor) {
        Button button = new Button();
        button.setGraphic(CommandControls.icon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(CommandControls.tooltip(Texts.get(text)));
        button.setAccessibleText(Texts.get(text));
        button.setOnAction(event -> frame(frame.zoomed(factor, frame.width() / 2, frame.height() / 2)));
        return button;
    }

    /** Which weeks are added up; only where the measure is of the run's weeks. */
    private Segments<Span> spans() {
        Segments<Span> spans = new Segments<>(
                List.of(Span.HORIZON, Span.WEEK),
                span -> "map-" + span,
                span -> Texts.get("map.span." + span),
                model.spanProperty()::set);
        spans.setMinWidth(Region.USE_PREF_SIZE);
        model.spanProperty().subscribe(spans::show);
        model.contentProperty().subscribe(now -> {
            boolean isOfWeeks = now != null && now.measure().hasSpan();
            spans.setVisible(isOfWeeks);
            spans.setManaged(isOfWeeks);
        });
        return spans;
    }

    private HBox flows() {
        ToggleButton flows = new ToggleButton(Texts.get("map.flows"));
        flows.setId("map-flows");
        flows.setTooltip(CommandControls.tooltip(Texts.get("map.flows.hint")));
        flows.selectedProperty().bindBidirectional(model.flowsProperty());
        flows.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(flows);
        box.getStyleClass().add("segments");
        return box;
    }

    private MenuButton goodChoice() {
        MenuButton choice = new MenuButton();
        choice.setId("map-good");
        choice.setMaxWidth(150);
        model.goodProperty()
                .subscribe(
                        good -> choice.setText(good.map(Good::shortName).orElseGet(() -> Texts.get("map.allGoods"))));
        choice.setOnShowing(event -> {
            List<MenuItem> items = new ArrayList<>();
            items.add(item(Texts.get("map.allGoods"), Optional.empty()));
            model.choices().forEach(good -> items.add(item(good.name(), Optional.of(good))));
            choice.getItems().setAll(items);
        });
        // A menu without items does not open, so there is one from the start.
        choice.getItems().setAll(List.of(item(Texts.get("map.allGoods"), Optional.empty())));
        return choice;
    }

    private MenuItem item(String text, Optional<Good> good) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.goodProperty().set(good));
        return item;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, RIGHT -> model.step(1);
            case UP, LEFT -> model.step(-1);
            case ENTER -> model.showGoods();
            case ESCAPE -> model.countryProperty().set(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void frame(MapFrame next) {
        frame = next;
        zoom.setText(Amounts.percent(next.zoom()));
        picture.refresh();
    }

    private Picture draw(double width, double height) {
        frame = frame.sized(width, height);
        return model.content()
                .map(content -> new MapPicture(
                                content,
                                frame,
                                context.theme().palette(),
                                measure,
                                model.countryProperty().get(),
                                model.selected().map(Good::shortName),
                                model.flowsProperty().get())
                        .draw())
                .orElseGet(() -> new Picture.Builder()
                        .build(
                                Texts.get("map.noRun"),
                                width,
                                height,
                                Tones.of(context.theme().palette().canvas())));
    }

    @Override
    public Optional<Picture> picture() {
        return picture.picture();
    }

    @Override
    public Optional<TableCopy> table() {
        return model.content()
                .map(content -> {
                    List<@Nullable Object[]> rows = new ArrayList<>();
                    for (CountryFigure figure : content.countries()) {
                        rows.add(new Object[] {figure.code(), figure.name(), figure.value(), figure.restricts()});
                    }
                    return new TableCopy(
                            "countries",
                            List.of("country", "name", content.measure().column(), "restricts"),
                            rows);
                })
                .map(RunColumns.ofRun(context.state()));
    }
}
