package io.chokepoint.ui;

import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.Work;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the whole chain where nothing is restricted, since a result of nothing would be empty, and the result as soon as something is.
 * Whoever looks at the chain while something is restricted stays there until another scenario is opened or one more restriction is made.
 */
final class AtRest {
    private final StudyState state;
    private final BooleanSupplier comparing;

    /** @param comparing whether two scenarios are shown, whose views are the user's */
    AtRest(StudyState state, BooleanSupplier comparing) {
        this.state = state;
        this.comparing = comparing;
        state.workProperty().subscribe(this::workChanged);
    }

    private void workChanged(@Nullable Work before, @Nullable Work now) {
        if (now == null || comparing.getAsBoolean()) {
            return;
        }
        ViewKind view = state.looking().viewProperty().get();
        int restricted = now.scenario().restrictions().size();
        if (restricted == 0 && view == ViewKind.GRAPH) {
            state.looking().viewProperty().set(ViewKind.CHAIN);
        } else if (restricted > 0 && view == ViewKind.CHAIN && isNews(before, now)) {
            state.looking().viewProperty().set(ViewKind.GRAPH);
        }
    }

    private static boolean isNews(@Nullable Work before, Work now) {
        return before == null
                || !before.scenario().id().equals(now.scenario().id())
                || now.scenario().restrictions().size()
                        > before.scenario().restrictions().size();
    }
}
