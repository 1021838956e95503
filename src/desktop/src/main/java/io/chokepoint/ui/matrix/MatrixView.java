package io.chokepoint.ui.matrix;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.matrix.MatrixContent.Cell;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FactsBar;
import io.chokepoint.ui.support.LeftOut;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.TableButton;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.WithFacts;
import io.chokepoint.ui.support.WithSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every good stopped in turn: weeks of output that each of the goods loses that answers speak of first. Does not depend on the scenario. */
public final class MatrixView extends BorderPane implements WithSide, WithFacts, Pictured {
    private final UiContext context;
    private final MatrixViewModel model;
    private final PictureView picture;
    private final MatrixSide side;
    private final FactsBar facts = new FactsBar();
    private final TextMeasure measure = new FxTextMeasure();
    private final StackPane middle = new StackPane();
    private final VBox working;
    private List<Integer> shown = List.of();
    private int firstRow;

    public MatrixView(UiContext context) {
        this.context = context;
        model = new MatrixViewModel(context.state(), context.tasks());
        getStyleClass().addAll("matrix-view", "graph-keys");
        picture = new PictureView(this::draw);
        picture.setId("matrix");
        picture.getStyleClass().add("on-background");
        side = new MatrixSide(model);
        working = working();
        setTop(strip());
        setCenter(middle);
        model.contentProperty().subscribe(unused -> refresh());
        model.filterProperty().subscribe(unused -> refresh());
        model.cellProperty().subscribe(unused -> picture.refresh());
        context.theme().paletteProperty().subscribe(unused -> picture.refresh());
        context.state()
                .looking()
                .viewProperty()
                .subscribe(view -> model.lookingProperty().set(view == ViewKind.MATRIX));
        picture.setOnClicked(target -> {
            if (target.key() instanceof Cell cell) {
                model.cellProperty().set(Optional.of(cell));
                model.explain();
            }
        });
        picture.setOnClickedNothing(() -> model.cellProperty().set(Optional.empty()));
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        picture.addEventHandler(ScrollEvent.SCROLL, event -> scroll(event.getDeltaY() > 0 ? -3 : 3));
    }

    @Override
    public Region side() {
        return side;
    }

    @Override
    public Region facts() {
        return facts;
    }

    private HBox strip() {
        Label head = new Label();
        context.state()
                .dataProperty()
                .subscribe(data -> head.setText(Texts.get(
                        "matrix.head",
                        Optional.ofNullable(data)
                                .map(read -> read.dataset().headline().one())
                                .orElse(""))));
        head.getStyleClass().add("strong");
        MenuButton stop = new MenuButton();
        stop.setId("matrix-stop");
        for (int weeks : MatrixViewModel.STOPS) {
            MenuItem item = new MenuItem(Texts.get("matrix.weeks", weeks));
            item.setOnAction(event -> model.stopWeeksProperty().set(weeks));
            stop.getItems().add(item);
        }
        model.stopWeeksProperty().subscribe(weeks -> stop.setText(Texts.get("matrix.weeks", weeks)));
        Label alone = new Label(Texts.get("matrix.alone"));
        alone.getStyleClass().add("label-small");
        alone.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setPromptText(Texts.get("matrix.filter"));
        filter.setAccessibleText(Texts.get("matrix.filter"));
        filter.setTooltip(CommandControls.tooltip(Texts.get("matrix.filter.hint")));
        filter.setPrefWidth(130);
        filter.setMinWidth(90);
        filter.textProperty().bindBidirectional(model.filterProperty());
        TableButton save = new TableButton(
                () -> table().orElseGet(() -> new TableCopy("matrix", List.of(), List.of())), context.dialogs());
        save.disableProperty().bind(model.contentProperty().isNull());
        head.setMinWidth(Region.USE_PREF_SIZE);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        HBox strip = new HBox(8, head, stop, alone, gap, filter, save);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("view-strip");
        return strip;
    }

