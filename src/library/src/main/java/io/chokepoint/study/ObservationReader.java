package io.chokepoint.study;

import io.chokepoint.scenario.Episode.Observation;
import java.util.Arrays;

/** Reads observations off a run: each is one number, what happened in the weeks looked at. */
final class ObservationReader {
    /** The most that is told of a price (price page, section 4): stands for the price of what is not made at all. */
    static final double HIGHEST_PRICE = 100;

    private ObservationReader() {}

    /**
     * What was read off.
     *
     * @param value the one number: of a price √(π·π̂); positive infinity for a first loss that never comes
     * @param price π, of prices only; else NaN
     * @param foreseen π̂, of prices only; else NaN
     */
    record Value(double value, double price, double foreseen) {
        private static Value of(double value) {
            return new Value(value, Double.NaN, Double.NaN);
        }
    }

    static Value read(ObservedSubject subject, Course course) {
        Observation seen = subject.seen();
        return switch (seen.what()) {
            case OUTPUT, UNITS, STOP -> Value.of(read(seen, course.output(subject)));
            case EXPORTS -> Value.of(read(seen, course.exports(subject)));
            case REVENUE -> Value.of(read(seen, revenue(subject, course)));
            case PRICE -> {
                double[] price = course.price(subject);
                double[] foreseen = course.foreseen(subject);
                yield new Value(
                        meanPrice(seen, between(price, foreseen)), meanPrice(seen, price), meanPrice(seen, foreseen));
            }
        };
    }

    /** √(π·π̂) by week. */
    private static double[] between(double[] price, double[] foreseen) {
        double[] between = new double[price.length];
        Arrays.setAll(between, week -> Math.sqrt(price[week] * foreseen[week]));
        return between;
    }

    private static double[] revenue(ObservedSubject subject, Course course) {
        double[] output = course.output(subject);
        double[] price = between(course.price(subject), course.foreseen(subject));
        double[] revenue = new double[output.length];
        Arrays.setAll(revenue, week -> output[week] == 0 ? 0 : output[week] * price[week]);
        return revenue;
    }

    /** Weeks in which nothing is made have no price and are left out. */
    private static double meanPrice(Observation seen, double[] price) {
        return Arrays.stream(price, seen.fromWeek(), last(seen, price) + 1)
                .filter(Double::isFinite)
                .average()
                .orElse(HIGHEST_PRICE);
    }

    private static int last(Observation seen, double[] series) {
        return Math.min(seen.toWeek(), series.length - 1);
    }

    /** A series' least or mean value in the weeks looked at, or its first week below the level. */
    static double read(Observation seen, double[] series) {
        int from = seen.fromWeek();
        int to = last(seen, series);
        return switch (seen.quantity()) {
            case LEAST_OUTPUT -> Arrays.stream(series, from, to + 1).min().orElse(Double.POSITIVE_INFINITY);
            case MEAN -> Arrays.stream(series, from, to + 1).average().orElse(1);
            case FIRST_LOSS -> {
                int week = from;
                while (week <= to && series[week] >= seen.reading().level()) {
                    week++;
                }
                yield week <= to ? week : Double.POSITIVE_INFINITY;
            }
        };
    }
}
