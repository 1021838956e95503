package io.chokepoint.ui.helps;

import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.study.MeasureWorth;
import java.util.List;

/** Whose output is to be kept. */
sealed interface HelpsTarget {

    /** Fit for users. */
    String name();

    /** As measures are tried for it, at the figures in use. */
    MitigationTarget on(MeasureWorth worth);

    /** A good with all its makers. */
    record OfGood(Good good) implements HelpsTarget {
        @Override
        public String name() {
            return good.shortName();
        }

        @Override
        public MitigationTarget on(MeasureWorth worth) {
            return worth.target(good);
        }
    }

    /**
     * All goods with a tag.
     *
     * @param name the tag's
     */
    record OfTag(String tag, String name, List<Good> goods) implements HelpsTarget {
        @Override
        public MitigationTarget on(MeasureWorth worth) {
            return worth.target(tag, name, goods);
        }
    }

    /** All that one maker makes. */
    record OfMaker(Provider maker) implements HelpsTarget {
        @Override
        public String name() {
            return maker.name();
        }

        @Override
        public MitigationTarget on(MeasureWorth worth) {
            return worth.target(maker);
        }
    }
}
