package io.chokepoint.models;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.esri.EsriCascade;
import io.chokepoint.firms.esri.EsriNetwork;
import io.chokepoint.firms.esri.EsriOptions;
import io.chokepoint.firms.esri.EsriResult;
import io.chokepoint.firms.esri.EsriShock;
import io.chokepoint.firms.esri.StopRule;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.ModelTable.Column;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.ModelVersion;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The economic systemic risk index of Diem et al. (2022) with a scenario as the shock: {@link EsriCascade} on {@link FirmsOfDataset},
 * with replaceability within a good, sales as accounts and weights, and results that do not depend on the unit of money.
 */
public final class EsriModel implements PropagationModel {
    /** Replaceability, accounts, independent of the unit of money. */
    static final EsriOptions OPTIONS = new EsriOptions(true, true, true);

    /** The published rule with an eps at which a small network has settled to the digits that are shown. */
    static final StopRule STOP = new StopRule(1, 1e-8, StopRule.MOST_STEPS);

    private static final List<ModelVersion> VERSIONS = List.of(new ModelVersion("1", "the first one"));

    private static final List<Column> COLUMNS = List.of(
            new Column("good", "good", false),
            new Column("name", "name", false),
            new Column("stage", "stage", false),
            new Column("first_loss_week", "first loss", true),
            new Column("trough", "left", true),
            new Column("trough_week", "in", true),
            new Column("lost_output_weeks", "lost output", true),
            new Column("recovery_week", "recovery", true),
            new Column("binding_input", "held back by", false),
            new Column("left_downstream", "downstream", true),
            new Column("left_upstream", "upstream", true));

    private final double essentialFrom;

    /** With the bound that is assumed unless somebody says otherwise. */
    public EsriModel() {
        this(FirmsOfDataset.ESSENTIAL_FROM);
    }

    /**
     * @param essentialFrom the criticality from which an input is essential, above 0, 1 at most
     */
    public EsriModel(double essentialFrom) {
        if (!(essentialFrom > 0 && essentialFrom <= 1)) {
            throw new IllegalArgumentException("essential from " + essentialFrom);
        }
        this.essentialFrom = essentialFrom;
    }

    @Override
    public String name() {
        return "esri";
    }

    @Override
    public String summary() {
        return Texts.get("models.esri.summary");
    }

    @Override
    public List<ModelVersion> versions() {
        return VERSIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.VOLUME);
    }

    @Override
    public List<String> leftOut(Dataset dataset, Scenario scenario) {
        return LeftOut.esri(dataset, scenario, essentialFrom);
    }

    @Override
    public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        CompiledScenario scenario = CompiledScenario.of(network, selection, values);
        return new Run(
                this, new FirmsOfDataset(name(), scenario, FirmsOfDataset.DAYS_A_WEEK), shock(scenario), scenario);
    }

    private static EsriShock shock(CompiledScenario scenario) {
        double[] lost = LostCapacity.largest(scenario);
        int[] hit = IntStream.range(0, lost.length).filter(i -> lost[i] > 0).toArray();
        double[] parts = Arrays.stream(hit).mapToDouble(i -> lost[i]).toArray();
        return new EsriShock(hit, parts, parts);
    }

    private record Run(EsriModel model, FirmsOfDataset firms, EsriShock shock, CompiledScenario compiled)
            implements PreparedRun {

        @Override
        public ModelTable run(SimulationSettings settings, RunMonitor monitor) {
            LongWork.begins("running a cascade");
            monitor.checkCancelled();
            NetworkStructure structure = compiled.network().structure();
            Dataset dataset = structure.dataset();
            Scenario scenario = compiled.scenario();
            double[] down = ones(structure.activityCount());
            double[] up = ones(structure.activityCount());
            EsriCascade cascade =
                    new EsriCascade(EsriNetwork.of(firms.network, firms.essentiality(model.essentialFrom), OPTIONS));
            EsriResult result = cascade.run(shock, STOP, (firm, hd, hu) -> {
                down[firm] = hd;
                up[firm] = hu;
            });
            List<List<@Nullable Object>> rows = new ArrayList<>();
            List<Good> goods = List.copyOf(dataset.goods());
            for (int g = 0; g < goods.size(); g++) {
                rows.add(row(goods.get(g), g, down, up));
            }
            ModelStamp stamp = model.stamp();
            return new ModelTable(
                    dataset,
                    scenario,
                    settings.provenance(stamp, dataset, scenario),
                    finding(result),
                    String.join(" ", model.leftOut(dataset, scenario)),
                    COLUMNS,
                    rows);
        }

        private String finding(EsriResult result) {
            EsriResult.Index index = result.indices().getFirst();
            return Texts.get(
                            "models.esri.finding",
                            Amounts.percentToTenths(index.esri()),
                            Amounts.percentToTenths(index.down()),
                            Amounts.percentToTenths(index.up()),
                            Amounts.counted(result.iterations(), "step", "steps"))
                    + (result.settled() ? "" : " " + Texts.get("models.esri.notSettled"));
        }

        private List<@Nullable Object> row(Good good, int g, double[] down, double[] up) {
            NetworkStructure structure = compiled.network().structure();
            double whole = 0;
            double worse = 0;
            double leftDown = 0;
            double leftUp = 0;
            for (int k = 0; k < structure.makerCount(g); k++) {
                int i = structure.maker(g, k);
                double baseline = compiled.network().baseline(i);
                whole += baseline;
                worse += baseline * Math.min(down[i], up[i]);
                leftDown += baseline * down[i];
                leftUp += baseline * up[i];
            }
            boolean made = whole > 0;
            return Arrays.asList(
                    good.id(),
                    good.name(),
                    good.stage().id(),
                    null,
                    made ? worse / whole : 1.0,
                    null,
                    null,
                    null,
                    null,
                    made ? leftDown / whole : 1.0,
                    made ? leftUp / whole : 1.0);
        }

        private static double[] ones(int length) {
            double[] ones = new double[length];
            Arrays.fill(ones, 1);
            return ones;
        }
    }
}
