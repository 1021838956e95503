package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Figure;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms in which spreadsheets save tables: read right, or refused with a clear word. */
class CsvFormTest {
    @TempDir
    Path temporary;

    private DatasetFolder folder;

    @BeforeEach
    void copy() {
        folder = DatasetFolder.copyTo(temporary);
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreRead() {
        for (TableSchema table : Tables.all()) {
            folder.write(table.file(), "\uFEFF" + folder.text(table.file()).replace("\n", "\r\n"));
        }

        Loaded<DataPackage> loaded = folder.read();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.orThrow().dataset().getGood("oxide").description()).isEqualTo("A white powder, very stable");
        assertThat(loaded.orThrow().dataset().getGood("ore").aliases()).containsExactly("bastnaesite", "氟碳铈矿");
    }

    @Test
    void semicolonsAreRefusedOnceForTheWholeFile() {
        folder.write("stages.csv", folder.text("stages.csv").replace(',', ';'));

        List<String> problems = folder.problems();

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("error stages.csv:1: : looks like Excel's semicolon form");
    }

    @Test
    void tabsAreRefused() {
        folder.write("claims.csv", folder.text("claims.csv").replace(',', '\t'));

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("error claims.csv:1: : looks like Excel's tab form");
    }

    @Test
    void otherEncodingsAreRefusedWithTheLine() {
        byte[] latin = folder.text("goods.csv")
                .replace("Argon", "Argön")
                .replace("氟碳铈矿", "x")
                .getBytes(StandardCharsets.ISO_8859_1);
        folder.writeBytes("goods.csv", latin);

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("error goods.csv:4: : byte 0xF6 is not UTF-8");
    }

    @Test
    void sixteenBitTextIsRefused() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
        bytes.writeBytes(folder.text("claims.csv").getBytes(StandardCharsets.UTF_16LE));
        folder.writeBytes("claims.csv", bytes.toByteArray());

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("error claims.csv:0: : is UTF-16; expected UTF-8.");
    }

    @Test
    void linesAreThoseOfTheFileAfterQuotedNewlines() {
        folder.replace("goods.csv", "The rock", "\"The\nrock, in\r\nthree lines\"")
                .replace("goods.csv", "Argon,material", "Argon,stuff");

        assertThat(folder.problems()).singleElement().asString().startsWith("error goods.csv:6: kind: 'stuff'");
    }

    @Test
    void aRecordIsNamedByItsFirstLine() {
        folder.replace("sourcing.csv", "oxide,rest,ore", "oxide,rest,orre");

        assertThat(folder.problems()).first().asString().startsWith("error sourcing.csv:7: input: 'orre'");
    }

    @Test
    void emptyLinesAndRowsOfCommasAreLeftOut() {
        folder.append("stages.csv", "\n,,\n\n").append("goods.csv", ",,,,,,,\n");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void rowsOfTheWrongLengthAreReportedAndNotReadFurther() {
        folder.replace("goods.csv", "\"A white powder, very stable\"", "A white powder, very stable")
                .replace("stages.csv", "Tools,3", "Tools");

        assertThat(folder.problems())
                .containsExactly(
                        "error goods.csv:3: : the row has 9 cells; expected 8 as in the header. Maybe a text with a comma lacks"
                                + " its quotes.",
                        "error stages.csv:4: : the row has 2 cells; expected 3 as in the header.");
    }

    @Test
    void anOpenQuoteIsAnErrorWhereItsRecordStarts() {
        folder.replace("sources.csv", "Annual report", "\"Annual report")
                .delete("claims.csv")
                .delete("controls.csv");

        assertThat(folder.problems())
                .anyMatch(problem -> problem.startsWith(
                        "error sources.csv:3: : is not CSV: Unclosed quoted field at end of input; expected"));
    }

    @Test
    void textAfterAClosingQuoteIsAnError() {
        folder.replace("claims.csv", "Fabs would stop.", "\"Fabs\" would stop.");

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("error claims.csv:2: : is not CSV: Unexpected");
    }

    @Test
    void aMissingColumnIsAnErrorWhereItMustBeThere() {
        folder.replace("stages.csv", "order", "place");

        assertThat(folder.problems())
                .containsExactly(
                        "error stages.csv:1: order: the column is missing; expected: place from upstream (low) to downstream"
                                + " (high), 0 to 1000000.",
                        "warning stages.csv:1: place: is not a column of this table; it is ignored.");
    }

    @Test
    void aMissingColumnIsAWarningWhereItMayBeEmpty() {
        folder.replace("sources.csv", ",url", ",link");

        assertThat(folder.problems())
                .containsExactly(
                        "warning sources.csv:1: link: is not a column of this table; it is ignored.",
                        "warning sources.csv:1: url: the column is missing; it is read as empty.");
    }

    @Test
    void columnsMayStandInAnyOrderButOnlyOnce() {
        folder.write(
                "stages.csv", "order,name,id\n1,Mines,mines\n2,Materials,materials\n3,Tools,tools\n4,Chips,chips\n");
        assertThat(folder.problems()).isEmpty();

        folder.replace("stages.csv", "order,name,id", "order,id,id");
        assertThat(folder.problems()).contains("error stages.csv:1: id: the column is there twice; expected it once.");
    }

    @Test
    void aColumnWithoutANameIsIgnored() {
        folder.write("stages.csv", folder.text("stages.csv").replace("\n", ",\n"));

        assertThat(folder.problems()).containsExactly("warning stages.csv:1: : column 4 has no name; it is ignored.");
    }

    @Test
    void anEmptyFileIsAnError() {
        folder.write("stages.csv", "");

        assertThat(folder.problems()).contains("error stages.csv:0: : is empty; expected a header row: id,name,order");
    }

    @Test
    void spacesRoundACellDoNotCount() {
        folder.replace("supply.csv", "ore,china,0.6,0.7,0.8", " ore ,china, 0.6 ,0.7,0.8");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void cellsBecomeFiguresWithIdUnitAndEvidence() {
        DataPackage data = folder.read().orThrow();

        Supply supply = data.dataset().supplies().getFirst();
        assertThat(supply.share().id()).isEqualTo("supply/ore@china/share");
        assertThat(supply.share().low()).isEqualTo(0.6);
        assertThat(supply.share().central()).isEqualTo(0.7);
        assertThat(supply.share().high()).isEqualTo(0.8);
        assertThat(supply.evidence().file()).isEqualTo("supply.csv");
        assertThat(supply.evidence().line()).isEqualTo(2);
        assertThat(data.dataset().supplies().get(5).evidence().sources()).containsExactly("usgs", "asml-report");
        SourcingException lean = data.dataset().sourcing().stream()
                .filter(e -> e.consumer().toString().equals("chip@nvidia"))
                .findFirst()
                .orElseThrow();
        assertThat(lean.mix()).hasSize(2);
        assertThat(lean.stockWeeks())
                .isNotNull()
                .extracting(Figure::id)
                .isEqualTo("sourcing/chip@nvidia/wafer/stock_weeks");
        assertThat(lean.needs()).isTrue();
        assertThat(data.dataset()
                        .dependencies()
                        .get(1)
                        .alternatives()
                        .getFirst()
                        .cap()
                        .id())
                .isEqualTo("alternatives/oxide>wafer/gas/cap");
        assertThat(data.dataset()
                        .findMarket("china-ai")
                        .orElseThrow()
                        .offers()
                        .get(1)
                        .useShare()
                        .id())
                .isEqualTo("demand/china-ai/chip@huawei/use_share");
        assertThat(data.dataset().licence())
                .isEqualTo(
                        "Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/). Attributions:"
                                + " Invented figures");
    }
}
