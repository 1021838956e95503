package io.chokepoint.model;

import java.util.List;

/** An edge of the {@link SupplyGraph}, along the way that goods flow. */
public sealed interface SupplyEdge permits Dependency, SupplyEdge.StandIn, SupplyEdge.Sale {

    /** What is delivered. */
    Good from();

    /** To whose makers or buyers it goes. */
    SupplyNode to();

    /**
     * An alternative goes to the consumer of the input whose job it can do.
     *
     * @param need the input that it can stand in for, and its consumer
     */
    record StandIn(Dependency need, Alternative alternative) implements SupplyEdge {
        @Override
        public Good from() {
            return alternative.good();
        }

        @Override
        public Good to() {
            return need.consumer();
        }
    }

    /**
     * A product goes to a market: one edge, however many of its makers have an offer of their own.
     *
     * @param offers of this product, in dataset order, at least one
     */
    record Sale(Good product, Market market, List<Offer> offers) implements SupplyEdge {
        public Sale {
            offers = List.copyOf(offers);
        }

        @Override
        public Good from() {
            return product;
        }

        @Override
        public Market to() {
            return market;
        }
    }
}
