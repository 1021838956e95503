package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;

/** Undo and redo name what they do: "Undo Restrict yttrium oxide". */
final class UndoTexts {
    private UndoTexts() {}

    static String undo(String step) {
        return step.isEmpty() ? Command.UNDO.text() : Command.UNDO.text() + " " + step;
    }

    static String redo(String step) {
        return step.isEmpty() ? Command.REDO.text() : Command.REDO.text() + " " + step;
    }

    static String reasonNotUndo(String step) {
        return step.isEmpty() ? Texts.get("undo.nothing") : "";
    }

    static String reasonNotRedo(String step) {
        return step.isEmpty() ? Texts.get("redo.nothing") : "";
    }
}
