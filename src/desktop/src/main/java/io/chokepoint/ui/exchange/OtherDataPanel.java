package io.chokepoint.ui.exchange;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Importers;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Dialogs.FileKind;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Opens data of other tools. They are read as soon as they are chosen, and what is understood, left out and assumed is shown before a folder is
 * asked for; only then is anything written.
 */
public final class OtherDataPanel extends VBox {
    private static final String SLOT = "other-data";
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 640;
    private static final double TOP = 64;

    private final UiContext context;
    private final Consumer<Path> openDataset;
    private final Consumer<Path> openScenario;

    private final Label input = new Label();
    private final ComboBox<Importer> format = new ComboBox<>();
    private final ComboBox<NumberWriting> numbers = new ComboBox<>();
    private final Label mappingName = new Label();
    private final Button suggest = button("suggest", this::chooseSuggestion);
    private final HBox mappingRow =
            row(label("other.mapping"), mappingName, button("chooseMapping", this::chooseMapping), suggest);
    private final ImportLists lists = new ImportLists();
    private final ProgressBar bar = new ProgressBar(-1);
    private final Button stop = new Button(Texts.get("progress.stop"));
    private final Label told = new Label();
    private final FlowPane scenarios = new FlowPane(12, 4);
    private final Button write = button("write", this::chooseFolder);

    private @Nullable Path chosen;
    private @Nullable Path mapping;
    private OtherData.@Nullable Read read;
    private boolean filling;

