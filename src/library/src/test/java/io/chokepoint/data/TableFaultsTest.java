package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is spoilt in the small dataset; exactly that must be reported, at its file, line and column. */
class TableFaultsTest {
    @TempDir
    Path temporary;

    @Test
    void smallDatasetIsFreeOfProblems() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary);

        Loaded<DataPackage> loaded = folder.read();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).isPresent();
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource
    void oneFaultIsOneProblem(String file, String from, String to, String expected) {
        DatasetFolder folder = DatasetFolder.copyTo(temporary).replace(file, from, to);

        List<String> problems = folder.problems();

        assertThat(problems).singleElement().asString().startsWith(expected);
        assertThat(folder.read().value().isPresent()).isEqualTo(expected.startsWith("warning"));
    }

    static Stream<Arguments> oneFaultIsOneProblem() {
        return Stream.of(
                // ids
                arguments(
                        "dependencies.csv",
                        "oxide,wafer,consumed",
                        "oxyde,wafer,consumed",
                        "error dependencies.csv:3: input: 'oxyde' is no id of goods.csv. Maybe 'oxide'?"),
                arguments(
                        "supply.csv",
                        "gas,rest,",
                        "gas,rets,",
                        "error supply.csv:6: provider: 'rets' is no id of providers.csv. Maybe 'rest'?"),
                arguments(
                        "goods.csv",
                        "material,mines,",
                        "material,mine,",
                        "error goods.csv:2: stage: 'mine' is no id of stages.csv. Maybe 'mines'?"),
                arguments(
                        "demand.csv",
                        "us-ai,chip,",
                        "ussr-ai,chip,",
                        "error demand.csv:4: market: 'ussr-ai' is no id of markets.csv. Maybe 'us-ai'?"),
                arguments(
                        "supply.csv",
                        "2025,usgs;asml-report",
                        "2025,usgs;asml",
                        "error supply.csv:7: source: 'asml' is no id of sources.csv."),
                arguments(
                        "goods.csv",
                        "gas,Argon",
                        "ore,Again,material,mines,,,,\ngas,Argon",
                        "error goods.csv:4: id: 'ore' is already the id of line 2; expected each id once."),
                arguments(
                        "supply.csv",
                        "ore,rest,",
                        "ore,china,",
                        "error supply.csv:3: good: 'ore / china' is already in line 2; expected each good × provider once."),
                arguments(
                        "goods.csv",
                        "gas,Argon",
                        ",Nothing,material,mines,,,,\ngas,Argon",
                        "error goods.csv:4: id: is empty; expected a value."),
                // words
                arguments(
                        "goods.csv",
                        "Argon,material",
                        "Argon,materiel",
                        "error goods.csv:4: kind: 'materiel' is not one of the words; expected material, component,"
                                + " equipment, process, software, product. Maybe 'material'?"),
                arguments(
                        "dependencies.csv",
                        "etcher,wafer,capital,,1",
                        "etcher,wafer,Capital,,1",
                        "error dependencies.csv:4: mode: 'Capital' is not one of the words"),
                arguments(
                        "dependencies.csv",
                        "oxide,wafer,consumed",
                        "oxide,wafer,used",
                        "error dependencies.csv:3: mode: 'used' is not one of the words"),
                arguments(
                        "supply.csv",
                        "usgs,derived,The",
                        "usgs,guess,The",
                        "error supply.csv:3: basis: 'guess' is not one of the words; expected published, derived, assumption."),
                arguments(
                        "sourcing.csv",
                        ",no,usgs",
                        ",nope,usgs",
                        "error sourcing.csv:7: needs: 'nope' is not a word for it; expected 'no' or nothing."),
                arguments(
                        "claims.csv",
                        "overstated",
                        "nonsense",
                        "error claims.csv:2: verdict: 'nonsense' is not one of"),
                arguments(
                        "providers.csv",
                        "company,TWN",
                        "company,",
                        "error providers.csv:4: country: is empty; expected an ISO 3166-1 alpha-3 code"),
                arguments(
                        "providers.csv",
                        "company,TWN",
                        "company,TW",
                        "warning providers.csv:4: country: 'TW' is not an ISO 3166-1 alpha-3 code"),
                // numbers
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,\"0,3\",,,0",
                        "error supply.csv:3: share: '0,3' is not a number; expected digits with '.' as decimal sign. Use '.'"
                                + " as decimal sign: 0.3."),
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,30%,,,0",
                        "error supply.csv:3: share: '30%' is not a number; expected digits with '.' as decimal sign. Write a"
                                + " percentage as a part of 1: 0.3."),
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,NaN,,,0",
                        "error supply.csv:3: share: 'NaN' is not a number"),
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,,,,0",
                        "error supply.csv:3: share: is empty; expected a number above 0 and at most 1."),
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,0,,,0",
                        "error supply.csv:3: share: 0 is out of range; expected a number above 0 and at most 1."),
                arguments(
                        "dependencies.csv",
                        "0.01,0.02,0.05",
                        "0.01,0.02,5",
                        "error dependencies.csv:3: use_share_high: 5 is out of range; expected a number above 0 and at"
                                + " most 1. Maybe it is a percentage: write 0.05 for 5 %."),
                arguments(
                        "dependencies.csv",
                        "capital,,1,,,0.9",
                        "capital,,1.2,,,0.9",
                        "error dependencies.csv:4: criticality: 1.2 is out of range; expected a number from 0 to 1. Maybe it is"
                                + " a percentage: write 0.012 for 1.2 %."),
                arguments(
                        "dependencies.csv",
                        "0.6,2,4,8,2",
                        "0.6,-2,4,8,2",
                        "error dependencies.csv:2: stock_weeks_low: -2 is out of range; expected a number from 0 to 100000."),
                arguments(
                        "dependencies.csv",
                        "0.6,2,4,8,2,",
                        "0.6,2,4,8,2.5,",
                        "error dependencies.csv:2: lead_weeks: 2.5 does not fit; expected a whole number from 1 to 100000."),
                arguments(
                        "dependencies.csv",
                        "0.6,2,4,8,2,",
                        "0.6,2,4,8,0,",
                        "error dependencies.csv:2: lead_weeks: 0 does not fit; expected a whole number from 1 to 100000."),
                arguments(
                        "dependencies.csv",
                        ",26,,7,",
                        ",26,,0.01,",
                        "error dependencies.csv:4: lifetime_years: 0.01 is out of range; expected a number from 1/52 (0.0193) to 10000."),
                arguments(
                        "dependencies.csv",
                        ",26,,7,",
                        ",26,,,",
                        "error dependencies.csv:4: lifetime_years: is empty; expected a number from 1/52 (0.0193) to 10000."),
                arguments(
                        "dependencies.csv",
                        "13,26,52,,",
                        "13,26,52,7,",
                        "error dependencies.csv:2: lifetime_years: 7 is given for mode 'consumed'; expected nothing"),
                arguments(
                        "dependencies.csv",
                        "access,,1,,,0.8,,,,,1",
                        "access,,1,,,0.8,,,5,,1",
                        "warning dependencies.csv:5: stock_weeks: 5 is not used: an input of mode 'access' has no stock"),
                arguments(
                        "dependencies.csv",
                        "3,26,52,104,,,,,Chamber",
                        "3,,,,,,,,Chamber",
                        "error dependencies.csv:3: qualification_weeks: is empty; expected a number from 0 to 100000."),
                arguments(
                        "supply.csv",
                        ",0.2,26,2025",
                        ",0.2,0.5,2025",
                        "error supply.csv:2: ramp_weeks: 0.5 is out of range; expected a number from 1 to 100000."),
                arguments(
                        "supply.csv",
                        ",0.95,,0.1,,13",
                        ",0.95,,,,13",
                        "warning supply.csv:4: spare: is empty; expected a number from 0 to 1000. It is read as 0"),
                arguments(
                        "markets.csv",
                        "china,13,",
                        "china,0,",
                        "error markets.csv:2: switch_weeks: 0 is out of range; expected a number from 1 to 100000."),
                arguments(
                        "markets.csv",
                        "0.5,1,2",
                        "-0.5,1,2",
                        "error markets.csv:2: price_sensitivity_low: -0.5 is out of range; expected a number from 0 to 100."),
                arguments(
                        "demand.csv",
                        ",0.8,,2,2025",
                        ",0.8,,0,2025",
                        "error demand.csv:4: function_per_unit: 0 is out of range; expected a number from 1e-30 to 1e30."),
                arguments(
                        "alternatives.csv",
                        ",26,,0.5,",
                        ",26,,0,",
                        "error alternatives.csv:2: per_unit: 0 is out of range; expected a number from 1e-12 to 1000000000000."),
                arguments(
                        "alternatives.csv",
                        "0.1,0.2,0.3",
                        "0.1,0.2,1.3",
                        "error alternatives.csv:2: cap_high: 1.3 is out of range; expected a number from 0 to 1."),
                arguments("stages.csv", "Mines,1", "Mines,first", "error stages.csv:2: order: 'first' is not a number"),
                // ranges
                arguments(
                        "supply.csv",
                        "0.6,0.7,0.8",
                        "0.75,0.7,0.8",
                        "error supply.csv:2: share_low: 0.75 is above share 0.7; expected low ≤ central ≤ high."),
                arguments(
                        "supply.csv",
                        "0.6,0.7,0.8",
                        "0.6,0.7,0.65",
                        "error supply.csv:2: share_high: 0.65 is below share 0.7; expected low ≤ central ≤ high."),
                arguments(
                        "supply.csv",
                        "0.6,0.7,0.8",
                        "0.6,0.7,",
                        "error supply.csv:2: share_high: is empty, but share_low is 0.6; expected both or neither."),
                arguments(
                        "supply.csv",
                        "0.6,0.7,0.8",
                        "0.6,,0.8",
                        "error supply.csv:2: share: is empty, but its low or high is given; expected the central value"),
                // evidence
                arguments(
                        "supply.csv",
                        "2025,usgs,derived,The",
                        "2025,,derived,The",
                        "warning supply.csv:3: source: a figure without a source, but its basis is 'derived'"),
                arguments(
                        "supply.csv",
                        "assumption,Many makers",
                        "assumption,",
                        "warning supply.csv:6: source: a figure without a source; expected an id of sources.csv, or a note"),
                arguments(
                        "supply.csv",
                        "assumption,Many makers",
                        ",Many makers",
                        "warning supply.csv:6: basis: is empty; expected published, derived or assumption."),
                arguments(
                        "sources.csv",
                        "https://www.asml.com/",
                        "www.asml.com",
                        "warning sources.csv:3: url: 'www.asml.com' is not a web address"),
                arguments(
                        "controls.csv",
                        "2025-04-04",
                        "4.4.2025",
                        "warning controls.csv:2: announced: '4.4.2025' is not a date"),
                arguments(
                        "hs.csv",
                        "oxide,284690",
                        "oxyde,284690",
                        "error hs.csv:2: good: 'oxyde' is no id of goods.csv. Maybe 'oxide'?"),
                arguments(
                        "hs.csv",
                        "284690",
                        "2846.90",
                        "error hs.csv:2: hs_code: '2846.90' is no code; expected six digits, like 280530 or 050800."),
                arguments("hs.csv", "284690", "", "error hs.csv:2: hs_code: is empty; expected a value."),
                arguments(
                        "lexicon.csv",
                        "good,ore,",
                        "good,orre,",
                        "error lexicon.csv:2: means: 'orre' is no id of goods.csv. Maybe 'ore'?"),
                arguments(
                        "lexicon.csv",
                        "instrument,ban,",
                        "instrument,bann,",
                        "error lexicon.csv:3: means: 'bann' is no instrument of the dataset. Maybe 'ban'?"),
                arguments(
                        "lexicon.csv",
                        "cue,lifting,",
                        "cue,,",
                        "error lexicon.csv:4: means: is empty; expected what 'lift' means."),
                arguments(
                        "instruments.csv",
                        "export-ban,leak,0,0.05,0.3",
                        "export-ban,leak,0,0.05,3",
                        "error instruments.csv:3: value: is out of range; expected a number from 0 to 1."),
                arguments(
                        "instruments.csv",
                        "export-ban,leak",
                        "export-ban,leek",
                        "error instruments.csv:3: parameter: 'leek' is no parameter of 'export-ban'. Maybe 'leak'?"),
                arguments(
                        "goods.csv",
                        "stable\",Yttria",
                        "stable\",Yttrium oxide of high purity",
                        "warning goods.csv:3: short_name: 'Yttrium oxide of high purity' has 28 characters; expected at"
                                + " most 26."),
                arguments(
                        "claims.csv",
                        "oxide-stop",
                        "oxide-stopp",
                        "error claims.csv:2: scenario: 'oxide-stopp' is the id of no file in scenarios/ or backtests/."
                                + " Maybe 'oxide-stop'?"),
                // between rows
                arguments(
                        "supply.csv",
                        "rest,,0.3,,,0",
                        "rest,,0.2,,,0",
                        "error supply.csv:2: share: the shares of 'ore' sum to 0.9, expected 1 (lines 2, 3)."),
                arguments(
                        "sourcing.csv",
                        "tsmc,0.98",
                        "tsmc,0.9",
                        "error sourcing.csv:3: share: the shares of 'wafer' at 'chip@nvidia' sum to 0.92, expected 1 (lines 3,"
                                + " 4)."),
                arguments(
                        "sourcing.csv",
                        "chip,huawei,wafer,smic,1,",
                        "chip,huawei,wafer,cadence,1,",
                        "error sourcing.csv:2: input_provider: 'cadence' does not make 'wafer' in supply.csv; expected one of"
                                + " tsmc, smic."),
                arguments(
                        "sourcing.csv",
                        "chip,huawei,wafer,smic,1,",
                        "chip,asml,wafer,smic,1,",
                        "error sourcing.csv:2: consumer_provider: 'asml' does not make 'chip' in supply.csv; expected one of"
                                + " nvidia, huawei."),
                arguments(
                        "sourcing.csv",
                        "oxide,china,ore,china,1",
                        "oxide,china,gas,rest,1",
                        "error sourcing.csv:6: input: 'gas' is no input of 'oxide' in dependencies.csv; expected one of ore."),
                arguments(
                        "sourcing.csv",
                        "chip,nvidia,wafer,,,2,3,4",
                        "chip,nvidia,wafer,,,,,",
                        "error sourcing.csv:5: input_provider: the row states nothing"),
                arguments(
                        "sourcing.csv",
                        "chip,huawei,wafer,smic,1,,,",
                        "chip,huawei,wafer,smic,1,,5,",
                        "error sourcing.csv:2: stock_weeks: is given beside a supplier's share"),
                arguments(
                        "sourcing.csv",
                        "chip,nvidia,wafer,,,2,3,4,,,,,",
                        "chip,nvidia,wafer,,,,,,,,,no,",
                        "error sourcing.csv:5: needs: 'no' contradicts the supplier mix of the same maker and input (lines 3,"
                                + " 4)"),
                arguments(
                        "sourcing.csv",
                        "oxide,china,ore,china,1,,,,,,,,",
                        "oxide,china,ore,,,,,,,,,no,",
                        "error sourcing.csv:6: needs: no maker of 'oxide' needs 'ore' (lines 6, 7)"),
                arguments(
                        "demand.csv",
                        "us-ai,chip,nvidia",
                        "us-ai,chip,asml",
                        "error demand.csv:4: provider: 'asml' does not make 'chip' in supply.csv; expected one of nvidia,"
                                + " huawei."),
                arguments(
                        "alternatives.csv",
                        "oxide,wafer,gas",
                        "oxide,wafer,oxide",
                        "error alternatives.csv:2: alternative: 'oxide' stands in for itself"));
    }
}
