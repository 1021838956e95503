package io.chokepoint.ui.share;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetArchive;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.export.living.ArticleExcerpts;
import io.chokepoint.export.living.ReportMaker;
import io.chokepoint.export.pdf.PdfWriter;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The work as it stands as a page that can be played with and run again, and as a PDF: what is to be in it, and how far it is. */
public final class ReportPanel extends VBox {
    /** The slot in which it is made. */
    static final String SLOT = "report";

    /** Runs with drawn figures, as many as the command makes. */
    static final int SAMPLES = 100;

    private static final long SEED = 1;
    private static final double WIDTH = 560;
    private static final double TOP = 96;

    private final UiContext context;
    private final StudyState state;
    private final Supplier<List<StudyState>> states;
    private final CheckBox pdf = new CheckBox(Texts.get("toReport.pdf"));
    private final CheckBox withData = new CheckBox(Texts.get("toReport.withData"));
    private final CheckBox withArticle = new CheckBox(Texts.get("toReport.withArticle"));
    private final VBox articleChoice = new VBox(8, withArticle, note("toReport.withArticle.note"));
    private final Label about = note("toReport.about");
    private final Label told = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop = new Button(Texts.get("progress.stop"));
    private final HBox progress = new HBox(10, bar, stop);
    private final Button show = new Button(Texts.get("toReport.show"));
    private final Button write = new Button(Texts.get("toReport.write"));
    private @Nullable Path written;

    /** @param states whose work is shown: one, or both of a comparison */
    public ReportPanel(UiContext context, Supplier<List<StudyState>> states) {
        this.context = context;
        this.states = states;
        this.state = context.state();
        getStyleClass().addAll("panel", "faults", "short-form");
        setId("report");
        setPrefWidth(WIDTH);
        pdf.setId("report-pdf");
        withData.setId("report-with-data");
        withArticle.setId("report-with-article");
        articleChoice.getChildren().getLast().getStyleClass().add("under-choice");
        told.setId("report-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.get("toReport.making"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.getStyleClass().add("progress-pane");
        stop.setId("report-stop");
        stop.setOnAction(event -> stop());
        show.setId("report-show");
        show.setOnAction(event -> show());
        write.setId("report-write");
        write.getStyleClass().add("accent");
        write.setDefaultButton(true);
        write.setOnAction(event -> choose());
        VBox body = new VBox(
                8,
                about,
                pdf,
                note("toReport.pdf.note"),
                withData,
                note("toReport.withData.note"),
                articleChoice,
                progress,
                told);
        body.getStyleClass().add("faults-foot");
        VBox.setMargin(pdf, new Insets(6, 0, 0, 0));
        VBox.setMargin(withData, new Insets(6, 0, 0, 0));
        VBox.setMargin(articleChoice, new Insets(6, 0, 0, 0));
        body.getChildren().get(2).getStyleClass().add("under-choice");
        body.getChildren().get(4).getStyleClass().add("under-choice");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, gap, show, write);
        foot.getStyleClass().add("faults-foot");
        getChildren().setAll(head(), body, foot);
        context.tasks().progressProperty().subscribe(now -> {
            if (now != null && now.slot().equals(SLOT)) {
                bar.setProgress(now.part());
                told.setText(Texts.get("toReport.progress", now.what()));
            }
        });
        context.commands()
                .register(
                        Command.REPORT,
                        this::open,
                        state.resultProperty().map(run -> "").orElse(Texts.get("export.noRun")));
        idle("");
    }

    private HBox head() {
        return CommandControls.panelHead(
                new Label(Command.REPORT.text().replace("…", "")),
                () -> context.overlays().close(this));
    }

