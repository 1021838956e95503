package io.chokepoint.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drop on the window opens. */
class DropsTest {
    @TempDir
    private Path folder;

    private final List<String> opened = new ArrayList<>();
    private final Drops drops = new Drops(
            path -> opened.add("dataset " + path.getFileName()),
            path -> opened.add("scenario " + path.getFileName()),
            path -> opened.add("other " + path.getFileName()));

    @Test
    void filesOfOtherToolsOpenTheDialogThatReadsThem() throws IOException {
        for (String name : List.of("trade.xlsx", "net.GraphML", "run.gexf", "chain.dot", "edges.csv")) {
            drop(Files.createFile(folder.resolve(name)));
        }
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.createFile(tables.resolve("provision.csv"));
        drop(tables);

        assertThat(opened)
                .containsExactly(
                        "other trade.xlsx",
                        "other net.GraphML",
                        "other run.gexf",
                        "other chain.dot",
                        "other edges.csv",
                        "other tables");
    }

    @Test
    void datasetsAndScenariosAreOpenedThemselves() throws IOException {
        Path dataset = Files.createDirectory(folder.resolve("dataset"));
        Path descriptor = Files.createFile(dataset.resolve("datapackage.json"));
        drop(dataset);
        drop(descriptor);
        drop(Files.createFile(folder.resolve("ban.json")));
        drop(Files.createFile(folder.resolve("ban.chokepoint")));

        assertThat(opened)
                .containsExactly("dataset dataset", "dataset dataset", "scenario ban.json", "scenario ban.chokepoint");
    }

    @Test
    void whatNobodyReadsIsNotTaken() throws IOException {
        File picture = Files.createFile(folder.resolve("picture.png")).toFile();

        assertThat(Drops.isAcceptable(List.of(picture))).isFalse();
        assertThat(drops.drop(List.of(picture))).isFalse();
        assertThat(drops.drop(List.of(picture, picture))).isFalse();
        assertThat(opened).isEmpty();
    }

    private void drop(Path path) {
        assertThat(Drops.isAcceptable(List.of(path.toFile()))).isTrue();
        assertThat(drops.drop(List.of(path.toFile()))).isTrue();
    }
}
