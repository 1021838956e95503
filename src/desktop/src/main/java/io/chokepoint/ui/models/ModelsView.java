package io.chokepoint.ui.models;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.study.ModelAnswers;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.PicturePainter;
import io.chokepoint.ui.models.ModelsTable.Explained;
import io.chokepoint.ui.support.AnswerTable;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.ModelMarks;
import io.chokepoint.ui.support.OpenWork;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.ProgressPane;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.SideText;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.support.WithSide;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One graph, four models: their answers side by side, where they agree, and which assumption makes the difference. */
public final class ModelsView extends BorderPane implements WithSide, Pictured {
    private static final double MARK = 14;

    private final UiContext context;
    private final ModelsViewModel model;
    private final ModelsSide side;
    private final AnswerTable<Row> answers;
    private final AnswerTable<Explained> assumptions;
    private final Segments<Boolean> parts;
    private final HBox legend = new HBox(14);
    private final Label sentence = new Label();
    private final OpenWork open = new OpenWork("models-stop", this::stopOrGoOn);
    private final ProgressPane working;
    private boolean explaining;

    public ModelsView(UiContext context) {
        this.context = context;
        model = new ModelsViewModel(context.state(), context.tasks());
        side = new ModelsSide(context, model);
        answers = new AnswerTable<>(context, "models-table", model.chosenProperty()::set);
        assumptions = new AnswerTable<>(context, "models-assumptions", unused -> {});
        working = new ProgressPane(context.tasks(), model.slot(), Texts.get("models.busy"), model::cancel, model::goOn);
        parts = new Segments<>(
                List.of(false, true),
                why -> why ? "models-show-assumptions" : "models-show-answers",
                why -> Texts.get(why ? "models.part.assumptions" : "models.part.answers"),
                this::show);
        getStyleClass().addAll("models-view", "graph-keys");
        sentence.setId("models-sentence");
        sentence.getStyleClass().add("view-answer");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        legend.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(ViewStrip.sentence(ViewStrip.word("models.question"), legend), strip(), sentence));
        show(false);
        model.answersProperty().subscribe(unused -> refresh());
        model.reasonNotProperty().subscribe(unused -> refresh());
        model.sharesProperty().subscribe(unused -> explained());
        model.chosenProperty().subscribe(unused -> fillAssumptions());
        context.state().looking().selectionProperty().subscribe(answers::select);
        context.theme().paletteProperty().subscribe(unused -> refresh());
        context.tasks().busyProperty().subscribe(unused -> showProgress());
        context.tasks().progressProperty().subscribe(unused -> showProgress());
        context.state()
                .looking()
                .viewProperty()
                .subscribe(view -> model.lookingProperty().set(view == ViewKind.MODELS));
    }

    @Override
    public Region side() {
        return side;
    }

    private void show(boolean why) {
        explaining = why;
        parts.show(why);
        setCenter(why ? assumptions : answers);
    }

    private HBox strip() {
        return ViewStrip.ofTable(this::table, context.dialogs(), parts, open);
    }

    private void fillLegend(Palette palette) {
        legend.getChildren().clear();
        for (int k = 0; k < ModelAnswers.MODELS.size(); k++) {
            Canvas mark = new Canvas(MARK, MARK);
            Picture.Builder out = new Picture.Builder();
            ModelMarks.mark(k, MARK / 2, MARK / 2, palette, out);
            PicturePainter.paint(out.build("", MARK, MARK, Tone.CLEAR), mark.getGraphicsContext2D());
            String id = ModelAnswers.MODELS.get(k);
            Label name = new Label(ModelsWords.name(id), mark);
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setTooltip(CommandControls.tooltip(Texts.get("models.hint." + id)));
            legend.getChildren().add(name);
        }
    }

    private void stopOrGoOn() {
        if (model.isBusy()) {
            model.cancel();
        } else {
            model.goOn();
        }
        showProgress();
    }

    /** While assumptions are varied: how far that is, and a way to stop. */
    private void showProgress() {
        if (!model.isOpen() || !model.reasonNotProperty().get().isEmpty()) {
            open.hide();
            return;
        }
        boolean busy = model.isBusy();
        String done = Optional.ofNullable(context.tasks().progressProperty().get())
                .filter(report -> report.slot().equals(model.slot()))
                .map(report -> Texts.get("progress.done", report.done(), report.total()))
                .orElse("");
        open.show(
                busy,
                busy
                        ? Texts.get("models.explaining.line", ModelsWords.name(model.next()), done)
                        : Texts.get("models.stopped"));
    }

    private void refresh() {
        showProgress();
        fillLegend(context.theme().palette());
        String reason = model.reasonNotProperty().get();
        ModelAnswers found = model.answersProperty().get();
        if (!reason.isEmpty()) {
            sentence.setText("");
            answers.showInstead(wrapped(reason));
            assumptions.showInstead(wrapped(reason));
            return;
        }
        if (found == null) {
            sentence.setText("");
            working.started();
            answers.showInstead(working);
            assumptions.showInstead(new Label(Texts.get("models.working")));
            return;
        }
        Optional<Row> before = model.chosenProperty().get();
        answers.show(ModelsTable.answers(found), Texts.get("models.nothing")).ifPresent(table -> {
            table.setAccessibleText(Texts.get("models.table.spoken"));
            before.ifPresentOrElse(
                    row -> table.getSelectionModel().select(row),
                    () -> answers.select(
                            context.state().looking().selectionProperty().get()));
        });
        explained();
    }

    private static Node wrapped(String text) {
        Label label = SideText.body(text);
        label.setMaxWidth(560);
        return label;
    }

    private void explained() {
        ModelAnswers found = model.answersProperty().get();
        if (found == null) {
            return;
        }
        sentence.setText(
                found.rows().isEmpty()
                        ? ""
                        : Typography.thin((ModelsWords.agreement(found) + " "
                                        + ModelsWords.difference(
                                                model.sharesProperty().get()))
                                .strip()));
        showProgress();
        fillAssumptions();
    }

    private void fillAssumptions() {
        ModelAnswers found = model.answersProperty().get();
        if (found != null) {
            assumptions.show(
                    ModelsTable.assumptions(
                            found,
                            model.sharesProperty().get(),
                            model.chosenProperty().get()),
                    Texts.get(model.isOpen() ? "models.assumptions.coming" : "models.side.noMarket"));
        }
    }

    private AnswerTable<?> shown() {
        return explaining ? assumptions : answers;
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
