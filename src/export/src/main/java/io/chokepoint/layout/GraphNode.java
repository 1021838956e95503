package io.chokepoint.layout;

import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Stage;
import io.chokepoint.model.SupplyNode;

/** What gets a place in the picture: a good or a market. Equal by what it stands for. */
public sealed interface GraphNode {

    /** What it stands for, in the dataset's graph. */
    SupplyNode subject();

    /** Unique within a graph; a market's carries a prefix, as goods and markets may share an id. */
    String id();

    /** The full name. */
    String name();

    /** The short name for cards. */
    String label();

    /** The column it belongs to. */
    Stage stage();

    /** A good. */
    record GoodNode(Good good) implements GraphNode {
        @Override
        public SupplyNode subject() {
            return good;
        }

        @Override
        public String id() {
            return good.id();
        }

        @Override
        public String name() {
            return good.name();
        }

        @Override
        public String label() {
            return good.shortName().isEmpty() ? good.name() : good.shortName();
        }

        @Override
        public Stage stage() {
            return good.stage();
        }
    }

    /** A market, in the column of markets. */
    record MarketNode(Market market, Stage stage) implements GraphNode {
        /** Goods' ids never start so: their alphabet has no colon. */
        public static final String PREFIX = "market:";

        @Override
        public SupplyNode subject() {
            return market;
        }

        @Override
        public String id() {
            return PREFIX + market.id();
        }

        @Override
        public String name() {
            return market.name();
        }

        @Override
        public String label() {
            return market.shortName();
        }
    }
}
