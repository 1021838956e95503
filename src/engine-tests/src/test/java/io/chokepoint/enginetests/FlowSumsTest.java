package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What leaves over chosen flows, against numbers worked out by hand. */
class FlowSumsTest {
    private static final int WEEKS = 20;

    /** x makes half of a; b@y buys it, with so much stock that it never has to turn elsewhere; a market buys the rest. */
    private static Dataset network() {
        return NetworkSketch.named("flows")
                .makes("x", "a", 0.5)
                .makes("w", "a", 0.5)
                .makes("y", "b", 1)
                .needs("b", "a", input -> input.useShare(0.6).stockWeeks(60).qualificationWeeks(99))
                .market("m", market -> market.country("U").buys("a", 0.4, 1))
                .build();
    }

    private static double[][] flows(Scenario scenario, List<BiPredicate<Activity, Customer>> chosen) {
        NetworkStructure structure = new NetworkStructure(network());
        return new WeeklyModel()
                .compile(
                        NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.REFUSE),
                        ScenarioSelection.of(structure, scenario, RationingRule.PROPORTIONAL),
                        FigureValues.CENTRAL)
                .flows(WEEKS, chosen, RunMonitor.NONE);
    }

    private static BiPredicate<Activity, Customer> from(String provider) {
        return (maker, customer) -> maker.provider().id().equals(provider) && customer instanceof Customer.Maker;
    }

    @Test
    void atRestEverythingFlowsAsUsual() {
        double[][] flows = flows(
                ScenarioSketch.over(WEEKS).scenario(), List.of((maker, customer) -> true, from("x"), (m, c) -> false));

        assertUsual(flows[0]);
        assertUsual(flows[1]);
        assertThat(flows[2]).containsOnly(Double.NaN);
    }

    @Test
    void anExportBanHoldsBackItsFlow() {
        Scenario ban = ScenarioSketch.over(WEEKS)
                .during(5, WEEKS)
                .exportBan("good:a provider:x to.provider:y", 0.25)
                .scenario();

        double[][] flows = flows(ban, List.of(from("x"), (maker, customer) -> customer instanceof Customer.Buyers));

        assertThat(flows[0][4]).isCloseTo(1, within(1e-12));
        // A quarter of what is ordered, and of the stock that shrinks a quarter of the gap is ordered in addition.
        assertThat(flows[0][5]).isCloseTo(0.25, within(1e-12));
        assertThat(flows[0][6]).isBetween(0.25, 0.5);
        assertThat(flows[1][5]).isCloseTo(1, within(1e-12));
    }

    private static void assertUsual(double[] flow) {
        assertThat(Arrays.stream(flow)).allSatisfy(part -> assertThat(part).isCloseTo(1, within(1e-12)));
    }

    /** Customs count what is let go when it is let go. */
    @Test
    void whatWaitsForALicenceLeavesWhenItIsGranted() {
        Scenario licence = ScenarioSketch.over(WEEKS)
                .during(5, WEEKS)
                .licence("good:a provider:x to.provider:y", 3, 1)
                .scenario();

        double[] flow = flows(licence, List.of(from("x")))[0];

        assertThat(flow[4]).isCloseTo(1, within(1e-12));
        assertThat(flow[5]).isZero();
        assertThat(flow[7]).isZero();
        assertThat(flow[8]).isGreaterThan(0.9);
    }
}
