package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndoStackTest {
    private final UndoStack<String> stack = new UndoStack<>();

    @Test
    void undoAndRedoWalkTheNamedSteps() {
        stack.reset("a");
        stack.push("First", "b");
        stack.push("Second", "c");

        assertThat(stack.undoNameProperty().get()).isEqualTo("Second");
        stack.undo();
        assertThat(stack.value()).contains("b");
        assertThat(stack.undoNameProperty().get()).isEqualTo("First");
        assertThat(stack.redoNameProperty().get()).isEqualTo("Second");
        stack.redo();
        assertThat(stack.value()).contains("c");
        assertThat(stack.redoNameProperty().get()).isEmpty();
    }

    @Test
    void aDragIsOneStep() {
        stack.reset("60");
        stack.preview("55");
        stack.preview("50");
        stack.preview("40");
        stack.commit("Approved 60 % → 40 %");

        stack.undo();

        assertThat(stack.value()).contains("60");
        assertThat(stack.undo()).isFalse();
    }

    @Test
    void aDragThatEndsWhereItBeganIsNoStep() {
        stack.reset("60");
        stack.preview("50");
        stack.preview("60");
        stack.commit("Approved");

        assertThat(stack.undoNameProperty().get()).isEmpty();
    }

    @Test
    void aNewStepForgetsWhatCouldBeRedone() {
        stack.reset("a");
        stack.push("First", "b");
        stack.undo();
        stack.push("Other", "c");

        assertThat(stack.redo()).isFalse();
        assertThat(stack.value()).contains("c");
    }
}