    /**
     * @param openDataset gets the folder of a new dataset
     * @param openScenario gets the file of a scenario
     */
    public OtherDataPanel(UiContext context, Consumer<Path> openDataset, Consumer<Path> openScenario) {
        this.context = context;
        this.openDataset = openDataset;
        this.openScenario = openScenario;
        getStyleClass().addAll("panel", "faults", "other-data");
        setId("other-data");
        setPrefSize(WIDTH, HEIGHT);
        input.setId("other-input");
        input.setMinWidth(0);
        HBox.setHgrow(input, Priority.ALWAYS);
        input.setMaxWidth(Double.MAX_VALUE);
        format.setId("other-format");
        format.getItems().setAll(Importers.all());
        format.setConverter(words(each -> each.format() + " – " + each.description()));
        format.setAccessibleText(Texts.get("other.format"));
        format.setMaxWidth(Double.MAX_VALUE);
        format.setMinWidth(0);
        HBox.setHgrow(format, Priority.ALWAYS);
        numbers.setId("other-numbers");
        numbers.getItems().setAll(NumberWriting.values());
        numbers.setValue(NumberWriting.PLAIN);
        numbers.setConverter(words(each -> Texts.get("other.numbers." + each.name())));
        numbers.setAccessibleText(Texts.get("other.numbers"));
        mappingName.getStyleClass().add("muted");
        mappingName.setId("other-mapping");
        told.setId("other-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        bar.setPrefWidth(160);
        bar.setAccessibleText(Texts.get("other.reading"));
        stop.setId("other-stop");
        stop.setOnAction(event -> stop());
        write.getStyleClass().add("accent");
        scenarios.setId("other-scenarios");
        VBox.setVgrow(lists, Priority.ALWAYS);
        HBox choose = row(button("file", this::chooseFile), button("folder", this::chooseInputFolder), input);
        HBox how = row(label("other.format"), format, label("other.numbers"), numbers);
        VBox body = new VBox(10, choose, how, mappingRow, lists, told, scenarios);
        body.getStyleClass().add("faults-foot");
        VBox.setVgrow(body, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = row(bar, stop, gap, write);
        foot.getStyleClass().addAll("faults-foot", "progress-pane");
        getChildren().setAll(head(), body, foot);
        format.valueProperty().subscribe(unused -> changed());
        numbers.valueProperty().subscribe(unused -> changed());
        context.tasks().progressProperty().subscribe(now -> {
            if (now != null && now.slot().equals(SLOT)) {
                bar.setProgress(now.part());
            }
        });
        context.commands().register(Command.OPEN_OTHER, this::open);
        changed();
    }

    private static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : text.apply(each);
            }

            @Override
            public @Nullable T fromString(String unused) {
                return null;
            }
        };
    }

    private HBox head() {
        return CommandControls.panelHead(
                new Label(Command.OPEN_OTHER.text().replace("…", "")),
                () -> context.overlays().close(this));
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(10, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label label(String key) {
        Label label = new Label(Texts.get(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String what, Runnable action) {
        Button button = new Button(Texts.get("other." + what));
        button.setId("other-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void open() {
        if (!context.overlays().isOpen(this)) {
            context.overlays().showModal(this, TOP, () -> context.tasks().cancel(SLOT));
            changed();
        }
    }

    /** Opens on a file or folder and reads it. */
    public void open(Path path) {
        open();
        choose(path);
    }

    // ---- what and how ---------------------------------------------------------------------------------------------

    private void chooseFile() {
        context.dialogs()
                .openFile(Texts.get("other.file"), new FileKind(Texts.get("other.anyFile"), List.of("*.*")), around())
                .ifPresent(this::choose);
    }

    private void chooseInputFolder() {
        context.dialogs().chooseFolder(Texts.get("other.folder"), around()).ifPresent(this::choose);
    }

    private Optional<Path> around() {
        return Optional.ofNullable(chosen).map(path -> path.toAbsolutePath().getParent());
    }

    /** Reads a file or folder in the format that its name suggests. */
    public void choose(Path path) {
        chosen = path;
        mapping = null;
        filling = true;
        format.setValue(Importers.guess(path));
        filling = false;
        changed();
    }

    private void chooseMapping() {
        context.dialogs()
                .openFile(
                        Texts.get("other.chooseMapping"),
                        new FileKind(Texts.get("other.mappingKind"), List.of("*.csv")),
                        around())
                .ifPresent(this::useMapping);
    }

    /** Reads with a mapping. */
    public void useMapping(Path file) {
        mapping = file;
        changed();
    }

    private Optional<OtherData> wish() {
        Importer importer = format.getValue();
        return chosen == null || importer == null
                ? Optional.empty()
                : Optional.of(new OtherData(
                        importer,
                        chosen,
                        Optional.ofNullable(mapping),
                        numbers.getValue().locale(),
                        context.state().data().map(DataPackage::folder)));
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /** Reads anew what is chosen now. */
    private void changed() {
        if (filling) {
            return;
        }
        read = null;
        context.tasks().cancel(SLOT);
        lists.clear();
        scenarios.getChildren().clear();
        Optional<OtherData> wish = wish();
        input.setText(wish.map(each -> each.input().toString()).orElse(Texts.get("other.nothing")));
        boolean mapped = wish.filter(each -> each.importer().takesMapping()).isPresent();
        mappingRow.setVisible(mapped);
        mappingRow.setManaged(mapped);
        mappingName.setText(mapping == null ? Texts.get("other.noMapping") : mapping.toString());
        idle(
                wish.isEmpty()
                        ? Texts.get("other.about")
                        : wish.get().needsMapping() ? Texts.get("other.needsMapping") : "");
        wish.filter(each -> !each.needsMapping() && context.overlays().isOpen(this))
                .ifPresent(this::read);
    }

    private void read(OtherData wish) {
        busy(Texts.get("other.reading"));
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("other.reading"),
                        UiTasks.WhenBusy.CANCEL,
                        wish::read,
                        this::arrived,
                        this::failed);
    }

    private void arrived(OtherData.Read came) {
        read = came;
        lists.show(came.report());
        boolean drafts = came.from().importer().makesScenarios();
        idle(
                !came.canBeWritten()
                        ? Texts.get("other.hasFaults", came.report().faults().size())
                        : Texts.get(
                                drafts ? "other.readyScenarios" : "other.ready",
                                came.from().name()));
    }

    private void busy(String words) {
        told.setText(words);
        bar.setProgress(-1);
        bar.setVisible(true);
        stop.setVisible(true);
        write.setDisable(true);
    }

    private void idle(String words) {
        told.setText(words);
        bar.setVisible(false);
        stop.setVisible(false);
        OtherData.Read now = read;
        write.setDisable(now == null || !now.canBeWritten());
        suggest.setDisable(false);
    }

    private void stop() {
        context.tasks().cancel(SLOT);
        idle(Texts.get("other.stopped"));
    }

    private void failed(Throwable error) {
        if (error instanceof ChokepointException || error instanceof IOException) {
            idle(Texts.get("other.failed", String.valueOf(error.getMessage())));
        } else {
            idle("");
            context.tasks().report(error);
        }
    }

    // ---- writing --------------------------------------------------------------------------------------------------

    private void chooseSuggestion() {
        context.dialogs()
                .saveFile(
                        Texts.get("other.suggest"),
                        new FileKind(Texts.get("other.mappingKind"), List.of("*.csv")),
                        wish().map(OtherData::name).orElse("table") + "-mapping.csv",
                        around())
                .ifPresent(this::suggestTo);
    }

    /** Writes the suggested mapping; it is used once the user has filled it in and chosen it. */
    public void suggestTo(Path file) {
        wish().ifPresent(wish -> {
            busy(Texts.get("other.suggesting"));
            context.tasks()
                    .submit(
                            SLOT,
                            Texts.get("other.suggesting"),
                            UiTasks.WhenBusy.CANCEL,
                            monitor -> {
                                wish.suggest(file, monitor);
                                return file;
                            },
                            written -> idle(Texts.get("other.suggested", written)),
                            this::failed);
        });
    }

    private void chooseFolder() {
        context.dialogs()
                .chooseFolder(Texts.get("newData.choose"), Optional.of(Path.of(System.getProperty("user.home", "."))))
                .ifPresent(this::writeIn);
    }

    /** Writes what was read into a new folder in a place, and opens it. */
    public void writeIn(Path place) {
        OtherData.Read now = read;
        if (now == null || !now.canBeWritten()) {
            return;
        }
        Path folder = place.resolve(now.from().name());
        busy(Texts.get("other.writing"));
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("other.writing"),
                        UiTasks.WhenBusy.CANCEL,
                        monitor -> now.write(folder, monitor),
                        outcome -> written(now, folder, outcome),
                        this::failed);
    }

    private void written(OtherData.Read of, Path folder, DatasetImport.Outcome outcome) {
        if (!of.from().importer().makesScenarios()) {
            context.overlays().close(this);
            context.overlays().say(Texts.get("other.written", folder));
            openDataset.accept(folder);
            return;
        }
        read = null;
        idle(Texts.get("other.writtenScenarios", folder));
        scenarios
                .getChildren()
                .setAll(outcome.scenarios().stream()
                        .map(name -> link(folder.resolve(name)))
                        .toList());
    }

    private Button link(Path scenario) {
        Button link = new Button(String.valueOf(scenario.getFileName()));
        link.getStyleClass().add("link");
        link.setMnemonicParsing(false);
        link.setOnAction(event -> {
            context.overlays().close(this);
            openScenario.accept(scenario);
        });
        return link;
    }
}
