package io.chokepoint.ui.map;

import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.study.LensSubject;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.PicturePainter;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of countries beside the map, and what makes up the figure of the chosen one. */
final class CountryPanel extends VBox {
    private static final double BAR_WIDTH = 44;
    private static final double PART_WIDTH = 58;
    /** Room for three digits, their unit and the sign of a gain. */
    private static final double MONEY_WIDTH = 84;

    private static final double BAR_HEIGHT = 12;
    private static final int MOST_DETAILS = 4;

    private final UiContext context;
    private final MapViewModel model;
    private final Label head = new Label();
    private final Label explanation = new Label();
    private final ListView<CountryFigure> list = new ListView<>();
    private final VBox details = new VBox(4);
    private boolean choosing;

    CountryPanel(UiContext context, MapViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().addAll("inspector", "country-panel");
        head.getStyleClass().add("title");
        explanation.getStyleClass().add("label-small");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        VBox top = new VBox(4, head, explanation);
        top.getStyleClass().add("panel-head");
        list.setId("country-list");
        list.setFixedCellSize(28);
        list.setAccessibleText(Texts.get("map.list"));
        list.setPlaceholder(new Label(Texts.get("map.empty")));
        list.setCellFactory(unused -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        details.getStyleClass().add("panel-foot");
        getChildren().setAll(top, list, details);
        list.getSelectionModel().selectedItemProperty().subscribe(figure -> {
            if (!choosing && figure != null) {
                model.countryProperty().set(Optional.of(figure.code()));
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.showGoods();
                event.consume();
            }
        });
        model.contentProperty().subscribe(unused -> refresh());
        model.countryProperty().subscribe(unused -> showChosen());
        context.theme().paletteProperty().subscribe(unused -> list.refresh());
    }

    private void refresh() {
        MapContent content = model.content().orElse(null);
        choosing = true;
        head.setText(content == null ? "" : content.head());
        explanation.setText(content == null ? Texts.get("map.noRun") : Typography.thin(content.explanation()));
        list.getItems().setAll(content == null ? List.of() : content.countries());
        choosing = false;
        showChosen();
    }

    private void showChosen() {
        choosing = true;
        Optional<CountryFigure> chosen = model.chosen();
        chosen.ifPresentOrElse(
                figure -> {
                    if (!figure.equals(list.getSelectionModel().getSelectedItem())) {
                        list.getSelectionModel().select(figure);
                        list.scrollTo(figure);
                    }
                },
                () -> list.getSelectionModel().clearSelection());
        choosing = false;
        details.getChildren().clear();
        details.setManaged(chosen.isPresent());
        details.setVisible(chosen.isPresent());
        chosen.ifPresent(this::fill);
    }

    private void fill(CountryFigure figure) {
        Label name = new Label(figure.name() + ", " + figure.text());
        name.getStyleClass().add("strong");
        details.getChildren().add(name);
        if (figure.restricts()) {
            details.getChildren().add(small(Texts.get("map.restricts")));
        }
        figure.details().stream()
                .limit(MOST_DETAILS)
                .forEach(detail -> details.getChildren().add(small(detail.text())));
        Button show = new Button(Texts.count("map.showGoods", figure.details().size()));
        show.getStyleClass().add("link");
        show.setOnAction(event -> model.showGoods());
        Button lens = new Button(Texts.get("view.short.VIEW_LENS"), CommandControls.icon("mdal-business_center"));
        lens.setId("country-lens");
        lens.getStyleClass().add("small");
        lens.setTooltip(CommandControls.tooltip(Texts.get("lens.open", figure.name())));
        lens.setOnAction(event -> context.state().looking().showLens(new LensSubject.OfCountry(figure.code())));
        details.getChildren().add(new HBox(12, show, lens));
    }

    private static Label small(String text) {
        Label label = new Label(Typography.thin(text));
        label.getStyleClass().add("label-small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Name, bar and figure of one country. */
    private final class Cell extends ListCell<CountryFigure> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Canvas bar = new Canvas(BAR_WIDTH, BAR_HEIGHT);
        private final HBox row;

        Cell() {
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            // The figure is read whole, whatever becomes of the name.
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setAlignment(Pos.CENTER_RIGHT);
            value.getStyleClass().add("strong");
            row = new HBox(6, name, bar, value);
            row.setAlignment(Pos.CENTER_LEFT);
            // The cell takes the list's width instead of asking for its own.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CountryFigure figure, boolean empty) {
            super.updateItem(figure, empty);
            if (figure == null || empty) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(figure.name());
            value.setText(figure.text());
            // One width for all, so that the bars stand below each other.
            value.setPrefWidth(isMoney() ? MONEY_WIDTH : PART_WIDTH);
            paint(figure);
            setGraphic(row);
            setAccessibleText(Texts.get("countries.spoken", figure.name(), figure.text()));
        }

        private boolean isMoney() {
            return model.content()
                    .filter(content -> content.measure() == MapMeasure.MONEY)
                    .isPresent();
        }

        private void paint(CountryFigure figure) {
            Palette palette = context.theme().palette();
            MapContent content = Objects.requireNonNull(model.contentProperty().get());
            double most = list.getItems().stream()
                    .mapToDouble(other -> Math.abs(other.value()))
                    .max()
                    .orElse(1);
            boolean gains = list.getItems().stream().anyMatch(other -> other.value() < 0);
            double zero = gains ? BAR_WIDTH / 4 : 1;
            double length = Math.min(
                    Math.abs(figure.value()) / most * (BAR_WIDTH - zero - 1), figure.value() < 0 ? zero : BAR_WIDTH);
            bar.getGraphicsContext2D().clearRect(0, 0, BAR_WIDTH, BAR_HEIGHT);
            Picture.Builder out = new Picture.Builder();
            double left = figure.value() < 0 ? zero - length : zero;
            Fill fill = MapPicture.fill(content.measure(), content.span(), figure.value(), palette);
            out.shape(
                    Outline.rectangle(left, 2, Math.max(1.5, length), BAR_HEIGHT - 4),
                    fill,
                    Line.of(Tones.of(palette.borderStrong()), 0.5));
            out.draw(Outline.line(zero, 0, zero, BAR_HEIGHT), Line.of(Tones.of(palette.borderStrong()), 1));
            PicturePainter.paint(out.build("", 0, 0, Tones.of(palette.background())), bar.getGraphicsContext2D());
        }
    }
}
