package io.chokepoint.models;

import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.daily.DailyNetwork;
import io.chokepoint.firms.daily.DailyOptions;
import io.chokepoint.firms.daily.DailyRun;
import io.chokepoint.firms.daily.DailyShock;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.ModelVersion;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.text.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Firms with inventories, day by day, of Inoue and Todo (2019): {@link DailyRun} on {@link FirmsOfDataset} with the options of the
 * published program. Each maker keeps one number of days of all it buys.
 */
public final class InoueTodoModel implements PropagationModel {
    private static final List<ModelVersion> VERSIONS = List.of(new ModelVersion("1", "the first one"));

    @Override
    public String name() {
        return "inoue-todo";
    }

    @Override
    public String summary() {
        return Texts.get("models.inoueTodo.summary");
    }

    @Override
    public List<ModelVersion> versions() {
        return VERSIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TIME, Capability.VOLUME);
    }

    @Override
    public List<String> leftOut(Dataset dataset, Scenario scenario) {
        return LeftOut.inoueTodo(dataset, scenario);
    }

    @Override
    public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        CompiledScenario scenario = CompiledScenario.of(network, selection, values);
        FirmsOfDataset firms = new FirmsOfDataset(name(), scenario, 1);
        DailyNetwork daily = DailyNetwork.of(firms.network);
        double[] finalDemand = firms.network.column(FirmNetwork.FINAL_DEMAND).orElseThrow();
        double[] before = firms.network.column(FirmNetwork.REVENUE).orElseThrow();
        return new DailyCourse(scenario, firms, stamp(), (days, evening, monitor) -> {
            DailyRun run = new DailyRun(daily, DailyOptions.PUBLISHED, shock(scenario, days));
            double[] part = new double[before.length];
            double[] made = new double[before.length];
            run.run(
                    days,
                    1,
                    (day, all, added, consumed, production) -> {
                        if (day >= 0) {
                            for (int i = 0; i < made.length; i++) {
                                made[i] = before[i] == 0 ? 1 : production[i] / before[i];
                                part[i] = finalDemand[i] == 0 ? 1 : run.served()[i] / finalDemand[i];
                            }
                            evening.end(day, made, part);
                        }
                    },
                    monitor);
        });
    }

    /** Each maker's loss is set anew in every week in which it differs from that of the week before. */
    private static DailyShock shock(CompiledScenario scenario, int days) {
        double[][] lost = LostCapacity.byWeek(scenario, days / FirmsOfDataset.DAYS_A_WEEK);
        IntStream.Builder firms = IntStream.builder();
        IntStream.Builder starts = IntStream.builder();
        for (int i = 0; i < lost.length; i++) {
            double last = 0;
            for (int week = 0; week < lost[i].length; week++) {
                if (lost[i][week] != last) {
                    last = lost[i][week];
                    firms.add(i);
                    starts.add(week * FirmsOfDataset.DAYS_A_WEEK);
                }
            }
        }
        int[] hit = firms.build().toArray();
        int[] start = starts.build().toArray();
        double[] part = new double[hit.length];
        Arrays.setAll(part, k -> lost[hit[k]][start[k] / FirmsOfDataset.DAYS_A_WEEK]);
        return new DailyShock(hit, part, start);
    }
}