    private VBox working() {
        Label head = new Label();
        ProgressBar bar = new ProgressBar(0);
        bar.setPrefWidth(320);
        Label detail = new Label();
        detail.getStyleClass().add("label-small");
        Button stop = new Button(Texts.get("matrix.cancel"));
        stop.setOnAction(event -> {
            if (model.isCancelled()) {
                model.computeAgain();
            } else {
                model.cancel();
            }
            stop.setText(Texts.get(model.isCancelled() ? "matrix.again" : "matrix.cancel"));
            head.setText(Texts.get(model.isCancelled() ? "matrix.cancelled" : "matrix.busy"));
        });
        head.setText(Texts.get("matrix.busy"));
        context.tasks().progressProperty().subscribe(progress -> {
            if (progress != null && progress.slot().equals("matrix")) {
                bar.setProgress(progress.part());
                detail.setText(Texts.get("matrix.progress", progress.done(), progress.total()));
            }
        });
        VBox box = new VBox(10, head, bar, detail, stop);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void refresh() {
        Optional<MatrixContent> content = model.content();
        firstRow = 0;
        shown = content.map(this::filtered).orElse(List.of());
        facts.show(MatrixFacts.of(content), "");
        middle.getChildren().setAll(content.isPresent() ? picture : working);
        picture.refresh();
    }

    private List<Integer> filtered(MatrixContent content) {
        String wanted = model.filterProperty().get().strip().toLowerCase(Locale.ROOT);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < content.rows().size(); i++) {
            Good good = content.rows().get(i).good();
            if ((good.name() + " " + good.shortName() + " " + good.stage().name())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted)) {
                rows.add(i);
            }
        }
        return rows;
    }

    private void scroll(int by) {
        int room = MatrixPicture.rowsIn(picture.getHeight());
        firstRow = Math.clamp(firstRow + by, 0, Math.max(0, shown.size() - room));
        picture.refresh();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1, 0);
            case UP -> step(-1, 0);
            case RIGHT -> step(0, 1);
            case LEFT -> step(0, -1);
            case PAGE_DOWN -> step(MatrixPicture.rowsIn(picture.getHeight()), 0);
            case PAGE_UP -> step(-MatrixPicture.rowsIn(picture.getHeight()), 0);
            case ENTER -> model.explain();
            case ESCAPE -> model.cellProperty().set(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Moves among the rows that are shown. */
    private void step(int rows, int columns) {
        MatrixContent content = model.content().orElse(null);
        if (shown.isEmpty() || content == null || content.columns().isEmpty()) {
            return;
        }
        Optional<Cell> at = model.cellProperty().get();
        int place = at.map(cell -> shown.indexOf(cell.row())).orElse(rows > 0 ? -1 : 0);
        int column = at.map(Cell::column).orElse(columns > 0 && rows == 0 ? -1 : 0);
        int next = Math.clamp(place + rows, 0, shown.size() - 1);
        model.cellProperty()
                .set(Optional.of(new Cell(
                        shown.get(next),
                        Math.clamp(column + columns, 0, content.columns().size() - 1))));
        int room = MatrixPicture.rowsIn(picture.getHeight());
        firstRow = Math.clamp(firstRow, Math.max(0, next - room + 1), next);
    }

    private Picture draw(double width, double height) {
        Palette palette = context.theme().palette();
        return model.content()
                .map(content -> new MatrixPicture(
                                content,
                                shown,
                                Math.min(firstRow, Math.max(0, shown.size() - 1)),
                                model.cellProperty().get(),
                                palette,
                                measure,
                                width,
                                height)
                        .draw())
                .orElseGet(() -> new Picture.Builder().build("", width, height, Tones.of(palette.background())));
    }

    @Override
    public Optional<Picture> picture() {
        return model.content().isPresent() ? picture.picture() : Optional.empty();
    }

    @Override
    public Optional<TableCopy> table() {
        return model.content().map(content -> {
            List<String> columns = new ArrayList<>(List.of("good", "name", "country"));
            content.columns().forEach(column -> columns.add(column.id()));
            columns.addAll(List.of(
                    content.isMoney() ? "sales_lost_musd" : "mean_weeks", "unit", "stop_weeks", "horizon_weeks"));
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int index : shown) {
                Row row = content.rows().get(index);
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(row.good().id());
                cells.add(row.good().name());
                cells.add(row.country());
                for (double lost : row.lost()) {
                    cells.add(lost);
                }
                cells.add(row.sum());
                cells.add("weeks");
                cells.add(content.stopWeeks());
                cells.add(content.horizonWeeks());
                rows.add(cells.toArray());
            }
            String leftOut = LeftOut.of(
                            "matrixFilter", rows.size(), content.rows().size())
                    + " " + LeftOut.of("matrixRows", content.rows().size(), content.swept())
                    + " " + LeftOut.of("matrixColumns", content.columns().size(), content.possible());
            return new TableCopy("stop-" + content.stopWeeks() + "-weeks", columns, rows, leftOut.strip());
        });
    }
}
