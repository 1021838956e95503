package io.chokepoint.ui.article;

import io.chokepoint.article.Article;
import io.chokepoint.article.ArticleReader;
import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.Draft;
import io.chokepoint.article.DraftScenario;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** An article that is read, which of its drafts the user takes, and which sentence is looked at. UI thread only. */
final class ArticleViewModel {
    static final String SLOT = "article";
    /** No sentence. */
    static final int NONE = -1;

    /** What was read, with the words of which dataset. */
    record Read(ArticleReading reading, Dataset dataset) {}

    /** Reads an article on the worker. */
    private interface Source {
        Article read(RunMonitor monitor) throws Exception;
    }

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable Read> read = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper takenCount = new ReadOnlyIntegerWrapper();
    private final IntegerProperty lit = new SimpleIntegerProperty(NONE);
    private final Set<Integer> taken = new HashSet<>();

    ArticleViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        // What was read with the words of one dataset says nothing of the next.
        state.dataProperty().subscribe(unused -> forget());
    }

    /** Null until an article has been read. */
    ReadOnlyObjectProperty<@Nullable Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether an article is being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why an article could not be read, or what the reader should know of how it was; empty where there is nothing to say. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** How many drafts the user takes. */
    ReadOnlyIntegerProperty takenCountProperty() {
        return takenCount.getReadOnlyProperty();
    }

    /** The number of the sentence that is looked at; {@link #NONE} without one. */
    IntegerProperty litProperty() {
        return lit;
    }

    /** Reads a text as it was pasted or typed; nothing happens where it is blank. */
    void readText(String text) {
        if (!text.isBlank()) {
            read(monitor -> ArticleReader.read(
                    Texts.get("article.pasted"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    monitor));
        }
    }

    void readFile(Path file) {
        read(monitor -> ArticleReader.read(file, monitor));
    }

    private void read(Source source) {
        DataPackage data = state.data().orElse(null);
        if (data == null) {
            told.set(Texts.get("scenario.noData"));
            return;
        }
        forget();
        reading.set(true);
        tasks.submit(
                SLOT,
                Texts.get("article.reading"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> {
                    Article article = source.read(monitor);
                    return new Read(ArticleReading.of(article, data.dataset(), monitor), data.dataset());
                },
                this::arrived,
                this::failed);
    }

    private void arrived(Read came) {
        reading.set(false);
        came.reading().drafts().stream()
                .filter(Draft::isTaken)
                .map(Draft::number)
                .forEach(taken::add);
        takenCount.set(taken.size());
        told.set(String.join(" ", came.reading().article().remarks()));
        read.set(came);
    }

    private void failed(Throwable error) {
        reading.set(false);
        if (error instanceof ChokepointException) {
            told.set(Texts.get("article.failed", String.valueOf(error.getMessage())));
        } else {
            tasks.report(error);
        }
    }

    /** Stops reading; what it would have found is dropped. */
    void stop() {
        if (reading.get()) {
            tasks.cancel(SLOT);
            reading.set(false);
            told.set(Texts.get("article.stopped"));
        }
    }

    /** Back to where a text is pasted. */
    void forget() {
        tasks.cancel(SLOT);
        reading.set(false);
        taken.clear();
        takenCount.set(0);
        told.set("");
        lit.set(NONE);
        read.set(null);
    }

    boolean isTaken(Draft draft) {
        return taken.contains(draft.number());
    }

    /** Takes or leaves a draft; one that the dataset cannot run is always left. */
    void take(Draft draft, boolean on) {
        if (on && draft.fault().isEmpty()) {
            taken.add(draft.number());
        } else {
            taken.remove(draft.number());
        }
        takenCount.set(taken.size());
    }

    private List<Draft> takenDrafts() {
        return drafts().stream().filter(this::isTaken).toList();
    }

    private List<Draft> drafts() {
        Read now = read.get();
        return now == null ? List.of() : now.reading().drafts();
    }

    /** Where a draft's restriction stands in the scenario. */
    int placeOf(Draft draft) {
        return takenDrafts().indexOf(draft);
    }

    /** The drafts that speak in a sentence. */
    List<Draft> draftsOf(int sentence) {
        return drafts().stream()
                .filter(draft -> draft.statements().stream()
                        .anyMatch(statement -> statement.sentence().number() == sentence))
                .toList();
    }

    /** An ordinary scenario of what is taken, with the article as its source; empty where nothing is taken. */
    Optional<Scenario> scenario() {
        Read now = read.get();
        return now == null || taken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        DraftScenario.of(takenDrafts(), List.of(now.reading().article())));
    }
}
