package io.chokepoint.exchange.outlet;

import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import java.util.Optional;

/**
 * What is to be written.
 *
 * @param run of a scenario on this data; empty where the dataset alone is meant
 */
public record ExportSource(DataPackage data, Optional<SimulationResult> run) {}
