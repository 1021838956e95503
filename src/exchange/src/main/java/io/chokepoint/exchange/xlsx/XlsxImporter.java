package io.chokepoint.exchange.xlsx;

import io.chokepoint.data.Hints;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.intake.InputFile;
import io.chokepoint.exchange.intake.RefusedInput;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook with a sheet for each table of a dataset, the header in its first row. Sheets of other names are left out. */
public final class XlsxImporter implements Importer {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String description() {
        return "a workbook with one sheet for each table of a dataset";
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        String shown = request.shown();
        Findings findings = draft.findings();
        if (!InputFile.mayRead(request.input(), shown, Bounds.WORKBOOK_BYTES, findings)) {
            return;
        }
        try {
            WorkbookGate.check(request.input());
        } catch (RefusedInput refused) {
            refused.report(shown, findings);
            return;
        }
        draft.describe(Ids.slug(request.stem()), request.stem(), "");
        try (ReadableWorkbook book = new ReadableWorkbook(request.input().toFile(), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                request.monitor().checkCancelled();
                sheet(sheet, book.isDate1904(), shown, draft);
            }
        } catch (ExcelReaderException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | IndexOutOfBoundsException
                | DateTimeException
                | ArithmeticException broken) {
            // The library takes a workbook for well made; what the gate lets through can still lack a part.
            unreadable(shown, findings);
        } catch (IOException failure) {
            if (!(failure.getCause() instanceof XMLStreamException)) {
                throw failure;
            }
            unreadable(shown, findings);
        }
        if (draft.tables().isEmpty() && !findings.hasFaults()) {
            findings.faultAt(
                    shown,
                    0,
                    "",
                    "has no sheet that is a table of a dataset",
                    "sheets named " + String.join(", ", names()));
        }
    }

    private static void unreadable(String shown, Findings findings) {
        findings.faultAt(shown, 0, "", "is no workbook that can be read", "an .xlsx file that a spreadsheet opens");
    }

    private static List<String> names() {
        return Tables.all().stream().map(TableSchema::name).toList();
    }

    private static void sheet(Sheet sheet, boolean from1904, String shown, Draft draft) throws IOException {
        String name =
                String.valueOf(sheet.getName()).strip().toLowerCase(Locale.ROOT).replaceAll("\\.csv$", "");
        if (name.equals(XlsxExporter.WORDS)) {
            return;
        }
        String place = Findings.sheet(shown, String.valueOf(sheet.getName()));
        Optional<TableSchema> schema =
                Tables.all().stream().filter(each -> each.name().equals(name)).findFirst();
        SheetReader reader;
        if (name.equals(XlsxExporter.FILES)) {
            reader = new FileLines(place, draft);
        } else if (schema.isPresent()) {
            reader = new TableRows(schema.get(), place, draft);
        } else {
            draft.findings()
                    .leftOut(
                            "the sheet '" + sheet.getName() + "'",
                            shown,
                            "no table of a dataset is called so." + Hints.nearest(name, names()));
            return;
        }
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(row -> reader.row(row, from1904));
        }
        reader.end();
    }

    /** Takes the rows of one sheet. */
    interface SheetReader {
        void row(Row row, boolean from1904);

        void end();
    }
}
