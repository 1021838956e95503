package io.chokepoint.ui.lens;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Provider;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.MakerLens.Made;
import io.chokepoint.study.MakerLens.Source;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.lens.LensContent.Row;
import io.chokepoint.ui.support.AnswerTable;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FindField;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.OpenWork;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.support.WithSide;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lens on a maker, a country or a market: what it needs and how long it survives each loss, and what it makes. */
public final class LensView extends BorderPane implements WithSide, Pictured {
    private final UiContext context;
    private final LensViewModel model;
    private final LensSide side;
    private final AnswerTable<Row> needs;
    private final AnswerTable<Made> makes;
    private final Label name = new Label();
    private final Label kind = new Label();
    private final OpenWork open = new OpenWork("lens-stop", this::stopOrGoOn);
    private final Segments<Boolean> parts;
    private boolean showsMakes;

    public LensView(UiContext context) {
        this.context = context;
        model = new LensViewModel(context.state(), context.tasks());
        side = new LensSide(model);
        needs = new AnswerTable<>(context, "lens-needs", model.chosenProperty()::set);
        makes = new AnswerTable<>(context, "lens-makes", unused -> {});
        parts = new Segments<>(
                List.of(false, true),
                made -> made ? "lens-show-makes" : "lens-show-needs",
                made -> Texts.get(made ? "lens.part.makes" : "lens.part.needs"),
                this::show);
        getStyleClass().addAll("lens-view", "graph-keys");
        setTop(new VBox(sentence(), strip()));
        show(false);
        model.contentProperty().subscribe(unused -> refresh());
        context.theme().paletteProperty().subscribe(unused -> refresh());
        context.tasks().busyProperty().subscribe(unused -> showProgress());
        context.tasks().progressProperty().subscribe(unused -> showProgress());
        context.state()
                .looking()
                .viewProperty()
                .subscribe(view -> model.lookingProperty().set(view == ViewKind.LENS));
    }

    @Override
    public Region side() {
        return side;
    }

    private void show(boolean made) {
        showsMakes = made;
        parts.show(made);
        setCenter(made ? makes : needs);
    }

    private HBox sentence() {
        FindField<LensSubject> find = new FindField<>(
                "lens-find",
                Texts.get("lens.find"),
                () -> model.dataset().map(LensSubjects::all).orElse(List.of()),
                model::lookAt);
        find.setPrefWidth(230);
        name.getStyleClass().add("strong");
        name.setId("lens-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        kind.getStyleClass().add("label-small");
        kind.setMinWidth(0);
        Label central = new Label(Texts.get("lens.central"));
        central.setId("lens-central");
        central.getStyleClass().add("label-small");
        central.setMinWidth(Region.USE_PREF_SIZE);
        central.setTooltip(CommandControls.tooltip(Texts.get("lens.central.hint")));
        // Only where there is another number that it could be taken for.
        central.managedProperty().bind(central.visibleProperty());
        context.state().many().resultProperty().subscribe(drawn -> central.setVisible(drawn != null));
        return ViewStrip.sentence(ViewStrip.word("lens.on"), name, kind, central, grow(), find);
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private HBox strip() {
        return ViewStrip.ofTable(this::table, context.dialogs(), parts, open);
    }

    private void stopOrGoOn() {
        model.stopOrAgain();
        showProgress();
    }

    /** How many losses have been tried, and a way to stop; nothing once all are there. */
    private void showProgress() {
        if (model.content().filter(shown -> shown.losses().isEmpty()).isEmpty()) {
            open.hide();
            return;
        }
        boolean losing = model.isLosing();
        String done = Optional.ofNullable(context.tasks().progressProperty().get())
                .filter(report -> report.slot().equals(LensViewModel.lossesSlot()))
                .map(report -> " " + Texts.get("progress.done", report.done(), report.total()))
                .orElse("");
        open.show(losing, losing ? Texts.get("lens.losing") + done : Texts.get("lens.stopped"));
    }

    private void refresh() {
        showProgress();
        LensContent content = model.contentProperty().get();
        if (content == null) {
            name.setText("");
            kind.setText("");
            needs.showInstead(new Label(Texts.get("lens.working")));
            makes.showInstead(new Label(Texts.get("lens.working")));
            return;
        }
        name.setText(content.page().subject().name());
        kind.setText(LensSubjects.kind(content.page().subject()));
        Optional<Selection> chosen =
                model.chosenProperty().get().map(row -> Selection.of(row.need().input()));
        needs.show(LensTable.needs(content), Texts.get("lens.side.needsNothing"))
                .ifPresent(this::wireNeeds);
        makes.show(LensTable.makes(content), Texts.get("lens.makesNothing")).ifPresent(this::wireMakes);
        chosen.ifPresent(needs::select);
    }

    private void wireNeeds(TableView<Row> table) {
        table.setAccessibleText(Texts.get("lens.part.needs"));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.chosenProperty().get().ifPresent(model::open);
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.chosenProperty().get().ifPresent(model::open);
            }
        });
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems()
                .setAll(model.chosenProperty().get().map(this::items).orElse(List.of())));
        // A menu without items would not open.
        menu.getItems().add(new MenuItem());
        table.setContextMenu(menu);
    }

    private List<MenuItem> items(Row row) {
        MenuItem restrict = item(Texts.get("lens.restrict"), () -> model.restrict(row, ViewKind.GRAPH));
        restrict.setDisable(row.need().leading().isEmpty());
        Provider first =
                row.need().sources().stream().findFirst().map(Source::maker).orElseThrow();
        return List.of(
                restrict,
                item(Texts.get("lens.show"), () -> model.open(row)),
                LensSubjects.item(Optional.of(new LensSubject.OfMaker(first)), context.state()));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void wireMakes(TableView<Made> table) {
        table.setAccessibleText(Texts.get("lens.part.makes"));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Made made = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && made != null) {
                model.open(made.good());
                event.consume();
            }
        });
    }

    private AnswerTable<?> shown() {
        return showsMakes ? makes : needs;
    }

    @Override
    public Optional<Picture> picture() {
        return shown().picture();
    }

    @Override
    public Optional<TableCopy> table() {
        return shown().table();
    }
}
