package io.chokepoint.models;

import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.ario.ArioEvents;
import io.chokepoint.firms.ario.ArioOptions;
import io.chokepoint.firms.ario.ArioRun;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The adaptive regional input-output model of Hallegatte (2008), as BoARIO computes it: {@link ArioRun} on {@link FirmsOfDataset}, each
 * maker an industry, a step a day, with BoARIO's parameters. Of each good all users keep the same number of days.
 */
public final class ArioModel implements PropagationModel {
    private static final List<ModelVersion> VERSIONS = List.of(new ModelVersion("1", "the first one"));

    @Override
    public String name() {
        return "ario";
    }

    @Override
    public String summary() {
        return Texts.get("models.ario.summary");
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
        return LeftOut.ario(dataset, scenario);
    }

    @Override
    public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        CompiledScenario scenario = CompiledScenario.of(network, selection, values);
        FirmsOfDataset firms = new FirmsOfDataset(name(), scenario, 1);
        double[] stockDays = firms.daysOfGoods();
        double[] before = firms.network.column(FirmNetwork.REVENUE).orElseThrow();
        return new DailyCourse(scenario, firms, stamp(), (days, evening, monitor) -> {
            // No capital is destroyed, so that none is asked for.
            ArioRun run =
                    new ArioRun(firms.network, stockDays, new double[0], ArioOptions.PUBLISHED, events(scenario, days));
            double[] made = new double[before.length];
            double[] part = new double[before.length];
            run.run(
                    days,
                    (day, state, consumption, unmet, toRebuild) -> {
                        for (int i = 0; i < made.length; i++) {
                            double demand = state.demand()[i];
                            made[i] = before[i] == 0 ? 1 : state.production()[i] / before[i];
                            part[i] = demand == 0 ? 1 : state.production()[i] / demand;
                        }
                        evening.end(day, made, part);
                    },
                    monitor);
        });
    }

    private static ArioEvents events(CompiledScenario scenario, int days) {
        double[][] lost = LostCapacity.byWeek(scenario, days / FirmsOfDataset.DAYS_A_WEEK);
        List<ArioEvents.Loss> losses = new ArrayList<>();
        for (int i = 0; i < lost.length; i++) {
            for (int from = 0; from < lost[i].length; ) {
                int to = from + 1;
                while (to < lost[i].length && lost[i][to] == lost[i][from]) {
                    to++;
                }
                if (lost[i][from] > 0) {
                    losses.add(new ArioEvents.Loss(
                            i, lost[i][from], from * FirmsOfDataset.DAYS_A_WEEK, to * FirmsOfDataset.DAYS_A_WEEK - 1));
                }
                from = to;
            }
        }
        return new ArioEvents(losses, List.of());
    }
}
