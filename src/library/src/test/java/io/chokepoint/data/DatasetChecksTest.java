package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold between rows and files. */
class DatasetChecksTest {
    @TempDir
    Path temporary;

    private DatasetFolder folder;

    @BeforeEach
    void copy() {
        folder = DatasetFolder.copyTo(temporary);
    }

    @Test
    void anOverdrawnMakerIsNamedWithTheAmount() {
        // Nvidia makes .75 of the chips, so it buys .45 of the wafers; SMIC has .2 and Huawei takes .15 of it:
        // half of .45 from SMIC makes .375, which is .175 too much.
        folder.replace("sourcing.csv", "tsmc,0.98", "tsmc,0.5").replace("sourcing.csv", "smic,0.02", "smic,0.5");

        assertThat(folder.problems())
                .containsExactly(
                        "error supply.csv:10: share: maker 'smic' of good 'wafer' is overdrawn by 0.175: its customers take 0.375"
                                + " of the world's output, but its share is 0.2. Largest: chip@nvidia 0.225, chip@huawei 0.15.");
    }

    @Test
    void marketsOverdrawAMakerToo() {
        folder.replace("demand.csv", "us-ai,chip,nvidia,,0.8", "us-ai,chip,nvidia,,0.95");

        assertThat(folder.problems())
                .containsExactly(
                        "error supply.csv:11: share: maker 'nvidia' of good 'chip' is overdrawn by 0.0375: its customers take"
                                + " 0.7875 of the world's output, but its share is 0.75. Largest: market us-ai 0.7125, market"
                                + " china-ai 0.075.");
    }

    @Test
    void aMakersOwnOfferTakesThePlaceOfTheOfferOfAllAndThatIsSaid() {
        // With both rows, Huawei would sell .1 + .95 of its output in China.
        folder.replace("demand.csv", "china-ai,chip,nvidia,,0.1", "china-ai,chip,,,0.1");

        assertThat(folder.read().value()).isPresent();
        assertThat(folder.problems())
                .containsExactly(
                        "warning demand.csv:3: provider: for 'huawei' this row replaces the row for every maker of 'chip' in"
                                + " line 2: use_share 0.95 in place of 0.1.");

        folder.replace("demand.csv", "chip,huawei,,0.95", "chip,huawei,,1");
        assertThat(folder.read().value()).isPresent();
    }

    @Test
    void whatCannotBeReadLeadsToNoFurtherFindings() {
        folder.replace("demand.csv", "china-ai,chip,nvidia,,0.1", "china-ai,chip,,,much");

        assertThat(folder.problems()).hasSize(1).allMatch(problem -> problem.contains("'much' is not a number"));
    }

    @Test
    void aCostThatCannotBeReadIsNotAddedUp() {
        folder.append(
                "dependencies.csv",
                "oxide,chip,consumed,,1,,,0.01,,,1,,1,,1,,,,0.5,,Also,usgs,published,\n"
                        + "gas,chip,consumed,,1,,,0.01,,,1,,1,,1,,,,dear,,Also,usgs,published,\n");

        assertThat(folder.problems()).hasSize(1).allMatch(problem -> problem.contains("'dear' is not a number"));
    }

    @Test
    void usesOfAGoodMustNotExceedItsOutput() {
        folder.append("dependencies.csv", "oxide,chip,consumed,,1,,,0.99,,,1,,1,,1,,,,,,Also,usgs,published,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "error dependencies.csv:3: use_share: the uses of 'oxide' sum to 1.01 of its output; expected at most 1"
                                + " (lines 3, 7).");
    }

    @Test
    void aGoodThatIsNeededMustHaveAMaker() {
        folder.replace("goods.csv", "gas,Argon", "neon,Neon,material,materials,gas,,,\ngas,Argon")
                .append("dependencies.csv", "neon,wafer,consumed,,1,,,0.1,,,1,,1,,1,,,,,,Laser gas,usgs,published,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "error goods.csv:4: id: 'neon' has no maker in supply.csv, but 'wafer' needs it; expected at"
                                + " least one.");
    }

    @Test
    void anOrphanIsAWarning() {
        folder.replace("goods.csv", "gas,Argon", "neon,Neon,material,materials,gas,,,\ngas,Argon");

        assertThat(folder.problems())
                .containsExactly(
                        "warning goods.csv:4: id: 'neon' is an orphan: nothing needs it, it needs nothing and no market"
                                + " wants it.");
        assertThat(folder.read().value()).isPresent();
    }

