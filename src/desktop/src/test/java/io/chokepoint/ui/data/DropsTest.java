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
            path -> opened.add("other " + path.getFileName()),
            path -> opened.add("article " + path.getFileName()));

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
    void articlesAreReadAndListsOfEdgesAreNot() throws IOException {
        for (String name : List.of("news.md", "page.HTML", "page.htm", "filing.pdf")) {
            drop(Files.createFile(folder.resolve(name)));
        }
        drop(Files.writeString(
                folder.resolve("news.txt"), "A headline\n\nTwo sentences stand here, with a comma. And here.\n"));
        drop(Files.writeString(folder.resolve("edges.txt"), "# made by a tool\nore\talloy\t3\nalloy\tmotor\t5\n"));
        drop(Files.writeString(folder.resolve("pairs.txt"), "1 2\n2 3\n3 1\n"));

        assertThat(opened)
                .containsExactly(
                        "article news.md",
                        "article page.HTML",
                        "article page.htm",
                        "article filing.pdf",
                        "article news.txt",
                        "other edges.txt",
                        "other pairs.txt");
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
