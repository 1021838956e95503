package io.chokepoint.ui.data;

import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.util.Optional;
import javafx.beans.binding.Bindings;

/** Opens datasets by menu, and drops own figures. */
public final class DataCommands {
    private final UiContext context;
    private final DatasetOpener opener;

    public DataCommands(UiContext context, DatasetOpener opener) {
        this.context = context;
        this.opener = opener;
        Commands commands = context.commands();
        commands.register(Command.OPEN_DATASET, this::choose);
        commands.register(Command.OPEN_SHIPPED, () -> opener.open(ShippedData.shipped(), Optional.empty()));
        commands.register(
                Command.READ_AGAIN,
                opener::readAgain,
                opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
        commands.register(
                Command.REVERT_FIGURES,
                () -> context.state().editWork(Texts.get("figures.step.dropAll"), Work::withoutFigures),
                Bindings.createStringBinding(
                        () -> {
                            Work work = context.state().workProperty().get();
                            return work == null || work.figures().isEmpty() ? Texts.get("figures.none") : "";
                        },
                        context.state().workProperty()));
    }

    private void choose() {
        context.dialogs()
                .chooseFolder(
                        Texts.get("data.choose"),
                        context.state()
                                .data()
                                .map(data -> data.folder().toAbsolutePath().getParent()))
                .ifPresent(folder -> opener.open(folder, Optional.empty()));
    }
}