    @Test
    void aDependencyToTheLeftIsAWarning() {
        folder.replace("goods.csv", "Logic wafer,process,chips", "Logic wafer,process,mines");

        assertThat(folder.problems())
                .containsExactly(
                        "warning dependencies.csv:3: consumer: 'oxide' of stage 'materials' goes into 'wafer' of stage 'mines',"
                                + " which stands to its left.",
                        "warning dependencies.csv:4: consumer: 'etcher' of stage 'tools' goes into 'wafer' of stage 'mines',"
                                + " which stands to its left.");
    }

    @Test
    void aLoopWithoutStockIsAWarning() {
        folder.append("dependencies.csv", "chip,design,access,,1,,,0.01,,,,,1,,1,,,,,,Runs it,usgs,published,\n");

        assertThat(folder.problems())
                .contains(
                        "warning dependencies.csv:5: stock_weeks: a cycle of essential inputs without stock: design → chip →"
                                + " design; if all makers of 'design' stand still for a week, a part of it makes 50 % of its"
                                + " usual output for good, on average, though nothing holds it up any more. Expected a stock"
                                + " somewhere in it.");
    }

    @Test
    void aLoopWithStockOrWithHalfCriticalInputsIsFine() {
        folder.append("dependencies.csv", "chip,design,access,,0.5,,,0.01,,,,,1,,1,,,,,,Runs it,usgs,published,\n");

        assertThat(folder.problems()).noneMatch(problem -> problem.contains("cycle"));
    }

    @Test
    void alternativesOfOneConsumerMustNotStandInForEachOther() {
        folder.append("dependencies.csv", "gas,wafer,consumed,,1,,,0.1,,,1,,1,,1,,,,,,Sputters,usgs,published,\n")
                .append("alternatives.csv", "gas,wafer,oxide,,0.5,,,1,,1,,usgs,published,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "error alternatives.csv:2: alternative: a cycle of alternatives at 'wafer': oxide → gas → oxide;"
                                + " expected no input to stand in for itself in the end.");
    }

    @Test
    void alternativesThatMeetAcrossConsumersAreAWarning() {
        folder.append("dependencies.csv", "gas,chip,consumed,,1,,,0.1,,,1,,1,,1,,,,,,Sputters,usgs,published,\n")
                .append("alternatives.csv", "gas,chip,oxide,,0.5,,,1,,1,,usgs,published,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "warning alternatives.csv:2: alternative: a cycle of alternatives across consumers: oxide → gas →"
                                + " oxide; each is counted on when the other is short.");
    }

    @Test
    void anAlternativeNeedsADependency() {
        folder.append("alternatives.csv", "ore,chip,gas,,0.5,,,1,,1,,usgs,published,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "error alternatives.csv:3: input: 'ore' is no input of 'chip' in dependencies.csv; expected a"
                                + " dependency that it can stand in for.");
    }

    @Test
    void aMarketNeedsAProduct() {
        folder.append("markets.csv", "eu-ai,AI computing in Europe,PFLOPS,,,13,,1,,,,,\n");

        assertThat(folder.problems())
                .containsExactly(
                        "error markets.csv:4: id: 'eu-ai' has no product in demand.csv; expected at least one.");
    }

    @Test
    void costSharesAboveOneAreAWarning() {
        folder.replace("dependencies.csv", ",52,,,,0.3,,The die", ",52,,,,0.97,,The die");

        assertThat(folder.problems())
                .containsExactly(
                        "warning dependencies.csv:5: cost_share: the inputs of 'chip' cost 1.02 of what it costs; expected"
                                + " at most 1 (lines 5, 6).");
    }

    @Test
    void manyFaultsOfManyFilesAreReportedAtOnce() {
        folder.replace("stages.csv", "Mines,1", "Mines,one")
                .replace("goods.csv", "Argon,material", "Argon,stuff")
                .replace("providers.csv", "SMIC,company", "SMIC,firm")
                .replace("supply.csv", "0.6,0.7,0.8", "0.75,0.7,0.8")
                .replace("dependencies.csv", "oxide,wafer,consumed", "oxyde,wafer,consumed")
                .replace("alternatives.csv", ",26,,0.5,", ",26,,-1,")
                .replace("sourcing.csv", "tsmc,0.98", "tsmc,0.9")
                .replace("markets.csv", "china,13,", "china,0,")
                .replace("demand.csv", ",0.8,,2,2025", ",0.8,,x,2025")
                .replace("claims.csv", "overstated", "lie")
                .replace("controls.csv", "oxide-stop", "nothing")
                .replace("sources.csv", "usgs,Mineral", "usgs2,Mineral")
                .replace("datapackage.json", "\"oxide-stop\"", "\"oxide-go\"")
                .replace("scenarios/oxide-stop.json", "\"lost\": 0.5", "\"lost\": 5")
                .replace("backtests/ore-quota.json", "\"toWeek\": 51", "\"toWeek\": 52");

        assertThat(folder.problems().stream()
                        .map(p -> p.substring(0, p.indexOf(':')))
                        .distinct())
                .contains(
                        "error alternatives.csv",
                        "error backtests/ore-quota.json",
                        "error claims.csv",
                        "error controls.csv",
                        "error datapackage.json",
                        "error demand.csv",
                        "error dependencies.csv",
                        "error goods.csv",
                        "error markets.csv",
                        "error providers.csv",
                        "error scenarios/oxide-stop.json",
                        "error sourcing.csv",
                        "error stages.csv",
                        "error supply.csv");
        assertThat(folder.problems().stream().filter(p -> p.contains("'usgs' is no id of sources.csv. Maybe 'usgs2'?")))
                .hasSizeGreaterThan(5);
        assertThat(folder.read().value()).isEmpty();
    }

