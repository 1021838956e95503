package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good that is made of itself is seen to be so. */
class OwnUseWalkTest {
    @TempDir
    Path folder;

    /** The small dataset with the good that uses its own output, and the same without that use. */
    private Path dataset(boolean ownUse) throws Exception {
        Path from = Path.of(OwnUseWalkTest.class
                        .getResource("/own-use/datapackage.json")
                        .toURI())
                .getParent();
        Path to = Files.createDirectories(folder.resolve("own-" + ownUse));
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> ownUse || !line.startsWith("b,b,"))
                        .toList();
                Files.write(to.resolve(file.getFileName()), lines);
            }
        }
        return to;
    }

    private Picture picture(boolean ownUse, ViewKind view) throws Exception {
        DataPackage data = DatasetReader.read(dataset(ownUse), RunMonitor.NONE).orThrow();
        SmallWindow window = SmallWindow.open(
                data, Scenario.adHoc(20, List.of()), Theme.LIGHT, 1280, 800, folder.resolve("home-" + ownUse));
        try {
            Toolkit.doOnUiThread(() -> {
                window.state().looking().viewProperty().set(view);
                window.state().looking().select(data.dataset().getGood("b"));
            });
            window.waitForWork();
            window.picture("own-use-" + ownUse + "-" + view);
            return Toolkit.onUiThread(
                    () -> ((Pictured) window.window().view().shown()).picture().orElseThrow());
        } finally {
            window.close();
        }
    }

    @Test
    void theGraphDrawsALoop() throws Exception {
        int without = picture(false, ViewKind.GRAPH).marks().size();

        assertThat(picture(true, ViewKind.GRAPH).marks())
                .as("a line and its head more")
                .hasSize(without + 2);
    }

    @Test
    void theFlowsNameTheUse() throws Exception {
        assertThat(picture(true, ViewKind.FLOWS).texts().stream().filter("Good b"::equals))
                .as("among inputs and uses, and what the view is about")
                .hasSizeGreaterThan((int) picture(false, ViewKind.FLOWS).texts().stream()
                        .filter("Good b"::equals)
                        .count());
    }
}
