package io.chokepoint.model;

import java.util.List;

/**
 * What every good costs and sells for at baseline (price page, section 2), at central values: US$ million a year, cost shares as parts of what
 * a maker sells for.
 *
 * @param goods those that are made, in dataset order
 * @param gaps every dependency that states a cost share, beside what values and use shares say: the widest gap first
 * @param world all goods together
 */
public record Books(List<GoodBook> goods, List<Gap> gaps, World world) {

    /**
     * A good's books.
     *
     * @param value V with its range and basis
     * @param costShare Σσ, the mean of its makers weighted with what they make
     * @param dearest the maker whose inputs cost most
     * @param dearestCostShare its Σσ
     * @param finalUse what of it goes to markets and to uses outside the graph
     */
    public record GoodBook(
            Good good, Figure value, double costShare, Activity dearest, double dearestCostShare, double finalUse) {
        /** What its makers add: wages, profit and what is bought outside the graph. */
        public double valueAdded() {
            return value.central() * (1 - costShare);
        }
    }

    /**
     * A stated cost share beside σ.
     *
     * @param low σ with the least use share and value of the input and the largest value of the consumer
     * @param sigma σ at central values, at the first maker
     * @param high the other way round
     */
    public record Gap(Dependency dependency, double low, double sigma, double high) {
        public Figure stated() {
            return dependency.costShare();
        }

        /** How many times the larger of the central values is the smaller one, 1 or more. */
        public double factor() {
            double ratio = stated().central() / sigma;
            return Math.max(ratio, 1 / ratio);
        }

        /** Whether the stated range is more than so many times away from that of σ. */
        public boolean isWiderThan(double factor) {
            return stated().low() > factor * high || stated().high() < low / factor;
        }
    }

    /**
     * All goods together.
     *
     * @param sales what all makers sell
     * @param inputs what of that makers buy of each other
     * @param finalUse what of it goes to markets and to uses outside the graph
     */
    public record World(double sales, double inputs, double finalUse) {
        /** What all makers add: sales less inputs. */
        public double valueAdded() {
            return sales - inputs;
        }
    }

    public Books {
        goods = List.copyOf(goods);
        gaps = List.copyOf(gaps);
    }
}
