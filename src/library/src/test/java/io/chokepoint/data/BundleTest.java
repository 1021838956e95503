package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final DataPackage DATA =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    @TempDir
    private Path folder;

    static Scenario scenario() {
        return DATA.findScenario("ree-full-stop").orElseThrow();
    }

    /** One own figure that lies within what is allowed for it. */
    static List<Bundle.Own> own() {
        Figure figure = stock();
        return List.of(new Bundle.Own(figure.id(), 1, 2.25, 9, "a call", "they hold \"less\", 据说"));
    }

    private static Figure stock() {
        return DATA.dataset().dependencies().getFirst().stockWeeks();
    }

    private Loaded<Bundle> reread(byte[] bytes) throws IOException {
        Path file = folder.resolve("b" + Bundle.ENDING);
        Files.write(file, bytes);
        return BundleReader.read(file);
    }

    private static void assertHoldsTheSame(Loaded<Bundle> read) {
        Loaded<Bundle.Content> content = read.orThrow().on(DATA, "here");
        assertThat(content.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(ScenarioWriter.toJson(content.orThrow().scenario())).isEqualTo(ScenarioWriter.toJson(scenario()));
        assertThat(content.orThrow().own()).isEqualTo(own());
    }

    @Test
    void aFileGivesBackWhatWentIn() throws IOException {
        Bundle bundle = Bundle.of(scenario(), own(), DATA);

        assertHoldsTheSame(reread(bundle.toBytes()));
        assertThat(bundle.toBytes())
                .as("the same every time")
                .isEqualTo(Bundle.of(scenario(), own(), DATA).toBytes());
        assertThat(bundle.toBytes().length).isLessThan(60_000);
    }

    @Test
    void soDoesALineOfTextWhateverAMailBreaksIntoIt() {
        String line = Bundle.of(scenario(), own(), DATA).toText().orElseThrow();

        assertThat(line).matches("chokepoint:1:[\\w-]+").hasSizeLessThan(4_000);
        assertHoldsTheSame(BundleReader.parse(line, "the text"));
        assertHoldsTheSame(BundleReader.parse(" " + line.replaceAll("(.{76})", "$1\r\n") + "\n", "the text"));
    }

    @Test
    void aLineThatLostALetterIsNotWhole() {
        String line = Bundle.of(scenario(), own(), DATA).toText().orElseThrow();
        for (int at = line.indexOf(':', 11) + 1; at < line.length(); at += 97) {
            String cut = line.substring(0, at) + line.substring(at + 1);
            assertThat(BundleReader.parse(cut, "the text").value())
                    .as("without letter %s", at)
                    .isEmpty();
        }
    }

    @Test
    void whatIsTooLongForALineIsNone() {
        String story = new SplittableRandom(1)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Bundle.Own own = new Bundle.Own(stock().id(), 1, 2, 3, "", story);

        assertThat(Bundle.of(scenario(), List.of(own), DATA).toText()).isEmpty();
    }

    @Test
    void theDatasetInsideIsTheSameDataset() throws IOException {
        Bundle read = reread(
                        Bundle.of(scenario(), own(), DATA).withDataset(DATA).toBytes())
                .orThrow();
        assertThat(read.hasDataset()).isTrue();

        read.unpackDataset(folder.resolve("data"));
        DataPackage unpacked =
                DatasetReader.read(folder.resolve("data"), RunMonitor.NONE).orThrow();

        assertThat(unpacked.fingerprint()).isEqualTo(DATA.fingerprint()).isEqualTo(read.fingerprint());
        assertThat(unpacked.scenarios()).hasSameSizeAs(DATA.scenarios());
        assertThat(unpacked.episodes()).hasSameSizeAs(DATA.episodes());
    }

    @Test
    void onAnotherStateOfTheDatasetTheFiguresThatChangedAreNamed() throws IOException {
        Path other = folder.resolve("other");
        Bundle.of(scenario(), List.of(), DATA).withDataset(DATA).unpackDataset(other);
        Path table = other.resolve("dependencies.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        String changed = lines.get(1).replaceFirst(",4,8,16,", ",4,8,17,");
        assertThat(changed).isNotEqualTo(lines.get(1));
        lines.set(1, changed);
        Files.write(table, lines);
        DataPackage now = DatasetReader.read(other, RunMonitor.NONE).orThrow();

        List<Problem> said = Bundle.of(scenario(), own(), DATA).on(now, "b").problems();

        assertThat(said)
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("another state of the dataset", "1 of ", "changed or new: dependencies/")
                        .doesNotContain(" …"));
        assertThat(Bundle.of(scenario(), own(), DATA).on(DATA, "b").problems())
                .noneMatch(problem -> problem.message().contains("another state"));
    }

    @Test
    void anOwnFigureThatNobodyKnowsIsLeftOutAndSaidAndAnImpossibleOneIsRefused() {
        Bundle.Own unknown = new Bundle.Own("dependencies/no/such/stock_weeks", 1, 2, 3, "", "");
        Bundle.Own impossible = new Bundle.Own(stock().id(), -3, 2, 3, "", "");

        Loaded<Bundle.Content> without =
                Bundle.of(scenario(), List.of(unknown), DATA).on(DATA, "b");
        assertThat(without.orThrow().own()).isEmpty();
        assertThat(without.problems()).anyMatch(problem -> problem.message().contains("no/such"));
        assertThat(Bundle.of(scenario(), List.of(impossible), DATA)
                        .on(DATA, "b")
                        .value())
                .isEmpty();
    }

    // ---- what others make -------------------------------------------------------------------------------------------

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The files of a bundle with right sums, so that what is inside is read. */
    static Map<String, byte[]> signed(int version, Map<String, byte[]> files) {
        StringBuilder sums = new StringBuilder();
        files.forEach((name, content) -> sums.append(sums.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(Fingerprint.sha256(content))
                .append('"'));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "manifest.json",
                ("{\"format\":\"chokepoint-bundle\",\"version\":" + version + ",\"dataset\":\"x\",\"fingerprint\":\""
                                + DATA.fingerprint() + "\",\"files\":{" + sums + "}}")
                        .getBytes(StandardCharsets.UTF_8));
        all.putAll(files);
        return all;
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("scenario.json", ScenarioWriter.toJson(scenario()).getBytes(StandardCharsets.UTF_8));
        files.put("figures.json", BundleFigures.toJson(own()).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void aBundleMadeByHandIsRead() throws IOException {
        assertHoldsTheSame(reread(zip(signed(1, files()))));
    }

    @Test
    void aNewerFormIsRefusedWithAWord() throws IOException {
        assertThat(reread(zip(signed(2, files()))).problems().toString()).contains("made by a newer program");
        assertThat(BundleReader.parse("chokepoint:7:AAAA", "the text")
                        .problems()
                        .toString())
                .contains("made by a newer program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.json",
                "data/../../evil.csv",
                "/etc/passwd",
                "data/scenarios/../../x.json",
                "data\\x.csv",
                "data/a/b.csv",
                "run.sh",
                "data/.hidden.csv",
                "data/"
            })
    void whatLeadsOutOrDoesNotBelongIsRefused(String name) throws IOException {
        Map<String, byte[]> files = files();
        files.put(name, new byte[] {1});

        assertThat(reread(zip(signed(1, files))).problems().toString()).contains("expected nothing that no bundle has");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        Path bomb = folder.resolve("bomb" + Bundle.ENDING);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("data/goods.csv"));
            byte[] megabyte = new byte[1_000_000];
            for (int i = 0; i < 300; i++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        }

        assertThat(BundleReader.read(bomb).problems().toString()).contains("too large when it is unpacked");
    }

    @Test
    void whatIsMissingSwappedOrAddedIsSaid() throws IOException {
        Map<String, byte[]> swapped = signed(1, files());
        swapped.put("scenario.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(reread(zip(swapped)).problems().toString()).contains("'scenario.json' is not as it was written");

        Map<String, byte[]> missing = signed(1, files());
        missing.remove("figures.json");
        assertThat(reread(zip(missing)).problems().toString()).contains("'figures.json', which is missing");

        Map<String, byte[]> added = signed(1, files());
        added.put("data/goods.csv", new byte[] {1});
        assertThat(reread(zip(added)).problems().toString()).contains("'data/goods.csv' is not as it was written");

        assertThat(reread("no zip".getBytes(StandardCharsets.UTF_8)).problems().toString())
                .contains("is no bundle");
    }
}
