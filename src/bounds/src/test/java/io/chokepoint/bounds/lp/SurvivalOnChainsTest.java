package io.chokepoint.bounds.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Time to survive and loss on ten chains of the literature (resources, folder chains), against the same two programmes written down
 * straight from the paper and solved by another solver, and against what can be worked out by hand.
 */
class SurvivalOnChainsTest {
    private static final double LONGEST = 365;
    private static final double RECOVERY = 10;
    private static HighsSolver solver = null;

    @BeforeAll
    static void load() {
        solver = HighsSolver.load().orElseThrow();
    }

    private record Stage(String name, double demand, double stock, double capacity, double value) {}

    private record Arc(int supplier, int consumer, double perUnit) {}

    /** A chain as it stands in its two files. */
    private record Chain(List<Stage> stages, List<Arc> arcs) {
        static Chain read(String name) {
            List<Stage> stages = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            for (NamedCsvRecord row : rows(name + "/stages.csv")) {
                places.put(row.getField("stage"), stages.size());
                stages.add(new Stage(
                        row.getField("stage"),
                        number(row, "demand_per_day"),
                        number(row, "stock_units"),
                        number(row, "capacity_per_day"),
                        number(row, "unit_value")));
            }
            List<Arc> arcs = new ArrayList<>();
            for (NamedCsvRecord row : rows(name + "/arcs.csv")) {
                arcs.add(new Arc(
                        Objects.requireNonNull(places.get(row.getField("supplier"))),
                        Objects.requireNonNull(places.get(row.getField("consumer"))),
                        number(row, "quantity_per")));
            }
            return new Chain(stages, arcs);
        }

        private static List<NamedCsvRecord> rows(String file) {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(
                            Objects.requireNonNull(
                                    SurvivalOnChainsTest.class.getResourceAsStream("chains/" + file), file),
                            StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static double number(NamedCsvRecord row, String column) {
            return Double.parseDouble(row.getField(column));
        }

        SurvivalModel model() {
            SurvivalModel model = new SurvivalModel();
            for (Stage stage : stages) {
                model.node(stage.stock, stage.capacity, stage.demand, stage.value);
            }
            for (Arc arc : arcs) {
                model.need(arc.consumer, arc.perUnit, 0, 0, List.of(arc.supplier));
            }
            return model;
        }

        int place(String stage) {
            return stages.stream().map(Stage::name).toList().indexOf(stage);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "battery",
                "bulldozer",
                "chemicals",
                "cutlery",
                "digital_camera",
                "fast_food",
                "fast_toys",
                "food",
                "semiconductors",
                "toys"
            })
    void everyStageSurvivesAndLosesAsTheSecondSolverSays(String name) {
        Chain chain = Chain.read(name);
        SurvivalModel model = chain.model();
        int shortLived = 0;
        for (int down = 0; down < chain.stages.size(); down++) {
            String stage = name + ", " + chain.stages.get(down).name;
            double survives = model.survival(List.of(down), LONGEST, solver);
            double loses = model.impact(List.of(down), RECOVERY, solver);

            assertThat(survives).as(stage).isCloseTo(secondSurvival(chain, down), within(1e-6 * (1 + survives)));
            assertThat(loses).as(stage).isCloseTo(secondLoss(chain, down, RECOVERY), within(1e-6 * (1 + loses)));
            if (survives < RECOVERY - 1e-6) {
                shortLived++;
                assertThat(loses).as(stage).isPositive();
            }
        }
        assertThat(shortLived).as("stages down for longer than they can be").isPositive();
    }

    @Test
    void aDepotSurvivesItsStockOverItsDemand() {
        Chain chain = Chain.read("battery");
        SurvivalModel model = chain.model();

        assertThat(model.survival(List.of(chain.place("Central_DC_A")), LONGEST, solver))
                .isCloseTo(130266.0 / 43422, within(1e-9));
        assertThat(model.survival(List.of(chain.place("East_DC_C")), LONGEST, solver))
                .isCloseTo(12832.0 / 6416, within(1e-9));
        // Ten days down are seven short, each worth demand times value.
        assertThat(model.impact(List.of(chain.place("Central_DC_A")), RECOVERY, solver))
                .isCloseTo((10 * 43422 - 130266) * 0.84, within(1e-3));
    }

    @Test
    void aFeedOfOneWorksSurvivesItsOwnDaysLongerThanTheWorks() {
        Chain chain = Chain.read("battery");
        SurvivalModel model = chain.model();
        double works = model.survival(List.of(chain.place("Bulk_Battery_Manufacturing")), LONGEST, solver);

        assertThat(model.survival(List.of(chain.place("EMD")), LONGEST, solver))
                .isCloseTo(works + 234469.0 / 234469, within(1e-6));
        assertThat(model.survival(List.of(chain.place("Separator")), LONGEST, solver))
                .isCloseTo(works + 1, within(1e-6));
    }

    /** The longest time: maximise τ with every demand met over it. */
    private static double secondSurvival(Chain chain, int down) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable time = model.newVariable("time").lower(0).upper(LONGEST).weight(1);
        Variable[] made = new Variable[chain.stages.size()];
        Variable[] sent = new Variable[chain.arcs.size()];
        common(chain, model, made, sent);
        for (int i = 0; i < made.length; i++) {
            Stage stage = chain.stages.get(i);
            Expression most = model.newExpression("most" + i).upper(0);
            most.set(made[i], 1).set(time, i == down ? 0 : -stage.capacity);
            balance(chain, model, made, sent, i).set(time, stage.demand);
        }
        Optimisation.Result solved = model.maximise();
        assertThat(solved.getState().isOptimal()).isTrue();
        return time.getValue().doubleValue();
    }

