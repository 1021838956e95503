package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Who does each {@link Command}, and why it cannot be done now. An action that does not apply is disabled with its reason,
 * never hidden. UI thread only.
 */
public final class Commands {
    private final Map<Command, Entry> entries = new EnumMap<>(Command.class);

    private static final class Entry {
        Runnable handler = () -> {};
        final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper();
        final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
    }

    public Commands() {
        for (Command command : Command.values()) {
            Entry entry = new Entry();
            entry.reason.set(Texts.get("command.notYet"));
            entry.text.set(command.text());
            entries.put(command, entry);
        }
    }

    /** The action can always be done. */
    public void register(Command command, Runnable handler) {
        Entry entry = entry(command);
        entry.handler = handler;
        entry.reason.unbind();
        entry.reason.set("");
    }

    /** @param reasonNot why the action cannot be done now, in a few words; empty while it can */
    public void register(Command command, Runnable handler, ObservableValue<String> reasonNot) {
        Entry entry = entry(command);
        entry.handler = handler;
        entry.reason.bind(reasonNot);
    }

    /** Replaces the action's text, e.g. by "Undo Restrict yttrium oxide". */
    public void setText(Command command, ObservableValue<String> text) {
        entry(command).text.bind(text);
    }

    public ReadOnlyStringProperty textProperty(Command command) {
        return entry(command).text.getReadOnlyProperty();
    }

    /** Why the action cannot be done now; empty while it can. */
    public ReadOnlyStringProperty reasonNotProperty(Command command) {
        return entry(command).reason.getReadOnlyProperty();
    }

    public boolean canRun(Command command) {
        return entry(command).reason.get().isEmpty();
    }

    /** Does the action if it can be done now. */
    public boolean run(Command command) {
        if (!canRun(command)) {
            return false;
        }
        entry(command).handler.run();
        return true;
    }

    private Entry entry(Command command) {
        Entry entry = entries.get(command);
        if (entry == null) {
            throw new IllegalStateException("no entry for " + command);
        }
        return entry;
    }
}
