package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.study.FactorEstimate;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Every factor of a class that was tried on past episodes, as a tidy table. The columns are a contract with other people's scripts. */
public final class FactorEstimateWriter {

    /** One row a trial. */
    public static final List<String> COLUMNS =
            List.of("round", "class", "factor", "crps", "improvement", "error", "adopted", "episodes", "observations");

    private FactorEstimateWriter() {}

    public static void write(FactorEstimate estimate, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter table = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (FactorEstimate.Trial trial : estimate.trials()) {
                table.row(
                        trial.round(),
                        trial.kind().id(),
                        trial.factor(),
                        trial.crps(),
                        trial.improvement(),
                        trial.error(),
                        trial.isAdopted(),
                        estimate.episodes(),
                        estimate.observations());
            }
        }
    }
}
