package io.chokepoint.simulation;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.result.SimulationResult;

/** Runs a scenario on a network. Implementations are stateless and safe to share between threads. */
public interface Simulator {

    /**
     * @param scenario compiled for this network
     * @throws java.util.concurrent.CancellationException if the monitor says so; no partial result
     * @throws io.chokepoint.base.ChokepointException if cost grows without bound round a cycle
     */
    SimulationResult run(
            CompiledNetwork network, CompiledScenario scenario, SimulationSettings settings, RunMonitor monitor);
}