    @Test
    void oneBadIdDoesNotBringDownWhatIsRight() {
        folder.replace("goods.csv", "oxide,Yttrium oxide", "oxyde,Yttrium oxide");

        assertThat(folder.problems()).isNotEmpty().allMatch(problem -> problem.contains("'oxide' is no "));
    }

    @Test
    void aMissingTableIsAnErrorOnlyWhereItIsNeeded() {
        folder.delete("alternatives.csv")
                .replace(
                        "datapackage.json",
                        "    { \"name\": \"alternatives\", \"path\": \"alternatives.csv\" },\n",
                        "");
        assertThat(folder.problems())
                .containsExactly(
                        "warning goods.csv:4: id: 'gas' is an orphan: nothing needs it, it needs nothing and no market"
                                + " wants it.");

        folder.delete("supply.csv");
        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "error datapackage.json:13: resources[3].path: 'supply.csv' does not exist; expected a file of the"
                                + " dataset.",
                        "error supply.csv:0: : the file does not exist.");
    }

    @Test
    void withoutSourcesNoneIsHeldAgainstThem() {
        folder.delete("sources.csv")
                .replace("datapackage.json", ",\n    { \"name\": \"sources\", \"path\": \"sources.csv\" }", "");

        assertThat(folder.problems())
                .containsExactly("warning sources.csv:0: : the file does not exist; sources are not checked.");
    }

    @Test
    void aFolderWithoutDescriptorIsReadWithAWarning() {
        folder.delete("datapackage.json");

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("warning datapackage.json:0: : the file does not exist");
        assertThat(folder.read().orThrow().dataset().id()).isEqualTo("small");
    }

    @Test
    void aPathThatNoFileCanHaveIsAFaultOfTheDescriptor() {
        folder.replace("datapackage.json", "claims.csv", "claims\\u0000.csv");

        assertThat(folder.problems())
                .anyMatch(problem -> problem.startsWith(
                        "error datapackage.json:19: resources[9].path: 'claims\uFFFD.csv' cannot be the name"));
    }

    @Test
    void theDescriptorIsHeldAgainstTheFolder() {
        folder.replace("datapackage.json", "\"oxide-stop\"", "\"oxide-stopp\"")
                .replace("datapackage.json", "tag:chip-path", "tag:chips")
                .replace("datapackage.json", "claims.csv", "../claims.csv")
                .replace("datapackage.json", "\"title\": \"A small network for tests\",\n", "")
                .replace("datapackage.json", "\"defaultScenario\"", "\"colour\": 1, \"defaultScenario\"");

        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "error datapackage.json:18: resources[9].path: '../claims.csv' leaves the folder; expected a file within the"
                                + " dataset.",
                        "error datapackage.json:23: chokepoint.colour: is not a field here; expected one of defaultScenario,"
                                + " rationing, headline, names, questions, steepness, carrying, together,"
                                + " attributions.",
                        "error datapackage.json:23: chokepoint.defaultScenario: 'oxide-stopp' is the id of no file in scenarios/."
                                + " Maybe 'oxide-stop'?",
                        "error datapackage.json:24: chokepoint.rationing.classes[0][0]: in 'tag:chips': 'chips' is no tag of the"
                                + " dataset.",
                        "warning datapackage.json:1: title: is missing; expected the dataset's title.",
                        "warning datapackage.json:8: resources: 'claims.csv' is in the folder, but not listed.");
    }

    @Test
    void aFolderThatIsNotThereIsOneProblem() {
        Loaded<DataPackage> loaded = DatasetReader.read(temporary.resolve("nowhere"), RunMonitor.NONE);

        assertThat(loaded.problems())
                .singleElement()
                .asString()
                .endsWith("nowhere/: the folder does not exist; expected a dataset folder.");
    }

    @Test
    void readingStopsWhenNobodyWaits() {
        RunMonitor impatient = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        Assertions.assertThatThrownBy(() -> DatasetReader.read(folder.path(), impatient))
                .isInstanceOf(CancellationException.class);
    }
}