    private static Label note(String key) {
        Label note = new Label(Texts.get(key));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private void open() {
        Work work = state.workProperty().get();
        if (work == null || context.overlays().isOpen(this)) {
            return;
        }
        String own = work.figures().isEmpty()
                ? ""
                : " " + Texts.get("toReport.own", work.figures().size());
        String off = work.switchedOff().isEmpty() ? "" : " " + Texts.get("toReport.switchedOff");
        String compared = other().map(with -> " "
                        + Texts.get(
                                isComparable(work, with) ? "toReport.compared" : "toReport.otherFigures",
                                with.scenario().title()))
                .orElse("");
        about.setText(Texts.get("toReport.about", work.scenario().title(), SAMPLES) + own + off + compared);
        boolean fromArticle = article(work).isPresent();
        articleChoice.setVisible(fromArticle);
        articleChoice.setManaged(fromArticle);
        withArticle.setSelected(fromArticle);
        if (!context.tasks().isBusy(SLOT)) {
            idle("");
        }
        context.overlays().showModal(this, TOP, () -> {});
        write.requestFocus();
    }

    /** The article from which the work was made, as long as some of its restrictions are. */
    private Optional<ArticleReading> article(Work work) {
        return state.data()
                .flatMap(data -> state.articleProperty()
                        .get()
                        .filter(reading -> ArticleExcerpts.isFrom(reading, work.scenario(), data.dataset())));
    }

    /** What the work is compared with. */
    private Optional<Work> other() {
        List<StudyState> both = states.get();
        return both.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(both.get(1).workProperty().get());
    }

    /** A page is run with one set of own figures. */
    private static boolean isComparable(Work work, Work with) {
        return work.figures().equals(with.figures());
    }

    private void idle(String words) {
        busy(false);
        told.setText(words);
        show.setVisible(written != null && !words.isEmpty());
        show.setManaged(show.isVisible());
    }

    private void busy(boolean now) {
        progress.setVisible(now);
        progress.setManaged(now);
        write.setDisable(now);
        pdf.setDisable(now);
        withData.setDisable(now);
        withArticle.setDisable(now);
    }

    private void stop() {
        context.tasks().cancel(SLOT);
        idle(Texts.get("toReport.stopped"));
    }

    private void show() {
        Path page = written;
        if (page != null) {
            context.openLink().accept(page.toUri().toString());
        }
    }

    private void choose() {
        Optional<Path> page = save(Texts.get("toReport.page"), ".html");
        if (page.isEmpty()) {
            return;
        }
        // A file of its own, asked for by name: nothing is written over without a question.
        Optional<Path> print = pdf.isSelected() ? save(Texts.get("toReport.print"), ".pdf") : Optional.empty();
        if (!pdf.isSelected() || print.isPresent()) {
            write(page.get(), print);
        }
    }

    private Optional<Path> save(String kind, String ending) {
        return context.dialogs()
                .saveFile(
                        Texts.get("toReport.title"),
                        new Dialogs.FileKind(kind, List.of("*" + ending)),
                        state.scenario().map(Scenario::id).orElse("chokepoint") + ending,
                        Optional.empty());
    }

    /** @param missing letters that the PDF's font lacks */
    private record Written(Path page, Optional<Path> pdf, Set<String> missing) {}

    /** As writing, with the files that the system's dialogs would have given. */
    public void write(Path page, Optional<Path> print) {
        Work work = state.workProperty().get();
        StudyRunner runner = state.engine().flatMap(Engine::runner).orElse(null);
        if (work == null || runner == null) {
            return;
        }
        written = null;
        idle("");
        busy(true);
        bar.setProgress(-1);
        told.setText(Texts.get("toReport.making"));
        boolean inside = withData.isSelected();
        Optional<Work> with = other().filter(of -> isComparable(work, of));
        Optional<ArticleReading> text = withArticle.isSelected() ? article(work) : Optional.empty();
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("toReport.making"),
                        UiTasks.WhenBusy.CANCEL,
                        monitor -> make(work, with, text, runner, inside, page, print, monitor),
                        this::done,
                        this::failed);
    }

    private static Written make(
            Work work,
            Optional<Work> with,
            Optional<ArticleReading> text,
            StudyRunner runner,
            boolean inside,
            Path page,
            Optional<Path> print,
            RunMonitor monitor)
            throws IOException {
        Optional<byte[]> dataset =
                inside ? Optional.of(DatasetArchive.pack(runner.data().folder())) : Optional.empty();
        Scenario scenario = asRead(work, page, runner);
        Optional<ReportMaker.Side> side = with.map(of ->
                new ReportMaker.Side(asRead(of, page, runner), of.scenario().title(), scenario.title()));
        ReportMaker.Wish wish = new ReportMaker.Wish(
                scenario,
                List.of(),
                work.figures().values().stream().map(FigureEdit::shared).toList(),
                side,
                SAMPLES,
                SEED,
                List.of(),
                LocalDate.now(ZoneOffset.UTC),
                text.map(reading -> ArticleExcerpts.of(
                        List.of(reading), scenario, runner.data().dataset(), false)));
        Report report = new ReportMaker(runner, Background.threads(true), monitor).make(wish, dataset);
        monitor.checkCancelled();
        Set<String> missing = new TreeSet<>();
        write(page, () -> AtomicFile.write(page, out -> ReportWriter.write(report, out)));
        if (print.isPresent()) {
            Path file = print.get();
            monitor.checkCancelled();
            monitor.progress(0, 0, Texts.get("toReport.setting"));
            write(file, () -> AtomicFile.writeBytes(file, out -> missing.addAll(PdfWriter.write(report, out))));
        }
        return new Written(page, print, missing);
    }

    /** As it will be read from the page: figures of a scenario are drawn by ids that its text gives them. */
    private static Scenario asRead(Work work, Path page, StudyRunner runner) {
        return ReportMaker.scenario(ScenarioWriter.toJson(work.scenario()), page, runner.data());
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException failure) {
            throw new ChokepointException(Texts.get("toReport.notWritten", file, reason(failure)), failure);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return Texts.get("toReport.denied");
        }
        if (failure instanceof NoSuchFileException) {
            return Texts.get("toReport.noFolder");
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }

    private void done(Written made) {
        written = made.page();
        String words = Texts.get("toReport.written", made.page())
                + made.pdf()
                        .map(file -> " " + Texts.get("toReport.writtenPdf", file))
                        .orElse("")
                + (made.missing().isEmpty()
                        ? ""
                        : " "
                                + Texts.get(
                                        "report.pdf.remark",
                                        made.missing().size(),
                                        "?",
                                        String.join(" ", made.missing())));
        idle(words);
        if (!context.overlays().isOpen(this)) {
            context.overlays().say(words);
        }
    }

    private void failed(Throwable error) {
        if (error instanceof ChokepointException || error instanceof IOException) {
            idle(String.valueOf(error.getMessage()));
            if (!context.overlays().isOpen(this)) {
                context.overlays().say(told.getText());
            }
        } else {
            idle("");
            context.tasks().report(error);
        }
    }
}
