package io.chokepoint.cli;

import io.chokepoint.sweep.UnitComputer;
import io.chokepoint.sweep.UnitSweep;
import java.util.Map;
import java.util.Optional;

/** Where the units of a command's part are computed, if not on threads of this process. */
@FunctionalInterface
public interface SweepPlace {

    /**
     * Called once the command has read everything its units need.
     *
     * @param sweep may be used after the command has ended
     * @param inputs what its units depend on beside the command line, by name
     * @return who computes the units of the part; empty where only the sweep was wanted: the command ends then and writes nothing
     */
    Optional<UnitComputer> computer(UnitSweep sweep, Map<String, String> inputs);
}
