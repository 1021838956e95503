package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.ShippedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a dataset about batteries: nothing that they write speaks of chips. */
class OtherSubjectCommandsTest {
    private static final Pattern CHIPS =
            Pattern.compile("\\b(chips?|wafers?|fabs?|rare earths?)\\b", Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path temporary;

    private static String batteries() {
        return ShippedData.shipped()
                .toAbsolutePath()
                .resolve("../../src/library/src/test/resources/io/chokepoint/batteries")
                .normalize()
                .toString();
    }

    private static String out(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = batteries();
        CommandRun run = CommandRun.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContainPattern(CHIPS);
        return run.out();
    }

    @Test
    void theDatasetIsSound() {
        assertThat(out("validate"))
                .startsWith("batteries: 16 goods, 16 dependencies")
                .endsWith("no faults.\n");
    }

    @Test
    void simulateAndExplainSpeakOfBatteries() {
        assertThat(out("simulate", "--scenario", "anode-ban")).contains("why Car packs fall short");
        assertThat(out("simulate", "--scenario", "anode-ban", "--samples", "40"))
                .contains("Car packs");
        assertThat(out("simulate", "--scenario", "salt-licence")).startsWith("Licences for lithium salts");
        assertThat(out("explain", "electric-cars", "--scenario", "anode-ban"))
                .startsWith("Electric cars fall to 72 % of baseline");
        assertThat(out("explain", "car-packs", "--scenario", "cobalt-pause"))
                .startsWith(
                        "Car packs stay at their baseline. Makers of cathode material hold 20 weeks of stock of refined");
        assertThat(out("rank", "--by", "country", "--weeks", "26")).contains("China");
    }

    @Test
    void theReportSpeaksOfBatteryPacks() throws IOException {
        Path page = temporary.resolve("page.html");

        out("report", "--scenario", "anode-ban", "--out", page.toString());

        assertThat(Files.readString(page))
                .contains("The battery packs that lose most: output as a part of baseline.")
                .contains("Battery packs: from week 15")
                .doesNotContainPattern(CHIPS);
    }
}
