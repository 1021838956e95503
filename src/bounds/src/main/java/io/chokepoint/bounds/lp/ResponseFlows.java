package io.chokepoint.bounds.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.bounds.lp.ResponseInput.Flow;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.scenario.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be sent from group to group, week by week: links bundled, restrictions and quotas kept. */
final class ResponseFlows {
    /** For quotas that are left out. */
    private static final boolean[] NO_LINKS = {};

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final MakerGroups groups;
    private final int weeks;
    private final int firstWeek;
    private final boolean stockIsBuilt;

    /**
     * What several flows may carry together in a week.
     *
     * @param most units of the sources' goods, ≥ 0
     */
    record Quota(int week, double most, List<Flow> flows) {
        Quota {
            flows = List.copyOf(flows);
        }
    }

    /** Links from one group to one input; for an alternative its number, otherwise −1. */
    private record Bundle(ResponseInput input, Flow flow, int alternative, List<Integer> links) {}

    ResponseFlows(CompiledNetwork network, CompiledScenario scenario, MakerGroups groups, int weeks) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.groups = groups;
        this.weeks = weeks;
        this.firstWeek = groups.firstWeek();
        this.stockIsBuilt = scenario.scenario().measures().stream().anyMatch(Measure.StockBuild.class::isInstance);
    }

    /**
     * Adds to each input what may be sent to it.
     *
     * @return the quotas that these flows share
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    List<Quota> addTo(List<ResponseInput> inputs, RunMonitor monitor) {
        List<Quota> quotas = new ArrayList<>();
        List<Bundle> bundles = new ArrayList<>();
        for (ResponseInput input : inputs) {
            bundles.addAll(bundles(input));
        }
        WeekEffects effects = new WeekEffects(scenario);
        for (int t = 0; t < weeks; t++) {
            monitor.checkCancelled();
            effects.advanceTo(t);
            for (Bundle bundle : bundles) {
                allow(bundle, t, effects);
            }
            for (int q = 0; q < effects.quotaCount(); q++) {
                boolean[] links = quotaLinks(effects, q);
                if (links.length > 0) {
                    quotas.add(quota(t, quotaMost(effects, q), links, bundles));
                }
            }
        }
        return quotas;
    }

    private List<Bundle> bundles(ResponseInput input) {
        Map<String, Bundle> found = new TreeMap<>();
        for (int e : input.slots()) {
            int firstAlternative = structure.altStart(e);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                add(found, input, l, -1, "");
            }
            for (int a = firstAlternative; a < structure.altStart(e + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    add(found, input, l, a, "alternative " + (a - firstAlternative) + " ");
                }
            }
        }
        found.values().forEach(bundle -> input.add(bundle.flow));
        return List.copyOf(found.values());
    }

    private void add(Map<String, Bundle> found, ResponseInput input, int link, int alternative, String prefix) {
        Group source = groups.of(structure.linkSupplier(link));
        found.computeIfAbsent(prefix + source.good().id() + source.inside(), unused -> {
                    double perUnit = alternative >= 0 ? structure.altPerUnit(alternative) : 1;
                    return new Bundle(input, new Flow(source, perUnit, weeks), alternative, new ArrayList<>());
                })
                .links
                .add(link);
    }

    private static Quota quota(int week, double most, boolean[] links, List<Bundle> bundles) {
        List<Flow> flows = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.flow.most(week) > 0 && bundle.links.stream().allMatch(l -> links[l])) {
                bundle.flow.shareQuota(week);
                flows.add(bundle.flow);
            }
        }
        return new Quota(week, most, flows);
    }

    private boolean[] quotaLinks(WeekEffects effects, int quota) {
        boolean[] links = new boolean[structure.linkCount()];
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            if (effects.quotaPart(quota, k) < 1) {
                return NO_LINKS;
            }
            links[effects.quotaLink(quota, k)] = true;
        }
        return links;
    }

    private double quotaMost(WeekEffects effects, int quota) {
        double flow = 0;
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            flow += network.flow(effects.quotaLink(quota, k));
        }
        return effects.quotaCap(quota) * flow;
    }

    private void allow(Bundle bundle, int t, WeekEffects effects) {
        double most = 0;
        int delay = Integer.MAX_VALUE;
        for (int l : bundle.links) {
            double link = most(l, bundle, t, effects);
            if (link > 0) {
                most += link;
                for (int p = 0; p < effects.delayParts(l); p++) {
                    delay = Math.min(delay, effects.delayPart(l, p) > 0 ? effects.delayWeeks(l, p) : delay);
                }
            }
        }
        int arrival = t + bundle.input.leadWeeks() + (delay == Integer.MAX_VALUE ? 0 : delay);
        if (most <= 0 || arrival >= weeks) {
            return;
        }
        if (bundle.alternative >= 0) {
            most = Math.min(most, network.altCap(bundle.alternative) * bundle.input.mostUse());
        }
        bundle.flow.allow(t, most, arrival);
    }

    /** What may be sent on a link in a week; infinite where nothing restricts it. */
    private double most(int link, Bundle bundle, int t, WeekEffects effects) {
        int slot = structure.linkSlot(link);
        if (t < firstWeek && !stockIsBuilt) {
            // Until something happens everything is as usual: nobody stocks up for what is not known yet.
            return network.flow(link);
        }
        double wait = bundle.alternative >= 0
                ? network.altQualification(bundle.alternative)
                : link < structure.linkUsual(slot) ? -1 : network.qualification(slot);
        if (wait >= 0 && t <= firstWeek + wait) {
            return 0;
        }
        double permitted = effects.permittedOrders(link);
        return permitted < 1 ? permitted * network.flow(link) : Double.POSITIVE_INFINITY;
    }
}
