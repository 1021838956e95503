package io.chokepoint.data;

import io.chokepoint.model.Claim;
import io.chokepoint.model.Claim.Verdict;
import io.chokepoint.model.Control;
import io.chokepoint.model.Good;
import io.chokepoint.model.HsCode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads what people claim and what governments did, and by which codes: {@code claims.csv}, {@code controls.csv}, {@code hs.csv}. */
final class PolicyTables {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern HS_CODE = Pattern.compile("[0-9]{6}");

    private final TableFiles files;
    private final DatasetDraft draft;
    private final Set<String> scenarios;

    /** @param scenarios ids of all scenarios and episodes of the folder */
    PolicyTables(TableFiles files, DatasetDraft draft, Set<String> scenarios) {
        this.files = files;
        this.draft = draft;
        this.scenarios = scenarios;
    }

    void read() {
        each(Tables.CLAIMS, this::claim);
        each(Tables.CONTROLS, this::control);
        each(Tables.HS, this::hsCode);
    }

    private void each(TableSchema schema, Consumer<Cells> reader) {
        CsvTable.read(files, schema, draft.faults).ifPresent(table -> {
            UniqueKeys keys = new UniqueKeys(schema.key());
            table.forEach(draft.faults, cells -> {
                if (keys.isNew(cells)) {
                    reader.accept(cells);
                }
            });
        });
    }

    private void claim(Cells cells) {
        draft.claims.add(new Claim(
                cells.required("id"),
                cells.required("article"),
                cells.required("claim"),
                cells.word("verdict", Verdict.class, Verdict::id),
                cells.required("evidence"),
                scenario(cells),
                cells.sources("source", draft.sources),
                cells.list("terms")));
    }

    private void control(Cells cells) {
        draft.controls.add(new Control(
                cells.required("id"),
                cells.required("issuer"),
                cells.required("title"),
                cells.required("instrument"),
                date(cells, "announced"),
                date(cells, "effective"),
                cells.required("status"),
                date(cells, "status_date"),
                scenario(cells),
                cells.sources("source", draft.sources),
                cells.text("note"),
                cells.list("terms")));
    }

    private void hsCode(Cells cells) {
        Good good = cells.reference("good", draft.goods);
        String code = cells.required("hs_code");
        if (!code.isEmpty() && !HS_CODE.matcher(code).matches()) {
            // A spreadsheet that takes codes for numbers drops the zero in front.
            cells.error("hs_code", "'" + code + "' is no code; expected six digits, like 280530 or 050800.");
        } else if (good != null) {
            draft.hsCodes.add(new HsCode(good, code, cells.text("note")));
        }
    }

    private String scenario(Cells cells) {
        String id = cells.text("scenario");
        if (!id.isEmpty() && !scenarios.contains(id)) {
            cells.error(
                    "scenario",
                    "'" + id + "' is the id of no file in scenarios/ or backtests/." + Hints.nearest(id, scenarios));
        }
        return id;
    }

    private static String date(Cells cells, String column) {
        String date = cells.text(column);
        if (!date.isEmpty() && !DATE.matcher(date).matches()) {
            cells.warning(column, "'" + date + "' is not a date; expected year, year-month or year-month-day.");
        }
        return date;
    }
}
