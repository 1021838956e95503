package io.chokepoint.study;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.SimulationSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** One run of a model. */
final class ModelCourse implements Course {
    private final SimulationResult result;
    private final Map<ObservedSubject, double[]> exports = new HashMap<>();

    private ModelCourse(SimulationResult result) {
        this.result = result;
    }

    /** Makes the run, and a second one where exports are looked at. */
    static ModelCourse of(PreparedRun run, int weeks, List<ObservedSubject> subjects, RunMonitor monitor) {
        SimulationSettings settings = SimulationSettings.of(weeks).withoutCauses();
        ModelCourse course = new ModelCourse(run.simulate(settings, monitor));
        List<ObservedSubject> exported = subjects.stream()
                .filter(subject -> subject.seen().what() == What.EXPORTS)
                .toList();
        if (!exported.isEmpty()) {
            List<BiPredicate<Activity, Customer>> flows = exported.stream()
                    .<BiPredicate<Activity, Customer>>map(subject -> subject::isExport)
                    .toList();
            double[][] counted = run.flows(weeks, flows, monitor);
            for (int k = 0; k < counted.length; k++) {
                if (Double.isNaN(counted[k][0])) {
                    throw new ChokepointException("An observation speaks of exports of '"
                            + exported.get(k).seen().subject()
                            + "' between countries between which nothing of it flows in the baseline.");
                }
                course.exports.put(exported.get(k), counted[k]);
            }
        }
        return course;
    }

    @Override
    public double[] output(ObservedSubject subject) {
        if (subject.market().isPresent()) {
            return result.served(subject.market().get());
        }
        if (subject.maker().isPresent()) {
            return result.output(subject.maker().get());
        }
        Good good = subject.good().orElseThrow();
        return subject.isWholeGood() ? result.output(good) : outputOfSome(subject);
    }

    private double[] outputOfSome(ObservedSubject subject) {
        double[] sum = new double[result.weeks()];
        double usual = 0;
        for (Activity activity : result.activities()) {
            if (subject.has(activity)) {
                double baseline = result.baseline(activity);
                usual += baseline;
                for (int week = 0; week < sum.length; week++) {
                    sum[week] += baseline * result.output(activity, week);
                }
            }
        }
        for (int week = 0; week < sum.length; week++) {
            sum[week] /= usual;
        }
        return sum;
    }

    @Override
    public double[] price(ObservedSubject subject) {
        return prices().price(subject.good().orElseThrow(), subject::has);
    }

    @Override
    public double[] foreseen(ObservedSubject subject) {
        return prices().foreseen(subject.good().orElseThrow(), subject::has);
    }

    private RunPrices prices() {
        return result.prices()
                .orElseThrow(() -> new ChokepointException("The dataset does not say what its goods are worth."));
    }

    @Override
    public double[] exports(ObservedSubject subject) {
        double[] counted = exports.get(subject);
        if (counted == null) {
            throw new IllegalArgumentException("'" + subject.seen().subject() + "' was not among the subjects");
        }
        return counted;
    }
}
