package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ends of every range that the help of {@code snapshot} states, and what lies beyond them. */
class SnapshotCornersTest {
    @TempDir
    private Path folder;

    private final List<Picture> drawn = new ArrayList<>();

    private CommandRun snapshot(String file, String... more) {
        Desktop desktop = new Desktop() {
            @Override
            public void open(Optional<Path> data, Optional<String> scenario) {
                throw new AssertionError("no window in this test");
            }

            @Override
            public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
                drawn.addAll(pictures);
            }
        };
        String[] start = {
            "snapshot",
            "--scenario",
            "ban",
            "--data",
            CommandRun.chain().toString(),
            "--out",
            folder.resolve(file).toString()
        };
        return CommandRun.of(
                desktop, false, Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 200x200, 1", "a.png, 200x200, 2", "a.png, 200x8000, 2", "a.png, 8000x200, 2", "a.png, 8000x8000, 1",
        "a.png, 8000x4000, 2", "a.png, 4000x8000, 2", "a.png, 5656x5656, 2", "a.svg, 8000x8000, 1",
                "a.svg, 8000x8000, 2"
    })
    void sizesThatCanBeDrawn(String file, String size, int scale) {
        CommandRun run = snapshot(file, "--size", size, "--scale", String.valueOf(scale));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(drawn).singleElement().satisfies(one -> {
            assertThat(one.width() + "x" + one.height()).isEqualTo(size);
            assertThat(one.scale()).isEqualTo(scale);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "199x200, 1",
        "200x199, 1",
        "8001x200, 1",
        "200x8001, 1",
        "0x0, 1",
        "99999x99999, 1",
        "200x200, 0",
        "200x200, 3"
    })
    void sizesBeyondTheRange(String size, int scale) {
        CommandRun run = snapshot("a.png", "--size", size, "--scale", String.valueOf(scale));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(drawn).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8000x8000, 5656x5656", "8000x4001, 7999x4000", "6000x6000, 5656x5656"})
    void tooManyPixelsAreRefusedWithTheLargestSizeOfThatShape(String size, String largest) {
        CommandRun run = snapshot("a.png", "--size", size, "--scale", "2");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("at most 128,000,000", "--size " + largest);
        assertThat(drawn).isEmpty();
        assertThat(snapshot("a.png", "--size", largest, "--scale", "2").code()).isZero();
    }

    @Test
    void weeksFromTheFirstToTheLast() {
        assertThat(snapshot("a.png", "--week", "0").code()).isZero();
        assertThat(snapshot("a.png", "--week", "59").code()).isZero();
        assertThat(snapshot("a.png", "--week", "60").code()).isEqualTo(ExitCode.USAGE);
        assertThat(snapshot("a.png", "--week=-1").code()).isEqualTo(ExitCode.USAGE);
        assertThat(snapshot("a.png", "--week", "9999999999").code()).isEqualTo(ExitCode.USAGE);
        assertThat(drawn).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Picture.View.class)
    void everyView(Picture.View view) {
        assertThat(snapshot("a.png", "--view", view.toString()).code()).isZero();
        assertThat(drawn).singleElement().extracting(Picture::view).isEqualTo(view);
    }

    @ParameterizedTest
    @EnumSource(Picture.Panel.class)
    void everyPanel(Picture.Panel panel) {
        assertThat(snapshot("a.png", "--open", panel.toString(), "--theme", "dark", "--focus", "c")
                        .code())
                .isZero();
        assertThat(drawn).singleElement().extracting(Picture::panel).isEqualTo(panel);
    }

    @Test
    void aPanelThatCannotBeShownSaysInOneLineWhatIsMissing() {
        CommandRun alone = snapshot("a.png", "--open", "restrict");
        CommandRun market = snapshot("a.png", "--open", "restrict", "--focus", "shop");
        CommandRun two = snapshot("a.png", "--open", "gallery", "--search", "a");

        assertThat(List.of(alone.code(), market.code(), two.code())).containsOnly(ExitCode.USAGE);
        assertThat(alone.err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("--open restrict", "add --focus GOOD"));
        assertThat(market.err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("--focus shop is a market"));
        assertThat(two.err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("--open gallery", "give one of them"));
        assertThat(drawn).isEmpty();
    }

    @Test
    void goodsThatAreNotThereAndEmptyTexts() {
        assertThat(snapshot("a.png", "--focus", "nothing").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(snapshot("a.png", "--search", "").code()).isEqualTo(ExitCode.USAGE);
        assertThat(snapshot("a.png", "--theme", "blue").code()).isEqualTo(ExitCode.USAGE);
        assertThat(snapshot("a.png", "--open", "door").code()).isEqualTo(ExitCode.USAGE);
    }
}
