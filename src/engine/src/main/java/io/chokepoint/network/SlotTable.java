package io.chokepoint.network;

import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slots, links and alternatives while they are listed, in the order that {@link NetworkStructure} describes. */
final class SlotTable {
    final int[] slotStart;
    final int[] capitalStart;
    final int[] accessStart;
    final IntList slotActivity = new IntList();
    final IntList slotDependency = new IntList();
    final IntList linkStart = new IntList();
    final IntList linkUsual = new IntList();
    final IntList linkMid = new IntList();
    final IntList linkSupplier = new IntList();
    /** The slot a link serves, or −1. */
    final IntList linkSlot = new IntList();
    /** The market a link serves, or −1. */
    final IntList linkMarket = new IntList();

    final IntList altStart = new IntList();
    final IntList altLinkStart = new IntList();
    final IntList altLinkEnd = new IntList();
    final List<Double> altPerUnit = new ArrayList<>();
    final int[] marketLinkStart;
    /** By market's link, counted from the first of them. */
    final List<Offer> linkOffer = new ArrayList<>();

    private final Makers makers;
    private final Map<Dependency, Integer> dependencyIndex = new HashMap<>();

    SlotTable(Makers makers) {
        this.makers = makers;
        int activities = makers.activities.size();
        slotStart = new int[activities + 1];
        capitalStart = new int[activities];
        accessStart = new int[activities];
        List<Dependency> dependencies = makers.dataset.dependencies();
        for (int d = 0; d < dependencies.size(); d++) {
            dependencyIndex.put(dependencies.get(d), d);
        }
        for (int i = 0; i < activities; i++) {
            addSlots(i);
        }
        slotStart[activities] = slotActivity.size();
        linkStart.add(linkSupplier.size());
        altStart.add(altLinkStart.size());
        List<Market> markets = List.copyOf(makers.dataset.markets());
        marketLinkStart = new int[markets.size() + 1];
        for (int m = 0; m < markets.size(); m++) {
            addMarket(m, markets.get(m));
        }
        marketLinkStart[markets.size()] = linkSupplier.size();
    }

    private void addSlots(int activity) {
        slotStart[activity] = slotActivity.size();
        capitalStart[activity] = slotActivity.size();
        accessStart[activity] = slotActivity.size();
        for (Dependency dependency :
                inputsByMode(makers.activities.get(activity).good())) {
            if (makers.needs(activity, dependency.input())) {
                capitalStart[activity] += dependency.mode() == DependencyMode.CONSUMED ? 1 : 0;
                accessStart[activity] += dependency.mode() == DependencyMode.ACCESS ? 0 : 1;
                addSlot(activity, dependency);
            }
        }
    }

    /** What is used up, then machines, then access; within each in dataset order. */
    private List<Dependency> inputsByMode(Good good) {
        return makers.dataset.inputsOf(good).stream()
                .sorted(Comparator.comparing(Dependency::mode))
                .toList();
    }

    private void addSlot(int activity, Dependency dependency) {
        int slot = slotActivity.size();
        slotActivity.add(activity);
        slotDependency.add(dependencyIndex.getOrDefault(dependency, -1));
        linkStart.add(linkSupplier.size());
        Set<Provider> stated = makers.statedSuppliers(activity, dependency.input());
        int[] all = makers.of(dependency.input());
        int[] usual = stated.isEmpty()
                ? all
                : Arrays.stream(all)
                        .filter(maker ->
                                stated.contains(makers.activities.get(maker).provider()))
                        .toArray();
        addLinks(slot, -1, usual);
        linkUsual.add(linkSupplier.size());
        if (usual.length < all.length) {
            addLinks(
                    slot,
                    -1,
                    Arrays.stream(all)
                            .filter(maker -> Arrays.binarySearch(usual, maker) < 0)
                            .toArray());
        }
        linkMid.add(linkSupplier.size());
        altStart.add(altLinkStart.size());
        for (Alternative alternative : dependency.alternatives()) {
            altLinkStart.add(linkSupplier.size());
            altPerUnit.add(alternative.perUnit());
            addLinks(slot, -1, makers.of(alternative.good()));
            altLinkEnd.add(linkSupplier.size());
        }
    }

    private void addLinks(int slot, int market, int... suppliers) {
        for (int supplier : suppliers) {
            linkSupplier.add(supplier);
            linkSlot.add(slot);
            linkMarket.add(market);
        }
    }

    private void addMarket(int place, Market market) {
        marketLinkStart[place] = linkSupplier.size();
        int[] sellers = market.offers().stream()
                .map(Offer::product)
                .distinct()
                .flatMapToInt(product -> Arrays.stream(makers.of(product)))
                .sorted()
                .toArray();
        for (int i : sellers) {
            Offer offer = Makers.findOffer(market, makers.activities.get(i));
            if (offer != null) {
                addLinks(-1, place, i);
                linkOffer.add(offer);
            }
        }
    }
}
