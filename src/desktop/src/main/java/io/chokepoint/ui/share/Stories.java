package io.chokepoint.ui.share;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.report.StorySlides;
import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Story;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Reliance;
import io.chokepoint.ui.support.ScenarioMarks;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.WithFacts;
import io.chokepoint.ui.support.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/** Makes the story of the work as it is now, with all that is known of it by now. UI thread only. */
public final class Stories {
    private final UiContext context;
    private final StudyState state;
    private final String slot;
    private final Supplier<Region> view;
    private final Supplier<List<StudyState>> shown;

    /** A story, and the run and the slides it tells of. */
    record Told(Story story, SimulationResult run, StorySlides slides) {}

    /**
     * @param slot of the tasks in which they are made
     * @param view what is shown
     * @param shown whose runs: two of a comparison
     */
    public Stories(UiContext context, String slot, Supplier<Region> view, Supplier<List<StudyState>> shown) {
        this.context = context;
        this.state = context.state();
        this.slot = slot;
        this.view = view;
        this.shown = shown;
    }

    /** Off the UI thread, as the reasons of a long chain take a moment; nothing happens without a run. */
    void tell(Consumer<Told> onTold) {
        parts().ifPresent(parts -> context.tasks()
                .submit(
                        slot,
                        Texts.get("story.working"),
                        UiTasks.WhenBusy.COALESCE,
                        monitor -> Story.of(parts),
                        story -> onTold.accept(new Told(story, parts.central(), slides(story, parts.central())))));
    }

    private StorySlides slides(Story story, SimulationResult run) {
        return new StorySlides(story, run, Frames.tones(context.theme().palette()), new FxTextMeasure());
    }

    /** The same in the colours of the theme of the moment. */
    Told repainted(Told told) {
        return new Told(told.story(), told.run(), slides(told.story(), told.run()));
    }

    private Optional<Story.Parts> parts() {
        Work work = state.workProperty().get();
        return work == null || state.staleProperty().get()
                ? Optional.empty()
                : state.result().map(run -> parts(work, run));
    }

    private Story.Parts parts(Work work, SimulationResult run) {
        ScenarioMarks marks = ScenarioMarks.of(work, state.data());
        Map<String, Figure> own = work.ownFigures(run.dataset());
        Optional<Reliance.Found> found = state.reliance().found();
        return new Story.Parts(
                marks.title(),
                marks.marks(),
                run,
                state.many().result(),
                found.map(Reliance.Found::record),
                found.flatMap(Reliance.Found::switching),
                figure -> own.getOrDefault(figure.id(), figure),
                work.figures().size());
    }

    /** Whether the view of the moment shows this run, and has a picture that a slide can hold. */
    boolean hasViewsPicture() {
        return shown.get().size() == 1 && viewsPicture().isPresent();
    }

    private Optional<Picture> viewsPicture() {
        Region now = view.get();
        return now instanceof Pictured pictured && !(now instanceof WithFacts) ? pictured.picture() : Optional.empty();
    }

    /**
     * The picture of a story.
     *
     * @param ofView whether it is the view's; else, and where the view has none, the curves of the goods on the chain
     */
    Picture picture(Told told, boolean ofView) {
        return ofView && hasViewsPicture()
                ? viewsPicture().orElseGet(told.slides()::curves)
                : told.slides().curves();
    }
}
