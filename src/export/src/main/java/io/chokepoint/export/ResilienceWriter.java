package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.study.NodeResilience;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Times to survive as a tidy table. The columns are a contract, as those of {@link ResultWriter}. */
public final class ResilienceWriter {

    /** One row a node; {@code survive_weeks} is empty where it is longer than was looked for. */
    public static final List<String> COLUMNS = List.of(
            "node",
            "provider",
            "name",
            "target",
            "survive_weeks",
            "recover_weeks",
            "lost_output_weeks",
            "risk_exposure",
            "exposed");

    private ResilienceWriter() {}

    public static void write(
            List<NodeResilience> rows,
            String target,
            double recoveryWeeks,
            Provenance provenance,
            RowWriter.Format format,
            Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (NodeResilience row : rows) {
                writer.row(
                        row.node().id(),
                        row.node().provider(),
                        row.node().name(),
                        target,
                        row.survivesAll() ? null : Math.max(0, row.surviveWeeks()),
                        recoveryWeeks,
                        row.lostWeeks(),
                        row.exposure(),
                        row.surviveWeeks() < recoveryWeeks);
            }
        }
    }
}
