package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    private Path temporary;

    /** Worked out by {@code sha256sum datapackage.json goods.csv | sha256sum}. */
    @Test
    void anybodyCanWorkItOutWithoutTheProgram() throws IOException {
        Files.writeString(temporary.resolve("datapackage.json"), "{}\n");
        Files.writeString(temporary.resolve("goods.csv"), "id,name\nore,Ore\n");

        assertThat(Fingerprint.ofFolder(temporary))
                .isEqualTo("5186a24d135f62e0b8fd6927e550a6450ad83f372d6290e58feb728933b2daf6");
    }

    @Test
    void aCheckoutOnWindowsHasTheSame() throws IOException {
        DatasetFolder copy = DatasetFolder.copyTo(temporary);
        String before = fingerprint(copy.path());
        for (String name : List.of("goods.csv", "datapackage.json")) {
            String text = Files.readString(copy.file(name));
            Files.writeString(copy.file(name), "\uFEFF" + text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        }

        assertThat(copy.file("goods.csv")).content().contains("\r\n");
        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(fingerprint(copy.path())).isEqualTo(before);
    }

    @Test
    void tablesCountAndScenariosAndNotesDoNot() throws IOException {
        DatasetFolder copy = DatasetFolder.copyTo(temporary);
        String before = fingerprint(copy.path());

        Files.writeString(copy.file("notes.csv"), "what,ever\n");
        Files.delete(copy.file("scenarios/oxide-stop.json"));
        assertThat(Fingerprint.ofFolder(copy.path())).isEqualTo(before);

        Path goods = copy.file("goods.csv");
        Files.writeString(goods, Files.readString(goods).replaceFirst("\n", "\n\n"));
        assertThat(Fingerprint.ofFolder(copy.path())).isNotEqualTo(before);
    }

    @Test
    void ofAScenarioItIsWhatItStatesNotWhoWroteTheFile() {
        DataPackage data = read(DatasetFolder.small());
        Scenario scenario = data.findScenario("oxide-stop").orElseThrow();
        String plain = of(scenario, data, FigureValues.CENTRAL);

        assertThat(plain).matches("[0-9a-f]{64}");
        assertThat(of(scenario.withModel(Optional.of(new ModelStamp("weekly", "1"))), data, FigureValues.CENTRAL))
                .isEqualTo(plain);
        assertThat(of(scenario.withHorizonWeeks(scenario.horizonWeeks() + 1), data, FigureValues.CENTRAL))
                .isNotEqualTo(plain);
        assertThat(Fingerprint.of(List.of(scenario))).isEqualTo(plain);
    }

    @Test
    void figuresInPlaceOfTheDatasetsCount() {
        DataPackage data = read(DatasetFolder.small());
        Scenario scenario = data.findScenario("oxide-stop").orElseThrow();
        Figure changed = data.dataset().figures().iterator().next();
        String plain = of(scenario, data, FigureValues.CENTRAL);

        assertThat(of(scenario, data, Figure::central)).isEqualTo(plain);
        assertThat(of(scenario, data, figure -> figure.id().equals(changed.id()) ? 0.125 : figure.central()))
                .isNotEqualTo(plain)
                .isNotEqualTo(of(scenario, data, figure -> figure.id().equals(changed.id()) ? 0.25 : figure.central()));
    }

    private static String of(Scenario scenario, DataPackage data, FigureValues values) {
        return Fingerprint.of(scenario, data.dataset(), values);
    }

    private static String fingerprint(Path folder) {
        return read(folder).fingerprint();
    }

    private static DataPackage read(Path folder) {
        return DatasetReader.read(folder, RunMonitor.NONE).orThrow();
    }
}
