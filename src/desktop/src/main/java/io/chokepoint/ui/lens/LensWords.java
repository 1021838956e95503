package io.chokepoint.ui.lens;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Provider;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.LensLosses;
import io.chokepoint.study.LensLosses.Loss;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Origin;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.lens.LensContent.Row;
import io.chokepoint.ui.support.Typography;

/** Names and sentences of the lens. */
final class LensWords {
    private LensWords() {}

    /** The country of an origin, or its makers where they have none. */
    static String origin(Origin origin) {
        return origin.country().isEmpty()
                ? Amounts.list(origin.makers().stream().map(Provider::name).toList(), 2)
                : Countries.name(origin.country());
    }

    /** An input and where it comes from, inside a sentence: "Design software (EDA) from the United States". */
    static String source(Loss loss) {
        Origin origin = loss.source();
        String where = origin.country().isEmpty() ? origin(origin) : Countries.inSentence(origin.country());
        return Texts.get("lens.source", loss.need().input().shortName(), where);
    }

    static String leading(Need need) {
        return need.leading().map(LensWords::origin).orElse(Texts.get("lens.itself"));
    }

    static String mode(Need need) {
        return Texts.get(need.mode().map(mode -> "lens.mode." + mode).orElse("lens.mode.PRODUCT"));
    }

    /** A mark and the one maker's name; empty where there is more than one. */
    static String sole(Need need) {
        return need.isSoleSource()
                ? Texts.get("lens.sole", need.sources().getFirst().maker().name())
                : "";
    }

    /** Weeks of stock; a dash for what cannot be kept in stock. */
    static String stock(Need need) {
        return need.mode().filter(mode -> mode == DependencyMode.CONSUMED).isPresent()
                ? Amounts.number(need.stockWeeks())
                : "–";
    }

    /** Weeks until it is hit; a sign where it is not, and where nobody tried. */
    static String hit(Row row) {
        if (row.waiting()) {
            return "…";
        }
        return row.loss()
                .map(loss -> loss.firstWeek().isPresent()
                        ? String.valueOf(loss.firstWeek().getAsInt())
                        : Texts.get("lens.never", LensLosses.WEEKS))
                .orElse("");
    }

    static String lost(Row row) {
        return row.loss().map(loss -> lost(loss.lostMillions())).orElse("");
    }

    /** "US$ 34 m"; "gains US$ 2 m" where more of other goods is made than is lost. */
    static String lost(double millions) {
        String amount = Dollars.brief(Math.abs(millions));
        return millions < 0 && !amount.equals(Dollars.brief(0)) ? Texts.get("lens.gained", amount) : amount;
    }

    /** The chosen row's answer in a sentence. */
    static String answer(LensSubject subject, Loss loss) {
        String source = source(loss);
        if (loss.firstWeek().isEmpty()) {
            return Texts.get("lens.side.never", subject.name(), source, LensLosses.WEEKS);
        }
        return Texts.get(
                "lens.side.hit", subject.name(), Amounts.weeks(loss.firstWeek().getAsInt()), source);
    }

    /** How low, and why. */
    static String lowest(Loss loss) {
        String what = loss.worst().map(good -> good.shortName()).orElse(Texts.get("lens.served"));
        return Texts.get(
                loss.sellsLess() ? "lens.side.lowestSales" : "lens.side.lowest",
                what,
                Typography.output(loss.lowest()),
                loss.lowestWeek());
    }
}
