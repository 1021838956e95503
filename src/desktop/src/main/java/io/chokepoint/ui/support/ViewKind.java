package io.chokepoint.ui.support;

/** The ways to look at one run. Selection, week and run stay when the view changes. */
public enum ViewKind {
    CHAIN(Command.VIEW_CHAIN),
    GRAPH(Command.VIEW_GRAPH),
    FLOWS(Command.VIEW_FLOWS),
    MAP(Command.VIEW_MAP),
    MATRIX(Command.VIEW_MATRIX),
    TABLE(Command.VIEW_TABLE),
    RANKING(Command.VIEW_RANKING),
    HELPS(Command.VIEW_HELPS),
    LENS(Command.VIEW_LENS),
    MODELS(Command.VIEW_MODELS);

    private final Command command;

    ViewKind(Command command) {
        this.command = command;
    }

    /** The action that shows this view. */
    public Command command() {
        return command;
    }
}
