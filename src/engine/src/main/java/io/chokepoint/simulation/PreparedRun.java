package io.chokepoint.simulation;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A scenario on a network in the form that a model runs; what that form is, only the model knows. May be run any number of times, by
 * many threads at once, each time with the same bits as result.
 */
public interface PreparedRun {

    /**
     * Everything that the model knows, causes included: a {@link SimulationResult} of a model that knows time, a
     * {@link io.chokepoint.result.ModelTable} of any other.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so; no partial result
     * @throws io.chokepoint.base.ChokepointException if the model finds no answer, e.g. as cost grows without bound round a cycle
     */
    ModelResult run(SimulationSettings settings, RunMonitor monitor);

    /**
     * The outputs alone, for studies of many runs: the same numbers as {@link #run}, without what answers why. Of models that know time
     * and volume.
     *
     * @param watched activities whose own output is wanted beside that of all goods and markets
     * @throws java.util.concurrent.CancellationException if the monitor says so; no partial result
     * @throws io.chokepoint.base.ChokepointException as {@link #run}
     * @throws UnsupportedOperationException of other models
     */
    default OutputSeries outputs(int weeks, List<Activity> watched, RunMonitor monitor) {
        return outputs(weeks, watched, false, monitor);
    }

    /**
     * As {@link #outputs(int, List, RunMonitor)}, with the run's prices and money too.
     *
     * @param withPrices whether they are wanted; there are none where the dataset does not say what its goods are worth
     */
    default OutputSeries outputs(int weeks, List<Activity> watched, boolean withPrices, RunMonitor monitor) {
        throw new UnsupportedOperationException("the model does not know time and volume");
    }

    /**
     * What the outputs of {@link #outputs} sum up to: the same bits, for studies of so many runs that keeping every week of each is a
     * part of the work.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so; no partial result
     * @throws io.chokepoint.base.ChokepointException as {@link #run}
     * @throws UnsupportedOperationException of models that do not know time and volume
     */
    default OutputLosses losses(int weeks, RunMonitor monitor) {
        return OutputLosses.of(outputs(weeks, List.of(), monitor));
    }

    /**
     * What leaves over chosen flows week by week, e.g. the exports of a country: what makers ship, in the week in which a licence lets it
     * go. Of models that know time and volume; costs a run of its own.
     *
     * @param chosen each from makers to customers
     * @return by choice, then week: a part of what leaves over the same flows in the baseline; NaN where that is nothing
     * @throws java.util.concurrent.CancellationException if the monitor says so
     * @throws UnsupportedOperationException of other models
     */
    default double[][] flows(int weeks, List<BiPredicate<Activity, Customer>> chosen, RunMonitor monitor) {
        throw new UnsupportedOperationException("the model does not know time and volume");
    }

    /**
     * As {@link #run}, of models that know time.
     *
     * @throws UnsupportedOperationException of other models
     */
    default SimulationResult simulate(SimulationSettings settings, RunMonitor monitor) {
        if (run(settings, monitor) instanceof SimulationResult result) {
            return result;
        }
        throw new UnsupportedOperationException("the model does not know time");
    }
}
