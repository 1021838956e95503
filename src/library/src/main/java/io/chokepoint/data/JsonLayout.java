package io.chokepoint.data;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/**
 * Lays JSON out as people write it: two spaces, a line feed on every system, lists of words and numbers on one line, lists of
 * objects on many. One per document; not thread-safe.
 */
final class JsonLayout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final Indenter LINES = new DefaultIndenter("  ", "\n");
    private static final Indenter INLINE = NopIndenter.instance();

    private final transient Deque<Indenter> outer = new ArrayDeque<>();
    private boolean nextOnLines;

    JsonLayout() {
        super(Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        _objectIndenter = LINES;
        _arrayIndenter = INLINE;
    }

    /** Each item of the list that starts next gets a line of its own. */
    void itemsOnLines() {
        nextOnLines = true;
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return this;
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        outer.push(_arrayIndenter);
        _arrayIndenter = nextOnLines ? LINES : INLINE;
        nextOnLines = false;
        super.writeStartArray(out);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        out.writeRaw(_arrayIndenter.isInline() ? ", " : ",");
        _arrayIndenter.writeIndentation(out, _nesting);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        super.writeEndArray(out, values);
        _arrayIndenter = outer.pop();
    }
}
