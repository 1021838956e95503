package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One object a row, one row a line: readable by people and by programs that read line by line. */
final class JsonRowWriter implements RowWriter {
    private static final ObjectWriter LINES = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.NONE))
                    .withArrayIndenter(new DefaultIndenter("", "\n"))
                    .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance()));

    private final List<String> columns;
    private final Writer out;
    private final JsonGenerator json;
    /** Null once it is written, and for what is no result. */
    private @Nullable Provenance provenance;

    private final Consumer<JsonGenerator> facts;

    JsonRowWriter(List<String> columns, @Nullable Provenance provenance, Consumer<JsonGenerator> facts, Writer out) {
        this.provenance = provenance;
        this.facts = facts;
        this.columns = List.copyOf(columns);
        this.out = out;
        this.json = LINES.createGenerator(out);
        json.writeStartArray();
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        Cells.requireCount(cells, columns.size());
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            json.writeName(columns.get(i));
            value(cells[i]);
        }
        if (provenance != null) {
            json.writeName("provenance");
            ProvenanceJson.write(provenance, json);
            facts.accept(json);
            provenance = null;
        }
        json.writeEndObject();
    }

    private void value(@Nullable Object cell) {
        if (cell == null || Cells.isMissing(cell)) {
            json.writeNull();
            return;
        }
        switch (cell) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
        out.flush();
    }
}
