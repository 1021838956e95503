package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Market;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;

/** Names and sentences of the ranking. */
final class RankingWords {
    /** Weeks that are nothing. */
    private static final double NOTHING = 1e-6;

    private RankingWords() {}

    /** E.g. "ABF film", "China". */
    static String thing(Node node, Dataset dataset) {
        return switch (node.kind()) {
            case GOOD, ACTIVITY -> dataset.getGood(node.id()).shortName();
            case COUNTRY -> Countries.name(node.id());
        };
    }

    /** The maker's name, for a maker; otherwise empty. */
    static String maker(Node node) {
        return node.provider().isEmpty()
                ? ""
                : node.activities().getFirst().provider().name();
    }

    /** E.g. "ABF film of Ajinomoto", "China". */
    static String full(Node node, Dataset dataset) {
        String maker = maker(node);
        return maker.isEmpty() ? thing(node, dataset) : Texts.get("ranking.of", thing(node, dataset), maker);
    }

    /** As {@link #full}, for a label of a cut set: {@code good}, {@code good@provider} or a country's code. */
    static String full(String label, Dataset dataset) {
        int at = label.indexOf('@');
        if (at >= 0) {
            return Texts.get(
                    "ranking.of",
                    dataset.getGood(label.substring(0, at)).shortName(),
                    dataset.findProvider(label.substring(at + 1)).orElseThrow().name());
        }
        return dataset.findGood(label).map(good -> good.shortName()).orElseGet(() -> Countries.name(label));
    }

    /** E.g. "ABF film of Ajinomoto stops for 26 weeks". */
    static String done(RankingQuestion question, List<Node> nodes, Dataset dataset) {
        String names =
                Amounts.list(nodes.stream().map(node -> full(node, dataset)).toList(), 2);
        String key = question.instrument() == Instrument.OUTAGE ? "ranking.stops" : "ranking.banned";
        return Texts.get(key + (nodes.size() == 1 ? ".one" : ".two"), names, question.weeks());
    }

    /** "0", "<0.1" for what is next to nothing, "2.1". */
    static String weeks(double value) {
        if (value < NOTHING) {
            return "0";
        }
        return value < 0.05 ? "<0.1" : Amounts.number(value);
    }

    /** Output missed beyond the sum of what each alone costs, in weeks. */
    static double beyond(Pair pair) {
        return pair.together().missedWeeks()
                - pair.first().missedWeeks()
                - pair.second().missedWeeks();
    }

    /** E.g. "ABF film, 2.1"; "the chips themselves, then design software" where the country makes what is asked about. */
    static String through(List<Through> goods) {
        if (goods.isEmpty()) {
            return Texts.get("ranking.through.together");
        }
        Through first = goods.getFirst();
        if (!first.isTarget()) {
            return Texts.get("ranking.through.good", first.good().shortName(), weeks(first.lostWeeks()));
        }
        Optional<Through> input =
                goods.stream().filter(through -> !through.isTarget()).findFirst();
        return input.map(other -> Texts.get(
                        "ranking.through.ownAnd",
                        first.good().shortName(),
                        other.good().shortName(),
                        weeks(other.lostWeeks())))
                .orElse(Texts.get("ranking.through.own", first.good().shortName()));
    }

    static String firstShort(Ranked row) {
        return row.firstLossWeek().isPresent()
                ? "wk\u202F" + row.firstLossWeek().getAsInt()
                : "";
    }

    static String worstHit(Ranked row) {
        return row.lostWeeks() > 0
                ? row.worstTarget().shortName() + ", " + Amounts.number(row.worstTargetLostWeeks())
                : "";
    }

    static String worstMarket(Ranked row, Dataset dataset) {
        return row.worstMarket().isEmpty()
                ? ""
                : market(row, dataset) + ", " + Amounts.number(row.worstMarketUnmetWeeks());
    }

    static String market(Ranked row, Dataset dataset) {
        return dataset.findMarket(row.worstMarket()).map(Market::shortName).orElse(row.worstMarket());
    }
}
