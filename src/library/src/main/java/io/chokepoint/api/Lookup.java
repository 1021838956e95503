package io.chokepoint.api;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Hints;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.Collection;
import java.util.List;

/** From the ids that callers use to the dataset's goods and markets, with a helpful refusal of those it does not know. */
record Lookup(Dataset dataset) {

    Good good(String id) {
        return dataset.findGood(id)
                .orElseThrow(() -> unknown(
                        "good", id, dataset.goods().stream().map(Good::id).toList()));
    }

    Market market(String id) {
        return dataset.findMarket(id)
                .orElseThrow(() -> unknown(
                        "market", id, dataset.markets().stream().map(Market::id).toList()));
    }

    List<Maker> makers(Good good) {
        return dataset.suppliesOf(good).stream()
                .map(supply -> new Maker(
                        supply.provider().id(),
                        supply.provider().name(),
                        supply.provider().country(),
                        supply.share().central()))
                .toList();
    }

    static EndMarket endMarket(Market market) {
        return new EndMarket(market.id(), market.name(), market.function(), market.country());
    }

    static ChokepointException unknown(String what, String id, Collection<String> known) {
        return new ChokepointException(List.of(
                Problem.error(what, 0, "", "'" + id + "' is no id of this dataset." + Hints.nearest(id, known))));
    }
}
