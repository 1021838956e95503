package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.study.BacktestSkill;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How good the forecasts of past episodes are, as a tidy table. The columns are a contract with other people's scripts. */
public final class BacktestSkillWriter {

    /** One row a half and class of observation; a skill is empty where its benchmark never errs. */
    public static final List<String> COLUMNS = List.of(
            "half",
            "class",
            "observations",
            "crps",
            "crps_nothing",
            "crps_proportion",
            "skill_nothing",
            "skill_proportion",
            "covered",
            "coverage");

    private BacktestSkillWriter() {}

    public static void write(List<BacktestSkill> skills, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter table = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (BacktestSkill skill : skills) {
                table.row(
                        skill.half().id(),
                        skill.kind().id(),
                        skill.observations(),
                        skill.crps(),
                        skill.nothingCrps(),
                        skill.proportionCrps(),
                        orNull(skill.skillAgainstNothing()),
                        orNull(skill.skillAgainstProportion()),
                        skill.covered(),
                        skill.coverage());
            }
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
