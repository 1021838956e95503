package io.chokepoint.ui.scenario;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.model.Stage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What each scenario of the gallery leads to: worked out off the UI thread, one after the other, while the gallery is open, and
 * kept for as long as the dataset is. UI thread only; needs no toolkit.
 */
final class GalleryRuns {
    private static final String SLOT = "gallery";

    /**
     * What a scenario leads to at central figures.
     *
     * @param says in a few words: "Nvidia H20: 50 %; chips from week 73"
     * @param stages the lowest output in each stage, in dataset order
     */
    record Outcome(String says, List<StageLoss> stages) {
        Outcome {
            stages = List.copyOf(stages);
        }
    }

    /**
     * @param lowest least output of any good of the stage in any week, as a part of normal
     * @param hit goods of the stage that fall below 99 %
     */
    record StageLoss(Stage stage, double lowest, int hit, int goods) {}

    private record Asked(Scenario scenario, Consumer<Outcome> onOutcome) {}

    private final StudyState state;
    private final UiTasks tasks;
    private final Map<Scenario, Outcome> known = new HashMap<>();
    private final Deque<Asked> queue = new ArrayDeque<>();
    private boolean running;

    GalleryRuns(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(this::datasetChanged);
    }

    private void datasetChanged(@Nullable DataPackage data) {
        known.clear();
        stop();
    }

    /** @param onOutcome told at once where the outcome is known, else when its turn has come */
    void ask(Scenario scenario, Consumer<Outcome> onOutcome) {
        Outcome outcome = known.get(scenario);
        if (outcome != null) {
            onOutcome.accept(outcome);
        } else {
            queue.add(new Asked(scenario, onOutcome));
            next();
        }
    }

    /** Nobody waits any more; what is under way is kept when it ends. */
    void stop() {
        queue.clear();
    }

    private void next() {
        Asked asked = running ? null : queue.poll();
        if (asked == null || state.engine().isEmpty()) {
            return;
        }
        running = true;
        Engine engine = state.engine().get();
        tasks.submit(
                SLOT,
                Texts.get("gallery.running"),
                WhenBusy.COALESCE,
                monitor -> outcome(engine.run(Work.on(asked.scenario()), monitor)),
                outcome -> {
                    running = false;
                    if (state.engine().filter(engine::equals).isPresent()) {
                        known.put(asked.scenario(), outcome);
                        asked.onOutcome().accept(outcome);
                    }
                    next();
                },
                // A scenario that cannot be run says so when it is opened; its card just has no picture.
                error -> {
                    running = false;
                    next();
                });
    }

    /** Called off the UI thread. */
    private static Outcome outcome(SimulationResult result) {
        Map<Stage, StageLoss> stages = new HashMap<>();
        for (Good good : result.dataset().goods()) {
            double lowest = result.outcome(good).trough();
            int hit = result.outcome(good).isHit() ? 1 : 0;
            stages.merge(
                    good.stage(),
                    new StageLoss(good.stage(), lowest, hit, 1),
                    (a, b) -> new StageLoss(
                            a.stage(), Math.min(a.lowest(), b.lowest()), a.hit() + b.hit(), a.goods() + b.goods()));
        }
        List<StageLoss> inOrder = new ArrayList<>();
        result.dataset()
                .stages()
                .forEach(stage -> Optional.ofNullable(stages.get(stage)).ifPresent(inOrder::add));
        return new Outcome(Headline.of(result).line(), inOrder);
    }
}
