package io.chokepoint.study;

import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.text.Countries;

/** Whose supplies are looked at: a maker with all that it makes, a country with all its makers, or the buyers of a market. */
public sealed interface LensSubject {

    /** Fit for users. */
    String name();

    /** A maker of one good or of several. */
    record OfMaker(Provider provider) implements LensSubject {
        @Override
        public String name() {
            return provider.name();
        }
    }

    /**
     * All makers in a country.
     *
     * @param code ISO 3166-1 alpha-3
     */
    record OfCountry(String code) implements LensSubject {
        @Override
        public String name() {
            return Countries.name(code);
        }
    }

    /** The buyers of a market. */
    record OfMarket(Market market) implements LensSubject {
        @Override
        public String name() {
            return market.name();
        }
    }
}