    /** The least value lost over a given time. */
    private static double secondLoss(Chain chain, int down, double days) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] made = new Variable[chain.stages.size()];
        Variable[] sent = new Variable[chain.arcs.size()];
        common(chain, model, made, sent);
        for (int i = 0; i < made.length; i++) {
            Stage stage = chain.stages.get(i);
            made[i].upper(i == down ? 0 : stage.capacity * days);
            Expression balance = balance(chain, model, made, sent, i);
            if (stage.demand > 0) {
                Variable lost = model.newVariable("lost" + i)
                        .lower(0)
                        .upper(stage.demand * days)
                        .weight(stage.value);
                balance.set(lost, -1);
                balance.upper(stage.stock - stage.demand * days);
            }
        }
        Optimisation.Result solved = model.minimise();
        assertThat(solved.getState().isOptimal()).isTrue();
        return solved.getValue();
    }

    /** perUnit · made(consumer) ≤ sent, on every arc. */
    private static void common(Chain chain, ExpressionsBasedModel model, Variable[] made, Variable[] sent) {
        for (int i = 0; i < made.length; i++) {
            made[i] = model.newVariable("made" + i).lower(0);
        }
        for (int a = 0; a < sent.length; a++) {
            Arc arc = chain.arcs.get(a);
            sent[a] = model.newVariable("sent" + a).lower(0);
            model.newExpression("bill" + a)
                    .upper(0)
                    .set(made[arc.consumer], arc.perUnit)
                    .set(sent[a], -1);
        }
    }

    /** What leaves a stage − what it makes ≤ its stock; demand is still to be added. */
    private static Expression balance(
            Chain chain, ExpressionsBasedModel model, Variable[] made, Variable[] sent, int stage) {
        Expression balance = model.newExpression("balance" + stage).upper(chain.stages.get(stage).stock);
        balance.set(made[stage], -1);
        for (int a = 0; a < sent.length; a++) {
            if (chain.arcs.get(a).supplier == stage) {
                balance.set(sent[a], 1);
            }
        }
        return balance;
    }
}
