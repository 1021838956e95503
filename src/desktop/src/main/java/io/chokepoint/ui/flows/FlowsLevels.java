package io.chokepoint.ui.flows;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Node;
import java.util.Optional;

/** How much is made and used at one week of a run. */
final class FlowsLevels {
    private final SimulationResult result;
    private final Good good;
    private final int week;
    private final Optional<Good> binding;

    FlowsLevels(SimulationResult result, Good good, int week) {
        this.result = result;
        this.good = good;
        this.week = Math.clamp(week, 0, result.weeks() - 1);
        this.binding = result.bindingInput(good, this.week);
    }

    int week() {
        return week;
    }

    /** Output as a part of baseline, for markets the served part of demand; empty where it is not known. */
    Optional<Double> output(Node node) {
        return switch (node) {
            case Node.OfGood of -> Optional.of(result.output(of.good(), week));
            case Node.OfMaker of -> Optional.of(result.output(of.maker(), week));
            case Node.OfMarket of -> Optional.of(result.served(of.market(), week));
            case Node.Whole of -> Optional.of(result.output(of.good(), week));
            case Node.Others unused -> Optional.empty();
            case Node.OtherUses unused -> Optional.empty();
        };
    }

    /** Whether it holds back the good's makers in that week. */
    boolean isBinding(Node node) {
        return node instanceof Node.OfGood of
                && of.column() < FlowsContent.MAKERS
                && binding.filter(of.good()::equals).isPresent();
    }

    /**
     * The part of a band that is left: towards the good, what is made at its start; away from it, what is used at its end. At least 0;
     * may be above 1.
     */
    double left(Band band) {
        Node to = band.to();
        if (to instanceof Node.Whole || to instanceof Node.OtherUses || isUpstream(band)) {
            return known(band.from());
        }
        return to instanceof Node.OfMarket market ? bought(band.from(), market.market()) : known(to);
    }

    private double known(Node node) {
        return output(node).orElseGet(() -> average(node));
    }

    private boolean isUpstream(Band band) {
        return band.to() instanceof Node.OfGood to && to.column() < FlowsContent.MAKERS;
    }

    private double average(Node node) {
        return node instanceof Node.Others others
                ? others.members().stream()
                        .mapToDouble(member -> output(member).orElse(1.0))
                        .average()
                        .orElse(1)
                : 1;
    }

    /** What a market gets of the good against what it got in the first week. */
    private double bought(Node from, Market market) {
        Good product = switch (from) {
            case Node.OfGood of -> of.good();
            case Node.Whole of -> of.good();
            default -> good;
        };
        double first = 0;
        double now = 0;
        for (var vendors : result.vendorShares()) {
            if (vendors.market().equals(market)) {
                for (int i = 0; i < vendors.vendors().size(); i++) {
                    Activity vendor = vendors.vendors().get(i);
                    if (vendor.good().equals(product)) {
                        first += vendors.shares().get(i)[0] * result.served(market, 0);
                        now += vendors.shares().get(i)[week] * result.served(market, week);
                    }
                }
            }
        }
        return first > 0 ? now / first : result.output(product, week);
    }

    String words(Band band) {
        double left = left(band);
        return left >= 0.995
                ? Texts.get("flows.band.flowing", week)
                : Texts.get("flows.band.lost", Amounts.percent(1 - left), week);
    }

    String fullName(Node node) {
        return switch (node) {
            case Node.OfGood of -> of.good().name();
            case Node.Whole of -> of.good().name();
            case Node.OfMarket of -> of.market().name();
            case Node.Others of ->
                String.join(
                        ", ",
                        of.members().stream().map(FlowsBuilder::name).limit(12).toList());
            case Node.OfMaker unused -> FlowsBuilder.name(node);
            case Node.OtherUses unused -> FlowsBuilder.name(node);
        };
    }
}
