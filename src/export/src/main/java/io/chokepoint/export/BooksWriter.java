package io.chokepoint.export;

import io.chokepoint.model.Books;
import io.chokepoint.model.Books.Gap;
import io.chokepoint.model.Books.GoodBook;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What every good costs and sells for. As a table one row a good; in JSON also {@code gaps}, stated cost shares beside those that follow from
 * values, the widest gap first, and {@code world}, all goods together. Money is in US$ million a year, shares are parts of what makers sell
 * for. Columns and names are a contract with other people's scripts.
 */
public final class BooksWriter {

    /** One row a good that is made: V, Σσ of its makers together, what they add, its maker with the dearest inputs, what final users buy. */
    public static final List<String> COLUMNS = List.of(
            "good",
            "name",
            "value_low_musd",
            "value_musd",
            "value_high_musd",
            "basis",
            "cost_share",
            "value_added_musd",
            "dearest_provider",
            "dearest_cost_share",
            "final_use_musd");

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private BooksWriter() {}

    /** Goods in dataset order. */
    public static void writeCsv(Books books, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(RowWriter.Format.CSV, COLUMNS, out)) {
            for (GoodBook book : books.goods()) {
                rows.row(cells(book));
            }
        }
    }

    private static Object[] cells(GoodBook book) {
        return new Object[] {
            book.good().id(),
            book.good().name(),
            book.value().low(),
            book.value().central(),
            book.value().high(),
            book.value().evidence().basis().id(),
            book.costShare(),
            book.valueAdded(),
            book.dearest().provider().id(),
            book.dearestCostShare(),
            book.finalUse()
        };
    }

    /** Goods in dataset order, then gaps, then the world. */
    public static void writeJson(Books books, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("goods");
            for (GoodBook book : books.goods()) {
                Object[] cells = cells(book);
                json.writeStartObject();
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i] instanceof Double number) {
                        json.writeNumberProperty(COLUMNS.get(i), number);
                    } else {
                        json.writeStringProperty(COLUMNS.get(i), String.valueOf(cells[i]));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("gaps");
            for (Gap gap : books.gaps()) {
                json.writeStartObject();
                json.writeStringProperty("input", gap.dependency().input().id());
                json.writeStringProperty("consumer", gap.dependency().consumer().id());
                json.writeNumberProperty("stated_low", gap.stated().low());
                json.writeNumberProperty("stated", gap.stated().central());
                json.writeNumberProperty("stated_high", gap.stated().high());
                json.writeNumberProperty("cost_share_low", gap.low());
                json.writeNumberProperty("cost_share", gap.sigma());
                json.writeNumberProperty("cost_share_high", gap.high());
                json.writeNumberProperty("factor", gap.factor());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("world");
            json.writeNumberProperty("sales_musd", books.world().sales());
            json.writeNumberProperty("inputs_musd", books.world().inputs());
            json.writeNumberProperty("value_added_musd", books.world().valueAdded());
            json.writeNumberProperty("final_use_musd", books.world().finalUse());
            json.writeEndObject();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }
}
