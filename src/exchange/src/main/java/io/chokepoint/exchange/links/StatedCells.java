package io.chokepoint.exchange.links;

import io.chokepoint.data.TableSchema;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberCells;
import java.util.OptionalDouble;
import java.util.Set;

/** Takes over what nodes and edges state under the names of columns. */
record StatedCells(Findings findings, Set<String> used) {

    /** Takes over all columns that an attribute is named after, but for those of the key. */
    void take(Links.Part part, DraftTable.Row row, TableSchema schema) {
        for (TableSchema.Column column : schema.columns()) {
            // An edge's source is where it starts, for graph files.
            if (!schema.key().contains(column.name()) && !column.name().equals("source") && part.has(column.name())) {
                take(part, row, column);
            }
        }
    }

    private void take(Links.Part part, DraftTable.Row row, TableSchema.Column column) {
        used.add(column.name());
        String text = part.get(column.name());
        if (column.type() == TableSchema.Type.TEXT) {
            row.set(column.name(), text);
            return;
        }
        OptionalDouble number = NumberCells.parse(text);
        if (number.isEmpty() || !NumberCells.fits(column, number.getAsDouble())) {
            findings.fault(part.file(), part.row(), column.name(), text, NumberCells.expected(column));
        } else {
            row.set(column.name(), number.getAsDouble());
        }
    }

    /** The quantity of an edge, above 0; empty if it states none, or after a fault. */
    OptionalDouble quantity(Links.Edge edge) {
        for (String name : NetworkDrafter.QUANTITIES) {
            if (edge.has(name)) {
                used.add(name);
                OptionalDouble number = NumberCells.parse(edge.get(name));
                if (number.isEmpty() || number.getAsDouble() <= 0) {
                    findings.fault(edge.file(), edge.row(), name, edge.get(name), "a number above 0");
                    return OptionalDouble.empty();
                }
                return number;
            }
        }
        return OptionalDouble.empty();
    }
}
